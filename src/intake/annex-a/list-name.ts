import { headerText } from '../tables/header-text.ts'
import type { ListSpec } from '../../standards/annex-a/list-spec.ts'
import { ANNEX_A_LISTS } from '../../standards/annex-a/lists.ts'

/** Tabs of Ofsted's own template that are not lists. */
const TEMPLATE_SHEETS = new Set(['frontsheet', 'faqandchanges', 'guidance', 'codesused'])

export const isTemplateSheet = (name: string): boolean => TEMPLATE_SHEETS.has(headerText(name))

/** `List_1`, `list 01`, `AnnexA-List-10.csv`; never list 1 for list 10. */
const NUMBERED = /(?<![a-z])list[ _-]*0?(\d{1,2})(?!\d)/i

/** The list that a sheet or file is named after; null when its name says nothing. */
export function listNamed(name: string): ListSpec | null {
  const number = Number(NUMBERED.exec(name)?.[1] ?? 0)
  const text = headerText(name)
  return (
    ANNEX_A_LISTS.find((list) => list.number === number) ??
    ANNEX_A_LISTS.find((list) => list.sheetNames.some((known) => headerText(known) === text)) ??
    null
  )
}
