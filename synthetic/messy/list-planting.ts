import type { AnnexARow } from '../annex-a/annex-a-row.ts'
import { PLAIN_LAYOUT, type SheetCell, type SheetRow } from '../annex-a/sheet-layout.ts'
import { dayOf } from '../day-number.ts'
import type { Random } from '../random.ts'
import { FAULT_COLUMNS } from './annex-a-column.ts'
import { plainCell, type CellFault, type ListForm } from './cell-fault.ts'
import type { ListLayout } from './list-layout.ts'
import type { PlainValue, Plant } from './planted.ts'
import type { FaultRhythm } from './fault-rhythm.ts'
import {
  ROW_FAULT_NAMES,
  ROW_FAULTS,
  TAIL_FAULTS,
  TAILS,
  TITLE_FAULT,
  type RowFault,
  type RowFaultName,
  type TailName,
} from './row-faults.ts'

/** A fault of cells with its rhythm, which the lists of an extract share. */
interface DueFault {
  fault: CellFault
  rhythm: FaultRhythm
}

interface ListFaultSetting {
  list: number
  file: string
  form: ListForm
  random: Random
  layout: ListLayout
  cellFaults: readonly DueFault[]
  rowFaults: ReadonlyMap<RowFaultName, FaultRhythm>
  tail: readonly TailName[]
  hasTitleRows: boolean
  plant: Plant
}

/** The rows of one list as they are written. */
interface ListFault {
  opening(title: string): readonly SheetRow[]
  row(cells: AnnexARow): readonly SheetRow[]
  ending(): readonly SheetRow[]
}

const BLANK_ROW: SheetRow = []
const TITLE_LINES = ['Export for the performance team', null]

export function listFault(setting: ListFaultSetting): ListFault {
  const { list, file, layout, plant } = setting
  const table = `annex-a/${list}`
  const faulty = cellPlanting(setting)
  /** The number of the row written last, and how many of data. */
  let [row, dataRows] = [0, 0]

  const add = (rows: SheetRow[], written: SheetRow) => {
    rows.push(written)
    row += 1
  }
  const addData = (rows: SheetRow[], cells: readonly SheetCell[]) => {
    add(rows, layout.rowOf(cells, dataRows))
    dataRows += 1
  }
  /** Plants a fault of the row written last. */
  const plantRow = ({ id, says, expect }: RowFault, written: string | null) => {
    const whole = { file, table, row, column: null, place: null, was: null, written, reads: null }
    plant({ ...whole, quirk: id, says, expect })
  }

  return {
    opening(title) {
      const rows: SheetRow[] = []
      add(rows, [title])
      for (const line of setting.hasTitleRows ? TITLE_LINES : []) {
        add(rows, line === null ? BLANK_ROW : [line])
        plantRow(TITLE_FAULT, line)
      }
      add(rows, layout.headers)
      for (const header of layout.planted) plant({ file, table, row, ...header })
      return rows
    },
    row(cells) {
      const rows: SheetRow[] = []
      const due = ROW_FAULT_NAMES.filter((name) => setting.rowFaults.get(name)!.isDue())
      const above = due.find((name) => name !== 'repeated')
      if (above) {
        add(rows, above === 'blank' ? BLANK_ROW : layout.headers)
        plantRow(ROW_FAULTS[above], above === 'blank' ? null : layout.headers[0]!)
        setting.rowFaults.get(above)!.done()
      }
      const written = faulty(cells, row + 1)
      const clean = written ?? plainRow(list, cells)
      addData(rows, clean)
      if (written === null && due.includes('repeated')) {
        addData(rows, clean)
        plantRow(ROW_FAULTS.repeated, String(plainText(clean[0]!)))
        setting.rowFaults.get('repeated')!.done()
      }
      return rows
    },
    ending() {
      const rows: SheetRow[] = []
      for (const name of setting.tail) {
        const text = TAILS[name]
        add(rows, text === null ? BLANK_ROW : layout.rowOf([text], dataRows))
        plantRow(TAIL_FAULTS[name], text)
      }
      return rows
    },
  }
}

const plainRow = (list: number, cells: AnnexARow): SheetRow => PLAIN_LAYOUT.row(list, cells)[0]!

/** Writes a row with one fault in it: the first that is due and finds a cell that suits it; null when none does. */
function cellPlanting({ list, file, form, random, layout, cellFaults, plant }: ListFaultSetting) {
  const columns = FAULT_COLUMNS.get(list)!
  const birth = columns.find(({ header }) => header === 'Date of Birth')?.index
  // A fault is asked only about the columns that may hold it.
  const faults = cellFaults
    .map((due) => ({ ...due, columns: columns.filter((column) => due.fault.isOf(column, form)) }))
    .filter((due) => due.columns.length > 0)

  return (cells: AnnexARow, row: number): SheetRow | null => {
    const born = birth === undefined ? null : cells[birth]
    const bornOn = typeof born === 'number' ? born : null
    for (const { fault, rhythm, columns: suited } of faults.filter((due) => due.rhythm.isDue())) {
      // The column to begin with is drawn, so that the first is not always the one.
      const from = random.between(0, suited.length - 1)
      for (let step = 0; step < suited.length; step += 1) {
        const column = suited[(from + step) % suited.length]!
        const cell = cells[column.index] ?? null
        const found = fault.write(cell, { column, random, bornOn })
        if (!found) continue
        rhythm.done()
        plant({
          file,
          table: `annex-a/${list}`,
          row,
          column: column.header,
          place: layout.placeOf(column.index),
          quirk: fault.id,
          says: fault.says,
          was: plainCell(cell, column),
          written: plainText(found.written),
          reads: found.reads,
          expect: found.expect,
        })
        return plainRow(list, cells).with(column.index, found.written)
      }
    }
    return null
  }
}

/** A cell as it is written: a formula as itself, another day as ISO text. */
function plainText(cell: SheetCell): PlainValue {
  if (typeof cell !== 'object' || cell === null) return cell
  return cell.formula === undefined ? dayOf(cell.day) : `=${cell.formula}`
}
