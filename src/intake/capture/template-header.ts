import { cellText, type RawCell } from '../reading/raw-sheet.ts'
import { headerText } from '../tables/header-text.ts'
import { columnsOf, type TableHeader } from '../tables/table-header.ts'
import { keysOf } from '../../standards/table.ts'
import { TEMPLATE_TABLES, type TemplateTable } from '../../standards/capture/template-table.ts'

/**
 * The template whose header row this is; null when it is none's. All of a template's columns make it known, in any
 * order and among others; so do three in four with those that name the row, and half of them when the file or sheet
 * bears the template's name.
 */
export function templateHeader(cells: readonly RawCell[], sheetName: string): TableHeader | null {
  const headers = cells.map((cell) => cellText(cell).trim())
  const named = templateNamed(sheetName)
  let best: { header: TableHeader; score: number } | null = null
  for (const table of TEMPLATE_TABLES) {
    const header = columnsOf(table, headers)
    const score = scoreOf(table, header, table === named)
    if (score > (best?.score ?? 0)) best = { header, score }
  }
  return best && best.header
}

/** 0 when it is not known by these columns. A name settles a tie: it never outweighs the whole set of another's columns. */
function scoreOf(table: TemplateTable, { columns }: TableHeader, isNamed: boolean): number {
  const share = columns.length / table.fields.length
  const hasKeys = keysOf(table).every((key) => columns.some(({ field }) => field.key === key))
  const isKnown = share === 1 || (share >= 0.75 && hasKeys) || (isNamed && share >= 0.5)
  return isKnown ? share + (isNamed ? 0.2 : 0) + columns.length / 1000 : 0
}

/** By the longest template's name in it: `case-supervision 2015-01` is not about supervision. */
function templateNamed(sheetName: string): TemplateTable | null {
  const text = headerText(sheetName)
  return TEMPLATE_TABLES.filter(({ name }) => text.includes(headerText(name))).reduce<TemplateTable | null>(
    (longest, table) => (longest && longest.name.length >= table.name.length ? longest : table),
    null,
  )
}
