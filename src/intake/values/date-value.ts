import { addDays, dayFrom, formatDay, type Day } from '../../platform/day.ts'
import { cellText, type RawCell } from '../reading/raw-sheet.ts'
import { localMoment } from './local-moment.ts'
import { clean, putRight, unknown, type Reading } from './reading.ts'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const monthNamed = (name: string): number => MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1
const MONTH = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*'

/** A time of day after a date is dropped; midnight says nothing, any other is noted. */
const TIME = /[T\s]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(am|pm)?\s*(Z|[+-]\d{2}(?::?\d{2})?)?$/i
/** `2025-03-31Z`, `2025-03-31+01:00`: `xs:date` may carry a zone, and is the day it says. */
const ZONE_OF_DAY = /^(\d{4}-\d{2}-\d{2})(?:Z|[+-]\d{2}:\d{2})$/i
const YEAR_FIRST = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/
const DAY_FIRST = /^(\d{1,2})\s*[-/.\s]\s*(\d{1,2})\s*[-/.\s]\s*(\d{4}|\d{2})$/
const DAY_MONTH_NAME = new RegExp(
  `^(\\d{1,2})(?:st|nd|rd|th)?[-/.\\s]*(?:of\\s+)?${MONTH}[-/.,\\s]*(\\d{4}|\\d{2})$`,
  'i',
)
const MONTH_NAME_DAY = new RegExp(`^${MONTH}[-/.\\s]+(\\d{1,2})(?:st|nd|rd|th)?[,\\s]+(\\d{4})$`, 'i')
const WEEKDAY = /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*[,\s]+/i
const COMPACT = /^(19|20)(\d{2})(\d{2})(\d{2})$/
const SERIAL = /^\d{5}(?:\.\d+)?$/

/** Partly known: `zz/05/2020`, `?? May 2020`, `00/00/2019`, `2020-05`, `c. 2020`. Unknown, and said to be partly known. */
const UNKNOWN_PART = '(?:z{1,2}|x{1,2}|\\?{1,2}|-{1,2}|_{1,2}|\\*{1,2}|dd|mm|00|unk(?:nown)?)'
const UNKNOWN_YEAR = '(?:zzzz|xxxx|yyyy|\\?{4}|0000)'
const SEPARATOR = '[-/.\\s]'
const PART_KNOWN = new RegExp(
  `^(?:${UNKNOWN_PART}${SEPARATOR}(?:${UNKNOWN_PART}|\\d{1,2}|${MONTH})${SEPARATOR}(?:${UNKNOWN_YEAR}|\\d{4})|` +
    `\\d{1,2}${SEPARATOR}(?:${UNKNOWN_PART}${SEPARATOR}\\d{4}|(?:\\d{1,2}|${MONTH})${SEPARATOR}${UNKNOWN_YEAR})|` +
    `\\d{4}[-/.](?:(?:${UNKNOWN_PART}|\\d{1,2})[-/.]${UNKNOWN_PART}|0[1-9]|1[0-2])|` +
    `(?:c\\.?|circa|about|approx\\w*\\.?)?\\s*(?:(?:${MONTH}|spring|summer|autumn|winter|early|mid|late)[-\\s]+\\d{4}|` +
    `\\d{1,2}[-/]\\d{4}|(?:19|20)\\d{2}))$`,
  'i',
)

const FIRST_YEAR = 1900
const LAST_YEAR = 2099
/** Two digits up to this are of this century: no one in these lists was born after 2035. */
const CENTURY_TURNS = 35
/** What systems hold in place of a date they do not have. */
const STAND_INS = new Set(['1900-01-01', '1899-12-30', '1899-12-31', '9999-12-31', '2099-12-31'])

const notADate = unknown('date-unreadable', 'is not a date we can read')

/**
 * A day from a cell in any of the forms councils send. Day before month always: `03/04/2015` is 3 April and
 * `01/25/2015` is no date. Nothing is guessed: what is partly known is unknown.
 */
export function readDay(cell: RawCell): Reading<Day> {
  if (typeof cell === 'object' && cell !== null)
    return checked(cell.time === undefined ? clean(cell.day) : withoutTime(cell.day))
  if (typeof cell === 'number') return checked(fromSerial(cell))
  const text = cellText(cell).replaceAll(/\s+/gu, ' ').trim()
  return checked(fromText(text))
}

function fromText(text: string): Reading<Day> {
  if (SERIAL.test(text)) return fromSerial(Number(text))
  const time = TIME.exec(text)
  if (time?.[5]) return localDay(text, time)
  const day = datePart(
    (time ? text.slice(0, time.index) : text).replace(WEEKDAY, '').replace(ZONE_OF_DAY, '$1'),
  )
  if (day === null)
    return PART_KNOWN.test(text) ? unknown('date-part-known', 'is only partly known') : notADate
  return time && !/^[T\s]+(?:00?:00(?::00(?:\.0+)?)?|12:00(?::00)?\s*am)/i.test(time[0])
    ? withoutTime(day.value)
    : day
}

const withoutTime = (day: Day): Reading<Day> =>
  putRight(day, 'time-dropped', 'has a time of day, which was left out')

/** A moment in some zone is on the day that it is in England, which begins an hour earlier in summer. */
function localDay(text: string, time: RegExpExecArray): Reading<Day> {
  const written = datePart(text.slice(0, time.index).replace(WEEKDAY, ''))
  const local = written && localMoment(written.value, time)
  if (!local) return notADate
  return local.time === '00:00' ? clean(local.day) : withoutTime(local.day)
}

/** Null: no such day, or no form of date. */
function datePart(text: string): { value: Day; finding: Reading<Day>['finding'] } | null {
  const iso = YEAR_FIRST.exec(text)
  if (iso) return exact(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const british = DAY_FIRST.exec(text)
  if (british) return withYear(british[3]!, Number(british[2]), Number(british[1]))
  const named = DAY_MONTH_NAME.exec(text)
  if (named) return withYear(named[3]!, monthNamed(named[2]!), Number(named[1]))
  const monthFirst = MONTH_NAME_DAY.exec(text)
  if (monthFirst) return exact(Number(monthFirst[3]), monthNamed(monthFirst[1]!), Number(monthFirst[2]))
  const compact = COMPACT.exec(text)
  if (compact) return exact(Number(compact[1]! + compact[2]!), Number(compact[3]), Number(compact[4]))
  return null
}

function exact(year: number, month: number, dayOfMonth: number) {
  const day = dayFrom(year, month, dayOfMonth)
  return day && { value: day, finding: null }
}

function withYear(written: string, month: number, dayOfMonth: number) {
  if (written.length === 4) return exact(Number(written), month, dayOfMonth)
  const year = Number(written) + (Number(written) <= CENTURY_TURNS ? 2000 : 1900)
  const day = dayFrom(year, month, dayOfMonth)
  if (day === null) return null
  const { finding } = putRight(day, 'year-completed', `has a two-figure year, read as ${year}`)
  return { value: day, finding }
}

/** Days since the last of 1899, as spreadsheets count from March 1900; a time of day is the fraction. */
function fromSerial(serial: number): Reading<Day> {
  const whole = Math.floor(serial)
  if (whole >= 19_000_101 && whole <= 20_991_231) return fromText(String(whole))
  if (whole >= 1900 && whole <= 2099) return unknown('date-part-known', 'is only partly known')
  // Below this lie the years before 1928, where a count or an age in the wrong column would otherwise become a day.
  if (whole < 10_000 || whole > 73_050) return notADate
  const day = addDays('1899-12-30', whole)
  return putRight(day, 'date-from-number', `is a spreadsheet's number, read as ${formatDay(day)}`)
}

function checked(reading: Reading<Day>): Reading<Day> {
  const { value } = reading
  if (value === null) return reading
  if (STAND_INS.has(value)) {
    return {
      value: null,
      finding: { severity: 'note', code: 'date-stand-in', says: 'means no date, read as blank' },
    }
  }
  const year = Number(value.slice(0, 4))
  return year < FIRST_YEAR || year > LAST_YEAR ? notADate : reading
}
