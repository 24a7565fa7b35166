import { describe, expect, test } from 'vitest'
import { CODE_SETS } from '../annex-a/published-code.ts'
import type { AnnexARow } from '../annex-a/annex-a-row.ts'
import { ANNEX_A } from '../annex-a/list-columns.ts'
import { dayOf } from '../day-number.ts'
import { seededRandom, type Random } from '../random.ts'
import { MESS_COLUMNS, type MessCell, type MessColumn, type MessRow } from './annex-a-column.ts'
import { annexAMess, type MessyBook } from './annex-a-mess.ts'
import { CELL_QUIRKS } from './annex-a-quirks.ts'
import type { ListForm } from './cell-quirk.ts'
import { HEADER_QUIRKS } from './header-quirks.ts'
import type { PlainValue, Planted } from './planted.ts'
import { ROW_QUIRKS, TAIL_QUIRKS, TITLE_QUIRK } from './row-quirks.ts'

/** The code set of a column, as far as it matters here. */
const SETS: readonly (readonly [RegExp, keyof typeof CODE_SETS])[] = [
  [/^Gender$/, 'gender'],
  [/^Ethnicity$/, 'ethnicity'],
  [/Source$/, 'contact_source'],
  [/^Primary Need/, 'primary_need'],
  [/Category of Need$/, 'category_of_need'],
  [/^Reason for Closure/, 'reason_for_closure'],
  [/^Case status/, 'case_status'],
  [/Category of Abuse$/, 'category_of_abuse'],
  [/Legal Status$/, 'legal_status'],
  [/permanence plan/, 'permanence_plan'],
  [/^Reason Ceased/, 'reason_ceased_looked_after'],
  [/^Placement Type/, 'placement_type'],
  [/^Placement Provider/, 'placement_provider'],
  [/^Placement Location/, 'placement_location'],
  [/^Eligibility/, 'care_leaver_eligibility'],
  [/^LA In Touch/, 'la_in_touch'],
  [/^Type of Accommodation/, 'accommodation_type'],
  [/^Suitability/, 'suitability'],
  [/^Activity/, 'activity_status'],
  [/^Reason Why/, 'adoption_decision_reversed_reason'],
  [/^Reason for leaving/, 'adopter_leaving_reason'],
  [/fostering for adoption\?$/, 'ffa_flag'],
  [/^/, 'yes_no'],
]

/** A cell such as a clean extract could hold; now and then a blank, where the row can do without. */
function cleanCell(random: Random, { kind, isKeyDay, header, list }: MessColumn, row: number) {
  if (kind === 'id') return String(1_000_000 + list * 10_000 + row)
  if (!isKeyDay && header !== 'Date of Birth' && random.chance(0.15)) return null
  if (kind === 'day')
    return header === 'Date of Birth' ? random.between(8000, 10_000) : random.between(10_100, 12_000)
  if (kind === 'age') return random.between(-1, 17)
  if (kind === 'count') return random.between(0, 3)
  if (kind === 'postcode') return 'ZZ1 1AA'
  if (kind === 'words') return 'North 2'
  return random.pick(Object.values(CODE_SETS[SETS.find(([pattern]) => pattern.test(header))![1]]))
}

interface Clean {
  list: number
  cells: AnnexARow
}

/** Rows as families bring them: those of a child's lists one after another. */
function cleanRows(seed: number, times: number): Clean[] {
  const random = seededRandom(seed, 'clean')
  return Array.from({ length: times }, (_, row) =>
    [...MESS_COLUMNS].map(([list, columns]) => ({
      list,
      cells: columns.map((column) => cleanCell(random, column, row)),
    })),
  ).flat()
}

interface Messed {
  planted: Planted[]
  rows: Map<number, MessRow[]>
}

const bookOf = (form: ListForm): MessyBook => ({
  form,
  asAt: '2015-01-31',
  fileOf: (sheet) => (form === 'csv' ? `annex-a/${sheet}.csv` : 'annex-a/book.xlsx'),
})

function messed(seed: number, form: ListForm, clean: readonly Clean[]): Messed {
  const planted: Planted[] = []
  const mess = annexAMess(seed, bookOf(form), (one) => planted.push(one))
  const rows = new Map<number, MessRow[]>()
  for (const { number } of ANNEX_A) rows.set(number, [...mess.opening(number, `List ${number}`)])
  for (const { list, cells } of clean) rows.get(list)!.push(...mess.row(list, cells))
  for (const { number } of ANNEX_A) rows.get(number)!.push(...mess.ending(number))
  return { planted, rows }
}

const FORMS: readonly ListForm[] = ['csv', 'workbook']
const said = (cell: MessCell | undefined): PlainValue => {
  if (typeof cell !== 'object' || cell === null) return cell ?? null
  return cell.formula === undefined ? dayOf(cell.day) : `=${cell.formula}`
}

describe.each(FORMS)('a messy %s', (form) => {
  const clean = cleanRows(7, 400)
  const { planted, rows } = messed(7, form, clean)

  test('every quirk is planted at least once, in a council of a few hundred children', () => {
    const ids = new Set(planted.map(({ quirk }) => quirk))
    const expected = [
      ...CELL_QUIRKS.filter((quirk) =>
        [...MESS_COLUMNS.values()].flat().some((column) => quirk.isOf(column, form)),
      ),
      ...HEADER_QUIRKS,
      ...Object.values(ROW_QUIRKS),
      ...Object.values(TAIL_QUIRKS),
      TITLE_QUIRK,
    ].map(({ id }) => id)
    expect(expected.filter((id) => !ids.has(id))).toEqual([])
    for (const id of ['columns-moved', 'column-extra', 'column-row-number', 'header-twice', 'sheet-spaced'])
      expect(ids).toContain(id)
    expect(ids.has('tab-no-list')).toBe(form === 'workbook')
  })

  test('what is planted stands where the list says, and nothing else differs from the clean file', () => {
    for (const { number, columns } of ANNEX_A) {
      const ofList = planted.filter(({ table }) => table === `annex-a/${number}`)
      const written = rows.get(number)!
      const at = (row: number, place: number) => said(written[row - 1]?.[place - 1])
      const wholeRows = new Set(
        ofList.flatMap(({ row, column }) => (row !== null && column === null ? [row] : [])),
      )
      const headerRow = written.findIndex((row) => row.length > 1) + 1
      for (const one of ofList) {
        if (one.row === null) continue
        if (one.place !== null) expect([one, at(one.row, one.place)]).toEqual([one, one.written])
      }
      // Where each clean column is: under its own name, or under the one that the list tells of.
      const headers = ofList.filter(({ row }) => row === headerRow)
      const added = new Set(
        headers
          .filter(({ quirk }) => /^(column-extra|column-row-number|header-twice)$/.test(quirk))
          .map(({ place }) => place),
      )
      const placeOf = columns.map(({ header }) => {
        const named = headers.filter(({ place }) => !added.has(place)).find(({ column }) => column === header)
        return (
          named?.place ??
          written[headerRow - 1]!.findIndex((cell, place) => cell === header && !added.has(place + 1)) + 1
        )
      })
      expect(new Set(placeOf).size).toBe(columns.length)
      expect(placeOf).not.toContain(0)
      expect(written[headerRow - 1]!.length).toBe(columns.length + added.size)

      const data = written
        .map((_, index) => index + 1)
        .filter((row) => row > headerRow && !wholeRows.has(row))
      const ofClean = clean.filter(({ list }) => list === number)
      expect(data).toHaveLength(ofClean.length)
      const differing = data.flatMap((row, index) =>
        ofClean[index]!.cells.flatMap((cell, column) => {
          const plain = columns[column]!.isDay && typeof cell === 'number' ? dayOf(cell) : cell
          const there = written[row - 1]![placeOf[column]! - 1]
          const isSame =
            columns[column]!.isDay && typeof cell === 'number'
              ? typeof there === 'object' &&
                there !== null &&
                there.day === cell &&
                there.formula === undefined
              : there === cell
          return isSame ? [] : [{ row, place: placeOf[column]!, was: plain }]
        }),
      )
      const told = ofList
        .filter(({ row, column }) => row !== null && row !== headerRow && column !== null)
        .map(({ row, place, was }) => ({ row, place, was }))
      expect(differing).toEqual(told.toSorted((a, b) => a.row! - b.row!))
    }
  })

  test('most rows stay clean, and no row has two quirks', () => {
    const cells = planted.filter(
      ({ row, column, was }) => row !== null && column !== null && was !== undefined,
    )
    const places = cells.map(({ table, row }) => `${table} ${row}`)
    const headerPlaces = new Set(
      planted
        .filter(({ quirk }) => /^(header|column)/.test(quirk))
        .map(({ table, row }) => `${table} ${row}`),
    )
    const inData = places.filter((place) => !headerPlaces.has(place))
    expect(new Set(inData).size).toBe(inData.length)
    expect(inData.length).toBeLessThan(clean.length * 0.1)
  })
})

test('a council of six children has almost every quirk too', () => {
  const { planted } = messed(3, 'csv', cleanRows(3, 6))
  const ids = new Set(planted.map(({ quirk }) => quirk))
  expect(ids.size).toBeGreaterThan(60)
})

test('the same seed makes the same mess, and another seed another', () => {
  const clean = cleanRows(1, 60)
  expect(messed(5, 'csv', clean)).toEqual(messed(5, 'csv', clean))
  expect(messed(6, 'csv', clean).planted).not.toEqual(messed(5, 'csv', clean).planted)
})

test('a quirk comes round at a steady rate, so that a large council is as messy as a small one', () => {
  const share = (times: number) =>
    messed(2, 'csv', cleanRows(2, times)).planted.length / (times * ANNEX_A.length)
  const [first, later] = [share(1500), share(3000)]
  expect(later / first).toBeGreaterThan(0.75)
  expect(later / first).toBeLessThan(1.05)
})
