import type { SSD } from '../../src/standards/ssd/tables.ts'
import type { CellsOf } from '../files/record-file.ts'

/** A row of a table: columns that are left out are blank. */
export type SsdRow<Name extends keyof typeof SSD> = CellsOf<(typeof SSD)[Name]['columns']>
