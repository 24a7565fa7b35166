import { cellText, type RawCell } from '../reading/raw-sheet.ts'
import { headerText } from '../tables/header-text.ts'
import { columnsOf, type TableHeader } from '../tables/table-header.ts'
import type { ListSpec } from '../../standards/annex-a/list-spec.ts'
import { ANNEX_A_LISTS } from '../../standards/annex-a/lists.ts'

/** Columns of every list tell a list from nothing; only the others tell which it is. */
const IN_MANY_LISTS = new Set(
  'child_id gender ethnicity date_of_birth age_years disability uasc allocated_team allocated_worker family_id'.split(
    ' ',
  ),
)

const ownFields = (list: ListSpec) => list.fields.filter(({ key }) => !IN_MANY_LISTS.has(key))

/**
 * The list whose header row this is; null when it is none's. The headers decide, and the sheet's name only where they
 * leave it open. A list is recognised without its key columns too, so that what is missing can be named.
 */
export function listHeader(cells: readonly RawCell[], named: ListSpec | null): TableHeader | null {
  const headers = cells.map((cell) => cellText(cell).trim())
  if (headers.filter((header) => header !== '').length < 2) return null
  const best = ANNEX_A_LISTS.map((list) => scored(list, columnsOf(list, headers), named)).reduce(
    (best, next) => (next.score > best.score ? next : best),
  )
  return best.known ? best.header : null
}

function scored(list: ListSpec, header: TableHeader, named: ListSpec | null) {
  const { columns } = header
  const has = (key: string | null) => columns.some(({ field }) => field.key === key)
  const own = columns.filter(({ field }) => !IN_MANY_LISTS.has(field.key)).length
  const share = own / ownFields(list).length
  const isNamed = list === named
  const known =
    (has(list.subject) && (share >= 0.5 || (own >= 1 && has(list.eventDate)))) ||
    (share >= 0.75 && (list.eventDate === null || has(list.eventDate))) ||
    (isNamed && (share >= 0.5 || (has(list.subject) && columns.length >= 3)))
  // A name settles a tie, and speaks up for a list with few of its columns; it does not overrule the headers.
  return { header, known, score: (known ? 10 : 0) + share + columns.length / 1000 + (isNamed ? 0.2 : 0) }
}

const SEND_HEADERS = ['senprimaryneed', 'ehcplan', 'educationhealthandcareplan', 'ehcp']

/**
 * Ofsted's inspections of area SEND provision have an "Annex A" too, with sheets of the same names. Its lists are about
 * education, health and care plans, and are known by that.
 */
export const isSendHeader = (cells: readonly RawCell[]): boolean => {
  const headers = cells.map((cell) => headerText(cellText(cell)))
  const marks = headers.filter((header) => SEND_HEADERS.some((mark) => header.includes(mark))).length
  return marks >= 2 || (marks === 1 && headers.includes('upn'))
}
