import type { ReturnFileName, SSDA903 } from '../../src/standards/ssda903/return-files.ts'
import type { CellsOf } from '../files/record-file.ts'

/** A row of a file: columns that are left out are blank. */
export type ReturnRow<Name extends ReturnFileName> = CellsOf<(typeof SSDA903)[Name]['columns']>
