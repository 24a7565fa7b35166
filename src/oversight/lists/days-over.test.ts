import { expect, test } from 'vitest'
import { describeOver, formatOver, overWords } from './days-over.ts'
import { listOfId } from './lists.ts'

const [visits, returns, cap, held] = ['need-visits', 'return-interviews', 'over-cap', 'unallocated'].map(
  (id) => listOfId(id)!,
)

test('an overdue row is never over by 0: what was due on the day of the figures is over by less than a day', () => {
  expect([null, 0, 1, 1204].map(formatOver)).toEqual(['–', 'under 1', '1', '1,204'])
  expect(describeOver(visits!, 0)).toBe('under 1 working day')
  expect(describeOver(visits!, 9)).toBe('9 working days')
})

test('a list that does not count days says what it counts', () => {
  expect([returns!, cap!, held!, visits!].map((list) => overWords(list).head)).toEqual([
    'Hours over',
    'Children above the cap',
    'Days since anyone held the child',
    'Working days over',
  ])
  expect(describeOver(returns!, 24)).toBe('24 hours')
  expect(describeOver(cap!, 1)).toBe('1 child')
})
