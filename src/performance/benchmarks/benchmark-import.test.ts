import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { accessMigrations, allow, operator } from '../../access/index.ts'
import { stoppedClock } from '../../platform/day.ts'
import { asSomeone } from '../../../tests/support/someone.ts'
import { onBothStores, type TestStore } from '../../../tests/support/stores.ts'
import { performanceMigrations } from '../migrations.ts'
import { importBenchmarks } from './benchmark-import.ts'
import { benchmarkImports, compareAs, comparisonBook, setCompareAs } from './benchmark-store.ts'
import { comparisonRoutes } from './comparison-routes.tsx'
import { publishedFor } from './published.ts'

const clock = stoppedClock('2027-05-01')
const folder = mkdtempSync(join(tmpdir(), 'waymark-benchmarks-'))
afterAll(() => rmSync(folder, { recursive: true }))
const written = (name: string, lines: readonly string[]): string => {
  const path = join(folder, name)
  writeFileSync(path, `${lines.join('\n')}\n`)
  return path
}

const HEAD = 'Short Desc,Data item,Years,LA and Regions,Values,LA Number,Region'
const SOUND = [
  HEAD,
  'CPP_rate,,2026,England,40.100000000000001,970,NA',
  'CPP_rate,,2026,Newshire,13,871,South West',
  'CPP_rate,,2026,Manchester,c,352,North West',
  'CPP_rate,,2026 (prov),Salford,x,355,North West',
  'PupilsWithBicycles,,2026,England,12,970,NA',
  'CPP_rate,,2024-26,England,12,970,NA',
]

const writing = allow(operator('norchester'), 'load:write')
const reading = allow(operator('norchester'), 'figures:read')
const elsewhere = allow(operator('southshire'), 'figures:read')

onBothStores({ ...accessMigrations, ...performanceMigrations }, (open) => {
  let store: TestStore
  beforeEach(async () => {
    store = await open()
  })
  afterEach(() => store.close())

  const bring = (...paths: string[]) => importBenchmarks(store.records, writing, clock, paths)

  test('next year’s file is brought in by its columns, and says what it left', async () => {
    const [done] = await bring(written('next-year.csv', SOUND))
    expect(done).toMatchObject({
      kind: 'figures',
      counts: {
        figures: 2,
        measures: 1,
        unknownMeasures: 1,
        notPublished: { c: 1, x: 1 },
        unknownYears: ['2024-26'],
      },
    })
    expect(done!.said).toContain('1 marked "c"')
    const published = publishedFor(await comparisonBook(store.records, reading), 'cp-rate.open')!
    // 13 among tenths is 13.0, and the file's 40.100000000000001 is 40.1.
    expect([published.figure('970', 2026)?.text, published.figure('871', 2026)?.text]).toEqual([
      '40.1',
      '13.0',
    ])
    expect([published.figure('352', 2026), published.figure('970', 2025)?.text]).toEqual([null, '40.6'])
    const { areas } = await comparisonBook(store.records, reading)
    expect(areas['871']).toMatchObject({ name: 'Newshire', region: '990' })
    expect(await benchmarkImports(store.records, reading)).toMatchObject([
      { file: 'next-year.csv', kind: 'figures' },
    ])
  })

  test('what one council brings in is not another’s', async () => {
    await bring(written('ours.csv', SOUND))
    await setCompareAs(store.records, writing, clock, '352')
    const published = publishedFor(await comparisonBook(store.records, elsewhere), 'cp-rate.open')!
    expect(published.figure('970', 2026)).toBeNull()
    expect(await benchmarkImports(store.records, elsewhere)).toEqual([])
    expect([await compareAs(store.records, reading), await compareAs(store.records, elsewhere)]).toEqual([
      '352',
      null,
    ])
    const csvOf = async (council: string) => {
      const app = asSomeone('/measures', comparisonRoutes(store), { role: 'board_member', council })
      return (await app.request('/measures/cp-rate.open/comparison.csv')).text()
    }
    expect(await csvOf('norchester')).toContain('871,Newshire,authority,2026,13.0')
    expect(await csvOf('southshire')).not.toContain('Newshire')
  })

  test('neighbours and authorities are read from their own lists, whatever is above the headings', async () => {
    const neighbours = written('sn.csv', [
      'A,B,C,D',
      'LA num,LA Name,LA number,SN1,SNP,SN2,SNP,SN3,SNP',
      '352,Manchester,352,330,Close,871,Close,373,Close',
      ',Old SNs:,,,,,,,',
      '352,Manchester (old),352,331,Close,332,Close,333,Close',
    ])
    const authorities = written('la.csv', ['LA Number,LA Name,Region,Type', '871,Newshire,South West,UA'])
    await bring(neighbours, authorities)
    const book = await comparisonBook(store.records, reading)
    expect(book.neighbours).toEqual({ '352': ['330', '871', '373'] })
    expect(book.areas['871']).toEqual({ name: 'Newshire', region: '990' })
    expect(book.areas['352']?.name).toBe('Manchester')
  })

  test('a second import of a year takes the place of the first, and other years stay', async () => {
    await bring(written('first.csv', SOUND))
    await bring(written('second.csv', [HEAD, 'CPP_rate,,2027,England,39,970,NA']))
    await bring(written('third.csv', [HEAD, 'CPP_rate,,2026,England,41,970,NA']))
    const published = publishedFor(await comparisonBook(store.records, reading), 'cp-rate.open')!
    expect([2025, 2026, 2027].map((year) => published.figure('970', year)?.text)).toEqual([
      '40.6',
      '41',
      '39',
    ])
    expect(published.figure('871', 2026)).toBeNull()
  })

  test.each([
    ['another file', ['Child ID,Name', '1,A'], /is none of the department’s files that can be read/],
    ['no measure of ours', [HEAD, 'Bicycles,,2026,England,1,970,NA'], /none of the measures/],
    ['no England', [HEAD, 'CPP_rate,,2026,Salford,1,355,North West'], /has no figure of England/],
    [
      'two figures',
      [HEAD, 'CPP_rate,,2026,England,1,970,NA', 'CPP_rate,,2026,England,2,970,NA'],
      /gives CPP_rate for England in 2026 twice, as 1 and as 2/,
    ],
    [
      'words',
      [HEAD, 'CPP_rate,,2026,England,about forty,970,NA'],
      /"about forty", which is neither a number/,
    ],
    ['no rows', ['LA Number,LA Name,Region'], /not one row/],
  ])(
    'a wrong file is refused with a sentence, and nothing of its fellows is brought in: %s',
    async (name, lines, message) => {
      const sound = written('sound.csv', ['LA Number,LA Name,Region,Type', '871,Newshire,South West,UA'])
      await expect(bring(sound, written(`${name}.csv`, lines))).rejects.toThrow(message)
      expect(await benchmarkImports(store.records, reading)).toEqual([])
      expect((await comparisonBook(store.records, reading)).areas['871']).not.toMatchObject({
        name: 'Newshire',
      })
    },
  )
})
