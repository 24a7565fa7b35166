import { afterAll, beforeAll, expect, test } from 'vitest'
import { catalogue, needsActionOf, type CaseRow } from '../../measures/index.ts'
import { figuresApp, headOfService, type FiguresApp } from '../../../tests/support/figures-app.ts'
import { clockOf, sortCases } from './case-clock.ts'
import { countsOf, describeAction, describeSides } from './case-words.ts'

const OPEN = '/measures/as-open-review-points.gt45'
const LATE = '/measures/as-completed-45wd.from_start'

let app: FiguresApp
beforeAll(async () => {
  app = await figuresApp()
})
afterAll(() => app.close())

const words = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .replaceAll(' ,', ',')
const heads = (html: string) =>
  [...html.matchAll(/<th scope="col"[^>]*>(.*?)<\/th>/gs)].map(([, head]) =>
    words(head!).replace(': sort by it', '').trim(),
  )

test('of a measure of which less is better, the page links to those past the day and to nobody else', async () => {
  const html = await app.as(headOfService).read(OPEN)
  expect(words(html)).toContain('40 past day 45 at the end of January')
  expect(html).toContain(`${OPEN}/cases?period=2015-01&amp;met=yes">40 past day 45`)
  expect(words(html)).not.toContain('not met in')
})

test('of a measure of which more is better, the page links to those that came late', async () => {
  const html = words(await app.as(headOfService).read(LATE))
  expect(html).toMatch(/\d+ completed after day 45 in January/)
})

test('a list opened without a side is of those that need action, and says how many the other side has', async () => {
  const html = words(await app.as(headOfService).read(`${OPEN}/cases?period=2015-01`))
  expect(html).toContain('40 past day 45 · The other 0 · All 40')
  expect(html).toContain('All 40 in this figure.')
})

test('the list shows when each began, when it was due and how long it is past that', async () => {
  const html = await app.as(headOfService).read(`${OPEN}/cases?period=2015-01`)
  expect(heads(html)).toEqual([
    'Child',
    'Day',
    'Start',
    'Due',
    'Working days over',
    'Working days',
    'Team',
    'Worker',
    'Case',
  ])
  expect(words(html)).toContain('2 November 2014')
})

test('the list is sorted and narrowed by links, and remembers both in its address', async () => {
  const html = await app.as(headOfService).read(`${OPEN}/cases?period=2015-01&met=yes&sort=team`)
  expect(html).toContain('aria-sort="other">Team')
  expect(html).toContain('value=North+1&amp;sort=team')
  expect(words(html)).toContain('Team: all · North 1 (20) · North 2 (20)')
  const narrowed = words(
    await app.as(headOfService).read(`${OPEN}/cases?period=2015-01&met=yes&by=team&value=North+1`),
  )
  expect(narrowed).toContain('All 20 in this figure.')
  expect(await app.as(headOfService).read(`${OPEN}/cases?period=2015-01&sort=colour`)).not.toContain(
    'past day 45',
  )
})

const row = (values: Partial<CaseRow>): CaseRow => ({
  child_id: '1',
  case_id: 'a',
  on_date: '2015-01-31',
  team: null,
  worker: null,
  met: true,
  value: 50,
  detail: null,
  ref: null,
  starts_on: null,
  ...values,
})

test('longest first puts work that never ended before everything, and whole-number ids in their order', () => {
  const action = needsActionOf({ id: 'as-cohort-45wd' })
  const rows = [
    row({ child_id: '10', met: false, value: 60 }),
    row({ child_id: '9', met: false, value: 60 }),
    row({ child_id: 'C-1', met: false, value: 60 }),
    row({ child_id: '11', met: false, value: null }),
    row({ child_id: '12', met: true, value: 99 }),
  ]
  expect(sortCases(rows, action, 'action').map(({ child_id }) => child_id)).toEqual([
    '11',
    '9',
    '10',
    'C-1',
    '12',
  ])
  expect(sortCases(rows, action, 'id').map(({ child_id }) => child_id)).toEqual([
    '9',
    '10',
    '11',
    '12',
    'C-1',
  ])
})

test('a case is over by the days past its last day in time', () => {
  const action = needsActionOf({ id: 'as-open-review-points.gt45' })!
  expect(clockOf(row({ starts_on: '2014-11-03', value: 62 }), action, '2015-01-31')).toEqual({
    start: '2014-11-03',
    due: '2015-01-08',
    over: 17,
  })
  const cohort = needsActionOf({ id: 'as-cohort-45wd' })!
  const unfinished = row({ starts_on: '2014-11-03', value: null, met: false })
  expect(clockOf(unfinished, cohort, '2015-01-31')).toMatchObject({ due: '2015-01-08', over: 16 })
})

test('the words of every measure agree with the count of their side, for every pair of counts', () => {
  for (const series of catalogue()) {
    const action = needsActionOf(series)
    for (const denominator of [0, 1, 2, 11, 1000])
      for (const numerator of [0, 1, Math.floor(denominator / 2), denominator].filter(
        (n) => n <= denominator,
      )) {
        const value =
          series.kind === 'count' ? numerator : denominator ? (100 * numerator) / denominator : null
        const counts = countsOf(series, {
          period: '2015-01',
          split: null,
          numerator,
          denominator,
          value,
          provisional: false,
        })
        if (series.kind === 'rate') expect(counts.yes! + counts.no!).toBe(counts.all)
        const text = describeAction(action, counts)
        if (text && action)
          expect(text).toBe(`${counts[action.met]!.toLocaleString('en-GB')} ${action.words}`)
        const [first] = describeSides(series, action, counts)
        if (first && action) expect(first.met).toBe(action.met)
      }
  }
})

test('what a measure counts is named for what it is: money, posts and workers are no children', () => {
  expect(catalogue().filter(({ area }) => area === 'finance' || area === 'workforce').length).toBeGreaterThan(
    20,
  )
  const html = (id: string) => app.as(headOfService).read(`/measures/${id}/cases?period=2015-01`)
  return expect(html('fi-spend.actual').then(words)).resolves.not.toMatch(/children behind|child matches/)
})
