import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, daysBetween, type Day } from '../../platform/day.ts'
import { readDay } from './date-value.ts'

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]
const anyDay = fc
  .integer({ min: 0, max: 40_000 })
  .map((days) => addDays('1950-01-01', days))
  .filter((day) => day !== '2099-12-31')

test('every day is read from each form that councils send it in', () => {
  fc.assert(
    fc.property(anyDay, (day) => {
      const [year, month, date] = day.split('-').map(Number) as [number, number, number]
      const name = MONTHS[month - 1]!
      const two = (number: number) => String(number).padStart(2, '0')
      const serial = daysBetween('1899-12-30', day)
      for (const cell of [
        { day },
        serial,
        serial + 0.6,
        String(serial),
        day,
        `${day}T00:00:00`,
        `${day} 00:00:00.000`,
        `${year}/${two(month)}/${two(date)}`,
        `${two(date)}/${two(month)}/${year}`,
        `${date}/${month}/${year}`,
        ` ${two(date)}-${two(month)}-${year} 09:30 `,
        `${two(date)}.${two(month)}.${year}`,
        `${date} ${name} ${year}`,
        `${date}-${name.slice(0, 3)}-${year}`,
        `${date}th ${name.toUpperCase()} ${year}`,
        `${name} ${date}, ${year}`,
        `${year}${two(month)}${two(date)}`,
      ]) {
        expect([cell, readDay(cell).value]).toEqual([cell, day])
      }
    }),
    { numRuns: 300 },
  )
})

test('whatever text is read, the answer is a real day or unknown with its reason', () => {
  const digits = fc.stringMatching(/^[0-9/. -]{1,12}$/)
  fc.assert(
    fc.property(fc.oneof(fc.string(), digits), (text) => {
      const { value, finding } = readDay(text)
      if (value === null) expect(finding).not.toBeNull()
      else expect(addDays(addDays(value, 1), -1)).toBe(value)
    }),
    { numRuns: 2000 },
  )
})

test('a day is before its month, always', () => {
  expect(readDay('03/04/2015').value).toBe('2015-04-03')
  expect(readDay('01/25/2015')).toMatchObject({ value: null, finding: { code: 'date-unreadable' } })
  expect(readDay('31/02/2015')).toMatchObject({ value: null, finding: { code: 'date-unreadable' } })
})

test('a two-figure year is completed and said', () => {
  expect(readDay('1/9/14')).toMatchObject({ value: '2014-09-01', finding: { code: 'year-completed' } })
  expect(readDay('1-Sep-98').value).toBe('1998-09-01')
})

test('a partly known date is unknown, and is not called unreadable', () => {
  for (const text of [
    'zz/05/2020',
    'ZZ/ZZ/ZZZZ',
    '00/00/2019',
    '??/05/2020',
    '12/zz/2020',
    'May 2020',
    '05/2020',
    '2020',
    2020,
    'zz-May-2020',
    '?? May 2020',
    '--/05/2020',
    '12 May xxxx',
    '2020-05',
    'circa May 2015',
    'c. 2015',
    'Summer 2019',
  ]) {
    expect([text, readDay(text).finding?.code]).toEqual([text, 'date-part-known'])
  }
})

test('a date that stands in for none is blank', () => {
  for (const cell of ['01/01/1900', '31/12/9999', { day: '1899-12-31' as Day }]) {
    expect(readDay(cell)).toMatchObject({ value: null, finding: { severity: 'note', code: 'date-stand-in' } })
  }
})

test('what is put right is said: a number, a time of day', () => {
  expect(readDay(42_009)).toMatchObject({
    value: '2015-01-05',
    finding: { severity: 'note', code: 'date-from-number' },
  })
  expect(readDay('05/01/2015 14:30')).toMatchObject({
    value: '2015-01-05',
    finding: { code: 'time-dropped' },
  })
  expect(readDay('05/01/2015 00:00:00').finding).toBeNull()
})

test('a small number, a word and a year before 1900 are no dates', () => {
  for (const cell of [3, 0, -1, 1e9, 'May be 8 Jan 2000', 'soon', '2019/20', 'May-20', '05/01/0202']) {
    expect([cell, readDay(cell).finding?.code]).toEqual([cell, 'date-unreadable'])
  }
})
