import { join } from 'node:path'
import { ANNEX_A_LISTS, annexAList } from '../../src/standards/annex-a/lists.ts'
import { publishedCodes } from '../../src/standards/code-set.ts'
import { codeSetOf } from '../../src/standards/code-sets.ts'
import type { AnnexARow } from '../../synthetic/annex-a/annex-a-row.ts'
import { csvName, openCsvBook } from '../../synthetic/annex-a/csv-book.ts'
import type { ExtractTitle } from '../../synthetic/annex-a/extract-title.ts'
import type { SheetCell, SheetLayout, SheetRow } from '../../synthetic/annex-a/sheet-layout.ts'
import { openWorkbook, workbookName } from '../../synthetic/annex-a/workbook.ts'
import { dayOf } from '../../synthetic/day-number.ts'
import { FAULT_COLUMNS, type FaultColumn } from '../../synthetic/messy/annex-a-column.ts'
import { annexAFault } from '../../synthetic/messy/annex-a-planting.ts'
import type { ListForm } from '../../synthetic/messy/cell-fault.ts'
import type { PlainValue, Planted } from '../../synthetic/messy/planted.ts'
import { seededRandom, type Random } from '../../synthetic/random.ts'
import { testFolder } from './annex-a-files.ts'

/** What a column of codes can hold in a clean extract. */
const codesOf = ({ list, index }: FaultColumn): readonly string[] =>
  publishedCodes(codeSetOf(annexAList(list).fields[index]!.codeSet!))

/** Every kind of cell that a clean extract can hold in a column. */
export function everyCell(column: FaultColumn): (string | number | null)[] {
  const { kind, isKeyDay, header } = column
  const blank = isKeyDay || kind === 'id' || header === 'Date of Birth' ? [] : [null]
  if (kind === 'day') return [9000, 12_000, ...blank]
  if (kind === 'age') return [-1, 0, 1, 2, 9, 17, ...blank]
  if (kind === 'count') return [0, 1, 12, ...blank]
  if (kind === 'id') return ['1234567', 'SC999123']
  if (kind === 'postcode') return ['ZZ1 1AA', ...blank]
  return [...(kind === 'words' ? ['North 2', 'SW-118'] : codesOf(column)), ...blank]
}

const choices = new Map<FaultColumn, readonly (string | number)[]>()
function choicesOf(column: FaultColumn): readonly (string | number)[] {
  const known = choices.get(column) ?? everyCell(column).filter((cell) => cell !== null)
  choices.set(column, known)
  return known
}

/** A cell such as a clean extract could hold; now and then a blank, where the row can do without. */
function cleanCell(random: Random, column: FaultColumn, row: number) {
  const { kind, isKeyDay, header, list } = column
  if (kind === 'id') return String(1_000_000 + list * 10_000 + row)
  if (!isKeyDay && header !== 'Date of Birth' && random.chance(0.15)) return null
  if (kind === 'day')
    return header === 'Date of Birth' ? random.between(8000, 10_000) : random.between(10_100, 12_000)
  if (kind === 'age') return random.between(-1, 17)
  if (kind === 'count') return random.between(0, 3)
  return random.pick(choicesOf(column))
}

/** A row as a clean extract has it. */
export interface CleanRow {
  list: number
  cells: AnnexARow
}

/** Rows as families bring them: those of a child's lists one after another. */
export function cleanRows(seed: number, times: number): CleanRow[] {
  const random = seededRandom(seed, 'clean')
  return Array.from({ length: times }, (_, row) =>
    [...FAULT_COLUMNS].map(([list, columns]) => ({
      list,
      cells: columns.map((column) => cleanCell(random, column, row)),
    })),
  ).flat()
}

const TITLE: ExtractTitle = {
  council: 'Norchester City Council',
  window: 'whole',
  asAt: '2015-01-31',
  shownFrom: '2013-03-01',
  from: '2012-02-01',
  recordedTo: '2015-02-03',
}

/** A layout that plants, and what it has planted so far. It is of use once. */
export function messyLayout(seed: number, form: ListForm): { layout: SheetLayout; planted: Planted[] } {
  const planted: Planted[] = []
  const fileOf = (sheet: string) => (form === 'csv' ? csvName(TITLE, sheet) : workbookName(TITLE))
  const layout = annexAFault(seed, { form, asAt: TITLE.asAt, fileOf }, (one) => planted.push(one))
  return { layout, planted }
}

export interface Faulty {
  planted: readonly Planted[]
  /** By list, from the first line of the sheet on. */
  rows: ReadonlyMap<number, readonly SheetRow[]>
}

/** What goes into the sheets, and what was planted in them. */
export function faulty(seed: number, form: ListForm, clean: readonly CleanRow[]): Faulty {
  const { layout, planted } = messyLayout(seed, form)
  const rows = new Map(ANNEX_A_LISTS.map(({ number }) => [number, [...layout.opening(number, 'A title')]]))
  for (const { list, cells } of clean) rows.get(list)!.push(...layout.row(list, cells))
  for (const { number } of ANNEX_A_LISTS) rows.get(number)!.push(...layout.ending(number))
  return { planted, rows }
}

/** The folder in which the rows were written, as the writer of Annex A writes them. */
export async function annexAFolder(
  form: ListForm,
  layout: SheetLayout,
  clean: readonly CleanRow[],
): Promise<string> {
  const folder = await testFolder()
  const book = (form === 'csv' ? openCsvBook : openWorkbook)(folder, TITLE, layout)
  for (const { list, cells } of clean) book.row(list, cells)
  await book.close()
  return join(folder, 'annex-a')
}

/** A cell as `planted.json` says it. */
export const said = (cell: SheetCell | undefined): PlainValue => {
  if (typeof cell !== 'object' || cell === null) return cell ?? null
  return cell.formula === undefined ? dayOf(cell.day) : `=${cell.formula}`
}
