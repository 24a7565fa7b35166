import type { AnnexARow } from '../annex-a/annex-a-row.ts'
import { PLAIN_LAYOUT, type SheetCell, type SheetRow } from '../annex-a/sheet-layout.ts'
import { dayOf } from '../day-number.ts'
import type { Random } from '../random.ts'
import { FAULT_COLUMNS } from './annex-a-column.ts'
import { plainCell, type CellFault, type CleanPlace, type ListForm } from './cell-fault.ts'
import type { ListLayout } from './list-layout.ts'
import type { PlainValue, Plant } from './planted.ts'
import type { FaultRhythm } from './fault-rhythm.ts'
import { ROW_FAULTS, TAIL_FAULTS, TAILS, TITLE_FAULT, type RowFault, type TailName } from './row-faults.ts'

/** A fault of cells with its rhythm, which the lists of an extract share. */
export interface DueFault {
  fault: CellFault
  rhythm: FaultRhythm
}

export interface ListFaultSetting {
  list: number
  file: string
  form: ListForm
  random: Random
  layout: ListLayout
  cellFaults: readonly DueFault[]
  rowFaults: ReadonlyMap<keyof typeof ROW_FAULTS, FaultRhythm>
  tail: readonly TailName[]
  hasTitleRows: boolean
  plant: Plant
}

/** The rows of one list as they are written. */
export interface ListFault {
  opening(title: string): readonly SheetRow[]
  row(cells: AnnexARow): readonly SheetRow[]
  ending(): readonly SheetRow[]
}

const BLANK_ROW: SheetRow = []

export function listFault(setting: ListFaultSetting): ListFault {
  const { list, file, form, random, layout, plant } = setting
  const columns = FAULT_COLUMNS.get(list)!
  const birth = columns.find(({ header }) => header === 'Date of Birth')?.index
  // A fault is asked only about the columns that may hold it.
  const faults = setting.cellFaults
    .map(({ fault, rhythm }) => ({
      fault,
      rhythm,
      columns: columns.filter((column) => fault.isOf(column, form)),
    }))
    .filter(({ columns }) => columns.length > 0)
  const table = `annex-a/${list}`
  /** The number of the row written last, and how many of data. */
  let [row, dataRows] = [0, 0]

  const plantRow = ({ id, says, expect }: RowFault, written: string | null) => {
    const whole = { file, table, row, column: null, place: null, was: null, written, reads: null }
    plant({ ...whole, quirk: id, says, expect })
  }
  const add = (rows: SheetRow[], written: SheetRow) => {
    rows.push(written)
    row += 1
  }

  const plainRow = (cells: AnnexARow): SheetRow => PLAIN_LAYOUT.row(list, cells)[0]!

  /** The first fault that is due and finds a cell that suits it takes the row: one is enough. */
  const faulty = (cells: AnnexARow): SheetRow | null => {
    const bornOn = birth === undefined ? null : cells[birth]
    const due = faults.filter(({ rhythm }) => rhythm.isDue())
    for (const { fault, rhythm, columns: suited } of due) {
      // The column to begin with is drawn, so that the first is not always the one.
      const from = random.between(0, suited.length - 1)
      for (let step = 0; step < suited.length; step += 1) {
        const column = suited[(from + step) % suited.length]!
        const place: CleanPlace = { column, random, bornOn: typeof bornOn === 'number' ? bornOn : null }
        const cell = cells[column.index] ?? null
        const found = fault.write(cell, place)
        if (!found) continue
        rhythm.done()
        const { id, says } = fault
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
  const isDue = (fault: keyof typeof ROW_FAULTS): boolean => setting.rowFaults.get(fault)!.isDue()
  const plantRowFault = (name: keyof typeof ROW_FAULTS, written: string | null) => {
    setting.rowFaults.get(name)!.done()
    plantRow(ROW_FAULTS[name], written)
  }

  return {
    opening(title) {
      const rows: SheetRow[] = []
      add(rows, [title])
      if (setting.hasTitleRows) {
        for (const line of ['Export for the performance team', null]) {
          add(rows, line === null ? BLANK_ROW : [line])
          plantRow(TITLE_FAULT, line)
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
        plantRowFault('blank', null)
      } else if (due.headers) {
        add(rows, layout.headers)
        plantRowFault('headers', layout.headers[0]!)
      }
      const written = faulty(cells)
      const clean = written ?? plainRow(cells)
      dataRow(rows, clean)
      if (written === null && due.repeated) {
        dataRow(rows, clean)
        plantRowFault('repeated', String(plainText(clean[0]!)))
      }
      return rows
    },
    ending() {
      const rows: SheetRow[] = []
      for (const name of setting.tail) {
        const text = name === 'blankTail' ? null : TAILS[name]
        add(rows, text === null ? BLANK_ROW : layout.rowOf([text], dataRows))
        plantRow(TAIL_FAULTS[name], text)
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
