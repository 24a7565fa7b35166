import { cellText, type RawCell } from '../reading/raw-sheet.ts'
import { clean, putRight, unknown, type Reading } from './reading.ts'

const NUMBER = /^-?\d+(?:\.\d+)?$/
const plainNumber = (text: string): number | null => {
  const digits = text.replaceAll(/,(?=\d{3}\b)/g, '')
  return NUMBER.test(digits) ? Number(digits) : null
}

/** The largest that a column of whole numbers holds. */
const LARGEST_COUNT = 2_147_483_647
const tooLarge = unknown('number-too-large', 'is larger than any number that belongs there')

/** A count: whole, 0 or more. `3,000` and `2.0` are counts, `2.5` is not. */
export function readCount(cell: RawCell): Reading<number> {
  const number = typeof cell === 'number' ? cell : plainNumber(cellText(cell).trim())
  if (number === Infinity) return tooLarge
  if (number === null || !Number.isInteger(number) || number < 0) {
    return unknown('number-unreadable', 'is not a whole number')
  }
  if (number > LARGEST_COUNT) return tooLarge
  return typeof cell === 'number' || /^\d+$/.test(cellText(cell).trim())
    ? clean(number)
    : putRight(number, 'number-tidied', `is '${cellText(cell).trim()}', read as ${number}`)
}

/** A number with a decimal part or without, 0 or more: a share of a post, an amount. `£1,200.50` is 1200.5. */
export function readDecimal(cell: RawCell): Reading<number> {
  if (typeof cell === 'number' && cell > Number.MAX_SAFE_INTEGER) return tooLarge
  if (typeof cell === 'number') return cell >= 0 ? clean(cell) : unknown('number-unreadable', 'is below 0')
  const text = cellText(cell).trim()
  const number = plainNumber(text.replace(/^£\s*/, ''))
  if (number === null || number < 0) return unknown('number-unreadable', 'is not a number of 0 or more')
  if (number > Number.MAX_SAFE_INTEGER) return tooLarge
  return NUMBER.test(text)
    ? clean(number)
    : putRight(number, 'number-tidied', `is '${text}', read as ${number}`)
}

const AGE_IN_WORDS: readonly [RegExp, (amount: number) => number][] = [
  [/^<\s*1\b/, () => 0],
  [/^unborn\b/, () => -1],
  [/^(\d+(?:\.\d+)?)\s*(?:y|yr|yrs|year|years)\b/, (years) => Math.floor(years)],
  [/^(\d+)\s*(?:m|mth|mths|month|months)\b/, (months) => Math.floor(months / 12)],
  [/^(\d+)\s*(?:w|wk|wks|week|weeks)\b/, (weeks) => Math.floor(weeks / 52)],
  [/^(\d+)\s*(?:d|day|days)\b/, (days) => Math.floor(days / 365)],
]

/** An age in whole years at the last birthday; -1 unborn. `6.9` is 6, `<1` and `6 months` are 0, `18m` is 1. */
export function readAge(cell: RawCell): Reading<number> {
  const text = cellText(cell).trim().toLowerCase()
  const number = typeof cell === 'number' ? cell : plainNumber(text)
  if (number !== null) {
    if (number < -1 || number > 120) return unknown('age-unreadable', 'is not an age')
    const years = number < 0 ? -1 : Math.floor(number)
    return years === number ? clean(years) : putRight(years, 'age-rounded', `was a decimal, read as ${years}`)
  }
  for (const [pattern, inYears] of AGE_IN_WORDS) {
    const match = pattern.exec(text)
    if (!match) continue
    const years = inYears(Number(match[1]))
    return putRight(years, 'age-in-words', `is '${text}', read as ${years}`)
  }
  return unknown('age-unreadable', 'is not an age we can read')
}
