import { expect, test } from 'vitest'
import { changesSince, tableOf } from './results.ts'

const row = { what: 'waymark check', size: 'city', seconds: 10, memory: 400 }

test('a figure that is more than a fifth from that of the last run is said, and a smaller change is not', () => {
  const last = { machine: null, rows: [row, { ...row, what: 'tracker page', seconds: 0.01, p95: 0.02 }] }
  expect(
    changesSince(last, [
      { ...row, seconds: 12.5 },
      { ...row, what: 'tracker page', seconds: 0.011, p95: 0.015, memory: 500 },
    ]),
  ).toEqual([
    'waymark check | city: 10.00 s before, 12.50 s now, 25% more',
    'tracker page | city, p95: 20 ms before, 15 ms now, 25% less',
    'tracker page | city, memory: 400 MB before, 500 MB now, 25% more',
  ])
})

test('what is new is no change, and what takes less than five milliseconds is left alone', () => {
  const quick = { what: 'a figure', size: 'small', seconds: 0.001 }
  expect(changesSince({ machine: null, rows: [quick] }, [{ ...quick, seconds: 0.002 }, row])).toEqual([])
})

test('a figure has the limit of the same run next to it, and how many times that it is', () => {
  expect(tableOf([{ ...row, limit: { what: 'a bare read', seconds: 4 } }])).toContain(
    '| waymark check | city | 10.00 s | 400 MB | a bare read 4.00 s: 2.5 times |',
  )
})
