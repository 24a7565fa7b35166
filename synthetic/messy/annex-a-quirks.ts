import { MESS_COLUMNS } from './annex-a-column.ts'
import type { CellQuirk } from './cell-quirk.ts'
import { CODE_QUIRKS } from './code-quirks.ts'
import { DATE_QUIRKS } from './date-quirks.ts'
import { NUMBER_QUIRKS } from './number-quirks.ts'
import { TEXT_QUIRKS } from './text-quirks.ts'

const columns = [...MESS_COLUMNS.values()].flat()
const placesOf = (quirk: CellQuirk): number =>
  columns.filter((column) => quirk.isOf(column, 'workbook')).length

/** Every way in which a cell of Annex A goes wrong. Those with few columns to stand in have the first choice of rows. */
export const CELL_QUIRKS: readonly CellQuirk[] = [
  ...DATE_QUIRKS,
  ...NUMBER_QUIRKS,
  ...CODE_QUIRKS,
  ...TEXT_QUIRKS,
].toSorted((a, b) => placesOf(a) - placesOf(b))
