import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readXlsx } from 'hucre'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { templateHeaders } from '../../src/standards/annex-a/list-spec.ts'
import { ANNEX_A_LISTS } from '../../src/standards/annex-a/lists.ts'
import { publishedCodes } from '../../src/standards/code-set.ts'
import { codeSetOf } from '../../src/standards/code-sets.ts'
import type { Day } from '../../src/platform/day.ts'
import { viewOn } from '../extract-view.ts'
import { smallCouncil } from '../plans/small-council.ts'
import { simulateAdopters, simulateFamilies, workforceOf } from '../simulation/council-simulation.ts'
import { openAnnexAWriter, takeExtract } from './writer.ts'

const plan = smallCouncil(2015)
const workforce = workforceOf(plan)
const families = [...simulateFamilies(plan, workforce)]
const adopters = [...simulateAdopters(plan, families)]
const viewed = (recordedTo: Day) => viewOn(plan, workforce, plan.asAt, recordedTo)
const extract = (recordedTo: Day) => takeExtract(families, adopters, viewed(recordedTo))
const lists = extract('2015-02-04')

const folder = mkdtempSync(join(tmpdir(), 'waymark-workbook-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
let workbook: Uint8Array
beforeAll(async () => {
  const view = viewed('2015-02-04')
  const setting = { folder, plan, workforce, view, window: 'whole', isWorkbook: true, isCsvs: false } as const
  const writer = openAnnexAWriter(setting)
  for (const family of families) writer.family(family)
  for (const adopter of adopters) writer.adopter(adopter)
  const [file] = await writer.close()
  workbook = readFileSync(join(folder, file!.file))
})

test('headers are written letter for letter as the template has them, in its order', async () => {
  const { sheets } = await readXlsx(workbook)
  for (const [index, list] of ANNEX_A_LISTS.entries())
    expect(sheets[index + 1]!.rows[1]).toEqual(templateHeaders(list))
})

test('every code that is written is one that Ofsted publishes', () => {
  for (const { number, fields } of ANNEX_A_LISTS) {
    for (const [index, { name, codeSet }] of fields.entries()) {
      if (codeSet === null || codeSetOf(codeSet).open) continue
      const written = new Set(
        lists
          .get(number)!
          .map((row) => row[index])
          .filter((cell) => cell !== null),
      )
      const published: unknown[] = publishedCodes(codeSetOf(codeSet))
      expect(written.size, name).toBeGreaterThan(0)
      expect(
        [...written].filter((cell) => !published.includes(cell)),
        name,
      ).toEqual([])
    }
  }
})

test('the workbook has a front sheet and eleven lists, with real days, and says that everyone is invented', async () => {
  const { sheets } = await readXlsx(workbook)
  expect(sheets.map(({ name }) => name)).toEqual([
    'Front_Sheet',
    ...ANNEX_A_LISTS.map(({ number }) => `List_${number}`),
  ])
  for (const sheet of sheets) expect(JSON.stringify(sheet.rows.slice(0, 3))).toContain('invented')
  const assessments = sheets[4]!.rows
  expect(assessments.length - 2).toBe(lists.get(4)!.length)
  expect(assessments[2]![6]).toBeInstanceOf(Date)
})

test('children are numbers, workers are codes, and postcodes are of an area that does not exist', () => {
  for (const [number, rows] of lists) {
    expect(rows.length, `list ${number}`).toBeGreaterThan(0)
    const ids = rows.map((row) => String(row[0]))
    if (number < 11) expect(ids.filter((id) => !/^\d{7}$/.test(id))).toEqual([])
    if ([3, 4, 5, 6, 7, 8].includes(number)) {
      const workers = rows.map((row) => row.at(-1)!).filter((worker) => worker !== null)
      expect(workers.length).toBeGreaterThan(rows.length * 0.9)
      expect(workers.filter((worker) => !/^[A-Z]{2,3}-\d+$/.test(String(worker)))).toEqual([])
    }
  }
  const postcodes = lists.get(8)!.map((row) => String(row[24]))
  expect(postcodes.filter((code) => !/^ZZ\d{1,2} \d[A-Z]{2}$/.test(code))).toEqual([])
})

test('an extract holds what had happened and been recorded, so a later one of the same day has more', () => {
  const authorised = (recordedTo: Day) =>
    extract(recordedTo)
      .get(4)!
      .filter((row) => row[8] !== null).length
  expect(authorised('2015-02-04')).toBeGreaterThan(authorised('2015-02-02'))
  expect(authorised('2015-02-05')).toBeGreaterThan(authorised('2015-02-04'))
})
