import type { AnnexARow } from '../annex-a/annex-a-row.ts'
import { PLAIN_LAYOUT, type SheetCell, type SheetRow } from '../annex-a/sheet-layout.ts'
import { dayOf } from '../day-number.ts'
import type { Random } from '../random.ts'
import { MESS_COLUMNS } from './annex-a-column.ts'
import { plainCell, type CellQuirk, type CleanPlace, type ListForm } from './cell-quirk.ts'
import type { ListLayout } from './list-layout.ts'
import type { PlainValue, Plant } from './planted.ts'
import type { QuirkRhythm } from './quirk-rhythm.ts'
import { ROW_QUIRKS, TAIL_QUIRKS, TAILS, TITLE_QUIRK, type RowQuirk, type TailName } from './row-quirks.ts'

/** A quirk of cells with its rhythm, which the lists of an extract share. */
export interface DueQuirk {
  quirk: CellQuirk
  rhythm: QuirkRhythm
}

export interface ListMessSetting {
  list: number
  file: string
  form: ListForm
  random: Random
  layout: ListLayout
  cellQuirks: readonly DueQuirk[]
  rowQuirks: ReadonlyMap<keyof typeof ROW_QUIRKS, QuirkRhythm>
  tail: readonly TailName[]
  hasTitleRows: boolean
  plant: Plant
}

/** The rows of one list as they are written. */
export interface ListMess {
  opening(title: string): readonly SheetRow[]
  row(cells: AnnexARow): readonly SheetRow[]
  ending(): readonly SheetRow[]
}

const BLANK_ROW: SheetRow = []

export function listMess(setting: ListMessSetting): ListMess {
  const { list, file, form, random, layout, plant } = setting
  const columns = MESS_COLUMNS.get(list)!
  const birth = columns.find(({ header }) => header === 'Date of Birth')?.index
  // A quirk is asked only about the columns that may hold it.
  const quirks = setting.cellQuirks
    .map(({ quirk, rhythm }) => ({
      quirk,
      rhythm,
      columns: columns.filter((column) => quirk.isOf(column, form)),
    }))
    .filter(({ columns }) => columns.length > 0)
  const table = `annex-a/${list}`
  /** The number of the row written last, and how many of data. */
  let [row, dataRows] = [0, 0]

  const plantRow = ({ id, says, expect }: RowQuirk, written: string | null) => {
    const whole = { file, table, row, column: null, place: null, was: null, written, reads: null }
    plant({ ...whole, quirk: id, says, expect })
  }
  const add = (rows: SheetRow[], written: SheetRow) => {
    rows.push(written)
    row += 1
  }

  const plainRow = (cells: AnnexARow): SheetRow => PLAIN_LAYOUT.row(list, cells)[0]!

  /** The first quirk that is due and finds a cell that suits it takes the row: one is enough. */
  const messed = (cells: AnnexARow): SheetRow | null => {
    const bornOn = birth === undefined ? null : cells[birth]
    const due = quirks.filter(({ rhythm }) => rhythm.isDue())
    for (const { quirk, rhythm, columns: suited } of due) {
      // The column to begin with is drawn, so that the first is not always the one.
      const from = random.between(0, suited.length - 1)
      for (let step = 0; step < suited.length; step += 1) {
        const column = suited[(from + step) % suited.length]!
        const place: CleanPlace = { column, random, bornOn: typeof bornOn === 'number' ? bornOn : null }
        const cell = cells[column.index] ?? null
        const found = quirk.write(cell, place)
        if (!found) continue
        rhythm.done()
        const { id, says } = quirk
        const { reads, expect } = found
        plant({
          file,
          table,
          row: row + 1,
          column: column.header,
          place: layout.placeOf(column.index),
          quirk: id,
          says,
          was: plainCell(cell, column),
          written: plainText(found.written),
          reads,
          expect,
        })
        return plainRow(cells).with(column.index, found.written)
      }
    }
    return null
  }
  const dataRow = (rows: SheetRow[], cells: readonly SheetCell[]) => {
    add(rows, layout.rowOf(cells, dataRows))
    dataRows += 1
  }
  const isDue = (quirk: keyof typeof ROW_QUIRKS): boolean => setting.rowQuirks.get(quirk)!.isDue()
  const plantRowQuirk = (name: keyof typeof ROW_QUIRKS, written: string | null) => {
    setting.rowQuirks.get(name)!.done()
    plantRow(ROW_QUIRKS[name], written)
  }

  return {
    opening(title) {
      const rows: SheetRow[] = []
      add(rows, [title])
      if (setting.hasTitleRows) {
        for (const line of ['Export for the performance team', null]) {
          add(rows, line === null ? BLANK_ROW : [line])
          plantRow(TITLE_QUIRK, line)
        }
      }
      add(rows, layout.headers)
      for (const header of layout.planted) plant({ file, table, row, ...header })
      return rows
    },
    row(cells) {
      const rows: SheetRow[] = []
      const due = { blank: isDue('blank'), headers: isDue('headers'), repeated: isDue('repeated') }
      if (due.blank) {
        add(rows, BLANK_ROW)
        plantRowQuirk('blank', null)
      } else if (due.headers) {
        add(rows, layout.headers)
        plantRowQuirk('headers', layout.headers[0]!)
      }
      const written = messed(cells)
      const clean = written ?? plainRow(cells)
      dataRow(rows, clean)
      if (written === null && due.repeated) {
        dataRow(rows, clean)
        plantRowQuirk('repeated', String(plainText(clean[0]!)))
      }
      return rows
    },
    ending() {
      const rows: SheetRow[] = []
      for (const name of setting.tail) {
        const text = name === 'blankTail' ? null : TAILS[name]
        add(rows, text === null ? BLANK_ROW : layout.rowOf([text], dataRows))
        plantRow(TAIL_QUIRKS[name], text)
      }
      return rows
    },
  }
}

/** A cell as it stands: a formula as itself, another day as ISO text. */
function plainText(cell: SheetCell): PlainValue {
  if (typeof cell !== 'object' || cell === null) return cell
  return cell.formula === undefined ? dayOf(cell.day) : `=${cell.formula}`
}
