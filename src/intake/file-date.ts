import { basename, dirname } from 'node:path'
import { dayFrom, isMonth, lastOf, type Day } from '../platform/day.ts'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const NAMED = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*'
const YEAR = '((?:19|20)\\d{2})'
const GAP = '[ ._-]*'
const alone = (pattern: string) => new RegExp(`(?<![a-z\\d])${pattern}(?![a-z\\d])`, 'gi')

const DAY_FORMS: readonly [RegExp, (match: RegExpExecArray) => Day | null][] = [
  [
    alone(`${YEAR}[ ._-](\\d{1,2})[ ._-](\\d{1,2})`),
    (m) => dayFrom(Number(m[1]), Number(m[2]), Number(m[3])),
  ],
  [alone(`${YEAR}(\\d{2})(\\d{2})`), (m) => dayFrom(Number(m[1]), Number(m[2]), Number(m[3]))],
  [
    alone(`(\\d{1,2})[ ./_-](\\d{1,2})[ ./_-]${YEAR}`),
    (m) => dayFrom(Number(m[3]), Number(m[2]), Number(m[1])),
  ],
  [
    alone(`(\\d{1,2})(?:st|nd|rd|th)?${GAP}${NAMED}${GAP}${YEAR}`),
    (m) => dayFrom(Number(m[3]), monthNumber(m[2]!), Number(m[1])),
  ],
]
const MONTH_FORMS: readonly [RegExp, (match: RegExpExecArray) => Day | null][] = [
  [alone(`${YEAR}${GAP}${NAMED}`), (m) => monthEnd(m[1]!, monthNumber(m[2]!))],
  [alone(`${NAMED}${GAP}${YEAR}`), (m) => monthEnd(m[2]!, monthNumber(m[1]!))],
  [alone(`${YEAR}[ ._-](\\d{1,2})`), (m) => monthEnd(m[1]!, Number(m[2]))],
  [alone(`(\\d{1,2})[ ._-]${YEAR}`), (m) => monthEnd(m[2]!, Number(m[1]))],
]

const monthNumber = (name: string): number => MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1

function monthEnd(year: string, month: number): Day | null {
  const text = `${year}-${String(month).padStart(2, '0')}`
  return isMonth(text) ? lastOf(text) : null
}

/** The latest of the days that the text tells: "August 2014 to January 2015" is of January. */
function latestIn(text: string, forms: typeof DAY_FORMS): Day | null {
  const days = forms.flatMap(([pattern, day]) => [...text.matchAll(pattern)].map((match) => day(match)))
  return days.reduce(
    (latest, day) => (day !== null && (latest === null || day > latest) ? day : latest),
    null,
  )
}

/** A whole date written somewhere in a line of text: "Extract of 31 January 2015". */
export const dayInText = (text: string): Day | null => latestIn(text, DAY_FORMS)

/** The day a file's name speaks of, or the last of the month it names: `Annex_A_2024_Jan.xlsx` is 31 January 2024. */
export const dayInFileName = (file: string): Day | null => {
  const name = file.replace(/\.[^.]*$/, '').replace(/list[ _-]*\d{1,2}(?!\d)/i, '')
  return latestIn(name, DAY_FORMS) ?? latestIn(name, MONTH_FORMS)
}

const YEAR_ALONE = alone(YEAR)

/**
 * A day by which the newer of two files is told: the one its name speaks of, else the last of the year in its name, else
 * what the name of its folder says: `2017-episodes.csv`, `2018/episodes.csv`. It tells their order and no more: what
 * year a return is of, its days say. Null when there is none.
 */
export function dayInOrder(path: string): Day | null {
  const names = [basename(path), `${basename(dirname(path))}.`]
  for (const name of names) {
    const day = dayInFileName(name) ?? yearIn(name)
    if (day) return day
  }
  return null
}

function yearIn(name: string): Day | null {
  const years = [...name.matchAll(YEAR_ALONE)].map(([year]) => Number(year))
  return years.length === 0 ? null : dayFrom(Math.max(...years), 12, 31)
}
