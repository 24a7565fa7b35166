import type { DayNumber } from '../day-number.ts'
import type { ExtractView } from '../extract-view.ts'
import type { AreaCount } from './area-count.ts'
import { wasOpenBefore } from './known-child.ts'
import { openTally } from './series-truth.ts'
import type { TruthMonths } from './truth-months.ts'

/** A list of contacts has no team. */
const NO_TEAM = 'Not recorded'
const DAYS_OF_HISTORY = 365

/** Contacts, referrals and re-referrals. */
export function countFrontDoor(months: TruthMonths, view: ExtractView): AreaCount {
  const contacts = openTally(months, {
    id: 'fd-contacts',
    kind: 'count',
    counts:
      'contacts received in the month, one for each child; two of a child from one source on a day are one',
  })
  const fresh = openTally(months, {
    id: 'fd-contacts.new',
    kind: 'count',
    counts: 'contacts about a child without an episode of need that began before the day and is open on it',
  })
  const open = openTally(months, {
    id: 'fd-contacts.open_case',
    kind: 'count',
    counts: 'contacts about a child with an episode of need that began before the day and is open on it',
  })
  const referrals = openTally(months, {
    id: 'fd-referrals',
    kind: 'count',
    counts: 'referrals of the month of a child not already open; those of a child on one day are one',
  })
  const again = openTally(months, {
    id: 'fd-rereferrals',
    kind: 'share',
    counts: 'of referrals received in the month, those with an earlier one of the child 1 to 365 days before',
    note: 'From the first month that has 365 days of referrals in the extract before it.',
  })
  let earliest: DayNumber = Infinity
  return {
    child({ contacts: received, referrals: referred, needs, log }) {
      for (const { on } of received) {
        const place = months.placeOf(on)
        contacts.add(place, NO_TEAM)
        if (place < 0) continue
        if (wasOpenBefore(needs, on)) open.add(place, NO_TEAM)
        else fresh.add(place, NO_TEAM)
      }
      for (const {
        received: { on, recordedOn },
      } of log.referrals) {
        if (on >= view.from && on <= view.asAt && recordedOn <= view.recordedTo)
          earliest = Math.min(earliest, on)
      }
      let before: DayNumber | null = null
      for (const { on, desk } of referred) {
        const place = months.placeOf(on)
        referrals.add(place, desk.team)
        again.add(place, desk.team, before !== null && on - before <= DAYS_OF_HISTORY ? 1 : 0)
        before = on
      }
    },
    truths() {
      const first = months.firstDays.findIndex((day) => day - DAYS_OF_HISTORY >= earliest)
      return [
        contacts.truth(),
        fresh.truth(),
        open.truth(),
        referrals.truth(),
        again.truth(first < 0 ? months.names.length : first),
      ]
    },
  }
}
