import { writeXlsx, type Cell, type WriteSheet } from 'hucre'
import type { AnnexARow } from '../../src/generator/annex-a/annex-a-row.ts'
import { ANNEX_A } from '../../src/generator/annex-a/list-columns.ts'
import { CODE_SETS } from '../../src/generator/annex-a/published-code.ts'
import { dayOf } from '../../src/generator/day-number.ts'
import { csvLine } from '../../src/generator/files/csv-file.ts'
import {
  MESS_COLUMNS,
  type MessCell,
  type MessColumn,
  type MessRow,
} from '../../src/generator/messy/annex-a-column.ts'
import { annexAMess, type MessyBook } from '../../src/generator/messy/annex-a-mess.ts'
import type { ListForm } from '../../src/generator/messy/cell-quirk.ts'
import type { PlainValue, Planted } from '../../src/generator/messy/planted.ts'
import type { NonListTab } from '../../src/generator/messy/sheet-quirks.ts'
import { seededRandom, type Random } from '../../src/generator/random.ts'

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

/** What a column of codes can hold in a clean extract. */
const codesOf = ({ header }: MessColumn): readonly string[] =>
  Object.values(CODE_SETS[SETS.find(([pattern]) => pattern.test(header))![1]])

/** Every kind of cell that a clean extract can hold in a column. */
export function everyCell(column: MessColumn): (string | number | null)[] {
  const { kind, isKeyDay, header } = column
  const blank = isKeyDay || kind === 'id' || header === 'Date of Birth' ? [] : [null]
  if (kind === 'day') return [9000, 12_000, ...blank]
  if (kind === 'age') return [-1, 0, 1, 2, 9, 17, ...blank]
  if (kind === 'count') return [0, 1, 12, ...blank]
  if (kind === 'id') return ['1234567', 'SC999123']
  if (kind === 'postcode') return ['ZZ1 1AA', ...blank]
  return [...(kind === 'words' ? ['North 2', 'SW-118'] : codesOf(column)), ...blank]
}

const choices = new Map<MessColumn, readonly (string | number)[]>()
function choicesOf(column: MessColumn): readonly (string | number)[] {
  const known = choices.get(column) ?? everyCell(column).filter((cell) => cell !== null)
  choices.set(column, known)
  return known
}

/** A cell such as a clean extract could hold; now and then a blank, where the row can do without. */
function cleanCell(random: Random, column: MessColumn, row: number) {
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
    [...MESS_COLUMNS].map(([list, columns]) => ({
      list,
      cells: columns.map((column) => cleanCell(random, column, row)),
    })),
  ).flat()
}

export interface Messed {
  planted: Planted[]
  /** By list, from the first line of the sheet on. */
  rows: ReadonlyMap<number, readonly MessRow[]>
  sheetName: (list: number) => string
  tabs: readonly NonListTab[]
}

const WORKBOOK = 'Annex_A_2015-01-31.xlsx'
const bookOf = (form: ListForm): MessyBook => ({
  form,
  asAt: '2015-01-31',
  fileOf: (sheet) => (form === 'csv' ? `Annex_A_2015-01-31_${sheet}.csv` : WORKBOOK),
})

export function messed(seed: number, form: ListForm, clean: readonly CleanRow[]): Messed {
  const planted: Planted[] = []
  const mess = annexAMess(seed, bookOf(form), (one) => planted.push(one))
  const rows = new Map(ANNEX_A.map(({ number }) => [number, [...mess.opening(number, titleOf(number))]]))
  for (const { list, cells } of clean) rows.get(list)!.push(...mess.row(list, cells))
  for (const { number } of ANNEX_A) rows.get(number)!.push(...mess.ending(number))
  return { planted, rows, sheetName: (list) => mess.sheetName(list), tabs: mess.tabs }
}

const titleOf = (list: number) => `List ${list}. Every child here is invented.`

/** The same rows with nothing wrong with them. */
export const unmessed = (clean: readonly CleanRow[]): Messed => ({
  planted: [],
  rows: new Map(
    ANNEX_A.map(({ number, columns }) => [
      number,
      [
        [titleOf(number)],
        columns.map(({ header }) => header),
        ...clean
          .filter(({ list }) => list === number)
          .map(({ cells }) =>
            cells.map((cell, place) =>
              columns[place]!.isDay && typeof cell === 'number' ? { day: cell } : cell,
            ),
          ),
      ],
    ]),
  ),
  sheetName: (list) => `List_${list}`,
  tabs: [],
})

/** The files of an extract by their names, as a writer of Annex A would write them. */
export async function filesOf(
  form: ListForm,
  { rows, sheetName, tabs }: Messed,
): Promise<Record<string, string | Uint8Array>> {
  if (form === 'workbook') {
    const sheets = [
      ...tabs,
      ...ANNEX_A.map(({ number }) => ({ name: sheetName(number), rows: rows.get(number)! })),
    ]
    return { [WORKBOOK]: await writeXlsx({ sheets: sheets.map(({ name, rows }) => sheetOf(name, rows)) }) }
  }
  return Object.fromEntries(
    ANNEX_A.map(({ number }) => [
      bookOf('csv').fileOf(sheetName(number)),
      rows
        .get(number)!
        .map((row) => csvLine(row.map(inCsv)))
        .join(''),
    ]),
  )
}

const inCsv = (cell: MessCell) =>
  typeof cell === 'object' && cell !== null ? dayOf(cell.day).split('-').toReversed().join('/') : cell

function sheetOf(name: string, rows: readonly MessRow[]): WriteSheet {
  const cells = new Map<string, Partial<Cell>>()
  for (const [row, written] of rows.entries()) {
    for (const [column, cell] of written.entries()) {
      if (typeof cell !== 'object' || cell?.formula === undefined) continue
      const { day, formula } = cell
      cells.set(`${row},${column}`, { formula, formulaResult: day + 29_221, style: { numFmt: 'dd/mm/yyyy' } })
    }
  }
  return { name, cells, rows: rows.map((row) => row.map(inWorkbook)) }
}

const inWorkbook = (cell: MessCell) => {
  if (typeof cell !== 'object' || cell === null) return cell
  return cell.formula === undefined ? new Date(`${dayOf(cell.day)}T00:00:00Z`) : null
}

/** A cell as `planted.json` says it. */
export const said = (cell: MessCell | undefined): PlainValue => {
  if (typeof cell !== 'object' || cell === null) return cell ?? null
  return cell.formula === undefined ? dayOf(cell.day) : `=${cell.formula}`
}
