import type { DayNumber } from '../day-number.ts'
import type { Minute } from './minute.ts'

/** What a cell of a capture file may hold, and how it is written. */
export const CELL_KINDS = {
  child: { reads: 'the child’s id, as the case system and Annex A write it' },
  worker: { reads: 'the worker’s code, never a name' },
  text: { reads: 'a few words; no names' },
  code: { reads: 'one of the words listed' },
  day: { reads: 'a day, `YYYY-MM-DD`' },
  moment: { reads: 'day and time on the clock in England, `YYYY-MM-DDTHH:MM`' },
  month: { reads: 'a month, `YYYY-MM`' },
  yes_no: { reads: '`yes` or `no`; blank where nobody wrote it down' },
  count: { reads: 'a whole number from 0' },
  number: { reads: 'a number, with a point where it is not whole' },
  pounds: { reads: 'pounds, with pence after a point where there are any; a minus where money comes back' },
} as const
export type CellKind = keyof typeof CELL_KINDS

export interface CaptureColumn {
  /** What it says, for whoever fills it in. */
  means: string
  kind: CellKind
  isRequired: boolean
  /** Of a code: the words that may stand there. */
  allowed: readonly string[]
  example: string
}

/** What one kind of captured record holds, column by column in order. */
export interface CaptureTemplate {
  /** Name of the file, less `.csv`. */
  name: string
  /** What one row is about, as `One return interview`. */
  row: string
  purpose: string
  /** Measures of the catalogue, as `mis-rhi-72h`, or rooms that draw on it. */
  feeds: readonly string[]
  columns: Readonly<Record<string, CaptureColumn>>
}

interface Values {
  child: string
  worker: string
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

interface Plain<Kind extends CellKind, Required extends boolean> extends CaptureColumn {
  kind: Kind
  isRequired: Required
}
interface Coded<Word extends string, Required extends boolean> extends CaptureColumn {
  kind: 'code'
  isRequired: Required
  allowed: readonly Word[]
}

/** A column that must be filled in every row. */
export const must = <const Kind extends Exclude<CellKind, 'code'>>(
  kind: Kind,
  example: string,
  means: string,
): Plain<Kind, true> => ({ means, kind, isRequired: true, allowed: [], example })

/** A column that may be blank; what a blank says stands in its meaning where that is not "not known". */
export const may = <const Kind extends Exclude<CellKind, 'code'>>(
  kind: Kind,
  example: string,
  means: string,
): Plain<Kind, false> => ({ means, kind, isRequired: false, allowed: [], example })

export const mustBeOneOf = <const Word extends string>(
  allowed: readonly Word[],
  means: string,
): Coded<Word, true> => ({ means, kind: 'code', isRequired: true, allowed, example: allowed[0]! })

export const mayBeOneOf = <const Word extends string>(
  allowed: readonly Word[],
  means: string,
): Coded<Word, false> => ({ means, kind: 'code', isRequired: false, allowed, example: allowed[0]! })

export const captureTemplate = <const Template extends CaptureTemplate>(template: Template): Template =>
  template
