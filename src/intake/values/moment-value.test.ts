import { expect, test } from 'vitest'
import { readDay } from './date-value.ts'
import { readMoment } from './moment-value.ts'

test.each([
  ['2015-01-09T14:20', '2015-01-09T14:20'],
  ['09/01/2015 2:20 pm', '2015-01-09T14:20'],
  [{ day: '2015-01-09', time: '14:20' } as const, '2015-01-09T14:20'],
  [42013.597222222219, '2015-01-09T14:20'],
  ['42013.597222222219', '2015-01-09T14:20'],
  ['2015-01-09T14:20:00Z', '2015-01-09T14:20'],
  ['2015-07-09T14:20:00Z', '2015-07-09T15:20'],
  ['2015-07-09 14:20:00.123+00:00', '2015-07-09T15:20'],
  ['2015-07-09T14:20+0100', '2015-07-09T14:20'],
  ['2015-07-09T14:20-05', '2015-07-09T20:20'],
  ['2015-06-30T23:30:00Z', '2015-07-01T00:30'],
])('%j is %s by the clock in England', (cell, moment) => {
  const { value, finding } = readMoment(cell)
  expect(value).toBe(moment)
  if (typeof cell === 'string' && !/^\d+\./.test(cell)) expect(finding).toBeNull()
})

test.each(['2015-01-09', 42013, { day: '2015-01-09' } as const])(
  'the time of %j is not known, and that is said',
  (cell) => {
    expect(readMoment(cell)).toMatchObject({ value: '2015-01-09T00:00', finding: { code: 'time-unknown' } })
  },
)

test('a day that a program wrote in another zone is the day that it is in England', () => {
  expect(readDay('2015-06-30T23:00:00Z')).toEqual({ value: '2015-07-01', finding: null })
  expect(readDay('2015-01-31T00:00:00.000Z')).toEqual({ value: '2015-01-31', finding: null })
  expect(readDay('2015-01-31T23:30:00+02:00')).toMatchObject({ value: '2015-01-31' })
  expect(readDay('2015-01-31T23:30:00+99:00').value).toBeNull()
})

test('a day with a zone and no time is the day that it says', () => {
  for (const text of ['2025-03-31Z', '2025-03-31+01:00', '2025-03-31-11:00', '2025-03-31z'])
    expect(readDay(text)).toEqual({ value: '2025-03-31', finding: null })
})
