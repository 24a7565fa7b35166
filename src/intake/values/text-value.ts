import { cellText, type RawCell } from '../reading/raw-sheet.ts'
import { clean, putRight, unknown, type Reading } from './reading.ts'

/** Spaces that only look like spaces. */
export const HARD_SPACES = /[\u00a0\u2007\u202f]/

/** Text with its outer space off and runs of space made one. Spaces inside that change are noted. */
export function readText(cell: RawCell): Reading<string> {
  const written = cellText(cell).trim()
  const text = written.replaceAll(/\s+/gu, ' ')
  if (text === written) return clean(text)
  const says = HARD_SPACES.test(written)
    ? 'holds non-breaking spaces, read as plain ones'
    : 'holds more than one space together, read as one'
  return putRight(text, 'spaces-tidied', says)
}

/** An identifier is text, though a spreadsheet may have made a number of it: `1001.0` is `1001`. */
export function readId(cell: RawCell): Reading<string> {
  const reading = readText(cell)
  const whole = /^(\d+)\.0+$/.exec(reading.value ?? '')
  return whole ? putRight(whole[1]!, 'id-tidied', `'${whole[0]}' was read as '${whole[1]}'`) : reading
}

const FULL_POSTCODE = /^([A-Z]{1,2}\d[A-Z\d]?)\s*(\d[A-Z]{2})$/
const CUT_POSTCODE = /^[A-Z]{1,2}\d[A-Z\d]?(\s*\d[A-Z]?)?$/

/** A postcode in capitals with its one space; a cut one (`SW1A 1`) is kept as it is, and noted. */
export function readPostcode(cell: RawCell): Reading<string> {
  const written = cellText(cell).trim()
  const text = written.replaceAll(/\s+/gu, ' ').toUpperCase()
  const full = FULL_POSTCODE.exec(text)
  if (full) {
    const postcode = `${full[1]} ${full[2]}`
    return postcode === written
      ? clean(postcode)
      : putRight(postcode, 'postcode-tidied', `is '${written}', read as '${postcode}'`)
  }
  if (CUT_POSTCODE.test(text)) return putRight(text, 'postcode-cut', 'is only part of a postcode')
  return unknown('postcode-unreadable', 'is not a postcode')
}
