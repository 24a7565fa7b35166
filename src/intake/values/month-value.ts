import { isMonth, monthOf, formatMonth, type Month } from '../../platform/day.ts'
import { cellText, type RawCell } from '../reading/raw-sheet.ts'
import { readDay } from './date-value.ts'
import { clean, putRight, unknown, type Reading } from './reading.ts'

const NAMES = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
/** `Jan-15` is what a spreadsheet makes of `2015-01`. */
const NAMED = new RegExp(`^(${NAMES.join('|')})[a-z]*[-/.\\s]+(\\d{4}|\\d{2})$`, 'i')
const NUMBERED = /^(\d{1,2})[-/.](\d{4})$/

/** A month as `YYYY-MM`, from a month in any of the forms that spreadsheets make of it or from a day in it. */
export function readMonth(cell: RawCell): Reading<Month> {
  const text = cellText(cell).trim()
  if (isMonth(text)) return clean(text)
  const month = monthIn(text) ?? monthOfDay(cell)
  return month === null
    ? unknown('month-unreadable', 'is not a month we can read')
    : putRight(month, 'month-tidied', `is '${text}', read as ${formatMonth(month)}`)
}

function monthIn(text: string): Month | null {
  const named = NAMED.exec(text)
  if (named) return monthFrom(named[2]!, NAMES.indexOf(named[1]!.toLowerCase()) + 1)
  const numbered = NUMBERED.exec(text)
  return numbered && monthFrom(numbered[2]!, Number(numbered[1]))
}

function monthFrom(year: string, month: number): Month | null {
  const text = `${year.length === 2 ? `20${year}` : year}-${String(month).padStart(2, '0')}`
  return isMonth(text) ? text : null
}

function monthOfDay(cell: RawCell): Month | null {
  const { value } = readDay(cell)
  return value && monthOf(value)
}
