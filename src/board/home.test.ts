import { expect, test } from 'vitest'
import { seriesOf } from '../measures/catalogue/catalogue.ts'
import { spcOf } from '../performance/spc/suitability.ts'
import type { Point } from '../measures/figures/figure.ts'
import type { TrackerRow } from '../performance/tracker/tracker-row.ts'
import { monthsFrom } from '../platform/day.ts'
import { buildHome, homeSentence, describeMeasureChange, type HomeParts } from './home.ts'

const MONTHS = monthsFrom('2013-02', '2015-01')

function row(id: string, ref: string, values: readonly number[], target: number | null = null): TrackerRow {
  const series = seriesOf(id)!
  const points = values.map((value, at): Point => ({
    period: MONTHS[MONTHS.length - values.length + at]!,
    split: null,
    numerator: series.kind === 'count' ? value : value * 10,
    denominator: series.kind === 'count' ? null : 1000,
    value,
    provisional: false,
  }))
  return {
    id,
    ref,
    title: series.title,
    latest: points.at(-1) ?? null,
    previous: points.at(-2) ?? null,
    target,
    targetBy: null,
    path: [],
    spc: spcOf(series, points, target),
    sentence: '',
    england: { value: null, period: null },
    neighbours: { median: null, period: null, published: 0, of: 0 },
    region: null,
    rank: null,
    confidence: { complete: null, notes: [] },
    tableDaysSentence: null,
    series,
    group: 'watched',
    meeting: 'no-target',
    points,
    counted: points,
    available: true,
    why: null,
    comparison: null,
    compared: null,
    per10k: null,
    populationYear: null,
    period: '2015-01',
  }
}

const steady = row(
  'as-completed-45wd.from_start',
  'A2',
  MONTHS.map((_, index) => (index === 23 ? 86 : index % 2 === 0 ? 88 : 93)),
)
const rising = row(
  'fd-referrals',
  'B2',
  MONTHS.map((_, index) => (index < 14 ? 1000 + (index % 3) * 10 : 1080 + (index % 3) * 5)),
)
const parts = (change: Partial<HomeParts> = {}): HomeParts => ({
  today: '2015-02-05',
  meeting: { id: 'm', heldOn: '2015-02-10', previousOn: '2015-01-16', title: 'Improvement Board' },
  rows: [steady, rising],
  tree: { themes: [] },
  issued: false,
  open: null,
  mayWrite: true,
  mayConfirm: true,
  ...change,
})

test('what has a signal comes first; what is inside its usual range is named only to say that it has not really changed', () => {
  const { changes } = buildHome(parts())
  expect(changes.map(({ row: { ref } }) => ref)).toEqual(['B2', 'A2'])
  expect(changes[0]!.text).toMatch(
    /: above its (average for \d+ months|usual range)(, (and|but) [a-z ]+ for \d+( months)?)*$/,
  )
  expect(changes[1]!.text).toMatch(/: inside its usual range of \d+% to \d+%\. No real change$/)
  expect(changes[1]).toMatchObject({ was: '88.0%', now: '86.0%' })
})

test('a figure inside its usual range never rose, fell or dipped', () => {
  expect(describeMeasureChange(steady)).not.toMatch(/rose|fell|dipped|higher|lower/)
})

test('home counts from the Board before the next one, or from the last one held', () => {
  expect(buildHome(parts()).previousOn).toBe('2015-01-16')
  expect(buildHome(parts({ today: '2015-02-20' })).previousOn).toBe('2015-02-10')
  expect(buildHome(parts({ meeting: null })).previousOn).toBeNull()
})

test('the sentence says what stops the report, then how many measures move', () => {
  const home = buildHome(parts())
  expect(homeSentence({ ...home, report: { resolved: 20, all: 22, toResolve: 3 } }, 2)).toEqual({
    bold: 'Three things stop the Board report being issued.',
    rest: 'Of 2 measures, none is getting worse and none is getting better.',
  })
  expect(homeSentence({ ...home, report: { resolved: 2, all: 2, toResolve: 0 } }, 2).bold).toBe(
    'Nothing stops the Board report from being issued.',
  )
  expect(homeSentence(home, 2).bold).toBe('The next Board is on 10 February. The report is not issued yet.')
  expect(homeSentence(buildHome(parts({ issued: true })), 2).bold).toBe(
    'The next Board is on 10 February. The report is issued.',
  )
  expect(homeSentence(buildHome(parts({ today: '2015-02-20', issued: true })), 2).bold).toBe(
    'The last Board was on 10 February. The report is issued.',
  )
  expect(homeSentence({ ...home, meeting: null }, 0)).toEqual({
    bold: 'No Board meeting has been added yet.',
    rest: 'No data has been loaded yet.',
  })
})
