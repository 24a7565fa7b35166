import type { SealedSnapshot } from '../dataset/index.ts'
import type { Pass } from '../access/index.ts'
import type { FigureReader } from '../measures/index.ts'
import type { trackerRows } from '../performance/index.ts'
import type { Clock } from '../platform/day.ts'
import type { Records } from '../platform/records.ts'

/** What the Board's pages and reports stand on. */
export interface BoardDeps {
  records: Records
  /** The council's clock: it dates what people do. */
  clock: Clock
  pool: { current(council: string): Promise<SealedSnapshot | null> }
  /** Where figures come from, handed in so that a test can say what they are. */
  measures: {
    figureReader: (snapshot: SealedSnapshot, pass: Pass<'figures:read'>) => Pick<FigureReader, 'figures'>
    trackerRows: typeof trackerRows
  }
}
