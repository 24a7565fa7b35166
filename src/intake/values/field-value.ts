import { type RawCell, cellText } from '../reading/raw-sheet.ts'
import { codeSetOf } from '../../standards/code-sets.ts'
import type { FieldSpec, FieldType } from '../../standards/table.ts'
import { blankIn } from './blank.ts'
import { isKnownSpelling, matchCode } from './code-match.ts'
import type { CodeSet } from '../../standards/code-set.ts'
import { spaced, wordsOf } from './code-text.ts'
import { readDay } from './date-value.ts'
import { readMoment } from './moment-value.ts'
import { readMoney } from './money-value.ts'
import { readMonth } from './month-value.ts'
import { readAge, readCount, readDecimal } from './number-value.ts'
import { BLANK, putRight, unknown, type Reading } from './reading.ts'
import { SpellingBook, type LearnedOfSet } from './spelling-book.ts'
import { HARD_SPACES, readId, readPostcode, readText } from './text-value.ts'

export type FieldValue = string | number | boolean
type Reader = (cell: RawCell) => Reading<FieldValue>

const READERS: Readonly<Record<FieldType, (codeSet: string, spellings: SpellingBook) => Reader>> = {
  id: () => orBlank(readId),
  postcode: () => orBlank(readPostcode),
  date: () => readDayOnce,
  moment: () => orBlank(readMoment),
  age: () => remembered(readAge),
  integer: () => remembered(readCount),
  decimal: () => remembered(readDecimal),
  money: () => remembered(readMoney),
  month: () => remembered(readMonth),
  string: () => remembered(readText),
  category: (codeSet, spellings) =>
    remembered(codeReader(codeSetOf(codeSet), asItIs, spellings.learnedOf(codeSet))),
  boolean: (codeSet, spellings) =>
    remembered(codeReader(codeSetOf(codeSet), yesOrNo, spellings.learnedOf(codeSet))),
}

/** How the cells of one column are read: made once for a column, then asked for every row. */
export const readerOf = (
  { type, codeSet }: Pick<FieldSpec, 'type' | 'codeSet'>,
  spellings: SpellingBook = NOTHING_LEARNED,
): Reader => READERS[type](codeSet ?? '', spellings)

const NOTHING_LEARNED = new SpellingBook()

const orBlank =
  (read: Reader): Reader =>
  (cell) =>
    blankIn(cell) ?? read(cell)

/** A column of prose stops being kept; the days of all columns of a council's history are fewer than this. */
const MAX_KEPT = 20_000

/** A column has few different values, so each is worked out once. */
function remembered(read: Reader): Reader {
  const known = new Map<RawCell, Reading<FieldValue>>()
  return (cell) => {
    if (cell === null) return BLANK
    const kept = known.get(cell)
    if (kept) return kept
    const own = typeof cell === 'string' ? ownText(cell) : cell
    const reading = blankIn(own) ?? read(own)
    if (known.size < MAX_KEPT) known.set(own, reading)
    return reading
  }
}

/** A cell is a window on the piece of the file that it was cut from: to keep the one is to keep the other. */
const ownText = (text: string): string => Buffer.from(text).toString()

/** The same days are in every column of days. */
const readDayOnce = remembered(readDay)

const asItIs = (code: string): string => code
const yesOrNo = (code: string): boolean | null => (code === 'unknown' ? null : code === 'yes')

const codeReader =
  (set: CodeSet, valueOf: (code: string) => FieldValue | null, learned: LearnedOfSet): Reader =>
  (cell) => {
    // A spreadsheet may make a number of a code: `1.0` is `1`.
    const text = cellText(cell)
      .trim()
      .replace(/^(\d+)\.0+$/, '$1')
    const own = learned.get(spaced(text))
    // What the standard itself knows is never learned otherwise.
    if (own !== undefined && !isKnownSpelling(set, text)) return readLearned(set, text, own, valueOf)
    return readCode(set, text, valueOf)
  }

function readLearned(
  set: CodeSet,
  text: string,
  learned: string | null,
  valueOf: (code: string) => FieldValue | null,
): Reading<FieldValue> {
  const code = set.codes.find(({ code }) => code === learned)
  return {
    value: code ? valueOf(code.code) : null,
    finding: {
      severity: 'note',
      code: LEARNED_SPELLING,
      says: code
        ? `is '${text}', a learned spelling, read as '${code.published}'`
        : `is '${text}', learned to be no code, read as blank`,
    },
  }
}

/** The codes of what is said of a text that was learned, and of one that nobody knows. */
export const LEARNED_SPELLING = 'learned-spelling'
export const UNREAD_SPELLING = 'code-unknown'

const otherListOf = (set: CodeSet, text: string): string | undefined =>
  set.elsewhere.find(([pattern]) => pattern.test(wordsOf(text)))?.[1]

function readCode(
  set: CodeSet,
  text: string,
  valueOf: (code: string) => FieldValue | null,
): Reading<FieldValue> {
  const match = matchCode(set, text)
  if (match === null) {
    return set.open
      ? readText(text)
      : unknown(UNREAD_SPELLING, otherListOf(set, text) ?? 'is none of the codes or words known for it')
  }
  const value = valueOf(match.code.code)
  if (match.how === 'published' && value !== null && HARD_SPACES.test(text)) {
    return putRight(value, 'spaces-tidied', `holds non-breaking spaces, read as '${match.code.published}'`)
  }
  if (match.how === 'published' || value === null) return { value, finding: null }
  return putRight(
    value,
    match.how === 'alone' ? 'code-alone' : 'code-from-words',
    `is '${text}', read as '${match.code.published}'`,
  )
}
