import { expect, test } from 'vitest'
import { readDayAsWritten } from './argument.ts'

test.each([
  ['2015-02-10', '2015-02-10'],
  ['10/02/2015', '2015-02-10'],
  ['10.2.2015', '2015-02-10'],
  ['31/02/2015', null],
  ['02/13/2015', null],
  ['mtg_1', null],
])('a day is read as people write it: %s', (text, day) => {
  expect(readDayAsWritten(text)).toBe(day)
})
