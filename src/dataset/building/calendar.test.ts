import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { buildTestDataset } from '../../../tests/support/dataset.ts'
import { addDays, type Day } from '../../platform/day.ts'
import { isWorkingDay, withinWorkingDays } from '../../platform/working-days.ts'

interface CalendarDay {
  day: Day
  is_working_day: boolean
  working_days: number
  falls_on: number
}

let calendar: Map<Day, CalendarDay>

beforeAll(async () => {
  const build = await buildTestDataset({ asAt: '2015-01-31', insert: '' })
  const days = await build.all<CalendarDay>('select * from calendar order by day')
  calendar = new Map(days.map((day) => [day.day, day]))
})

test('the calendar holds every day from 1995 to 2035', () => {
  expect([...calendar.keys()].at(0)).toBe('1995-01-01')
  expect([...calendar.keys()].at(-1)).toBe('2035-12-31')
  expect(calendar.size).toBe(14975)
})

test('a day is a working day in the calendar when England works on it', () => {
  const wrong = [...calendar.values()].filter(
    ({ day, is_working_day }) => is_working_day !== isWorkingDay(day),
  )
  expect(wrong).toEqual([])
})

test('an end is within N working days of a start by the calendar exactly when it is by the rule', () => {
  const day = fc.integer({ min: 0, max: 14000 }).map((days) => addDays('1995-01-01', days))
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 100 }), fc.integer({ min: 1, max: 60 }), (start, after, n) => {
      const end = addDays(start, after)
      const counted = calendar.get(end)!.falls_on - calendar.get(start)!.working_days <= n
      expect(counted).toBe(withinWorkingDays(start, end, n))
    }),
    { numRuns: 500 },
  )
})

test('an assessment that ends on the Saturday after day 45 is late, though 45 working days have passed', () => {
  const start = calendar.get('2015-01-03')!
  expect(calendar.get('2015-03-06')!.falls_on - start.working_days).toBe(45)
  expect(calendar.get('2015-03-07')!.falls_on - start.working_days).toBe(46)
  expect(calendar.get('2015-03-07')!.working_days - start.working_days).toBe(45)
})
