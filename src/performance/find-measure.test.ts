import { expect, test } from 'vitest'
import { catalogue } from '../measures/index.ts'
import { describeUnknownMeasure, findMeasures, measureNamed, namedMeasures } from './find-measure.ts'

const tracked = [
  { ref: 'A2', seriesId: 'as-completed-45wd.from_start', title: 'Assessments in 45 working days' },
  { ref: 'B1', seriesId: 'cp-visits-timely.seen', title: 'Children on plans seen in time' },
]
const ids = (text: string) => findMeasures(text, tracked).map(({ id }) => id)

test('a measure is named by its reference in any case, by its id and by its measure’s id', () => {
  expect(ids('A2')).toEqual(['as-completed-45wd.from_start'])
  expect(ids(' b1 ')).toEqual(['cp-visits-timely.seen'])
  expect(ids('as-completed-45wd')).toEqual(['as-completed-45wd.from_start'])
  for (const { id } of catalogue()) expect(measureNamed(id, [])?.id).toBe(id)
})

test('words find a measure by their beginnings, those that the tracker follows first', () => {
  expect(ids('assess 45 work')[0]).toBe('as-completed-45wd.from_start')
  expect(ids('plans seen in time')[0]).toBe('cp-visits-timely.seen')
  expect(ids('vacan').every((id) => id.startsWith('wf-'))).toBe(true)
  expect(ids('xyzzy')).toEqual([])
  expect(ids('  ')).toEqual([])
})

test('a name that is not known is answered with the nearest', () => {
  expect(describeUnknownMeasure('as-complete-45wd', tracked)).toContain('The nearest is as-completed-45wd.')
  expect(describeUnknownMeasure('qqqqqqqqqqqqqqqqqqqqq', tracked)).not.toContain('nearest')
})

test('words that no measure has lead to the measures nearest to them', () => {
  const { named, nearest } = namedMeasures('asessments fourty', tracked)
  expect(named).toEqual([])
  expect(namedMeasures('asessments 45 workin dais', tracked).nearest).toContain(
    'as-completed-45wd.from_start',
  )
  expect(nearest.every((id) => measureNamed(id, []) !== null)).toBe(true)
  expect(namedMeasures('zzzzzzzzzzzzzzzzzzzzzzzzzz', tracked)).toEqual({ named: [], nearest: [] })
  expect(namedMeasures('A2', tracked)).toEqual({ named: ['as-completed-45wd.from_start'], nearest: [] })
})
