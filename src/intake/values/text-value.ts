import { cellText, type RawCell } from '../reading/raw-sheet.ts'
import { clean, putRight, unknown, type Reading } from './reading.ts'

const HARD_SPACES = /[\u00a0\u2007\u202f]/

/** Text with its outer space off and runs of space made one. Spaces that only look like spaces are noted. */
export function readText(cell: RawCell): Reading<string> {
  const written = cellText(cell)
  const text = written.replaceAll(/\s+/gu, ' ').trim()
  return typeof cell === 'string' && HARD_SPACES.test(written.trim())
    ? putRight(text, 'spaces-tidied', 'holds non-breaking spaces, read as plain ones')
    : clean(text)
}

/** An identifier is text, though a spreadsheet may have made a number of it: `1001.0` is `1001`. */
export function readId(cell: RawCell): Reading<string> {
  const text = cellText(cell).replaceAll(/\s+/gu, ' ').trim()
  const whole = /^(\d+)\.0+$/.exec(text)
  return whole ? putRight(whole[1]!, 'id-tidied', `'${text}' was read as '${whole[1]}'`) : clean(text)
}

const FULL_POSTCODE = /^([A-Z]{1,2}\d[A-Z\d]?)\s*(\d[A-Z]{2})$/
const CUT_POSTCODE = /^[A-Z]{1,2}\d[A-Z\d]?(\s*\d[A-Z]?)?$/

/** A postcode in capitals with its one space; a cut one (`SW1A 1`) is kept as it is, and noted. */
export function readPostcode(cell: RawCell): Reading<string> {
  const text = cellText(cell).replaceAll(/\s+/gu, ' ').trim().toUpperCase()
  const full = FULL_POSTCODE.exec(text)
  if (full) return clean(`${full[1]} ${full[2]}`)
  if (CUT_POSTCODE.test(text)) return putRight(text, 'postcode-cut', 'is only part of a postcode')
  return unknown('postcode-unreadable', 'is not a postcode')
}
