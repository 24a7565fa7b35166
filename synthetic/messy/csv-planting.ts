import { csvLine } from '../files/csv-file.ts'
import type { Random } from '../random.ts'
import { csvCells } from './csv-line.ts'
import type { LineFault } from './line-planting.ts'
import type { Expectation, PlainValue, Plant } from './planted.ts'
import { faultRhythm, type FaultRhythm } from './fault-rhythm.ts'

/** One way in which a cell of a CSV of a standard goes wrong. */
export interface CsvFault {
  id: string
  says: string
  expect: Expectation
  /** The columns that may hold it; a table's name comes before, as `episodes.REC`. */
  isOf: RegExp
  /** Null when this cell does not suit it; `other` is another cell of the row. */
  write: (cell: string, other: (column: string) => string) => { written: string; reads: PlainValue } | null
}

export interface CsvStandard {
  name: 'ssda903' | 'ssd'
  faults: readonly CsvFault[]
  /** Tables whose file opens with a byte-order mark. */
  marked: readonly string[]
}

/** A standard's faults with their rhythms, which its files share. */
interface CsvFaultLists {
  ofFile(file: string): LineFault
}

const LINE_END = '\r\n'
const ORDER_MARK = '\uFEFF'
const ORDER_MARK_PLANTED = {
  column: null,
  place: null,
  quirk: 'file-order-mark',
  says: 'A byte-order mark before the first header.',
  was: null,
  written: ORDER_MARK,
  reads: null,
  expect: 'ignored',
} as const

export function csvFaultLists(
  { name, faults, marked }: CsvStandard,
  random: Random,
  plant: Plant,
): CsvFaultLists {
  const due = faults.map((fault) => ({ fault, rhythm: faultRhythm(random.fork(fault.id)) }))
  return {
    ofFile(file) {
      const table = file.slice(file.lastIndexOf('/') + 1).replace(/\.csv$/, '')
      return csvFault({ file, table: `${name}/${table}`, isMarked: marked.includes(table), due, plant })
    },
  }
}

interface CsvFaultSetting {
  file: string
  table: string
  isMarked: boolean
  due: readonly { fault: CsvFault; rhythm: FaultRhythm }[]
  plant: Plant
}

function csvFault({ file, table, isMarked, due, plant }: CsvFaultSetting): LineFault {
  const short = table.slice(table.indexOf('/') + 1)
  let header: string[] | null = null
  let suited: { fault: CsvFault; rhythm: FaultRhythm; indexes: number[] }[] = []
  let row = 0

  const opening = (line: string): string => {
    header = csvCells(line)
    const columns = header.map((column, index) => ({ name: `${short}.${column}`, index }))
    suited = due
      .map(({ fault, rhythm }) => ({
        fault,
        rhythm,
        indexes: columns.filter(({ name }) => fault.isOf.test(name)).map(({ index }) => index),
      }))
      .filter(({ indexes }) => indexes.length > 0)
    if (!isMarked) return line
    plant({ file, table, row, ...ORDER_MARK_PLANTED })
    return ORDER_MARK + line
  }

  const faulty = (line: string, columns: readonly string[]): string => {
    const ready = suited.filter(({ rhythm }) => rhythm.isDue())
    if (ready.length === 0) return line
    const cells = csvCells(line)
    const other = (column: string) => cells[columns.indexOf(column)] ?? ''
    for (const { fault, rhythm, indexes } of ready) {
      for (const index of indexes) {
        const was = cells[index] ?? ''
        const found = fault.write(was, other)
        if (!found || found.written === was) continue
        rhythm.done()
        const place = { file, table, row, column: columns[index]!, place: index + 1 }
        const { id, says, expect } = fault
        plant({ ...place, quirk: id, says, was: was === '' ? null : was, ...found, expect })
        return csvLine(cells.with(index, found.written)).slice(0, -LINE_END.length)
      }
    }
    return line
  }

  return {
    lineEnd: LINE_END,
    line(clean) {
      row += 1
      return [header === null ? opening(clean) : faulty(clean, header)]
    },
  }
}
