import type { RawCell } from '../reading/raw-sheet.ts'
import { BLANK, type Reading } from './reading.ts'

/** What systems and people write where they have nothing: failed look-ups, database nulls, dashes. */
const BLANK_WORDS = new Set([
  '-',
  '--',
  '.',
  '..',
  'n/a',
  'na',
  'null',
  'none recorded',
  'nan',
  'nat',
  'pd.na',
  '#n/a',
  '#ref!',
  '#value!',
  '#name?',
  '#div/0!',
  '#null!',
  '#num!',
  'placeholder_data',
  'placeholder',
  'ssd_ph',
])

/** A cell with nothing in it but space. */
export const isEmpty = (cell: RawCell): boolean =>
  cell === null || (typeof cell === 'string' && cell.trim() === '')

/** Most cells are told to say something by their first letter, before anything costs. */
const MAY_BE_BLANK = new Set([...BLANK_WORDS].flatMap((word) => [word[0]!, word[0]!.toUpperCase()]))
const LONGEST = Math.max(...[...BLANK_WORDS].map(({ length }) => length))

/** The blank a cell stands for, or null when it says something. A blank written as a word is noted. */
export function blankIn(cell: RawCell): Reading<never> | null {
  if (cell === null) return BLANK
  if (typeof cell !== 'string') return null
  const text = cell.trim()
  if (text === '') return BLANK
  if (text.length > LONGEST || !MAY_BE_BLANK.has(text[0]!) || !BLANK_WORDS.has(text.toLowerCase()))
    return null
  return {
    value: null,
    finding: { severity: 'note', code: 'blank-written', says: `holds '${text}', read as blank` },
  }
}
