import type { DayNumber } from '../day-number.ts'
import type { ContactOutcome } from '../event-log.ts'
import type { ExtractView } from '../extract-view.ts'
import type { AreaCount } from './area-count.ts'
import { dayKnown, type KnownChild } from './known-child.ts'
import { openTally } from './series-truth.ts'
import type { TruthMonths } from './truth-months.ts'

const NO_TEAM = 'Not recorded'
const OUTCOMES: readonly { key: string; outcome: ContactOutcome }[] = [
  { key: 'to_referral', outcome: 'referral' },
  { key: 'advice', outcome: 'advice' },
  { key: 'nfa', outcome: 'no further action' },
]

/** What the Standard Safeguarding Dataset says of the front door and Annex A does not: what contacts led to, and police protection. */
export function countContactOutcomes(months: TruthMonths, view: ExtractView): AreaCount {
  const outcomes = OUTCOMES.map(({ key, outcome }) => ({
    outcome,
    tally: openTally(months, {
      id: `fd-contact-outcomes.${key}`,
      kind: 'share',
      counts: `of contacts of the month about a child not open, those that ended in: ${outcome}`,
      sources: ['ssd'],
    }),
  }))
  const protection = openTally(months, {
    id: 'fd-out-of-hours.police_protection',
    kind: 'count',
    counts: 'times that a child came under police protection in the month',
    sources: ['ssd'],
  })
  return {
    child(child) {
      for (const { received, outcome } of child.log.contacts) {
        const on = dayKnown(view, received)
        if (on === null || wasOpenOn(child, on, view)) continue
        for (const counted of outcomes)
          counted.tally.add(months.indexOf(on), NO_TEAM, outcome === counted.outcome)
      }
      const begun = new Set(
        child.care.flatMap(({ from, until, statuses }) =>
          statuses.flatMap((spell) =>
            spell.status === 'L1' && (spell.from <= from || until === null || spell.from < until)
              ? [spell.from]
              : [],
          ),
        ),
      )
      for (const on of begun) protection.add(months.indexOf(on), NO_TEAM)
    },
    truths: () => [...outcomes, { tally: protection }].map(({ tally }) => tally.truth()),
  }
}

/** There a referral that was taken on opens an episode of need itself, which closes when the case does. */
const wasOpenOn = ({ log }: KnownChild, day: DayNumber, view: ExtractView): boolean =>
  log.referrals.some(({ number, received, isNfa }) => {
    if (isNfa || received.on >= day) return false
    const need = log.needs.find(
      ({ referral, started }) => referral === number && dayKnown(view, started) !== null,
    )
    if (!need) return dayKnown(view, received) !== null
    const closedOn = dayKnown(view, need.closed)
    return closedOn === null || closedOn > day
  })
