import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accessMigrations, allow, operator } from '../../src/access/index.ts'
import { PUBLISHED_ITEMS, PUBLISHED_SERIES } from '../../src/measures/index.ts'
import { isAggregate } from '../../src/performance/benchmarks/area.ts'
import { readBenchmarkFile } from '../../src/performance/benchmarks/benchmark-file.ts'
import { importBenchmarks } from '../../src/performance/benchmarks/benchmark-import.ts'
import { comparisonBook } from '../../src/performance/benchmarks/benchmark-store.ts'
import { shippedBook } from '../../src/performance/benchmarks/comparison-book.ts'
import { publishedFor, publishedItem } from '../../src/performance/benchmarks/published.ts'
import { shipped } from '../../src/performance/benchmarks/shipped.ts'
import { performanceMigrations } from '../../src/performance/migrations.ts'
import { stoppedClock } from '../../src/platform/day.ts'
import { sqliteStore, type TestStore } from '../support/stores.ts'

const samples = process.env['WAYMARK_SAMPLES'] ?? join(import.meta.dirname, '../../../shared/samples')
const file = (name: string) => join(samples, '../benchmarks', name)
const FIGURES = file('bds_long_0.parquet')
const DICTIONARY = file('lait_data_dictionary.csv')
const NEIGHBOURS = file('sn_may_2025.xlsx')
const AUTHORITIES = file('la_code_list.xlsx')
const here = existsSync(FIGURES)
if (!here) {
  console.warn(
    `\nNOT RUN: the department's published figures are not in ${file('')}. Set WAYMARK_SAMPLES to the samples beside them.\n`,
  )
}

interface PublishedRow {
  item: string
  area: string
  year: number
  /** Null where nothing is published. */
  value: number | null
}

/** The file as it is, read without any of our own reading. */
let rows: PublishedRow[]
beforeAll(async () => {
  if (!here) return
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  const reader = await connection.runAndReadAll(
    `select "Short Desc" as item, cast(cast("LA Number" as integer) as varchar) as area, "Years" as label,
       try_cast("Values" as double) as value
     from read_parquet($file)`,
    { file: FIGURES },
  )
  rows = (reader.getRowObjectsJson() as (Omit<PublishedRow, 'year'> & { label: string })[])
    .filter(({ item }) => item in PUBLISHED_ITEMS)
    .map(({ label, ...row }) => ({ ...row, year: Number(label.slice(0, 4)) + (label.includes('-') ? 1 : 0) }))
  connection.closeSync()
  instance.closeSync()
})

/** What a reader sees must be the file's figure: the same number, or where the file holds more digits, it rounded. */
const isSame = (text: string, value: number): boolean => {
  const digits = text.split('.')[1]?.length ?? 0
  return text === value.toFixed(digits) && Math.abs(Number(text) - value) <= 0.5 * 10 ** -digits + 1e-9
}

describe.skipIf(!here)('what is shipped is what the department published', () => {
  test('every figure of every authority, region and England, in every year of the file', () => {
    const book = shippedBook()
    const wrong = rows.filter(({ item, area, year, value }) => {
      const shown = publishedItem(book, item)?.figure(area, year) ?? null
      return value === null ? shown !== null : shown === null || !isSame(shown.text, value)
    })
    expect(wrong).toEqual([])
    expect(rows.filter(({ value }) => value !== null).length).toBeGreaterThan(70_000)
    const shown = Object.values(shipped().items).flatMap(({ figures }) =>
      Object.values(figures).flatMap((words) => words.split(' ').filter((word) => word !== '-')),
    )
    // Nothing is shipped that is not in the file.
    expect(shown).toHaveLength(rows.filter(({ value }) => value !== null).length)
  })

  test.each(Object.entries(PUBLISHED_SERIES))(
    '%s shows for each authority what is published, or says that it was worked out',
    (id, [first]) => {
      const { name: item, reading } = first!
      const published = publishedFor(shippedBook(), id)!
      const ours = rows.filter((row) => row.item === item && row.value !== null)
      expect(ours.length).toBeGreaterThan(100)
      const base = new Map(
        rows
          .filter((row) => typeof reading === 'object' && row.item === reading?.over)
          .map(({ area, year, value }) => [`${area} ${year}`, value]),
      )
      const wrong = ours.filter(({ area, year, value }) => {
        const shown = published.figure(area, year)
        if (reading === null) return !shown || !isSame(shown.text, value!)
        if (reading === 'complement') return !shown || Math.abs(shown.value - (100 - value!)) > 1e-9
        const below = base.get(`${area} ${year}`)
        return below ? !shown || Math.abs(shown.value - (100 * value!) / below) > 0.051 : shown !== null
      })
      expect(wrong).toEqual([])
      expect(published.isWorkedOut).toBe(reading !== null)
      expect([...published.authorities(2024).keys()].some(isAggregate)).toBe(false)
    },
  )

  test('the neighbours of each authority, the nearest first', async () => {
    const found = await readBenchmarkFile(NEIGHBOURS)
    expect(found).toMatchObject({ kind: 'neighbours', neighbours: shipped().neighbours })
    expect(shipped().neighbours['352']).toHaveLength(10)
  })

  test('the days on which figures stand are those of the department’s dictionary', async () => {
    const found = await readBenchmarkFile(DICTIONARY)
    const items = found.kind === 'dictionary' ? found.items : {}
    const september = Object.keys(PUBLISHED_ITEMS).filter((name) => PUBLISHED_ITEMS[name]?.at === 'september')
    expect(Object.keys(PUBLISHED_ITEMS).filter((name) => !(name in items))).toEqual([])
    expect(september).toEqual(
      Object.keys(PUBLISHED_ITEMS).filter((name) => /Sept/.test(items[name]?.yearType ?? '')),
    )
  })
})

describe.skipIf(!here)('the department’s files are brought in as they are', () => {
  let store: TestStore
  beforeAll(async () => {
    store = await sqliteStore({ ...accessMigrations, ...performanceMigrations })
  })
  afterAll(() => store.close())

  test('all four at once, and what is in force afterwards is what was shipped', async () => {
    const person = operator('norchester')
    const done = await importBenchmarks(
      store.records,
      allow(person, 'load:write'),
      stoppedClock('2026-11-24'),
      [FIGURES, DICTIONARY, NEIGHBOURS, AUTHORITIES],
    )
    expect(done.map(({ kind }) => kind)).toEqual(['authorities', 'neighbours', 'dictionary', 'figures'])
    const figures = done.at(-1)!
    expect(figures.counts).toMatchObject({
      rows: 641_070,
      measures: Object.keys(PUBLISHED_ITEMS).length,
      unknownMeasures: 434 - Object.keys(PUBLISHED_ITEMS).length,
      missingMeasures: [],
      unknownYears: [],
    })
    expect(figures.said).toContain('measures of other services are not compared with and were left')
    const book = await comparisonBook(store.records, allow(person, 'figures:read'))
    const differs = Object.keys(PUBLISHED_ITEMS).filter((item) => {
      const [ours, theirs] = [shippedBook().figures(item), book.figures(item)]
      return JSON.stringify(sorted(ours)) !== JSON.stringify(sorted(theirs))
    })
    expect(differs).toEqual([])
    expect(publishedFor(book, 'cp-rate.open')?.title).toBe(
      'Children who are the subject of a Child Protection Plan - rate',
    )
  })
})

const sorted = (figures: ReadonlyMap<number, ReadonlyMap<string, string>> | null) =>
  [...(figures ?? [])]
    .toSorted(([a], [b]) => a - b)
    .map(([year, areas]) => [year, [...areas].toSorted(([a], [b]) => Number(a) - Number(b))])
