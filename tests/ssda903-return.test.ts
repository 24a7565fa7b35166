import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { XmlDocument, XsdValidator } from 'libxml2-wasm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { beginBuild, type Build } from '../src/dataset/building/build.ts'
import { convertSources } from '../src/dataset/building/converting.ts'
import { openStaging } from '../src/dataset/building/staging.ts'
import { type DayNumber, numberOf } from '../synthetic/day-number.ts'
import type { CarePeriod, RecordedEvent } from '../synthetic/event-log.ts'
import { filesOfYear } from '../src/standards/ssda903/return-files.ts'
import { smallCouncil } from '../synthetic/plans/small-council.ts'
import { openSsda903Writer } from '../synthetic/ssda903/writer.ts'
import { readFiles } from '../src/intake/intake.ts'
import type { AcceptedRow } from '../src/intake/tables/accepted-row.ts'
import type { IntakeReport } from '../src/intake/intake-report.ts'
import type { Day } from '../src/platform/day.ts'
import { testFolder } from './support/annex-a-files.ts'
import { returnXml, type ReturnRows } from './support/return-xml.ts'
import { writtenCouncil, type WrittenCouncil } from './support/written-council.ts'

const samples = process.env['WAYMARK_SAMPLES'] ?? join(import.meta.dirname, '../../shared/samples')
const schema = join(samples, 'csc-data-synthesizer', 'CLA.xsd')
if (!existsSync(schema)) {
  console.warn(
    `\nNOT RUN: the schema of the SSDA903 is not at ${schema}. Set WAYMARK_SAMPLES to its folder.\n`,
  )
}

/** The extract of the council is of 31 January 2015: the year to March 2014 has ended, the next is under way. */
const TODAY: Day = '2015-02-05'
const YEARS = [2014, 2015]

interface Read {
  report: IntakeReport
  rows: AcceptedRow[]
  build: Build
}

async function read(paths: readonly string[]): Promise<Read> {
  const rows: AcceptedRow[] = []
  const build = await beginBuild(':memory:')
  const staging = openStaging(build)
  const report = await readFiles(
    paths,
    (row) => {
      rows.push(row)
      return staging.accept(row)
    },
    { today: TODAY },
  )
  await staging.finish(['ssda903'])
  const tables = report.files.flatMap((file) => file.tables)
  await convertSources(build, report.sources, tables)
  return { report, rows, build }
}

describe('the invented council’s returns', () => {
  const councils = new Map<number, WrittenCouncil>()
  let folder: string

  beforeAll(async () => {
    for (const year of YEARS)
      councils.set(
        year,
        await writtenCouncil(smallCouncil(2015), (setting) => openSsda903Writer(setting, { year })),
      )
  })
  afterAll(() => councils.forEach((council) => council.remove()))

  const council = (year: number) => councils.get(year)!
  const rowsIn = (year: number, file: string) => council(year).rows(`ssda903/${year}/${file}.csv`)

  /** A folder for each year, as the generator writes them: no file's name has a year. */
  async function folders(years: readonly number[]): Promise<string[]> {
    folder = await testFolder()
    return years.map((year) => {
      const own = join(folder, String(year))
      mkdirSync(own)
      for (const file of filesOfYear(year))
        writeFileSync(join(own, `${file}.csv`), council(year).text(`ssda903/${year}/${file}.csv`))
      return own
    })
  }

  const isKnown = (year: number, event: RecordedEvent | null): event is RecordedEvent => {
    const { view } = council(year)
    const last = Math.min(numberOf(`${year}-03-31`), view.asAt)
    return event !== null && event.on <= last && event.recordedOn <= view.recordedTo
  }
  /** Periods of care that a return of the years shows, as far as it knows them. */
  const lookedAfter = (from: number, to: number): CarePeriod[] =>
    council(to).children.flatMap(({ care }) =>
      care.filter(
        ({ started, ended }) =>
          isKnown(to, started) && (!isKnown(to, ended) || ended.on >= numberOf(`${from - 1}-04-01`)),
      ),
    )

  async function count(build: Build, table: string, where = 'true'): Promise<number> {
    const [row] = await build.all<{ n: number }>(`select count(*) as n from ${table} where ${where}`)
    return row!.n
  }

  test('a year’s return is read whole, without a word of warning, as at its 31 March', async () => {
    const { report } = await read(await folders([2014]))
    expect(report).toMatchObject({ accepted: true, asAt: '2014-03-31', asAtFrom: 'return-year' })
    for (const { table, rows, accepted } of report.files.flatMap((file) => file.tables)) {
      expect([table, rows, accepted]).toEqual([table, rowsIn(2014, table.slice(8)).length, rows])
    }
    expect(report.problems.filter(({ severity }) => severity !== 'note')).toEqual([])
  })

  test('a year that has not ended is as at the latest day in it', async () => {
    const { report } = await read(await folders([2015]))
    expect(report).toMatchObject({ accepted: true, asAtFrom: 'latest-event' })
    expect(report.asAt! >= '2015-01-20' && report.asAt! <= '2015-01-31').toBe(true)
  })

  test('periods of care, spells, reviews, missing episodes, leavers and adoptions are those of the log', async () => {
    const { build } = await read(await folders([2014]))
    const periods = lookedAfter(2014, 2014)
    expect(await count(build, 'cla_periods')).toBe(periods.length)
    expect(await count(build, 'cla_periods', 'end_date is null')).toBe(
      periods.filter(({ ended }) => !isKnown(2014, ended)).length,
    )
    const last = numberOf('2014-03-31')
    const before = (from: DayNumber, period: CarePeriod) =>
      from <= last && !(isKnown(2014, period.ended) && from >= period.ended.on && from > period.started.on)
    // The return holds the episodes that touched the year, so spells that ended before it are not there.
    const first = numberOf('2013-04-01')
    const placements = periods.flatMap((period) =>
      period.placements.filter(
        ({ from, to }) => before(from, period) && (to >= first || to === period.placements.at(-1)!.to),
      ),
    )
    expect(await count(build, 'cla_placement')).toBe(placements.length)
    expect(await count(build, 'cla_reviews')).toBe(rowsIn(2014, 'reviews').length)
    expect(await count(build, 'cla_reviews', 'cla_id is null')).toBe(0)
    expect(await count(build, 'missing_episodes')).toBe(rowsIn(2014, 'missing').length)
    expect(await count(build, 'care_leavers')).toBe(rowsIn(2014, 'oc3').length)
    expect(await count(build, 'cla_periods', 'uasc')).toBe(rowsIn(2014, 'uasc').length)
    const decided = new Set(rowsIn(2014, 'placed_adoption').map(({ CHILD }) => CHILD))
    const ordered = rowsIn(2014, 'episodes').filter(
      ({ LS, PLACE, REC }) => LS === 'E1' || PLACE!.startsWith('A') || /^E1[12]$/.test(REC!),
    )
    for (const { CHILD } of [...ordered, ...rowsIn(2014, 'ad1')]) decided.add(CHILD)
    expect(decided.size).toBeGreaterThan(3)
    expect(await count(build, 'permanence')).toBe(decided.size)
  })

  test('two years at once are one story: what stood open in the first is closed by the second', async () => {
    const paths = await folders(YEARS)
    for (const order of [paths, paths.toReversed()]) {
      const { build, report } = await read(order)
      expect(report.accepted).toBe(true)
      const periods = lookedAfter(2014, 2015)
      expect(await count(build, 'cla_periods')).toBe(periods.length)
      expect(await count(build, 'cla_periods', 'end_date is null')).toBe(
        periods.filter(({ ended }) => !isKnown(2015, ended)).length,
      )
      const headers = [...rowsIn(2014, 'header'), ...rowsIn(2015, 'header')].map(({ CHILD }) => CHILD)
      expect(await count(build, 'person')).toBe(new Set(headers).size)
      const told = report.files.flatMap((file) => file.tables)
      for (const { rows, accepted, quarantined } of told) expect(accepted + quarantined).toBe(rows)
      const windows = await build.all('select distinct window_from from table_source')
      expect(windows).toEqual([{ window_from: '2013-04-01' }])
    }
  })

  describe('as XML', () => {
    /** Workers are no part of the XML of 2021. */
    const IN_XML = [
      'header',
      'episodes',
      'reviews',
      'uasc',
      'oc2',
      'oc3',
      'ad1',
      'placed_adoption',
      'prev_perm',
      'missing',
    ]
    const files = (): ReturnRows => Object.fromEntries(IN_XML.map((file) => [file, rowsIn(2014, file)]))

    test.skipIf(!existsSync(schema))('it is valid by the schema of the return', () => {
      using definition = XmlDocument.fromString(readFileSync(schema, 'utf8'))
      using validator = XsdValidator.fromDoc(definition)
      // The schema of 2021 has no code for a sex that is not known.
      const header = rowsIn(2014, 'header').filter(({ SEX }) => SEX !== '')
      using document = XmlDocument.fromString(returnXml({ ...files(), header }))
      expect(() => validator.validate(document)).not.toThrow()
    })

    test('it says what the CSV files say, row for row', async () => {
      const path = join(await testFolder(), 'return.xml')
      writeFileSync(path, returnXml(files()))
      const xml = await read([path])
      const csv = await read(await folders([2014]))
      expect(xml.report).toMatchObject({ accepted: true, asAt: '2014-03-31', asAtFrom: 'return-year' })
      expect(xml.report.problems.filter(({ severity }) => severity !== 'note')).toEqual([])
      const said = ({ rows }: Read, file: string) =>
        rows
          .filter(({ table }) => table === `ssda903/${file}`)
          .map(({ values }) => JSON.stringify(values))
          .toSorted()
      for (const file of IN_XML) {
        expect(said(xml, file).length, file).toBe(rowsIn(2014, file).length)
        expect(said(xml, file), file).toEqual(said(csv, file))
      }
      const [table] = xml.report.files[0]!.tables.filter(({ table }) => table === 'ssda903/episodes')
      expect(table).toMatchObject({
        sheet: 'episodes',
        rows: rowsIn(2014, 'episodes').length,
        quarantined: 0,
      })
      const tables = ['cla_periods', 'cla_placement', 'legal_status', 'permanence']
      for (const name of tables) expect(await count(xml.build, name)).toBe(await count(csv.build, name))
    })
  })
})
