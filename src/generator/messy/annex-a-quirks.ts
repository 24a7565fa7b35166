import type { CellQuirk } from './cell-quirk.ts'
import { CODE_QUIRKS } from './code-quirks.ts'
import { DATE_QUIRKS } from './date-quirks.ts'
import { NUMBER_QUIRKS } from './number-quirks.ts'
import { TEXT_QUIRKS } from './text-quirks.ts'

/** Every way in which a cell of Annex A goes wrong. The rarer a cell is, the earlier it has its turn. */
export const CELL_QUIRKS: readonly CellQuirk[] = [
  ...DATE_QUIRKS,
  ...NUMBER_QUIRKS,
  ...CODE_QUIRKS,
  ...TEXT_QUIRKS,
]
