import { describe, expect, test } from 'vitest'
import type { Day } from '../../platform/day.ts'
import type { NumberedEntry } from './calendar-entry.ts'
import { calendarFile } from './calendar-file.ts'

describe('a calendar file', () => {
  const numbered = (on: Day, startsAt: string | null): NumberedEntry => ({
    uid: `${on}@norchester.waymark`,
    ref: `m-${on}`,
    kind: 'initial',
    on,
    startsAt,
    sequence: 0,
    changedAt: '2014-10-01T12:00:00Z',
    isCancelled: false,
  })
  const startsIn = (...entries: NumberedEntry[]) =>
    [
      ...calendarFile('Norchester', entries, (ref) => `https://waymark.example/${ref}`).matchAll(
        /^DTSTART.*$/gm,
      ),
    ].map(([line]) => line.trim())

  test('has ten o’clock in England at the right instant on each side of a change of the clocks', () => {
    const days = ['2014-10-24', '2014-10-26', '2014-10-27', '2015-03-27', '2015-03-29', '2015-03-30'] as const
    expect(startsIn(...days.map((on) => numbered(on, '10:00')))).toEqual([
      'DTSTART:20141024T090000Z',
      'DTSTART:20141026T100000Z',
      'DTSTART:20141027T100000Z',
      'DTSTART:20150327T100000Z',
      'DTSTART:20150329T090000Z',
      'DTSTART:20150330T090000Z',
    ])
  })

  test('has the hours that the clocks repeat and skip, and a whole day where no time is held', () => {
    const hours = startsIn(
      numbered('2014-10-26', '00:30'),
      numbered('2014-10-26', '01:30'),
      numbered('2015-03-29', '01:30'),
      numbered('2015-03-29', null),
    )
    expect(hours).toEqual([
      'DTSTART:20141025T233000Z',
      'DTSTART:20141026T003000Z',
      'DTSTART:20150329T013000Z',
      'DTSTART;VALUE=DATE:20150329',
    ])
  })

  // The clocks go back on Sunday 25 October 2026 and forward on Sunday 28 March 2027.
  test('has meetings of the Friday and the Monday around the coming changes of the clocks at their hour in England', () => {
    const days = ['2026-10-23', '2026-10-26', '2027-03-26', '2027-03-29'] as const
    expect(startsIn(...days.map((on) => numbered(on, '09:30')))).toEqual([
      'DTSTART:20261023T083000Z',
      'DTSTART:20261026T093000Z',
      'DTSTART:20270326T093000Z',
      'DTSTART:20270329T083000Z',
    ])
    const sundays = [
      numbered('2026-10-25', '01:30'),
      numbered('2026-10-25', '02:30'),
      numbered('2027-03-28', '01:30'),
    ]
    expect(startsIn(...sundays)).toEqual([
      'DTSTART:20261025T003000Z',
      'DTSTART:20261025T023000Z',
      'DTSTART:20270328T013000Z',
    ])
  })

  test('cancels under the same name with the next number, and names no child, worker or place', () => {
    const cancelled = { ...numbered('2026-10-26', '09:30'), sequence: 2, isCancelled: true }
    const lines = calendarFile('Norchester', [cancelled], () => 'https://waymark.example/diary/m-1')
      .split('\r\n')
      .filter((line) => /^(METHOD|UID|SEQUENCE|STATUS|SUMMARY|URL|ATTENDEE|LOCATION|DESCRIPTION)/.test(line))
    expect(lines).toEqual([
      'METHOD:PUBLISH',
      'UID:2026-10-26@norchester.waymark',
      'SEQUENCE:2',
      'SUMMARY:Initial conference',
      'URL;VALUE=URI:https://waymark.example/diary/m-1',
      'STATUS:CANCELLED',
    ])
  })
})
