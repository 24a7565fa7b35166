import { cellText, type RawCell } from '../reading/raw-sheet.ts'
import { columnsOf, type TableHeader } from '../tables/table-header.ts'
import type { CensusModule } from '../../standards/cin-census/census-module.ts'
import { CENSUS_MODULES } from '../../standards/cin-census/modules.ts'

/** They say whose row it is and which block it belongs to, and are in several files. */
const SHARED = new Set(['LAchildID', 'CINdetailsID', 'CPPID', 'DateOfInitialCPC'])

/** The columns that no other module has. */
const ownFields = ({ fields }: CensusModule) => fields.filter(({ key }) => !SHARED.has(key))

/**
 * The module whose header row this is; null when it is none's. Its columns decide, in any order and whatever the file is
 * called: `LAchildID`, which is a name of the census alone, and at least half of those that no other module has.
 */
export function moduleHeader(cells: readonly RawCell[]): TableHeader | null {
  const headers = cells.map((cell) => cellText(cell).trim())
  let best: { header: TableHeader; own: number } | null = null
  for (const module of CENSUS_MODULES) {
    const header = columnsOf(module, headers)
    const present = new Set(header.columns.map(({ field }) => field))
    if (module.subject !== null && !header.columns.some(({ field }) => field.key === module.subject)) continue
    const fields = ownFields(module)
    const own = fields.filter((field) => present.has(field)).length
    if (own * 2 >= fields.length && own > (best?.own ?? 0)) best = { header, own }
  }
  return best && best.header
}
