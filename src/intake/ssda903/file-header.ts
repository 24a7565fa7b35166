import { cellText, type RawCell } from '../reading/raw-sheet.ts'
import { columnsOf, type TableHeader } from '../tables/table-header.ts'
import type { ReturnFile } from '../../standards/ssda903/return-file.ts'
import { ownFields, RETURN_FILES } from '../../standards/ssda903/return-files.ts'

/**
 * The file of the return whose header row this is; null when it is none's. The set of columns decides, in any order and
 * whatever the file is called. No two files have the same set, and past CHILD, SEX and DOB no column is in two: so
 * a file that lacks some of its own columns, or has others besides, is still known by those it has.
 */
export function fileHeader(cells: readonly RawCell[]): TableHeader | null {
  const headers = cells.map((cell) => cellText(cell).trim())
  let best: { header: TableHeader; own: number } | null = null
  for (const file of RETURN_FILES) {
    const header = columnsOf(file, headers)
    const own = known(file, header)
    if (own > (best?.own ?? 0)) best = { header, own }
  }
  return best && best.header
}

/**
 * How many of the file's own columns there are; 0 when they are too few to tell. Half of them do next to the child's
 * id; without it three in four, of more than one: then the id is missing, and that can be said.
 */
function known(file: ReturnFile, { columns }: TableHeader): number {
  const fields = ownFields(file)
  const own = columns.filter(({ field }) => fields.includes(field)).length
  const hasChild = columns.some(({ field }) => field.key === file.subject)
  const share = own / fields.length
  return (hasChild ? share >= 0.5 : share >= 0.75 && fields.length > 1) ? own : 0
}
