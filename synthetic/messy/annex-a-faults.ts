import { FAULT_COLUMNS } from './annex-a-column.ts'
import type { CellFault } from './cell-fault.ts'
import { CODE_FAULTS } from './code-faults.ts'
import { DATE_FAULTS } from './date-faults.ts'
import { NUMBER_FAULTS } from './number-faults.ts'
import { TEXT_FAULTS } from './text-faults.ts'

const columns = [...FAULT_COLUMNS.values()].flat()
const placesOf = (fault: CellFault): number =>
  columns.filter((column) => fault.isOf(column, 'workbook')).length

/** Every way in which a cell of Annex A goes wrong. Those with few columns to choose from have the first choice of rows. */
export const CELL_FAULTS: readonly CellFault[] = [
  ...DATE_FAULTS,
  ...NUMBER_FAULTS,
  ...CODE_FAULTS,
  ...TEXT_FAULTS,
].toSorted((a, b) => placesOf(a) - placesOf(b))
