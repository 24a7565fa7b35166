import { expect, test } from 'vitest'
import { catalogue } from '../src/measures/index.ts'
import { boardSentence, describeProgress, describePromises } from '../src/oversight/clinics/clinic-words.ts'
import type { Clinic } from '../src/oversight/clinics/clinic.ts'
import { LISTS } from '../src/oversight/lists/lists.ts'
import { sentenceOfList } from '../src/oversight/lists/list-page.tsx'
import { describeStock } from '../src/oversight/lists/list-stock.ts'
import type { ListLine } from '../src/oversight/lists/lists-view.ts'
import { sentenceOfLists } from '../src/oversight/lists/lists-page.tsx'
import { describeResult } from '../src/loads/load-findings.tsx'
import { describeLosses } from '../src/loads/load-losses.ts'
import { describeLearned } from '../src/loads/unread-spellings.tsx'
import { spcOf } from '../src/performance/index.ts'
import { NO_CHART_RULES } from '../src/performance/spc/chart-rules.ts'
import { shiftMonth, type Month } from '../src/platform/day.ts'
import { buildChart } from '../src/board/report-block-build.ts'
import type { FigureBook } from '../src/board/figure-book.ts'
import { describeQuality } from '../src/quality/quality-page.tsx'
import { grammarFaults } from './support/grammar.ts'

const NUMBERS = [0, 1, 2, 21, 1001]
const pairs = NUMBERS.flatMap((whole) =>
  NUMBERS.filter((part) => part <= whole).map((part) => [part, whole] as const),
)

function expectGood(sentences: readonly (string | undefined)[], least: number): void {
  const faults = sentences.flatMap((text) =>
    text ? grammarFaults(text).map((fault) => `${fault}: ${text}`) : [],
  )
  expect([...new Set(faults)].slice(0, 20)).toEqual([])
  expect(new Set(sentences).size).toBeGreaterThan(least)
}

test('what a sentence may not say is found', () => {
  for (const wrong of [
    '1 children',
    'It is 1 days over.',
    '0 of no sentences',
    'There were 1 now.',
    'Download these 1 child',
    'All 1 rows were accepted',
    '1 of 1 rows is set aside',
    'Every one of 1 child has an answer.',
    '2 child',
  ])
    expect([wrong, grammarFaults(wrong).length > 0]).toEqual([wrong, true])
  for (const right of ['1 child', '21 children', '0 of 12 rows', 'There were 1,001 rows.', '84.1 days'])
    expect([right, grammarFaults(right)]).toEqual([right, []])
})

test('each list, and all of them together, say their counts in good grammar', () => {
  const said: (string | undefined)[] = []
  for (const list of LISTS)
    for (const [answered, overdue] of pairs)
      for (const few of NUMBERS) {
        const counts = {
          overdue,
          answered,
          due: few,
          several: 0,
          broken: few,
          passed: 0,
          since: few,
          fellDue: few,
          shown: 0,
        }
        const { bold, rest } = sentenceOfList({ list, counts })
        said.push(bold, rest)
      }
  const line = (unanswered: number): ListLine => ({
    list: LISTS[0]!,
    overdue: Math.max(unanswered, 1),
    due: 0,
    unanswered,
    passed: 0,
    reported: 0,
    answeredSince: 0,
    fellDue: 0,
    why: null,
    stock: null,
  })
  for (const many of [0, 1, 2])
    for (const clear of [0, 1, 20])
      for (const unanswered of NUMBERS) {
        const { bold, rest } = sentenceOfLists({
          overdue: Array.from({ length: many }, () => line(unanswered)),
          clear: Array.from({ length: clear }, () => line(0)),
          untold: [],
        })
        said.push(bold, rest)
      }
  expectGood(said, 100)
})

test('a list’s trend says what else is so, in good grammar', () => {
  const series = { ...catalogue().find(({ kind }) => kind === 'count')!, polarity: 'lower' as const }
  const runs = [
    Array.from({ length: 24 }, (_, at) => 20 + (at % 3) + (at > 15 ? at : 0)),
    Array.from({ length: 24 }, (_, at) => (at > 14 ? 12 : 20 + (at % 4))),
    Array.from({ length: 24 }, (_, at) => 20 + (at % 4) + (at === 23 ? 60 : 0)),
    [1],
    [0, 1],
  ]
  const said = runs.map((values) => {
    const points = values.map((value, at) => ({
      period: shiftMonth('2013-02', at),
      split: null,
      numerator: value,
      denominator: null,
      value,
      provisional: false,
    }))
    return describeStock({ series, points, spc: spcOf(series, points, null) })
  })
  expectGood(said, 3)
})

test('a load says what it found, what it takes away and what it learned in good grammar', () => {
  const said: (string | undefined)[] = NUMBERS.map(describeLearned)
  for (const [part, whole] of pairs) {
    for (const isSealed of [true, false])
      for (const measures of [[], ['fd-contacts'], ['fd-contacts', 'fd-referrals']])
        said.push(
          ...describeLosses(
            {
              before: 'x',
              tables: [
                { table: 'contacts', name: 'Contacts', before: whole, now: part, asAt: '2015-01-31' },
                { table: 'referrals', name: 'Referrals', before: whole, now: 0, asAt: null },
              ],
              rows: { before: whole, now: part },
              months: (['2014-12', '2015-01'] as Month[]).slice(0, measures.length),
              measures,
            },
            isSealed,
          ),
        )
    said.push(describeResult(viewOf(whole, part)))
    const { bold, rest } = describeQuality({ rows: whole }, {
      findings: [],
      faultyRows: part,
    } as unknown as Parameters<typeof describeQuality>[1])
    said.push(bold, rest)
  }
  expectGood(said, 50)
})

/** A load of one table of which some rows were set aside. */
const viewOf = (rows: number, setAside: number) =>
  ({
    files: [
      {
        file: 'a.csv',
        source: 'annex-a',
        tables: [
          { table: 'annex-a/1', rows, accepted: rows - setAside, quarantined: setAside, unknownColumns: [] },
        ],
      },
    ],
    counts: [],
    fills: [],
    sources: [],
  }) as unknown as Parameters<typeof describeResult>[0]

test('a clinic says its promises, its progress and its sentence for the Board in good grammar', () => {
  const said: (string | undefined)[] = []
  for (const state of ['planned', 'closed'])
    for (const [part, whole] of pairs)
      for (const agreed of NUMBERS) {
        const counts = {
          children: whole,
          discussed: part,
          silent: whole - part,
          promised: whole,
          kept: part,
          notKept: whole - part,
          cannotTell: 0,
        }
        const clinic = { state, heldOn: '2015-02-05', title: 'North' } as unknown as Clinic
        said.push(
          describePromises(counts, null),
          describeProgress(clinic, counts, agreed, '2015-02-05'),
          describeProgress(clinic, counts, agreed, '2015-01-05'),
          boardSentence(clinic, counts, [{ reason: 'Late', last: part, today: whole }]),
        )
      }
  expectGood(said, 50)
})

test('the caption of a chart in the Board report is in good grammar, whatever its months', () => {
  const said: (string | undefined)[] = []
  for (const definition of catalogue())
    for (const many of [1, 2, 13, 24])
      for (const value of [0, 1, 2, 21]) {
        const points = Array.from({ length: many }, (_, at) => ({
          period: shiftMonth('2015-01', at - many + 1),
          split: null,
          numerator: value,
          denominator: definition.denominator === null ? null : 21,
          value: value + (at % 2),
          provisional: false,
        }))
        const series = {
          definition,
          version: '1',
          available: true,
          why: null,
          points,
          otherDays: null,
          target: 1,
          rules: NO_CHART_RULES,
        }
        const book = { series: new Map([[definition.id, series]]) } as unknown as FigureBook
        const bound = { kind: 'bound' } as never
        said.push(
          buildChart({ kind: 'chart', series: definition.id, month: '2015-01' } as never, book, () => bound)
            ?.caption,
        )
      }
  expectGood(said, 500)
})
