import { cellText, type RawCell } from '../reading/raw-sheet.ts'
import { clean, putRight, unknown, type Reading } from './reading.ts'

/** Spaces that only look like spaces. */
export const HARD_SPACES = /[\u00a0\u2007\u202f]/

/**
 * Text with its outer space off, runs of space made one, and without signs that nobody sees: they turn what is next to them
 * round, part words that look whole, or cannot be written into a document. What changes inside is noted.
 */
export function readText(cell: RawCell): Reading<string> {
  const written = cellText(cell).trim()
  if (HIDDEN.test(written)) {
    const text = spacedOnce(written.replaceAll(EVERY_HIDDEN, ''))
    return text === ''
      ? unknown('text-unreadable', 'holds nothing that can be seen')
      : putRight(
          text,
          'hidden-signs-removed',
          `holds signs that are not seen, read without them as '${text}'`,
        )
  }
  const text = written.replaceAll(/\s+/gu, ' ')
  if (text === written) return clean(text)
  const says = HARD_SPACES.test(written)
    ? 'holds non-breaking spaces, read as plain ones'
    : 'holds more than one space together, read as one'
  return putRight(text, 'spaces-tidied', says)
}

/** Signs without a width, direction marks, control characters that are no space, and what is no character at all. */
const HIDDEN = /[\p{DI}\p{Cf}\p{Noncharacter_Code_Point}]|(?!\s)\p{Cc}/u
const EVERY_HIDDEN = new RegExp(HIDDEN, 'gu')

/** Signs without a width, direction marks and soft hyphens: nobody sees them, and two ids look alike. */
const UNSEEN = /[\p{DI}\p{Cf}\p{Cc}]/gu
const FIGURE = /\p{Nd}/gu
const FIRST_FIGURE = 48

/** A figure of any script as ours: the ten of a script follow one another from its zero. */
function plainFigure(figure: string): string {
  const code = figure.codePointAt(0)!
  if (code < 128) return figure
  let zero = code
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1)) && code - zero < 9) zero -= 1
  return String.fromCharCode(FIRST_FIGURE + code - zero)
}

/** Of a text beyond ASCII: full-width letters and figures as ours, and nothing that is not seen. */
const seen = (text: string): string =>
  text
    .normalize('NFKC')
    .replaceAll(/[\t\n\r]/g, ' ')
    .replaceAll(UNSEEN, '')
    .replaceAll(FIGURE, plainFigure)

const PLAIN = /^[ -~]*$/
const spacedOnce = (text: string): string => text.replaceAll(/\s+/gu, ' ').trim()

/** An identifier is text, though a spreadsheet may have made a number of it: `1001.0` is `1001`. */
export function readId(cell: RawCell): Reading<string> {
  const written = cellText(cell)
  if (!PLAIN.test(written)) {
    const text = spacedOnce(seen(written))
    if (text === '') return unknown('id-unreadable', 'holds nothing that can be seen')
    if (text !== spacedOnce(written))
      return putRight(text, 'id-tidied', `holds signs that are not seen or not ours, read as '${text}'`)
  }
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
