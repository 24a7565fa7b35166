import { addMonths } from '../../src/platform/day.ts'
import { birthday, dayOf, firstOfMonth, monthNumberOf, numberOf, type DayNumber } from '../day-number.ts'
import type { AdopterLog, AdoptionPath } from '../event-log.ts'
import type { ExtractView } from '../extract-view.ts'
import type { AreaCount } from './area-count.ts'
import type { KnownChild } from './known-child.ts'
import { openTally, type SeriesTally, type SeriesTruth, type TruthKind } from './series-truth.ts'
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
  const last = months.names.length - 1
  const firstMonth = monthNumberOf(months.firstDays[0]!)
  const three = months.names.findIndex(
    (_, index) => firstOfMonth(firstMonth + index - THREE_YEARS + 1) >= view.from,
  )
  const tally = (id: string, kind: TruthKind, counts: string, councilAlone = false) =>
    openTally(months, { id, kind, counts, ...(councilAlone && { councilAlone }) })
  const averages = [
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
  ].map(({ id, counts, days, needs }) => ({
    days,
    needs,
    /** The first month end with a child adopted in the three years to it. */
    begun: last,
    rolling: tally(id, 'mean', `days ${counts}, of those adopted in three years`),
    monthly: trimmed(
      months,
      tally(`${id}.in_month`, 'mean', `days ${counts}, of those adopted in the month`),
    ),
  }))
  const waiting = tally('ad-waiting.waiting', 'count', 'children with a placement order and no placement')
  const decided = tally('ad-waiting.decision_only', 'count', 'children decided upon, without an order')
  let firstWait = Infinity
  const reversed = trimmed(
    months,
    tally('ad-waiting.reversed', 'count', 'plans to adopt that were given up in the month'),
  )
  const adopted = tally('ad-adopted', 'count', 'children adopted in the month')
  const ofExits = tally(
    'ad-adopted.share',
    'share',
    'periods of care that ended in the month: with an adoption',
  )
  const stages = {
    first: tally('ad-adopter-timeliness.stage1', 'share', 'first stages: within two months', true),
    second: tally('ad-adopter-timeliness.stage2', 'share', 'second stages: within four months', true),
    both: tally('ad-adopter-timeliness.total', 'share', 'both stages: within six months', true),
  }
  let [firstExit, firstStage] = [Infinity, Infinity]
  let paths = 0
  /** Days that some child on the list has. A column that is blank throughout is as good as absent. */
  const filled = new Set<string>()

  function countAdopted(path: AdoptionPath, adoptedOn: DayNumber, team: string): void {
    adopted.add(months.indexOf(adoptedOn), team)
    firstExit = Math.min(firstExit, monthNumberOf(adoptedOn))
    for (const average of averages) {
      const { rolling, monthly } = average
      const taken = average.days(path)
      if (taken === null) continue
      monthly.on(adoptedOn, team, taken)
      const month = monthNumberOf(adoptedOn)
      for (let index = Math.max(0, three, month - firstMonth); index <= last; index += 1) {
        if (three < 0 || firstMonth + index - month >= THREE_YEARS) break
        rolling.add(index, team, taken)
        average.begun = Math.min(average.begun, index)
      }
    }
  }

  function countWait(tally: SeriesTally, from: DayNumber | null, until: DayNumber, team: string): void {
    if (from === null || from > view.asAt) return
    const monthEnd = Math.min(firstOfMonth(monthNumberOf(from) + 1) - 1, view.asAt)
    if (until > monthEnd) firstWait = Math.min(firstWait, monthNumberOf(from))
    for (const index of months.endsWithin(from, until)) tally.add(index, team)
  }

  function countAdopter(log: AdopterLog): void {
    const known = (day: DayNumber | null) =>
      day !== null && day <= view.asAt && (log.leftOn === null || day <= log.leftOn) ? day : null
    const [from1, to1] = [known(log.stage1.from), known(log.stage1.to)]
    const [from2, to2] = [known(log.stage2.from), known(log.stage2.to)]
    const add = (tally: SeriesTally, from: DayNumber, to: DayNumber, most: number, pause = 0) => {
      firstStage = Math.min(firstStage, monthNumberOf(to))
      tally.add(months.indexOf(to), '', to <= later(from, most) + pause ? 1 : 0)
    }
    if (from1 !== null && to1 !== null) add(stages.first, from1, to1, 2)
    if (from2 === null || to2 === null) return
    add(stages.second, from2, to2, 4)
    add(stages.both, from1!, to2, 6, from2 - to1!)
  }

  function countExits({ care, log }: KnownChild): void {
    for (const { parts, until } of wholePeriods(care, birthday(log.bornOn, 18))) {
      if (until > view.asAt) continue
      const { statuses, event, position } = parts.at(-1)!
      const status = statuses.findLast(({ from }) => from <= until) ?? statuses[0]
      if (status && SHORT_BREAKS.includes(status.status)) continue
      firstExit = Math.min(firstExit, monthNumberOf(until))
      ofExits.add(months.indexOf(until), position.team, ADOPTED.includes(event.endReason) ? 1 : 0)
    }
  }

  return {
    child(child) {
      countExits(child)
      const path = pathKnown(child, view)
      if (!path) return
      const team = child.care.find(({ from }) => from === path.enteredCareOn)?.position.team ?? NO_TEAM
      paths += 1
      for (const [name, day] of Object.entries(path)) if (day !== null) filled.add(name)
      const end = Math.min(...[path.placedOn, path.adoptedOn, path.reversedOn].map((day) => day ?? Infinity))
      countWait(waiting, path.orderedOn, end, team)
      countWait(decided, path.decidedOn, Math.min(path.orderedOn ?? Infinity, end), team)
      if (path.reversedOn !== null) reversed.on(path.reversedOn, team, 1)
      if (path.adoptedOn !== null) countAdopted(path, path.adoptedOn, team)
    },
    adopter(log) {
      const { enquiredOn, adoptedOn, leftOn } = log
      if (enquiredOn <= view.asAt && (adoptedOn ?? leftOn ?? Infinity) >= view.from) countAdopter(log)
    },
    truths(): SeriesTruth[] {
      const isTold = (needs: readonly string[]) => paths === 0 || needs.every((name) => filled.has(name))
      const since = (month: number) => Math.min(last, Math.max(0, month - firstMonth))
      const waits = isTold(['orderedOn', 'placedOn', 'adoptedOn', 'reversedOn']) ? [waiting, decided] : []
      return [
        ...averages
          .filter(({ needs }) => isTold(needs))
          .flatMap(({ rolling, monthly, begun }) => [rolling.truth(begun), monthly.truth()]),
        ...waits.map((tally) => tally.truth(since(firstWait))),
        ...(isTold(['reversedOn']) ? [reversed.truth()] : []),
        ...(isTold(['adoptedOn']) ? [adopted.truth(since(firstExit))] : []),
        ofExits.truth(since(firstExit)),
        ...Object.values(stages).map((stage) => stage.truth(since(firstStage))),
      ]
    },
  }
}

const later = (day: DayNumber, months: number): DayNumber => numberOf(addMonths(dayOf(day), months))

/** A list has no month before the first in which something happened. */
function trimmed(months: TruthMonths, tally: SeriesTally) {
  const first = monthNumberOf(months.firstDays[0]!)
  let begun = Infinity
  return {
    on(day: DayNumber, team: string, amount: number) {
      begun = Math.min(begun, monthNumberOf(day))
      tally.add(months.indexOf(day), team, amount)
    },
    truth: () => tally.truth(Math.min(months.names.length - 1, Math.max(0, begun - first))),
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
