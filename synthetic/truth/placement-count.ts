import { birthday, type DayNumber } from '../day-number.ts'
import type { ExtractView } from '../extract-view.ts'
import { countTogether, type AreaCount } from './area-count.ts'
import { monthsAfter } from './in-need-count.ts'
import { openTally } from './series-truth.ts'
import type { TruthMonths } from './truth-months.ts'
import { ADOPTIVE, careDays, statusesKnown, staysKnown, type CareDay, type Stay } from './whole-period.ts'

const FROM_SSD = { sources: ['ssd'], councilAlone: true } as const
const AS_AT_ALONE = 'On the day of the extract alone, which has the latest of each.'

/** Where looked-after children live, who sees them there, and under which legal status. */
export const countPlacements = (months: TruthMonths, view: ExtractView): AreaCount =>
  countTogether([
    countVisits(months, view),
    countMoves(months, view),
    countAgreements(months, view),
    countHomes(months, view),
  ])

/** One series by all that the dataset holds, and by what Annex A says of its own day. */
function openBoth(months: TruthMonths, id: string, counts: string) {
  const last = months.names.length - 1
  const ssd = openTally(months, { id, kind: 'share', counts, ...FROM_SSD })
  const annexA = openTally(months, { id, kind: 'share', counts, note: AS_AT_ALONE })
  return { ssd, annexA, truths: () => [ssd.truth(), annexA.truth(last, last)] }
}

function countVisits(months: TruthMonths, { asAt }: ExtractView): AreaCount {
  const visits = openBoth(
    months,
    'lac-visits-timely',
    'of children looked after, those seen in this placement within 42 days, or placed within 7',
  )
  return {
    child(child) {
      const stays = staysKnown(child.care, asAt)
      const made = child.care.flatMap(({ event }) => event.visits).filter(({ on }) => on <= asAt)
      for (const { index, day, whole, team, isLast } of careDays(months, child)) {
        const placedOn = Math.max(stays.findLast(({ from }) => from <= day)?.from ?? 0, whole.from)
        const isTimely = (on: DayNumber | undefined) =>
          on !== undefined && on >= placedOn ? day - on <= 42 : day - placedOn <= 7
        const seenOn = made.findLast(({ on, wasSeen }) => wasSeen && on <= day)?.on
        visits.ssd.add(index, team, isTimely(seenOn))
        if (isLast) visits.annexA.add(index, team, isTimely(made.findLast(({ on }) => on <= day)?.on))
      }
    },
    truths: visits.truths,
  }
}

function countMoves(months: TruthMonths, { asAt }: ExtractView): AreaCount {
  const moves = openBoth(
    months,
    'lac-3-placements',
    'of children looked after, those with three carers or more in 12 months',
  )
  return {
    child(child) {
      const carers = carersOf(staysKnown(child.care, asAt))
      for (const { index, day, part, team, isLast } of careDays(months, child)) {
        const yearAgo = monthsAfter(day, -12)
        const among = carers.filter(({ from, to }) => from <= day && (to === null || to > yearAgo))
        moves.ssd.add(index, team, among.length >= 3)
        if (!isLast) continue
        const inYear = part.event.placements.filter(
          ({ from }, nth, all) => from <= day && (all[nth + 1]?.from ?? Infinity) > day - 365,
        )
        moves.annexA.add(index, team, inYear.length >= 3)
      }
    },
    truths: moves.truths,
  }
}

/** Children looked after by agreement with their parents, and for how long. */
function countAgreements(months: TruthMonths, { asAt }: ExtractView): AreaCount {
  const agreed = openBoth(months, 'lac-s20-drift.share', 'of children looked after, those under section 20')
  const gt6 = openBoth(months, 'lac-s20-drift.gt6', 'of children under section 20, those for over 6 months')
  const gt12 = openBoth(
    months,
    'lac-s20-drift.gt12',
    'of children under section 20, those for over 12 months',
  )
  return {
    child(child) {
      const statuses = statusesKnown(child.care, asAt)
      const agreements = agreementsOf(statuses)
      const add = (source: 'ssd' | 'annexA', { index, day, team }: CareDay, since: DayNumber | undefined) => {
        agreed[source].add(index, team, since !== undefined)
        if (since === undefined || child.log.isUnaccompanied) return
        gt6[source].add(index, team, day > monthsAfter(since, 6))
        gt12[source].add(index, team, day > monthsAfter(since, 12))
      }
      for (const careDay of careDays(months, child)) {
        const { day, part } = careDay
        const isOn = ({ from, to }: { from: DayNumber; to: DayNumber | null }) =>
          from <= day && (to === null || to > day)
        const isAgreed = statuses.findLast(isOn)?.status === 'V2'
        add('ssd', careDay, isAgreed ? agreements.findLast(isOn)?.from : undefined)
        const latest = part.statuses.findLast(({ from }) => from <= day) ?? part.statuses[0]!
        if (careDay.isLast) add('annexA', careDay, latest.status === 'V2' ? latest.from : undefined)
      }
    },
    truths: () => [agreed, gt6, gt12].flatMap((pair) => pair.truths()),
  }
}

/** Children who have stayed with one carer, and children placed far from home. */
function countHomes(months: TruthMonths, { asAt, from: firstDay }: ExtractView): AreaCount {
  const stable = openTally(months, {
    id: 'lac-stability',
    kind: 'share',
    counts: 'of children under 16 in care for 30 months, those with one carer for 24',
    ...FROM_SSD,
  })
  const far = openTally(months, {
    id: 'lac-distance.miles',
    kind: 'share',
    counts: 'of children looked after, those placed over 20 miles from home',
    ...FROM_SSD,
  })
  return {
    child(child) {
      const { bornOn, isUnaccompanied } = child.log
      const stays = staysKnown(child.care, asAt)
      const carers = carersOf(stays)
      for (const { index, day, whole, team } of careDays(months, child)) {
        const home = stays.findLast(({ from }) => from <= day)?.placement
        // The home of an unaccompanied child is not known.
        far.add(index, team, home !== undefined && !isUnaccompanied && home.distance > 20)
        if (monthsAfter(whole.from, 30) <= day && day < birthday(bornOn, 16))
          stable.add(index, team, isStable(carers, day))
      }
    },
    truths: () => [
      // The carers of two years are known from then on.
      stable.truth(months.lastDays.findIndex((day) => monthsAfter(day, -24) >= firstDay - 1)),
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
