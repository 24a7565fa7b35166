import { expect, test } from 'vitest'
import { numberOf } from '../day-number.ts'
import { dayOfMinute, minuteAt, formatMinute } from './minute.ts'

const at = (day: `${number}-${number}-${number}`, hour: number) => minuteAt(numberOf(day), hour * 60)

test('seventy-two hours from Friday 27 March 2015 at eight in the evening end on Monday at nine', () => {
  expect(formatMinute(at('2015-03-27', 20) + 72 * 60)).toBe('2015-03-30T21:00')
})

test('seventy-two hours over the end of summer time end an hour earlier by the clock', () => {
  expect(formatMinute(at('2014-10-24', 20) + 72 * 60)).toBe('2014-10-27T19:00')
})

test('a moment is said as the clock showed it, in winter and in summer', () => {
  expect(formatMinute(at('2015-01-09', 14))).toBe('2015-01-09T14:00')
  expect(formatMinute(at('2014-07-01', 0))).toBe('2014-07-01T00:00')
  expect(dayOfMinute(at('2014-07-01', 0))).toBe(numberOf('2014-07-01'))
})
