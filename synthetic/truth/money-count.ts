import type { Month } from '../../src/platform/day.ts'
import { budgetLines, budgetMonths } from '../capture/story/budget-story.ts'
import { contractSteps } from '../capture/story/contract-story.ts'
import { unitCosts } from '../capture/story/unit-cost-story.ts'
import { numberOf, type DayNumber } from '../day-number.ts'
import type { ExtractView } from '../extract-view.ts'
import type { CouncilPlan } from '../plans/council-plan.ts'
import type { AreaCount } from './area-count.ts'
import type { KnownChild } from './known-child.ts'
import { openTally, type SeriesTruth, type TruthKind, type TruthPoint } from './series-truth.ts'
import type { TruthMonths } from './truth-months.ts'

/** The council whose money is told, and the day of which it is. */
const STORY = { code: '999', asAt: numberOf('2015-01-31') }
/** The investment case counts from the end of this month, over two years. */
const BASE: DayNumber = numberOf('2014-03-31')
const UNCHANGED = 0.04
const PATH_MONTHS = 24
/** As the return has them: the council's own, and a parent's. */
const OWN = ['PR0', 'PR1']

/** The improvement budget and its tender, as they were reported; nights in care at what they cost. */
export function countMoney(months: TruthMonths, view: ExtractView, plan: CouncilPlan): AreaCount {
  if (plan.code !== STORY.code || view.asAt !== STORY.asAt)
    return { child: () => undefined, truths: () => [] }
  const first = months.indexOf(BASE) + 1
  /** By month from `first` on, then by kind. */
  const nights = months.names.slice(first).map(() => new Map<string, number>())
  let base = 0
  return {
    child({ care }) {
      if (care.some(({ from, until }) => from <= BASE && (until === null || until > BASE))) base += 1
      for (const { from, until, kind } of care.flatMap((period) => staysOf(period, view))) {
        for (const [nth, month] of nights.entries()) {
          const index = first + nth
          const begins = Math.max(from, months.firstDays[index]!)
          const spent = Math.min(until, months.lastDays[index]! + 1) - begins
          if (spent > 0) month.set(kind, (month.get(kind) ?? 0) + spent)
        }
      }
    },
    truths() {
      const names = months.names.slice(first)
      return [
        ...spendTruths(names),
        ...careTruths(names, nights, base, months.lastDays.slice(first - 1)),
        milestones(months, view),
      ]
    },
  }
}

interface Stay {
  from: DayNumber
  until: DayNumber
  /** `U6 own`, as unit costs are told. */
  kind: string
}

/** The placements of a period of care, each to the day the next begins, or to the period's end or the night of the extract. */
function staysOf({ from, until, event }: KnownChild['care'][number], { asAt }: ExtractView): Stay[] {
  const begun = event.placements.filter(
    (placement) =>
      placement.from <= asAt && (placement.from <= from || until === null || placement.from < until),
  )
  return begun.map(({ from: on, type, provider }, index) => ({
    from: on,
    until: begun[index + 1]?.from ?? until ?? asAt + 1,
    kind: `${type} ${OWN.includes(provider) ? 'own' : 'bought'}`,
  }))
}

const pounds = (pence: number): number => pence / 100
const twoPlaces = (value: number): number => Math.round(Number((value * 100).toFixed(6))) / 100
const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0)

const truthOf = (
  id: string,
  kind: TruthKind,
  counts: string,
  source: 'capture' | 'ssd',
  points: readonly Omit<TruthPoint, 'team'>[],
): SeriesTruth => ({
  id,
  kind,
  counts,
  sources: [source],
  councilAlone: true,
  points: points.map(({ period, ...figure }) => ({ period, team: null, ...figure })),
})

const oneNumber = (period: Month, value: number) => ({
  period,
  numerator: null,
  denominator: null,
  value: twoPlaces(value),
})
const ratio = (period: Month, above: number, below: number, times = 1) => ({
  period,
  numerator: twoPlaces(above),
  denominator: twoPlaces(below),
  value: below === 0 ? null : twoPlaces((times * above) / below),
})

/** Months of the one financial year that is told, so that what is spent to date is spent since April. */
function spendTruths(names: readonly Month[]): SeriesTruth[] {
  const reported = [...budgetMonths()]
  const toDate = (index: number, amount: (row: (typeof reported)[number]) => number): number => {
    const until = numberOf(`${names[index]!}-01`)
    return pounds(sum(reported.filter(({ month, spent }) => month <= until && spent !== null).map(amount)))
  }
  const lines = budgetLines()
  const expected = pounds(sum(lines.map(({ forecast_outturn }) => forecast_outturn)))
  const agreed = pounds(sum(lines.map(({ budget }) => budget)))
  const spent = names.map((_, index) => toDate(index, (row) => row.spent!))
  const last = names.at(-1)!
  const money = (id: string, kind: TruthKind, counts: string, points: readonly Omit<TruthPoint, 'team'>[]) =>
    truthOf(`fi-spend.${id}`, kind, counts, 'capture', points)
  return [
    money(
      'actual',
      'total',
      'pounds spent since April',
      names.map((period, index) => oneNumber(period, spent[index]!)),
    ),
    money('forecast', 'total', 'pounds expected to be spent in the year', [oneNumber(last, expected)]),
    money('variance', 'difference', 'pounds expected less pounds agreed', [
      oneNumber(last, expected - agreed),
    ]),
    money(
      'profile',
      'ratio',
      'pounds spent since April over pounds planned',
      names.map((period, index) =>
        ratio(
          period,
          spent[index]!,
          toDate(index, (row) => row.planned),
          100,
        ),
      ),
    ),
  ]
}

/** What nights cost, and what they would have if nothing had changed: the mix of kinds of the first month. */
function careTruths(
  names: readonly Month[],
  nights: readonly ReadonlyMap<string, number>[],
  base: number,
  ends: readonly DayNumber[],
): SeriesTruth[] {
  const costed = costsOf(nights)
  const usual = costed[0]!.cost / costed[0]!.priced
  const path = ends.map((_, month) => Math.round(base * (1 + (UNCHANGED * month) / PATH_MONTHS)))
  const invested = [...budgetMonths()]
  let avoided = 0
  const toDate = costed.map(({ cost, priced, all }, index) => {
    const unchanged = ((path[index]! + path[index + 1]!) / 2) * (ends[index + 1]! - ends[index]!)
    avoided += unchanged * usual - (cost * all) / priced
    const until = numberOf(`${names[index]!}-01`)
    const spent = pounds(
      sum(invested.map(({ month, spent: amount }) => (month <= until ? (amount ?? 0) : 0))),
    )
    return { period: names[index]!, avoided, spent }
  })
  const back = (id: string, kind: TruthKind, counts: string, points: readonly Omit<TruthPoint, 'team'>[]) =>
    truthOf(`fi-lac-return${id}`, kind, counts, 'ssd', points)
  return [
    truthOf(
      'fi-unit-cost',
      'ratio',
      'pounds for nights in placements that have a price, over weeks',
      'ssd',
      costed.map(({ cost, priced }, index) => ratio(names[index]!, cost, priced / 7)),
    ),
    back(
      '',
      'total',
      'pounds of care avoided since April 2014, less pounds invested',
      toDate.map((month) => oneNumber(month.period, month.avoided - month.spent)),
    ),
    back(
      '.avoided',
      'total',
      'pounds of care avoided since April 2014',
      toDate.map((month) => oneNumber(month.period, month.avoided)),
    ),
    back(
      '.per_pound',
      'ratio',
      'pounds of care avoided over pounds invested',
      toDate.map((month) => ratio(month.period, month.avoided, month.spent)),
    ),
  ]
}

/** What the nights of each month cost, of how many that have a price, of how many in all. */
function costsOf(nights: readonly ReadonlyMap<string, number>[]) {
  const prices = new Map(
    unitCosts().map(({ placement_type, provider, pounds_a_week }) => [
      `${placement_type} ${provider}`,
      pounds(pounds_a_week) / 7,
    ]),
  )
  return nights.map((month) => {
    const kinds = [...month].filter(([kind]) => prices.has(kind))
    return {
      cost: sum(kinds.map(([kind, many]) => many * prices.get(kind)!)),
      priced: sum(kinds.map(([, many]) => many)),
      all: sum([...month.values()]),
    }
  })
}

/** The steps of the tender, in the month each was planned for. */
function milestones(months: TruthMonths, { asAt }: ExtractView): SeriesTruth {
  const steps = contractSteps().filter(({ planned_on }) => planned_on <= asAt)
  const places = steps.map(({ planned_on }) => months.indexOf(planned_on))
  const tally = openTally(months, {
    id: 'pl-milestones',
    kind: 'share',
    counts: 'steps of the tender done by the day they were planned for',
    sources: ['capture'],
    councilAlone: true,
  })
  for (const [index, { planned_on, happened_on }] of steps.entries()) {
    tally.add(places[index]!, '', happened_on !== null && happened_on <= planned_on)
  }
  return tally.truth(Math.min(...places))
}
