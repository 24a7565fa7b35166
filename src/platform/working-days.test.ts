import { describe, expect, test } from 'vitest'
import {
  bankHolidays,
  isWorkingDay,
  withinWorkingDays,
  workingDayAfter,
  workingDayBefore,
  workingDaysBetween,
} from './working-days.ts'
import { addDays, type Day } from './day.ts'

/** Bank holidays in England as published on GOV.UK (2022 to 2027) and by the rules with their one-off days (2013 to 2021). */
const PUBLISHED: Record<number, string> = {
  2013: '01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26',
  2014: '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26',
  2015: '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28',
  2016: '01-01 03-25 03-28 05-02 05-30 08-29 12-26 12-27',
  2017: '01-02 04-14 04-17 05-01 05-29 08-28 12-25 12-26',
  2018: '01-01 03-30 04-02 05-07 05-28 08-27 12-25 12-26',
  2019: '01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26',
  2020: '01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28',
  2021: '01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28',
  2022: '01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27',
  2023: '01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26',
  2024: '01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26',
  2025: '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26',
  2026: '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28',
  2027: '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28',
}

test.each(Object.entries(PUBLISHED))('the bank holidays of %s are the published ones', (year, days) => {
  expect(bankHolidays(Number(year)).join(' ')).toBe(days.replaceAll(/\S+/g, `${year}-$&`))
})

test('moved and one-off days before 2013 are known', () => {
  expect(bankHolidays(2012)).toContain('2012-06-04')
  expect(bankHolidays(2012)).not.toContain('2012-05-28')
  expect(isWorkingDay('2011-04-29')).toBe(false)
  expect(isWorkingDay('2002-06-03')).toBe(false)
})

describe('the conformance examples of the handbook', () => {
  test.each<[Day, number, Day]>([
    ['2014-12-19', 10, '2015-01-07'],
    ['2014-12-19', 20, '2015-01-21'],
    ['2014-12-19', 35, '2015-02-11'],
    ['2014-12-19', 45, '2015-02-25'],
    ['2015-01-03', 1, '2015-01-05'], // a Saturday start is day 0
    ['2015-01-03', 10, '2015-01-16'],
    ['2015-01-03', 45, '2015-03-06'],
    ['2015-02-02', 10, '2015-02-16'],
    ['2015-02-02', 45, '2015-04-08'], // over Easter
    ['2015-03-30', 15, '2015-04-22'],
    ['2014-12-15', 15, '2015-01-08'],
    ['2014-12-22', 20, '2015-01-22'],
    ['2012-12-20', 6, '2013-01-02'], // Christmas 2012 is known too
  ])('day %2$s after %1$s is %3$s', (start, n, day) => {
    expect(workingDayAfter(start, n)).toBe(day)
  })

  test('a report is shared three working days before a conference on Monday 5 January 2015 by Tuesday 30 December', () => {
    expect(workingDayBefore('2015-01-05', 3)).toBe('2014-12-30')
  })
})

test('an end on a weekend after day N is late although N working days have passed', () => {
  expect(workingDaysBetween('2015-01-03', '2015-03-07')).toBe(45)
  expect(withinWorkingDays('2015-01-03', '2015-03-06', 45)).toBe(true)
  expect(withinWorkingDays('2015-01-03', '2015-03-07', 45)).toBe(false)
  expect(withinWorkingDays('2015-05-21', '2015-06-13', 15)).toBe(false)
})

test('an end before its start is never within', () => {
  expect(withinWorkingDays('2015-06-15', '2015-06-10', 15)).toBe(false)
})

test('working days between two days are as many as there are one by one, whatever days of the week they are', () => {
  for (const from of ['2014-11-28', '2014-11-29', '2014-12-24', '2015-01-01', '2011-04-20'] as Day[]) {
    let count = 0
    for (let day = addDays(from, 1); day < addDays(from, 500); day = addDays(day, 1)) {
      if (isWorkingDay(day)) count += 1
      expect([from, day, workingDaysBetween(from, day)]).toEqual([from, day, count])
    }
  }
  expect(workingDaysBetween('2015-01-05', '2015-01-02')).toBe(0)
})
