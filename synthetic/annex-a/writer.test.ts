import { ANNEX_A_LISTS } from '../../src/standards/annex-a/lists.ts'
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dayOf, numberOf } from '../day-number.ts'
import type { FamilyLog } from '../event-log.ts'
import { viewOn } from '../extract-view.ts'
import type { WrittenFile } from '../files/written-file.ts'
import { smallCouncil } from '../plans/small-council.ts'
import { simulateAdopters, simulateFamilies, workforceOf } from '../simulation/council-simulation.ts'
import type { AnnexAWindow } from './list-window.ts'
import { openAnnexAWriter, takeExtract } from './writer.ts'

const plan = smallCouncil(2015)
const workforce = workforceOf(plan)
const families: FamilyLog[] = [...simulateFamilies(plan, workforce)]
const adopters = [...simulateAdopters(plan, families)]
const view = viewOn(plan, workforce, '2015-01-31', '2015-02-03')

const folders: string[] = []
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })))

async function write(window: AnnexAWindow, isWorkbook = false) {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-annex-a-'))
  folders.push(folder)
  const writer = openAnnexAWriter({ folder, plan, workforce, view, window, isWorkbook, isCsvs: true })
  for (const family of families) writer.family(family)
  for (const adopter of adopters) writer.adopter(adopter)
  return { folder, files: await writer.close() }
}

const rowsOf = (folder: string, list: number): string[][] =>
  parse(readFileSync(join(folder, `annex-a/Annex_A_2015-01-31_List_${list}.csv`), 'utf8'), {
    from_line: 3,
    relax_column_count: true,
  })

describe('with the window that Ofsted asks for', () => {
  let ofsted: { folder: string; files: readonly WrittenFile[] }
  beforeAll(async () => {
    ofsted = await write('ofsted', true)
  })
  /** Text of days as written, between the first and the last. */
  const isWithin = (text: string, from: string) => {
    const [day, month, year] = text.split('/')
    const written = `${year}-${month}-${day}`
    return written >= from && written <= '2015-01-31'
  }

  test('contacts, referrals and what is over go back six months', () => {
    const column = { 1: 5, 3: 5 }
    for (const [list, place] of Object.entries(column)) {
      const rows = rowsOf(ofsted.folder, Number(list))
      expect(rows.length).toBeGreaterThan(300)
      expect(rows.filter((row) => !isWithin(row[place]!, '2014-08-01'))).toEqual([])
    }
    const closed = rowsOf(ofsted.folder, 6).flatMap((row) => (row[9] === '' ? [] : [row[9]!]))
    expect(closed.length).toBeGreaterThan(50)
    expect(closed.filter((day) => !isWithin(day, '2014-08-01'))).toEqual([])
  })

  test('assessments that are open are there however long ago they began', () => {
    const open = rowsOf(ofsted.folder, 4).filter((row) => row[8] === '')
    expect(open.some((row) => !isWithin(row[6]!, '2014-08-01'))).toBe(true)
  })

  test('a child has one row in lists 6, 7 and 8: the latest', () => {
    for (const list of [6, 7, 8]) {
      const ids = rowsOf(ofsted.folder, list).map(([id]) => id)
      expect(new Set(ids).size, `list ${list}`).toBe(ids.length)
    }
  })

  test('adoption goes back twelve months', () => {
    const ended = rowsOf(ofsted.folder, 10).flatMap((row) => [row[12]!, row[13]!].filter((day) => day !== ''))
    expect(ended.filter((day) => !isWithin(day, '2014-02-01'))).toEqual([])
  })

  test('the workbook and the lists say the same number of rows, and what a file holds is counted', () => {
    const csvs = ofsted.files.filter(({ file }) => file.endsWith('.csv'))
    expect(csvs.map(({ rows }) => rows)).toEqual(
      ANNEX_A_LISTS.map(({ number }) => rowsOf(ofsted.folder, number).length),
    )
    const workbook = ofsted.files.find(({ file }) => file.endsWith('.xlsx'))!
    expect(workbook.rows).toBe(csvs.reduce((sum, { rows }) => sum + rows, 0))
  })

  test('each file says that everyone is invented', () => {
    for (const name of readdirSync(join(ofsted.folder, 'annex-a')).filter((name) => name.endsWith('.csv'))) {
      expect(readFileSync(join(ofsted.folder, 'annex-a', name), 'utf8').slice(0, 400)).toContain('invented')
    }
  })
})

test('the whole window written list by list is the extract taken at once, with days as councils send them', async () => {
  const { folder } = await write('whole')
  const lists = takeExtract(families, adopters, view)
  for (const { number, fields } of ANNEX_A_LISTS) {
    const days = (row: readonly (string | number | null)[]) =>
      row.map((cell, index) => {
        if (cell === null) return ''
        return fields[index]!.type === 'date' && typeof cell === 'number'
          ? british(dayOf(cell))
          : String(cell)
      })
    expect(rowsOf(folder, number), `list ${number}`).toEqual(lists.get(number)!.map(days))
  }
})
const british = (day: string) => day.split('-').toReversed().join('/')

test('the same seed writes the same bytes', async () => {
  const [one, other] = [await write('ofsted', true), await write('ofsted', true)]
  for (const { file } of one.files) {
    expect(readFileSync(join(one.folder, file)).equals(readFileSync(join(other.folder, file))), file).toBe(
      true,
    )
  }
})

test('a worker named in a list is who held the place on the day of the extract', () => {
  const held = families.flatMap(({ children }) => children).flatMap(({ needs }) => needs)
  const open = held.filter(({ closed }) => closed === null || closed.on > numberOf('2015-01-31'))
  expect(open.length).toBeGreaterThan(100)
  for (const { position } of open)
    expect(view.workerOf(position)).toBe(workforce.workerAt(position, view.asAt))
})
