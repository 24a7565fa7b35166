import { birthday, type DayNumber } from '../day-number.ts'
import type { ExtractView } from '../extract-view.ts'
import type { AreaCount } from './area-count.ts'
import { monthsAfter } from './in-need-count.ts'
import { openTally } from './series-truth.ts'
import type { TruthMonths } from './truth-months.ts'
import { ADOPTIVE, statusesKnown, staysKnown, wholePeriods, type Stay } from './whole-period.ts'

const FROM_SSD = { sources: ['ssd'], councilAlone: true } as const
const AS_AT_ALONE = 'On the day of the extract alone, which has the latest of each.'

/** Where looked-after children live, who sees them there, and under which legal status. */
export function countPlacements(months: TruthMonths, view: ExtractView): AreaCount {
  const { asAt } = view
  const lastIndex = months.names.length - 1
  const both = (id: string, counts: string) => ({
    ssd: openTally(months, { id, kind: 'share', counts, ...FROM_SSD }),
    annexA: openTally(months, { id, kind: 'share', counts, note: AS_AT_ALONE }),
  })
  const ssd = (id: string, counts: string) => openTally(months, { id, kind: 'share', counts, ...FROM_SSD })
  const visits = both(
    'lac-visits-timely',
    'of children looked after, those seen in this placement within 42 days, or placed within 7',
  )
  const moves = both(
    'lac-3-placements',
    'of children looked after, those with three carers or more in 12 months',
  )
  const agreed = both('lac-s20-drift.share', 'of children looked after, those under section 20')
  const gt6 = both('lac-s20-drift.gt6', 'of children under section 20, those for over 6 months')
  const gt12 = both('lac-s20-drift.gt12', 'of children under section 20, those for over 12 months')
  const stable = ssd(
    'lac-stability',
    'of children under 16 in care for 30 months, those with one carer for 24',
  )
  const far = ssd('lac-distance.miles', 'of children looked after, those placed over 20 miles from home')

  return {
    child({ care, log }) {
      if (care.length === 0) return
      const stays = staysKnown(care, asAt)
      const carers = carersOf(stays)
      const statuses = statusesKnown(care, asAt)
      const agreements = agreementsOf(statuses)
      const visitsMade = care.flatMap(({ event }) => event.visits).filter(({ on }) => on <= asAt)
      for (const whole of wholePeriods(care, birthday(log.bornOn, 18))) {
        for (const index of months.endsWithin(whole.from, whole.until)) {
          const day = months.lastDays[index]!
          const part = whole.parts.findLast(({ from }) => from <= day)!
          const { team } = part.position
          const placedOn = Math.max(stays.findLast(({ from }) => from <= day)?.from ?? 0, whole.from)
          const isTimely = (on: DayNumber | undefined) =>
            on !== undefined && on >= placedOn ? day - on <= 42 : day - placedOn <= 7
          const yearAgo = monthsAfter(day, -12)
          const seenOn = visitsMade.findLast(({ on, wasSeen }) => wasSeen && on <= day)?.on
          visits.ssd.add(index, team, isTimely(seenOn) ? 1 : 0)
          const among = carers.filter(({ from, to }) => from <= day && (to === null || to > yearAgo))
          moves.ssd.add(index, team, among.length >= 3 ? 1 : 0)
          const home = stays.findLast(({ from }) => from <= day)?.placement
          // Nobody knows the home of an unaccompanied child.
          far.add(index, team, home && !log.isUnaccompanied && home.distance > 20 ? 1 : 0)
          if (monthsAfter(whole.from, 30) <= day && day < birthday(log.bornOn, 16))
            stable.add(index, team, isStable(carers, day) ? 1 : 0)
          const now = statuses.findLast(({ from, to }) => from <= day && (to === null || to > day))
          const since =
            now?.status === 'V2'
              ? agreements.findLast(({ from, to }) => from <= day && (to === null || to > day))?.from
              : undefined
          agreed.ssd.add(index, team, since === undefined ? 0 : 1)
          if (since !== undefined && !log.isUnaccompanied) {
            gt6.ssd.add(index, team, day > monthsAfter(since, 6) ? 1 : 0)
            gt12.ssd.add(index, team, day > monthsAfter(since, 12) ? 1 : 0)
          }
          if (index !== lastIndex) continue
          visits.annexA.add(index, team, isTimely(visitsMade.findLast(({ on }) => on <= day)?.on) ? 1 : 0)
          const inYear = part.event.placements.filter(
            ({ from }, index, all) => from <= day && (all[index + 1]?.from ?? Infinity) > day - 365,
          )
          moves.annexA.add(index, team, inYear.length >= 3 ? 1 : 0)
          const latest = part.statuses.findLast(({ from }) => from <= day) ?? part.statuses[0]!
          const isAgreed = latest.status === 'V2'
          agreed.annexA.add(index, team, isAgreed ? 1 : 0)
          if (isAgreed && !log.isUnaccompanied) {
            gt6.annexA.add(index, team, day > monthsAfter(latest.from, 6) ? 1 : 0)
            gt12.annexA.add(index, team, day > monthsAfter(latest.from, 12) ? 1 : 0)
          }
        }
      }
    },
    truths: () => [
      ...[visits, moves, agreed, gt6, gt12].flatMap((pair) => [
        pair.ssd.truth(),
        pair.annexA.truth(lastIndex, lastIndex),
      ]),
      // The carers of two years are known from then on.
      stable.truth(months.lastDays.findIndex((day) => monthsAfter(day, -24) >= view.from - 1)),
      far.truth(),
    ],
  }
}

interface Carer {
  from: DayNumber
  to: DayNumber | null
  adoptiveFrom: DayNumber | null
}

const homeOf = ({ placement: { type, provider, urn, postcode } }: Stay): string =>
  [type, provider, urn, postcode].join('/')

/** A week or less elsewhere and back is no move, and one home after itself is one. */
function carersOf(stays: readonly Stay[]): Carer[] {
  const stayed = stays.filter((stay, index) => {
    const [before, after] = [stays[index - 1], stays[index + 1]]
    const isShort = stay.to !== null && stay.to - stay.from <= 7
    return !(isShort && before && after && homeOf(before) === homeOf(after))
  })
  const carers: Carer[] = []
  for (const [index, stay] of stayed.entries()) {
    const before = stayed[index - 1]
    const isSame =
      before !== undefined &&
      before.to !== null &&
      homeOf(before) === homeOf(stay) &&
      stay.from - before.to <= 8
    const adoptiveFrom = ADOPTIVE.includes(stay.placement.type) ? stay.from : null
    const carer = carers.at(-1)
    if (isSame && carer)
      Object.assign(carer, { to: stay.to, adoptiveFrom: carer.adoptiveFrom ?? adoptiveFrom })
    else carers.push({ from: stay.from, to: stay.to, adoptiveFrom })
  }
  return carers
}

function isStable(carers: readonly Carer[], day: DayNumber): boolean {
  const index = carers.findLastIndex(({ from }) => from <= day)
  const carer = carers[index]
  if (!carer) return false
  const isAdoptive = carer.adoptiveFrom !== null && carer.adoptiveFrom <= day
  const since = isAdoptive ? (carers[index - 1]?.from ?? carer.from) : carer.from
  return monthsAfter(since, 24) <= day
}

/** Spells under section 20 that touch are one. */
function agreementsOf(statuses: readonly { from: DayNumber; to: DayNumber | null; status: string }[]) {
  const agreements: { from: DayNumber; to: DayNumber | null }[] = []
  for (const { from, to, status } of statuses) {
    if (status !== 'V2') continue
    const before = agreements.at(-1)
    if (before && (before.to === null || from <= before.to + 1)) before.to = to
    else agreements.push({ from, to })
  }
  return agreements
}
