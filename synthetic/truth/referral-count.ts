import type { AreaCount } from './area-count.ts'
import type { KnownChild } from './known-child.ts'
import { openTally } from './series-truth.ts'
import type { TruthMonths } from './truth-months.ts'

/** The groups that have a share of their own, by the first figure of a code. */
const GROUPS: Readonly<Record<string, string>> = { '2': 'schools', '3': 'health', '6': 'police' }
const UNKNOWN = '10'
const WEEK = 7

/** Who referred, and what needed nothing. */
export function countReferrals(months: TruthMonths): AreaCount {
  const nfa = openTally(months, {
    id: 'fd-referrals-nfa',
    kind: 'share',
    counts: 'of referrals received in the month, those with no further action',
  })
  const all = openTally(months, {
    id: 'fd-referral-source',
    kind: 'count',
    counts: 'referrals received in the month',
  })
  const groups = Object.values(GROUPS).map((group) => ({
    group,
    tally: openTally(months, {
      id: `fd-referral-source.${group}`,
      kind: 'share',
      counts: `of referrals received in the month, those from: ${group}`,
    }),
  }))
  return {
    child({ referrals, contacts }) {
      for (const { on, source, isNfa, position } of referrals) {
        const index = months.indexOf(on)
        nfa.add(index, position.team, isNfa)
        all.add(index, position.team)
        const from = groupOf(source === UNKNOWN ? sourceOfContact(contacts, on) : source)
        for (const { group, tally } of groups) tally.add(index, position.team, group === from)
      }
    },
    truths: () => [nfa, all, ...groups.map(({ tally }) => tally)].map((tally) => tally.truth()),
  }
}

const groupOf = (code: string | null): string | null =>
  code === null || code === UNKNOWN ? null : (GROUPS[code.charAt(0)] ?? null)

/** Of the child's latest contact of the week up to a referral whose source nobody knows. */
function sourceOfContact(contacts: KnownChild['contacts'], on: number): string | null {
  const known = contacts
    .filter((contact) => contact.on <= on && contact.on >= on - WEEK && contact.source !== UNKNOWN)
    .sort((a, b) => a.on - b.on)
  return known.at(-1)?.source ?? null
}
