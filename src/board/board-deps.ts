import type { SealedSnapshot } from '../dataset/index.ts'
import type { Pass } from '../access/index.ts'
import { figureReader, type FigureReader } from '../measures/index.ts'
import { trackerRows } from '../performance/index.ts'
import type { Clock } from '../platform/day.ts'
import type { Records } from '../platform/records.ts'
import type { Ask } from '../platform/room.ts'

export interface BoardDeps {
  records: Records
  /** Dates what people do. */
  clock: Clock
  pool: {
    current(council: string): Promise<SealedSnapshot | null>
    /** An earlier one, while it is kept: the figures that an issued report was written from. */
    byId?(council: string, id: string): Promise<SealedSnapshot | null>
  }
  /** Asks the rooms for what they offer to the writer. */
  ask?: Ask
  /** Set by tests to supply figures; otherwise the measures are read. */
  measures?: Measures
}

interface Measures {
  figureReader: (snapshot: SealedSnapshot, pass: Pass<'figures:read'>) => Pick<FigureReader, 'figures'>
  trackerRows: typeof trackerRows
}

export const measuresOf = ({ measures }: Pick<BoardDeps, 'measures'>): Measures =>
  measures ?? { figureReader, trackerRows }
