import { describe, expect, test } from 'vitest'
import { intakeOf, type Intake } from '../../tests/support/annex-a-files.ts'
import {
  annexAFolder,
  cleanRows,
  everyCell,
  faulty,
  messyLayout,
  type CleanRow,
} from '../../tests/support/mess-world.ts'
import { ANNEX_A_LISTS, annexAList } from '../../src/standards/annex-a/lists.ts'
import type { RawCell } from '../../src/intake/reading/raw-sheet.ts'
import { readerOf } from '../../src/intake/values/field-value.ts'
import { PLAIN_LAYOUT, type SheetCell, type SheetLayout } from '../annex-a/sheet-layout.ts'
import { takeExtract } from '../annex-a/writer.ts'
import { dayOf } from '../day-number.ts'
import { viewOn } from '../extract-view.ts'
import { smallCouncil } from '../plans/small-council.ts'
import { seededRandom } from '../random.ts'
import { simulateAdopters, simulateFamilies, workforceOf } from '../simulation/council-simulation.ts'
import { FAULT_COLUMNS, type FaultColumn } from './annex-a-column.ts'
import { CELL_FAULTS } from './annex-a-faults.ts'
import { plainCell, type ListForm } from './cell-fault.ts'

const FORMS: readonly ListForm[] = ['csv', 'workbook']

const fieldOf = (list: number, header: string) =>
  annexAList(list).fields.find(({ name }) => name === header.trim())!
/** A cell as the reader of a workbook hands it on. */
const raw = (cell: SheetCell): RawCell =>
  typeof cell === 'object' && cell !== null ? { day: dayOf(cell.day) } : cell

/** Every fault in a column that may hold it, on every kind of clean cell: those that are not read as they ought to be. */
function shortOf(column: FaultColumn, form: ListForm): string[] {
  const random = seededRandom(1)
  const read = readerOf(fieldOf(column.list, column.header))
  const isShort = (quirk: (typeof CELL_FAULTS)[number]) =>
    everyCell(column).some((cell) => {
      const faulty = quirk.write(cell, { column, random, bornOn: 8000 })
      if (!faulty) return false
      const isDay = column.kind === 'day' && typeof cell === 'number'
      const wanted =
        faulty.reads === plainCell(cell, column)
          ? read(raw(isDay ? { day: cell } : cell)).value
          : faulty.reads
      const { value, finding } = read(raw(faulty.written))
      return value !== wanted || (faulty.expect === 'repaired' && finding === null)
    })
  return CELL_FAULTS.filter((quirk) => quirk.isOf(column, form) && isShort(quirk)).map(
    ({ id }) => `${id} ${column.list} ${column.header}`,
  )
}

test('every quirk is read as it ought to be in every column', () => {
  const found = new Set(
    [...FAULT_COLUMNS.values()].flat().flatMap((column) => FORMS.flatMap((form) => shortOf(column, form))),
  )
  expect([...found].toSorted()).toEqual([])
})

/** Reads the rows clean and messy, and says in how far the messy is as `planted.json` has it. */
async function expectAsPlanted(form: ListForm, seed: number, clean: readonly CleanRow[]): Promise<void> {
  const faults = faulty(seed, form, clean)
  const read = async (layout: SheetLayout): Promise<Intake> =>
    intakeOf([await annexAFolder(form, layout, clean)], '2015-01-31')
  const [asClean, asFaulty] = [await read(PLAIN_LAYOUT), await read(messyLayout(seed, form).layout)]
  const valuesOf = ({ rows }: Intake, list: number) =>
    new Map(rows.filter((row) => row.table === `annex-a/${list}`).map(({ row, values }) => [row, values]))
  expect(asFaulty.report.accepted).toBe(true)
  const tables = asFaulty.report.files.flatMap((file) => file.tables)

  for (const { number } of ANNEX_A_LISTS) {
    const rows = faults.rows.get(number)!
    const headerRow = rows.findIndex((row) => row.length > 1) + 1
    const planted = faults.planted.filter(
      ({ table, row }) => table === `annex-a/${number}` && row !== null && row > headerRow,
    )
    const byRow = new Map(planted.map((one) => [one.row!, one]))
    const [cleanValues, values] = [valuesOf(asClean, number), valuesOf(asFaulty, number)]
    /** Of the clean file, whose headers are on its second row. */
    let cleanRow = 2
    let setAside = 0
    for (let row = headerRow + 1; row <= rows.length; row += 1) {
      const one = byRow.get(row)
      if (one?.column !== null) cleanRow += 1
      if (one?.expect === 'quarantined') setAside += 1
      if (one?.expect === 'quarantined' || one?.expect === 'ignored') {
        expect([one, values.get(row)]).toEqual([one, undefined])
        continue
      }
      const wanted = { ...cleanValues.get(cleanRow)! }
      const key = one?.column && fieldOf(number, one.column).key
      if (one && key && one.reads !== one.was) wanted[key] = one.reads
      expect([one, values.get(row)]).toEqual([one, wanted])
    }
    const table = tables.find(({ table }) => table === `annex-a/${number}`)!
    expect([number, table.accepted, table.quarantined]).toEqual([number, values.size, setAside])
    expect(table.rows).toBe(table.accepted + table.quarantined)
  }
}

describe.each(FORMS)('a messy %s', (form) => {
  test('of rows of every kind has those set aside that were planted to be, and all others as they were', () =>
    expectAsPlanted(form, 11, cleanRows(11, 300)))

  test('of the small council has those set aside that were planted to be, and all others as they were', async () => {
    const plan = smallCouncil(2015)
    const workforce = workforceOf(plan)
    const families = [...simulateFamilies(plan, workforce)]
    const view = viewOn(plan, workforce, plan.asAt, '2015-02-03')
    const lists = takeExtract(families, simulateAdopters(plan, families), view, 'ofsted')
    const clean = [...lists].flatMap(([list, rows]) => rows.map((cells) => ({ list, cells })))
    await expectAsPlanted(form, 2015, clean)
    const planted = new Set(faulty(2015, form, clean).planted.map(({ quirk }) => quirk))
    const columns = [...FAULT_COLUMNS.values()].flat()
    const possible = CELL_FAULTS.filter((quirk) => columns.some((column) => quirk.isOf(column, form)))
    expect(possible.map(({ id }) => id).filter((id) => !planted.has(id))).toEqual([])
  })
})
