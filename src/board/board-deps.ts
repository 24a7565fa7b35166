import type { SealedSnapshot } from '../dataset/index.ts'
import type { Pass } from '../access/index.ts'
import { figureReader, type FigureReader } from '../measures/index.ts'
import { trackerRows } from '../performance/index.ts'
import type { Clock } from '../platform/day.ts'
import type { Records } from '../platform/records.ts'

/** What the Board's pages and reports stand on. */
export interface BoardDeps {
  records: Records
  /** The council's clock: it dates what people do. */
  clock: Clock
  pool: { current(council: string): Promise<SealedSnapshot | null> }
  /** Where figures come from, for a test that says what they are; otherwise the measures themselves. */
  measures?: Measures
}

interface Measures {
  figureReader: (snapshot: SealedSnapshot, pass: Pass<'figures:read'>) => Pick<FigureReader, 'figures'>
  trackerRows: typeof trackerRows
}

export const measuresOf = ({ measures }: Pick<BoardDeps, 'measures'>): Measures =>
  measures ?? { figureReader, trackerRows }
