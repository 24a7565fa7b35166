import type { WrittenFile } from '../files/written-file.ts'
import type { AnnexARow } from './annex-a-row.ts'

/** One extract in one form. It is handed the rows of all lists as families bring them. */
export interface ExtractBook {
  row(list: number, cells: AnnexARow): void
  close(): Promise<readonly WrittenFile[]>
}
