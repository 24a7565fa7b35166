import { expect, test } from 'vitest'
import type { Day } from '../../platform/day.ts'
import { NotFound } from '../../platform/errors.ts'
import type { ChildEvent, ChildSpell } from './event.ts'
import { readShown, shownEvents, shownHref, spanOf, yearsOf } from './shown.ts'
import { standsOut } from './stands-out.ts'

const AS_AT: Day = '2015-01-31'

const event = (on: Day, what: string, more: Partial<ChildEvent> = {}): ChildEvent => ({
  on,
  lane: 'Contacts and referrals',
  what,
  state: null,
  note: '',
  source: null,
  ...more,
})
const held = (what: string, from: Day, to: Day | null): ChildSpell => ({
  lane: 'Worker',
  what,
  from,
  to,
  limitOn: null,
})
const textsOf = (events: ChildEvent[], spells: ChildSpell[] = []) =>
  standsOut({ events, spells, asAt: AS_AT }).map(({ lane, text, isBold }) => [lane, text, isBold])

test('what is overdue is said with its due day and the working days since, before what was late', () => {
  const lane = 'Child protection' as const
  expect(
    textsOf([
      event('2015-01-26', 'Core group due', { lane, state: 'overdue' }),
      event('2014-12-01', 'Review conference', { lane, state: 'late' }),
      event('2014-10-01', 'Review conference', { lane, state: 'late' }),
      // More than twelve months before the data end.
      event('2014-01-31', 'Review conference', { lane, state: 'late' }),
    ]),
  ).toEqual([
    [lane, 'Core group: was due 26 January 2015, 4 working days over', true],
    [lane, 'Review conference late, 1 December 2014; 2 late in 12 months', false],
  ])
})

test('referrals are counted over twelve months, and one alone is not picked out', () => {
  const referrals = (...days: Day[]) => days.map((on) => event(on, 'Referral: police'))
  expect(textsOf(referrals('2014-03-01'))).toEqual([])
  expect(textsOf(referrals('2014-03-01', '2014-01-31'))).toEqual([])
  expect(textsOf(referrals('2014-03-01', '2014-06-01', '2015-01-31'))).toEqual([
    ['Contacts and referrals', 'Third referral in 12 months', false],
  ])
})

test('a time missing that two files have is one, and two days are picked out', () => {
  const lane = 'Missing and return interviews' as const
  const missing = (on: Day) => [event(on, 'Missing', { lane }), event(on, 'Reported missing', { lane })]
  expect(textsOf(missing('2015-01-10'))).toEqual([])
  expect(textsOf([...missing('2015-01-10'), ...missing('2014-12-10')])).toEqual([
    [lane, 'Missing on 2 days in 12 months', true],
  ])
})

test('days without a worker between two are picked out, and a weekend between them is not', () => {
  // 6 January 2015 is a Tuesday, and 9 January a Friday.
  expect(textsOf([], [held('SW-1', '2014-05-01', '2015-01-05'), held('SW-2', '2015-01-14', null)])).toEqual([
    ['Worker', 'No worker from 6 January 2015 to 13 January 2015', true],
  ])
  expect(textsOf([], [held('SW-1', '2014-05-01', '2015-01-09'), held('SW-2', '2015-01-12', null)])).toEqual(
    [],
  )
  const three = [
    held('SW-1', '2014-05-01', '2014-08-31'),
    held('SW-2', '2014-09-01', '2014-12-31'),
    held('SW-3', '2015-01-01', null),
  ]
  expect(textsOf([], three)).toEqual([['Worker', 'Third worker in 12 months', false]])
})

test('what a row says was missed is picked out once, at its latest day, with its rule', () => {
  const flag = {
    text: 'Visited, child not seen',
    rule: 'A visit at which the row says that the child was not seen',
  }
  const visit = (on: Day) => event(on, 'Visited, child not seen', { lane: 'Need', flag })
  const found = standsOut({ events: [visit('2014-11-03'), visit('2014-12-01')], spells: [], asAt: AS_AT })
  expect(found).toEqual([
    {
      lane: 'Need',
      text: 'Visited, child not seen, 1 December 2014, 2 times in 12 months',
      rule: flag.rule,
      isBold: true,
    },
  ])
})

test('the table is narrowed to a kind and a year, and the links count what each would show', () => {
  const events = [
    event('2015-03-11', 'Review conference due', { state: 'due', lane: 'Child protection' }),
    event('2015-01-12', 'Visited, seen alone', { lane: 'Need' }),
    event('2014-12-11', 'Initial conference', { state: 'late' }),
    event('2014-05-19', 'Referral: schools'),
  ]
  const { shown, all, counts } = shownEvents(events, { year: null, kind: 'meetings' })
  expect([shown.length, all, Object.fromEntries(counts)]).toEqual([
    2,
    4,
    { due: 1, late: 1, contacts: 2, visits: 1, meetings: 2, missing: 0, kept: 0 },
  ])
  expect(shownEvents(events, { year: 2014, kind: 'late' }).shown.map(({ on }) => on)).toEqual(['2014-12-11'])
})

test('a year is drawn whole, and years are those in which something was under way', () => {
  expect(spanOf(AS_AT, 2013)).toEqual({ from: '2013-01-01', to: '2013-12-31' })
  expect(spanOf(AS_AT, null)).toEqual({ from: '2014-01-01', to: '2015-03-31' })
  const spells = [held('SW-1', '2012-05-01', '2013-02-01')]
  expect(yearsOf({ events: [event('2015-01-01', 'Contact')], spells, asAt: AS_AT })).toEqual([
    2015, 2013, 2012,
  ])
})

test('a link keeps the list that somebody came from, and an address that no link makes is not found', () => {
  const opened = { list: 'drift', team: 'North 2', kind: 'late' }
  expect(shownHref(opened, { year: 2014, kind: null }, '#drawing')).toBe(
    '?list=drift&team=North+2&year=2014#drawing',
  )
  expect(() => readShown({ kind: 'rumours' })).toThrow(NotFound)
  expect(() => readShown({ year: '14' })).toThrow(NotFound)
  expect(readShown({})).toEqual({ year: null, kind: null })
})
