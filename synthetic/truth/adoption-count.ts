import { addMonths } from '../../src/platform/day.ts'
import { birthday, dayOf, firstOfMonth, monthNumberOf, numberOf, type DayNumber } from '../day-number.ts'
import type { AdopterLog } from '../adopter-log.ts'
import type { AdoptionPath } from '../event-log.ts'
import type { ExtractView } from '../extract-view.ts'
import type { AreaCount } from './area-count.ts'
import type { KnownChild } from './known-child.ts'
import { openTally, type SeriesTally, type SeriesTruth } from './series-truth.ts'
import type { TruthMonths } from './truth-months.ts'
import { wholePeriods } from './whole-period.ts'

const THREE_YEARS = 36
const NO_TEAM = 'Not recorded'
/** How care ends with an adoption. */
const ADOPTED = ['E11', 'E12']
/** A short break is no care that ends. */
const SHORT_BREAKS = ['V3', 'V4']

/** The way to adoption: how long it took, who waits, and whether adopters were approved in time. */
export function countAdoption(months: TruthMonths, view: ExtractView): AreaCount {
  const averages = countTaken(months, view)
  const waits = countWaits(months, view)
  const exits = countExits(months, view)
  const adopters = countAdopters(months, view)
  let paths = 0
  /** Days that some child on the list has. A column that is blank throughout is as good as absent. */
  const filled = new Set<string>()
  return {
    child(child) {
      exits.child(child)
      const path = pathKnown(child, view)
      if (!path) return
      const team = child.care.find(({ from }) => from === path.enteredCareOn)?.position.team ?? NO_TEAM
      paths += 1
      for (const [name, day] of Object.entries(path)) if (day !== null) filled.add(name)
      waits.path(path, team)
      if (path.adoptedOn === null) return
      exits.adopted(path.adoptedOn, team)
      averages.adopted(path, path.adoptedOn, team)
    },
    adopter(log) {
      const { enquiredOn, adoptedOn, leftOn } = log
      if (enquiredOn <= view.asAt && (adoptedOn ?? leftOn ?? Infinity) >= view.from) adopters.adopter(log)
    },
    truths(): SeriesTruth[] {
      const isFilled = (needs: readonly string[]) => paths === 0 || needs.every((name) => filled.has(name))
      return [
        ...averages.truths(isFilled),
        ...(isFilled(['orderedOn', 'placedOn', 'adoptedOn', 'reversedOn']) ? waits.truths() : []),
        ...(isFilled(['reversedOn']) ? [waits.reversed.truth()] : []),
        ...(isFilled(['adoptedOn']) ? [exits.adoptedTruth()] : []),
        exits.shareTruth(),
        ...adopters.truths(),
      ]
    },
  }
}

/** The index of a month by its number, within those that are counted. */
function indexWithin({ names, firstDays }: TruthMonths, month: number): number {
  return Math.min(names.length - 1, Math.max(0, month - monthNumberOf(firstDays[0]!)))
}

/** The days that an adoption took, over three years and in the month. */
function countTaken(months: TruthMonths, view: ExtractView) {
  const last = months.names.length - 1
  const firstMonth = monthNumberOf(months.firstDays[0]!)
  const three = months.names.findIndex(
    (_, index) => firstOfMonth(firstMonth + index - THREE_YEARS + 1) >= view.from,
  )
  const mean = (id: string, counts: string) => openTally(months, { id, kind: 'mean', counts })
  const averages = AVERAGES.map(({ id, counts, days, needs }) => ({
    days,
    needs,
    /** The first month end with a child adopted in the three years to it. */
    begun: last,
    rolling: mean(id, `days ${counts}, of those adopted in three years`),
    monthly: trimmed(months, mean(`${id}.in_month`, `days ${counts}, of those adopted in the month`)),
  }))
  return {
    adopted(path: AdoptionPath, adoptedOn: DayNumber, team: string): void {
      for (const average of averages) {
        const taken = average.days(path)
        if (taken === null) continue
        average.monthly.on(adoptedOn, team, taken)
        const month = monthNumberOf(adoptedOn)
        for (let index = Math.max(0, three, month - firstMonth); index <= last; index += 1) {
          if (three < 0 || firstMonth + index - month >= THREE_YEARS) break
          average.rolling.add(index, team, taken)
          average.begun = Math.min(average.begun, index)
        }
      }
    },
    truths: (isFilled: (needs: readonly string[]) => boolean): SeriesTruth[] =>
      averages
        .filter(({ needs }) => isFilled(needs))
        .flatMap(({ rolling, monthly, begun }) => [rolling.truth(begun), monthly.truth()]),
  }
}

/** Children who wait to be placed, and plans to adopt that were given up. */
function countWaits(months: TruthMonths, { asAt }: ExtractView) {
  const count = (id: string, counts: string) => openTally(months, { id, kind: 'count', counts })
  const waiting = count('ad-waiting.waiting', 'children with a placement order and no placement')
  const decided = count('ad-waiting.decision_only', 'children decided upon, without an order')
  const reversed = trimmed(
    months,
    count('ad-waiting.reversed', 'plans to adopt that were given up in the month'),
  )
  let firstWait = Infinity
  function add(tally: SeriesTally, from: DayNumber | null, until: DayNumber, team: string): void {
    if (from === null || from > asAt) return
    const monthEnd = Math.min(firstOfMonth(monthNumberOf(from) + 1) - 1, asAt)
    if (until > monthEnd) firstWait = Math.min(firstWait, monthNumberOf(from))
    for (const index of months.endsWithin(from, until)) tally.add(index, team)
  }
  return {
    path({ decidedOn, orderedOn, placedOn, adoptedOn, reversedOn }: AdoptionPath, team: string): void {
      const end = Math.min(...[placedOn, adoptedOn, reversedOn].map((day) => day ?? Infinity))
      add(waiting, orderedOn, end, team)
      add(decided, decidedOn, Math.min(orderedOn ?? Infinity, end), team)
      if (reversedOn !== null) reversed.on(reversedOn, team, 1)
    },
    truths: () => [waiting, decided].map((tally) => tally.truth(indexWithin(months, firstWait))),
    reversed,
  }
}

/** Children adopted, and their share of those who leave care. */
function countExits(months: TruthMonths, { asAt }: ExtractView) {
  const adopted = openTally(months, {
    id: 'ad-adopted',
    kind: 'count',
    counts: 'children adopted in the month',
  })
  const ofExits = openTally(months, {
    id: 'ad-adopted.share',
    kind: 'share',
    counts: 'periods of care that ended in the month: with an adoption',
  })
  let firstExit = Infinity
  return {
    child({ care, log }: KnownChild): void {
      for (const { parts, until } of wholePeriods(care, birthday(log.bornOn, 18))) {
        if (until > asAt) continue
        const { statuses, event, position } = parts.at(-1)!
        const status = statuses.findLast(({ from }) => from <= until) ?? statuses[0]
        if (status && SHORT_BREAKS.includes(status.status)) continue
        firstExit = Math.min(firstExit, monthNumberOf(until))
        ofExits.add(months.indexOf(until), position.team, ADOPTED.includes(event.endReason))
      }
    },
    adopted(on: DayNumber, team: string): void {
      adopted.add(months.indexOf(on), team)
      firstExit = Math.min(firstExit, monthNumberOf(on))
    },
    adoptedTruth: () => adopted.truth(indexWithin(months, firstExit)),
    shareTruth: () => ofExits.truth(indexWithin(months, firstExit)),
  }
}

/** Whether adopters were approved in time, stage by stage. */
function countAdopters(months: TruthMonths, { asAt }: ExtractView) {
  const stage = (id: string, counts: string) =>
    openTally(months, { id: `ad-adopter-timeliness.${id}`, kind: 'share', counts, councilAlone: true })
  const first = stage('stage1', 'first stages: within two months')
  const second = stage('stage2', 'second stages: within four months')
  const both = stage('total', 'both stages: within six months')
  let firstStage = Infinity
  const add = (tally: SeriesTally, from: DayNumber, to: DayNumber, most: number, pause = 0) => {
    firstStage = Math.min(firstStage, monthNumberOf(to))
    tally.add(months.indexOf(to), '', to <= later(from, most) + pause)
  }
  return {
    adopter({ stage1, stage2, leftOn }: AdopterLog): void {
      const known = (day: DayNumber | null) =>
        day !== null && day <= asAt && (leftOn === null || day <= leftOn) ? day : null
      const [from1, to1] = [known(stage1.from), known(stage1.to)]
      const [from2, to2] = [known(stage2.from), known(stage2.to)]
      if (from1 !== null && to1 !== null) add(first, from1, to1, 2)
      if (from2 === null || to2 === null) return
      add(second, from2, to2, 4)
      add(both, from1!, to2, 6, from2 - to1!)
    },
    truths: () => [first, second, both].map((tally) => tally.truth(indexWithin(months, firstStage))),
  }
}

const later = (day: DayNumber, months: number): DayNumber => numberOf(addMonths(dayOf(day), months))

/** A list has no month before the first in which something happened. */
function trimmed(months: TruthMonths, tally: SeriesTally) {
  let begun = Infinity
  return {
    on(day: DayNumber, team: string, amount: number) {
      begun = Math.min(begun, monthNumberOf(day))
      tally.add(months.indexOf(day), team, amount)
    },
    truth: () => tally.truth(indexWithin(months, begun)),
  }
}

/** The path as it was known, of a child who is on the list: nothing of what was to come. */
function pathKnown({ log: { adoption } }: KnownChild, view: ExtractView): AdoptionPath | null {
  if (!adoption || adoption.decidedOn > view.asAt) return null
  if ((adoption.adoptedOn ?? adoption.reversedOn ?? Infinity) < view.from) return null
  const known = (day: DayNumber | null) => (day !== null && day <= view.asAt ? day : null)
  return {
    ...adoption,
    orderedOn: known(adoption.orderedOn),
    matchedOn: known(adoption.matchedOn),
    placedOn: known(adoption.placedOn),
    adoptedOn: known(adoption.adoptedOn),
    reversedOn: known(adoption.reversedOn),
    fosteredForAdoptionOn: known(adoption.fosteredForAdoptionOn),
  }
}

const toPlacement = ({ enteredCareOn, placedOn }: AdoptionPath): number | null =>
  placedOn === null || placedOn < enteredCareOn ? null : placedOn - enteredCareOn

const toMatch = ({ orderedOn, matchedOn }: AdoptionPath): number | null =>
  orderedOn === null || matchedOn === null ? null : Math.max(0, matchedOn - orderedOn)

const toLivingThere = (path: AdoptionPath): number | null => {
  const { enteredCareOn, fosteredForAdoptionOn: fostered } = path
  return toPlacement(path) === null || fostered === null ? toPlacement(path) : fostered - enteredCareOn
}

const AVERAGES = [
  {
    id: 'ad-a1',
    counts: 'from entering care to being placed',
    days: toPlacement,
    needs: ['adoptedOn', 'placedOn'],
  },
  {
    id: 'ad-a2',
    counts: 'from placement order to match',
    days: toMatch,
    needs: ['adoptedOn', 'orderedOn', 'matchedOn'],
  },
  {
    id: 'ad-a10',
    counts: 'from entering care to living with the adopters',
    days: toLivingThere,
    needs: ['adoptedOn', 'placedOn', 'fosteredForAdoptionOn'],
  },
]
