import type { RawCell } from '../reading/raw-sheet.ts'
import { cellText } from '../reading/raw-sheet.ts'
import { matchCode } from '../annex-a/code-match.ts'
import { codeSetOf } from '../annex-a/code-sets.ts'
import type { CodeSet } from '../annex-a/code-set.ts'
import type { FieldSpec } from '../annex-a/list-spec.ts'
import { blankIn } from './blank.ts'
import { readDay } from './date-value.ts'
import { readAge, readCount } from './number-value.ts'
import { clean, putRight, unknown, type Reading } from './reading.ts'
import { readId, readPostcode, readText } from './text-value.ts'

export type FieldValue = string | number | boolean
type Reader = (cell: RawCell) => Reading<FieldValue>

/** How the cells of one column are read: made once for a column, then asked for every row. */
export function readerOf(field: FieldSpec): Reader {
  const read = readerOfType(field)
  return (cell) => blankIn(cell) ?? read(cell)
}

function readerOfType(field: FieldSpec): Reader {
  if (field.key.endsWith('_id') || field.key.endsWith('_urn')) return readId
  if (field.key.endsWith('_postcode')) return readPostcode
  if (field.key === 'age_years') return readAge
  if (field.type === 'date') return readDay
  if (field.type === 'integer') return readCount
  if (field.type === 'string') return readText
  return codeReader(codeSetOf(field.codeSet!), field.type === 'boolean' ? yesOrNo : asItIs)
}

const asItIs = (code: string): string => code
const yesOrNo = (code: string): boolean | null => (code === 'unknown' ? null : code === 'yes')

/** A column has few different values, so each is worked out once; a column of prose stops being kept. */
const MOST_KEPT = 5000

function codeReader(set: CodeSet, valueOf: (code: string) => FieldValue | null): Reader {
  const known = new Map<string, Reading<FieldValue>>()
  return (cell) => {
    // A spreadsheet may make a number of a code: `1.0` is `1`.
    const text = cellText(cell)
      .trim()
      .replace(/^(\d+)\.0+$/, '$1')
    const kept = known.get(text)
    if (kept) return kept
    const reading = readCode(set, text, valueOf)
    if (known.size < MOST_KEPT) known.set(text, reading)
    return reading
  }
}

function readCode(
  set: CodeSet,
  text: string,
  valueOf: (code: string) => FieldValue | null,
): Reading<FieldValue> {
  const match = matchCode(set, text)
  if (match === null) {
    return set.open
      ? clean(text.replaceAll(/\s+/gu, ' '))
      : unknown('code-unknown', 'is none of the codes or words known for it')
  }
  const value = valueOf(match.code.code)
  if (match.how === 'published' || value === null) return { value, finding: null }
  return putRight(
    value,
    match.how === 'alone' ? 'code-alone' : 'code-from-words',
    `is '${text}', read as '${match.code.published}'`,
  )
}
