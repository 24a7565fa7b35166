import { expect, test } from 'vitest'
import { carePeriod } from '../../tests/support/child-log.ts'
import type { Day } from '../../src/platform/day.ts'
import { dayOf, numberOf } from '../day-number.ts'
import type { CarePeriod, Placement } from '../event-log.ts'
import { careEpisodes } from './care-episode.ts'

const POSITION = { team: 'North 1', name: 'North 1/1' }
const at = (on: Day) => ({ on: numberOf(on), recordedOn: numberOf(on) })

/** Looked after from 3 June 2013: statuses and placements as given, each from its day. */
function period(
  statuses: readonly [Day, string][],
  placements: readonly [Day, string, changeReason: string][],
  ended: Day | null = null,
): CarePeriod {
  const usual = carePeriod({ started: at('2013-06-03'), position: POSITION }, ended && at(ended), [])
  return {
    ...usual,
    statuses: statuses.map(([from, status]) => ({ from: numberOf(from), status })),
    placements: placements.map(([from, type, changeReason]): Placement => ({
      ...usual.placements[0]!,
      from: numberOf(from),
      type,
      changeReason,
    })),
  }
}

const asAt = (on: Day) => ({ asAt: numberOf(on), recordedTo: numberOf(on), from: 0, workerOf: () => null })
const said = (of: CarePeriod, on: Day = '2014-03-31') =>
  careEpisodes(of, asAt(on)).map(({ from, to, reasonBegan, reasonCeased, status, placement, changeReason }) =>
    [
      dayOf(from),
      to === null ? 'goes on' : dayOf(to),
      reasonBegan,
      reasonCeased ?? '-',
      status,
      placement.type,
      changeReason ?? '-',
    ].join(' '),
  )

test('an episode ends where the legal status or the placement changes, and the next begins on that day', () => {
  const of = period(
    [
      ['2013-06-03', 'V2'],
      ['2013-07-20', 'C1'],
    ],
    [
      ['2013-06-03', 'U6', 'CREQB'],
      ['2013-09-10', 'K2', ''],
    ],
  )
  expect(said(of)).toEqual([
    '2013-06-03 2013-07-20 S X1 V2 U6 -',
    '2013-07-20 2013-09-10 L X1 C1 U6 CREQB',
    '2013-09-10 goes on P - C1 K2 -',
  ])
})

test('a change of both on one day is one new episode', () => {
  const of = period(
    [
      ['2013-06-03', 'V2'],
      ['2013-07-20', 'C1'],
    ],
    [
      ['2013-06-03', 'U6', 'CARPL'],
      ['2013-07-20', 'U3', ''],
    ],
  )
  expect(said(of)).toEqual(['2013-06-03 2013-07-20 S X1 V2 U6 CARPL', '2013-07-20 goes on B - C1 U3 -'])
})

test('a placement that changes its status alone stays with the same carer', () => {
  const placements: [Day, string, string][] = [
    ['2013-06-03', 'U6', 'PLACE'],
    ['2013-08-01', 'U4', ''],
  ]
  expect(said(period([['2013-06-03', 'C1']], placements))[1]).toBe('2013-08-01 goes on T - C1 U4 -')
  const withOrder = period(
    [
      ['2013-06-03', 'C1'],
      ['2013-08-01', 'C2'],
    ],
    placements,
  )
  expect(said(withOrder)[1]).toBe('2013-08-01 goes on U - C2 U4 -')
})

test('the last episode ends with the period, for its reason', () => {
  const of = period([['2013-06-03', 'V2']], [['2013-06-03', 'U6', '']], '2013-10-01')
  expect(said(of)).toEqual(['2013-06-03 2013-10-01 S E4A V2 U6 -'])
})

test('what changes on the day that care ends, or after the day of the view, makes no episode', () => {
  const of = period(
    [
      ['2013-06-03', 'V2'],
      ['2013-10-01', 'C2'],
    ],
    [
      ['2013-06-03', 'U6', ''],
      ['2014-05-01', 'K2', ''],
    ],
    '2013-10-01',
  )
  expect(said(of)).toHaveLength(1)
  expect(said({ ...of, ended: null }, '2014-03-31')).toEqual([
    '2013-06-03 2013-10-01 S X1 V2 U6 -',
    '2013-10-01 goes on L - C2 U6 -',
  ])
})

test('an order that only says again what stood makes no episode', () => {
  const of = period(
    [
      ['2013-06-03', 'C1'],
      ['2013-07-01', 'C1'],
    ],
    [['2013-06-03', 'U6', '']],
  )
  expect(said(of)).toEqual(['2013-06-03 goes on S - C1 U6 -'])
})
