import { expect, test } from 'vitest'
import { careReviewDueOn, timeDue, timeEnded, reviewConferenceDueOn } from './clock.ts'

test('an assessment authorised on its 45th working day is in time, and a day later is late', () => {
  // 19 December 2014 is a Friday; the 45th working day after it is Wednesday 25 February 2015.
  expect(timeEnded('2014-12-19', '2015-02-25', 45)).toEqual({
    state: null,
    note: 'Working day 45; the limit is 45',
  })
  expect(timeEnded('2014-12-19', '2015-02-26', 45)).toEqual({
    state: 'late',
    note: 'Working day 46, 1 working day late; the limit is 45',
  })
})

test('an end on the weekend after the last day is late though no working day has passed', () => {
  // From Saturday 3 January 2015 the 45th working day is Friday 6 March.
  expect(timeEnded('2015-01-03', '2015-03-06', 45).state).toBeNull()
  expect(timeEnded('2015-01-03', '2015-03-07', 45).state).toBe('late')
})

test('an end before its start is said to be wrong, not early', () => {
  expect(timeEnded('2015-01-05', '2015-01-02', 45)).toEqual({
    state: 'error',
    note: 'Dated before it began, on 5 January 2015',
  })
})

test('what is due on the day the data end is not yet overdue', () => {
  expect(timeDue('2015-01-30', '2015-01-30').state).toBe('due')
  expect(timeDue('2015-01-29', '2015-01-30')).toEqual({
    state: 'overdue',
    note: '1 working day over when the data end',
  })
})

test('the first review conference is due after three months, later ones after six', () => {
  expect(reviewConferenceDueOn('2014-12-11', null)).toBe('2015-03-11')
  expect(reviewConferenceDueOn('2014-06-11', '2014-09-10')).toBe('2015-03-10')
})

test('a child in care is reviewed within 20 working days, three months, and then every six', () => {
  // 20 working days after Friday 19 December 2014 is Wednesday 21 January 2015.
  expect(careReviewDueOn('2014-12-19', null)).toBe('2015-01-21')
  expect(careReviewDueOn('2014-12-19', '2015-01-14')).toBe('2015-04-14')
  expect(careReviewDueOn('2014-01-06', '2014-12-01')).toBe('2015-06-01')
})
