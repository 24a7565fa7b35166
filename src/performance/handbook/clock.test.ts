import { expect, test } from 'vitest'
import type { DrawnClock } from '../../measures/index.ts'
import { calendarOf, clockRows, formatClock, workOut } from './clock.ts'
import { HANDBOOK } from './handbook-entry.ts'

const clock = (drawn: Pick<DrawnClock, 'unit' | 'from' | 'at'> & Partial<DrawnClock>): DrawnClock => ({
  starts: 'it starts',
  ends: 'it ends',
  after: 'late',
  back: false,
  onTheDay: false,
  ...drawn,
})
const limits = (drawn: DrawnClock) =>
  workOut(drawn).limits.map(({ on, time }) => (time ? `${on} ${time}` : on))

test('the clocks reproduce the worked examples of the conventions', () => {
  const working = (from: string, ...at: number[]) => limits(clock({ unit: 'working days', from, at }))
  expect(working('2014-12-19', 10, 20, 35, 45)).toEqual([
    '2015-01-07',
    '2015-01-21',
    '2015-02-11',
    '2015-02-25',
  ])
  expect(working('2015-01-03', 1, 10, 20, 35, 45)).toEqual([
    '2015-01-05',
    '2015-01-16',
    '2015-01-30',
    '2015-02-20',
    '2015-03-06',
  ])
  expect(working('2015-02-02', 10, 20, 35, 45)).toEqual([
    '2015-02-16',
    '2015-03-02',
    '2015-03-23',
    '2015-04-08',
  ])
  expect(working('2015-03-30', 15)).toEqual(['2015-04-22'])
  expect(working('2014-12-15', 15)).toEqual(['2015-01-08'])
  expect(working('2014-12-22', 20)).toEqual(['2015-01-22'])
  expect(limits(clock({ unit: 'working days', from: '2015-01-05', at: [3], back: true }))).toEqual([
    '2014-12-30',
  ])
  expect(limits(clock({ unit: 'months', from: '2014-11-30', at: [3] }))).toEqual(['2015-02-28'])
  expect(limits(clock({ unit: 'months', from: '2015-02-20', at: [6] }))).toEqual(['2015-08-20'])
  expect(limits(clock({ unit: 'hours', from: '2015-02-06T23:30', at: [72] }))).toEqual(['2015-02-09 23:30'])
})

test('hours are elapsed hours: over the night on which the clocks go forward the limit is an hour later', () => {
  expect(limits(clock({ unit: 'hours', from: '2015-03-27T20:00', at: [72] }))).toEqual(['2015-03-30 21:00'])
})

test('a plan counts as of two years from its 730th day, the first day counted', () => {
  const { clocks } = HANDBOOK.find(({ id }) => id === 'cp-2-years')!
  expect(formatClock(workOut(clocks[0]!))).toContain('From Tuesday 31 March 2015 on it is counted.')
})

/** Started Friday 19 December 2014: the weekend, Christmas Day and Boxing Day have no number. */
test('the calendar numbers working days, and what comes after the last is late, a weekend too', () => {
  const example = workOut(clock({ unit: 'working days', from: '2014-12-19', at: [5] }))
  const days = new Map(
    calendarOf(example)
      .flat()
      .map(({ on, number, state }) => [on, `${state} ${number ?? ''}`.trim()]),
  )
  expect(
    ['2014-12-18', '2014-12-19', '2014-12-20', '2014-12-22', '2014-12-25', '2014-12-29', '2014-12-30'].map(
      (on) => days.get(on as never),
    ),
  ).toEqual(['outside', 'start 0', 'in time', 'in time 1', 'in time', 'in time 4', 'limit 5'])
  expect(days.get('2014-12-31')).toBe('after')
  expect(days.get('2015-01-03')).toBe('after')
  expect(clockRows(example)).toContainEqual({
    what: 'Not counted',
    when: '4 days of weekends; the bank holidays 25 December and 26 December',
  })
})

test('a clock that counts back has its limit before the day, and is late between the two', () => {
  const example = workOut(clock({ unit: 'working days', from: '2015-01-05', at: [3], back: true }))
  const days = calendarOf(example).flat()
  expect(days.find(({ on }) => on === '2014-12-30')).toMatchObject({ state: 'limit', number: 3 })
  expect(days.find(({ on }) => on === '2015-01-02')).toMatchObject({ state: 'after', number: 1 })
  expect(days.find(({ on }) => on === '2014-12-29')).toMatchObject({ state: 'in time', number: 4 })
})

test('every clock of the handbook can be drawn: its limits come after its start, or before it', () => {
  for (const { id, clocks } of HANDBOOK)
    for (const drawn of clocks) {
      const { start, limits: found } = workOut(drawn)
      for (const { on } of found) expect(drawn.back ? on < start.on : on >= start.on, id).toBe(true)
      expect(formatClock(workOut(drawn)), id).not.toMatch(/undefined|NaN/)
    }
})
