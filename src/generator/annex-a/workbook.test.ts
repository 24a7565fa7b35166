import { readXlsx } from 'hucre'
import { expect, test } from 'vitest'
import { ANNEX_A_LISTS, annexAHeaders, codeSetOf } from '../../intake/index.ts'
import { annexACsvs, annexAWorkbook, takeExtract, type ExtractTitle } from './workbook.ts'
import { ANNEX_A } from './list-columns.ts'
import { CODE_SETS } from './published-code.ts'
import { simulateAdopters, simulateFamilies, workforceOf } from '../simulation/council-simulation.ts'
import { smallCouncil } from '../plans/council-plan.ts'
import type { Day } from '../../platform/day.ts'

function council(seed: number) {
  const plan = smallCouncil(seed)
  const families = [...simulateFamilies(plan, workforceOf(plan))]
  const adopters = [...simulateAdopters(plan, families)]
  const { asAt, shownFrom, from } = plan
  const titled = (recordedTo: Day): ExtractTitle => ({
    council: 'Norchester',
    asAt,
    shownFrom,
    from,
    recordedTo,
  })
  return { titled, extract: (recordedTo: Day) => takeExtract(families, adopters, titled(recordedTo)) }
}
const norchester = council(2015)
const lists = norchester.extract('2015-02-04')
const title = norchester.titled('2015-02-04')

test('the same seed writes the same bytes', async () => {
  const again = council(2015)
  expect(Buffer.from(await annexAWorkbook(again.extract('2015-02-04'), title))).toEqual(
    Buffer.from(await annexAWorkbook(lists, title)),
  )
  expect(annexACsvs(again.extract('2015-02-04'), title)).toEqual(annexACsvs(lists, title))
})

test('headers are written as the reader of Annex A knows them, in its order', () => {
  for (const { number, columns } of ANNEX_A) {
    const trimmed = columns.map(({ header }) => header.trim())
    expect(trimmed.map(plain)).toEqual(annexAHeaders(number).map((header) => plain(header.trim())))
    const fields = ANNEX_A_LISTS.find((list) => list.number === number)!.fields
    expect(columns.map(({ isDay }) => isDay)).toEqual(fields.map(({ type }) => type === 'date'))
  }
})
const plain = (header: string) => header.replaceAll('’', "'")

test('every code that is written is one that Ofsted publishes', () => {
  for (const [set, codes] of Object.entries(CODE_SETS)) {
    const published = codeSetOf(set).codes.map(({ published }) => published)
    expect(published, set).toEqual(expect.arrayContaining(Object.values(codes)))
  }
})

test('the workbook has a front sheet and eleven lists, with real days, and says that everyone is invented', async () => {
  const { sheets } = await readXlsx(await annexAWorkbook(lists, title))
  expect(sheets.map(({ name }) => name)).toEqual([
    'Front_Sheet',
    ...ANNEX_A.map(({ number }) => `List_${number}`),
  ])
  for (const sheet of sheets) expect(JSON.stringify(sheet.rows.slice(0, 3))).toContain('invented')
  const assessments = sheets[4]!.rows
  expect(assessments.length - 2).toBe(lists.get(4)!.length)
  expect(assessments[2]![6]).toBeInstanceOf(Date)
  for (const [file, text] of annexACsvs(lists, title))
    expect(text.split('\r\n')[0], file).toContain('invented')
})

test('children are numbers, workers are codes, and postcodes are of an area that does not exist', () => {
  for (const [number, rows] of lists) {
    expect(rows.length, `list ${number}`).toBeGreaterThan(0)
    const ids = rows.map((row) => String(row[0]))
    if (number < 11) expect(ids.filter((id) => !/^\d{7}$/.test(id))).toEqual([])
    if ([3, 4, 5, 6, 7, 8].includes(number))
      expect(rows.filter((row) => !/^SW-\d+$/.test(String(row.at(-1))))).toEqual([])
  }
  const postcodes = lists.get(8)!.map((row) => String(row[24]))
  expect(postcodes.filter((code) => !/^ZZ\d{1,2} \d[A-Z]{2}$/.test(code))).toEqual([])
})

test('an extract holds what had happened and been recorded, so a later one of the same day has more', () => {
  const authorised = (recordedTo: Day) =>
    norchester
      .extract(recordedTo)
      .get(4)!
      .filter((row) => row[8] !== null).length
  expect(authorised('2015-02-04')).toBeGreaterThan(authorised('2015-02-02'))
  expect(authorised('2015-02-05')).toBeGreaterThan(authorised('2015-02-04'))
})
