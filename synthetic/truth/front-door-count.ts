import { monthNumberOf, type DayNumber } from '../day-number.ts'
import type { ExtractView } from '../extract-view.ts'
import { countTogether, type AreaCount } from './area-count.ts'
import { wasOpenBefore, type KnownChild } from './known-child.ts'
import { openTally, type SeriesTally } from './series-truth.ts'
import type { TruthMonths } from './truth-months.ts'

/** A list of contacts has no team. */
const NO_TEAM = 'Not recorded'
const DAYS_OF_HISTORY = 365
/** Eleven months before the month's first day, at their longest, and a year before them. */
const DAYS_OF_HISTORY_AND_A_YEAR = 701

/** Contacts, referrals and re-referrals. */
export function countFrontDoor(months: TruthMonths, view: ExtractView): AreaCount {
  const flowRatio = openTally(months, {
    id: 'fd-contact-outcomes.flow_ratio',
    kind: 'ratio',
    counts: 'referrals of the month over its contacts about a child not open',
  })
  const contacts = countContacts(months, flowRatio)
  return countTogether([
    { child: (child) => contacts.child(child), truths: contacts.volumes },
    countReferrals(months, view, flowRatio),
    { child: () => undefined, truths: () => [...contacts.shares(), flowRatio.truth()] },
  ])
}

function countContacts(months: TruthMonths, flowRatio: SeriesTally) {
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
  const police = openTally(months, {
    id: 'fd-contacts.police',
    kind: 'share',
    counts: 'of contacts received in the month, those made by the police',
  })
  const toReferral = openTally(months, {
    id: 'fd-contact-outcomes.to_referral',
    kind: 'share',
    counts:
      'of contacts about a child not open, those on whose day the child was referred: an extract has no outcomes',
  })
  return {
    child({ contacts: received, referrals, needs }: KnownChild) {
      for (const { on, source } of received) {
        const index = months.indexOf(on)
        contacts.add(index, NO_TEAM)
        if (index < 0) continue
        police.add(index, NO_TEAM, source === '6')
        if (wasOpenBefore(needs, on)) open.add(index, NO_TEAM)
        else {
          fresh.add(index, NO_TEAM)
          flowRatio.add(index, NO_TEAM, 0)
          toReferral.add(
            index,
            NO_TEAM,
            referrals.some((referral) => referral.on === on),
          )
        }
      }
    },
    volumes: () => [contacts, fresh, open].map((tally) => tally.truth()),
    shares: () => [police, toReferral].map((tally) => tally.truth()),
  }
}

function countReferrals(months: TruthMonths, view: ExtractView, flowRatio: SeriesTally): AreaCount {
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
  const yearOfAgain = openTally(months, {
    id: 'fd-rereferrals.rolling12',
    kind: 'share',
    counts:
      'of referrals of the twelve months to this one, those with an earlier one of the child 1 to 365 days before',
    note: 'From the first month whose twelve have 365 days of referrals in the extract before them.',
  })
  const firstMonth = monthNumberOf(months.firstDays[0]!)
  /** The months whose twelve have the day among them. */
  const yearsOf = (on: DayNumber): number[] =>
    months.lastDays.flatMap((last, index) => {
      const monthsBack = firstMonth + index - monthNumberOf(on)
      return monthsBack >= 0 && monthsBack < 12 && on <= last ? [index] : []
    })
  let earliest: DayNumber = Infinity
  return {
    child({ referrals: referred, log }) {
      for (const { received } of log.referrals)
        if (received.on >= view.from && received.on <= view.asAt && received.recordedOn <= view.recordedTo)
          earliest = Math.min(earliest, received.on)
      let before: DayNumber | null = null
      for (const { on, position } of referred) {
        const index = months.indexOf(on)
        referrals.add(index, position.team)
        flowRatio.add(index, position.team)
        const isAgain = before !== null && on - before <= DAYS_OF_HISTORY
        again.add(index, position.team, isAgain)
        for (const year of yearsOf(on)) yearOfAgain.add(year, position.team, isAgain)
        before = on
      }
    },
    truths() {
      const firstWith = (history: number): number => {
        const first = months.firstDays.findIndex((day) => day - history >= earliest)
        return first < 0 ? months.names.length : first
      }
      return [
        referrals.truth(),
        again.truth(firstWith(DAYS_OF_HISTORY)),
        yearOfAgain.truth(firstWith(DAYS_OF_HISTORY_AND_A_YEAR)),
      ]
    },
  }
}
