import { cellText, type RawCell } from '../reading/raw-sheet.ts'
import { columnsOf, type TableHeader } from '../tables/table-header.ts'
import type { SsdTable } from '../../standards/ssd/ssd-table.ts'
import { SSD_TABLES } from '../../standards/ssd/tables.ts'

const byPrefix = new Map(
  SSD_TABLES.flatMap((table) => (table.prefix === null ? [] : [[table.prefix, table]])),
)
const withoutPrefix = SSD_TABLES.filter(({ prefix }) => prefix === null)

/** Fewer headers of a kind may be chance. */
const FEWEST = 2

/**
 * The table whose header row this is; null when it is none's. Every column begins with the four letters of its table,
 * whatever the file is called: the letters that most headers have decide, and half of them must have those. So a table
 * is known by columns of a release that we have not met, too.
 */
export function tableHeader(cells: readonly RawCell[]): TableHeader | null {
  const headers = cells.map((cell) => cellText(cell).trim())
  const filled = headers.filter((header) => header !== '').length
  const counts = new Map<SsdTable, number>()
  for (const header of headers) {
    const table = byPrefix.get(/^([a-z0-9]{4})_/.exec(header.toLowerCase())?.[1] ?? '')
    if (table) counts.set(table, (counts.get(table) ?? 0) + 1)
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a)
  if (most && most[1] >= FEWEST && most[1] * 2 >= filled) return columnsOf(most[0], headers)
  // The tables of administration say nothing by any one name, so most of their columns must be there.
  for (const table of withoutPrefix) {
    const header = columnsOf(table, headers)
    if (header.columns.length * 2 > table.fields.length) return header
  }
  return null
}
