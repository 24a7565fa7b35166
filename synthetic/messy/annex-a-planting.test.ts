import { describe, expect, test } from 'vitest'
import { cleanRows, faulty, said } from '../../tests/support/mess-world.ts'
import { ANNEX_A_LISTS } from '../../src/standards/annex-a/lists.ts'
import { dayOf } from '../day-number.ts'
import { FAULT_COLUMNS } from './annex-a-column.ts'
import { CELL_FAULTS } from './annex-a-faults.ts'
import type { ListForm } from './cell-fault.ts'
import { HEADER_FAULTS } from './header-faults.ts'
import { ROW_FAULTS, TAIL_FAULTS, TITLE_FAULT } from './row-faults.ts'

const FORMS: readonly ListForm[] = ['csv', 'workbook']

describe.each(FORMS)('a messy %s', (form) => {
  const clean = cleanRows(7, 400)
  const { planted, rows } = faulty(7, form, clean)

  test('every quirk is planted at least once, in a council of a few hundred children', () => {
    const ids = new Set(planted.map(({ quirk }) => quirk))
    const expected = [
      ...CELL_FAULTS.filter((quirk) =>
        [...FAULT_COLUMNS.values()].flat().some((column) => quirk.isOf(column, form)),
      ),
      ...HEADER_FAULTS,
      ...Object.values(ROW_FAULTS),
      ...Object.values(TAIL_FAULTS),
      TITLE_FAULT,
    ].map(({ id }) => id)
    expect(expected.filter((id) => !ids.has(id))).toEqual([])
    for (const id of ['columns-moved', 'column-extra', 'column-row-number', 'header-twice', 'sheet-spaced'])
      expect(ids).toContain(id)
    expect(ids.has('tab-no-list')).toBe(form === 'workbook')
  })

  test('what is planted stands where the list says, and nothing else differs from the clean file', () => {
    for (const { number } of ANNEX_A_LISTS) {
      const columns = FAULT_COLUMNS.get(number)!
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
          const plain = columns[column]!.kind === 'day' && typeof cell === 'number' ? dayOf(cell) : cell
          const there = written[row - 1]![placeOf[column]! - 1]
          const isSame =
            columns[column]!.kind === 'day' && typeof cell === 'number'
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
  const { planted } = faulty(3, 'csv', cleanRows(3, 6))
  const ids = new Set(planted.map(({ quirk }) => quirk))
  expect(ids.size).toBeGreaterThan(60)
})

test('the same seed makes the same mess, and another seed another', () => {
  const clean = cleanRows(1, 60)
  const faultsOf = (seed: number) => faulty(seed, 'csv', clean)
  expect(faultsOf(5)).toEqual(faultsOf(5))
  expect(faultsOf(6).planted).not.toEqual(faultsOf(5).planted)
})

test('a quirk comes round at a steady rate, so that a large council is as messy as a small one', () => {
  const share = (times: number) =>
    faulty(2, 'csv', cleanRows(2, times)).planted.length / (times * ANNEX_A_LISTS.length)
  const [first, later] = [share(800), share(1600)]
  expect(later / first).toBeGreaterThan(0.75)
  expect(later / first).toBeLessThan(1.05)
})
