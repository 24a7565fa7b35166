import type { CaptureColumn, CaptureTemplate } from '../../src/standards/capture/template.ts'
import type { DayNumber } from '../day-number.ts'
import type { Minute } from './minute.ts'

interface Values {
  child: string
  worker: string
  reference: string
  text: string
  code: string
  day: DayNumber
  moment: Minute
  /** Any day of it. */
  month: DayNumber
  yes_no: boolean
  count: number
  number: number
  /** Whole pence. */
  pounds: number
}

type ValueOf<Column extends CaptureColumn> = Column['kind'] extends 'code'
  ? Column['allowed'][number]
  : Values[Column['kind']]

type CellOf<Column extends CaptureColumn> = Column['isRequired'] extends true
  ? ValueOf<Column>
  : ValueOf<Column> | null

/** A row of a template: every column by name, null only where the template lets it be blank. */
export type CaptureRow<Template extends CaptureTemplate> = {
  [Name in keyof Template['columns']]: CellOf<Template['columns'][Name]>
}
