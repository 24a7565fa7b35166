import { expect, test } from 'vitest'
import type { Day } from '../../platform/day.ts'
import { countStates, forecastFinish, forecastLeft, paceOf, weeksOf, type CountedCase } from './burn-down.ts'
import { neededWeekly, optionsOf } from './options.ts'
import { formatCost } from './taskforce-words.ts'

/* Work began on Monday 2 February 2015; Good Friday is 3 April, Easter Monday 6 April. */
const START: Day = '2015-02-02'

const waiting: CountedCase = {
  givenOn: null,
  authorisedOn: null,
  leftOn: null,
  outcome: null,
  triage: null,
}
const done = (authorisedOn: Day): CountedCase => ({
  ...waiting,
  givenOn: START,
  authorisedOn,
  outcome: 'stay',
})
const many = (count: number, child: CountedCase) => Array.from({ length: count }, () => child)

/** 2, 3 and 4 in three weeks, 91 to come. */
const cases = [
  ...many(2, done('2015-02-06')),
  ...many(3, done('2015-02-13')),
  ...many(4, done('2015-02-20')),
  ...many(11, { ...waiting, triage: 'urgent' }),
  ...many(80, waiting),
]
const TODAY: Day = '2015-02-23'
const pace = paceOf(weeksOf(cases, START, TODAY))!

test('every child is re-assessed, with the taskforce, waiting or gone, so that the four add up to the list', () => {
  const some = [
    done('2015-02-06'),
    { ...waiting, givenOn: START },
    waiting,
    { ...waiting, leftOn: '2015-02-10' as Day },
    // Gone after they were given out: the taskforce still has to finish.
    { ...waiting, givenOn: START, leftOn: '2015-02-10' as Day },
  ]
  expect(countStates(some, TODAY)).toEqual({ done: 1, working: 2, waiting: 1, left: 1 })
  expect(countStates(some, '2015-02-01')).toEqual({ done: 0, working: 0, waiting: 5, left: 0 })
})

test('what is left goes down week by week, and a week counts once its Friday has passed', () => {
  expect(
    weeksOf(cases, START, TODAY).map(({ done: count, remaining, isFull }) => [count, remaining, isFull]),
  ).toEqual([
    [2, 98, true],
    [3, 95, true],
    [4, 91, true],
    [0, 91, false],
  ])
})

test('there is no forecast before three full weeks', () => {
  expect(paceOf(weeksOf(cases, START, '2015-02-20'))).toBeNull()
  expect(pace).toEqual({ slowest: 2, mean: 3, fastest: 4 })
})

test('the finish is a range in working days, and never where nobody was re-assessed', () => {
  // 91 at 4 a week are 114 working days, at 3 a week 152 and at 2 a week 228, and 4, 5 and 8 bank holidays come between.
  expect(forecastFinish(91, pace, TODAY)).toEqual({
    soonest: '2015-08-06',
    likely: '2015-09-30',
    latest: '2016-01-19',
  })
  expect(forecastFinish(91, { slowest: 0, mean: 1, fastest: 2 }, TODAY).latest).toBeNull()
  expect(forecastFinish(0, pace, TODAY).likely).toBe(TODAY)
})

test('what is left on a day is whole children, never fewer than none', () => {
  // 32 working days to Friday 10 April, without the two of Easter.
  expect(forecastLeft(91, pace, TODAY, '2015-04-10')).toEqual({ soonest: 66, likely: 72, latest: 79 })
  expect(forecastLeft(3, pace, TODAY, '2015-04-10')).toEqual({ soonest: 0, likely: 0, latest: 0 })
})

test('each choice says what it leaves and what it costs beyond the contract, in pence', () => {
  const taskforce = { endsOn: '2015-04-10', extendTo: '2015-06-26', costWeekly: 2_500_000 } as const
  const [stop, extend, finish] = optionsOf(taskforce, cases, 91, pace, TODAY)
  expect(stop).toMatchObject({ left: { soonest: 66, latest: 79 }, costPence: { likely: 0 }, urgentLeft: 0 })
  expect(extend).toMatchObject({
    weeks: { likely: 11 },
    costPence: { soonest: 27_500_000, latest: 27_500_000 },
  })
  // 17 to 41 weeks, each that is begun.
  expect(finish).toMatchObject({
    left: { latest: 0 },
    costPence: { soonest: 42_500_000, latest: 102_500_000 },
  })
  const unpriced = optionsOf({ ...taskforce, costWeekly: null, extendTo: null }, cases, 91, pace, TODAY)
  expect(unpriced.map(({ choice, costPence }) => [choice, costPence.likely])).toEqual([
    ['stop', 0],
    ['finish', null],
  ])
})

test('without a pace the choices have their cost, and what they leave is not known', () => {
  const taskforce = { endsOn: '2015-04-10', extendTo: '2015-06-26', costWeekly: 2_500_000 } as const
  expect(
    optionsOf(taskforce, cases, 100, null, START).map(({ left, costPence, urgentLeft }) => [
      left,
      costPence.likely,
      urgentLeft,
    ]),
  ).toEqual([
    [null, 0, null],
    [null, 27_500_000, null],
    [null, null, null],
  ])
  // 47 working days.
  expect(neededWeekly(94, START, '2015-04-10')).toBe(10)
  expect(neededWeekly(94, '2015-04-10', '2015-04-10')).toBeNull()
})

test('money is counted in whole pence, and shown without rounding', () => {
  const taskforce = { endsOn: '2015-04-10', extendTo: '2015-06-26', costWeekly: 2_500_033 } as const
  const [stop, extend, finish] = optionsOf(taskforce, cases, 91, pace, TODAY)
  expect(extend!.costPence).toEqual({ soonest: 27_500_363, likely: 27_500_363, latest: 27_500_363 })
  expect([stop, extend, finish].map((option) => formatCost(option!))).toEqual([
    '£0',
    '£275,003.63',
    '£425,005.61 to £1,025,013.53',
  ])
  for (const { costPence } of [stop!, extend!, finish!])
    for (const pence of Object.values(costPence)) expect(Number.isSafeInteger(pence)).toBe(true)
  // A day beyond the contract begins a week, the eighth begins the next, and the day itself costs nothing.
  const costTo = (extendTo: Day) =>
    optionsOf({ ...taskforce, extendTo }, [], 0, null, TODAY)[1]!.costPence.likely
  expect([costTo('2015-04-10'), costTo('2015-04-11'), costTo('2015-04-17'), costTo('2015-04-18')]).toEqual([
    0, 2_500_033, 2_500_033, 5_000_066,
  ])
})
