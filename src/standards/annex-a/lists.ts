import type { ListSpec } from './list-spec.ts'
import { contacts } from './lists/list-01-contacts.ts'
import { earlyHelp } from './lists/list-02-early-help.ts'
import { referrals } from './lists/list-03-referrals.ts'
import { assessments } from './lists/list-04-assessments.ts'
import { section47 } from './lists/list-05-section-47.ts'
import { childrenInNeed } from './lists/list-06-children-in-need.ts'
import { childProtection } from './lists/list-07-child-protection.ts'
import { childrenInCare } from './lists/list-08-children-in-care.ts'
import { careLeavers } from './lists/list-09-care-leavers.ts'
import { adoption } from './lists/list-10-adoption.ts'
import { adopters } from './lists/list-11-adopters.ts'

/**
 * Ofsted's Annex A: the child-level lists a council hands over at an inspection. Published names are Crown copyright
 * (Open Government Licence v3.0): the August 2019 template, with list 9 as it has stood since with 17 columns. Other
 * spellings are from LIIA and Data to Insight tools (MIT).
 */
export const ANNEX_A_LISTS: readonly ListSpec[] = [
  contacts,
  earlyHelp,
  referrals,
  assessments,
  section47,
  childrenInNeed,
  childProtection,
  childrenInCare,
  careLeavers,
  adoption,
  adopters,
]

/** List 1 to 11; asking for another is our fault. */
export function annexAList(number: number): ListSpec {
  const list = ANNEX_A_LISTS[number - 1]
  if (!list) throw new Error(`There is no Annex A list ${number}`)
  return list
}

/** The published header row of a list. */
export const annexAHeaders = (number: number): string[] => annexAList(number).fields.map(({ name }) => name)
