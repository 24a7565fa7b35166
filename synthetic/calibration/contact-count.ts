import type { ChildLog, ContactOutcome } from '../event-log.ts'
import { happenedIn, type Period } from './period.ts'
import { sourceGroup } from './referral-count.ts'
import { happened, note, sort, spread, type Tally } from './tally.ts'

export const OUTCOMES: readonly ContactOutcome[] = [
  'referral',
  'early help',
  'advice',
  'no further action',
  'other',
]

/** Schools with education services, and families with children, as the survey of directors asks. */
export const CONTACT_SOURCES = ['police', 'health', 'education', 'family or child', 'other'] as const

function contactSource(code: string): (typeof CONTACT_SOURCES)[number] {
  const group = sourceGroup(code)
  if (code.startsWith('2')) return 'education'
  if (code === '1A' || code === '1C') return 'family or child'
  return group === 'schools' ? 'education' : group
}

export function countContacts(tally: Tally, period: Period, { contacts, earlyHelp }: ChildLog): void {
  for (const { received, source, outcome, decidedAfterHours } of contacts) {
    if (!happenedIn(period, received)) continue
    happened(tally, 'contacts')
    sort(tally, 'contact-outcome', OUTCOMES, outcome)
    sort(tally, 'contact-source', CONTACT_SOURCES, contactSource(source))
    note(tally, 'contact-decision-recorded', decidedAfterHours !== null)
    if (decidedAfterHours !== null) spread(tally, 'hours-to-decision', decidedAfterHours)
  }
  for (const { started } of earlyHelp) if (happenedIn(period, started)) happened(tally, 'early-help')
}
