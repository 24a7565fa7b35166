import { expect, test } from 'vitest'
import { byMonth, measured } from '../../../../tests/support/measured.ts'
import { allCases } from '../../figures/case-list.ts'

/** Two months from 30 December 2013 end on 28 February 2014. */
const insert = `
  insert into adopters (adopter_id, stage_1_start_date, stage_1_end_date, stage_2_start_date, stage_2_end_date) values
      ('A1', '2013-12-30', '2014-02-28', '2014-02-28', '2014-06-28'),
      ('A2', '2013-12-30', '2014-03-01', '2014-03-01', '2014-07-02'),
      ('A3', '2014-01-06', '2014-02-20', '2014-05-20', '2014-09-20'),
      ('A4', '2014-01-06', '2014-02-20', '2014-11-20', '2015-01-10'),
      ('A5', null, null, '2014-03-01', '2014-07-02'),
      ('A6', '2014-03-01', '2014-02-01', null, null),
      ('A7', '2014-11-03', '2015-02-03', null, null);`

const met = async (id: string) => {
  const snapshot = await measured({ asAt: '2015-01-31', insert }, 'ad-adopter-timeliness')
  const months = Object.keys(await byMonth(snapshot, id))
  const rows = await Promise.all(
    months.map((period) => allCases(snapshot, id, { period: period as '2014-06' })),
  )
  return rows
    .flat()
    .map(({ case_id, met: isMet }) => `${case_id} ${isMet ? 'in time' : 'late'}`)
    .sort()
}

test('the first stage has two calendar months from acceptance and the second four', async () => {
  expect(await met('ad-adopter-timeliness.stage1')).toEqual([
    'ap-1 in time',
    'ap-2 late',
    'ap-3 in time',
    'ap-4 in time',
  ])
  expect(await met('ad-adopter-timeliness.stage2')).toEqual([
    'ap-1 in time',
    'ap-2 late',
    'ap-3 in time',
    'ap-4 in time',
    'ap-5 late',
  ])
})

test('both have six months; an agreed break of up to six months moves the limit on, and the fast track has four in all', async () => {
  // 2: 30 June, and it took to 2 July. 3: 6 July and the 89 days of the break, to 3 October. 4: a break of nine months counts
  // as six, the 181 days to 20 August: 3 January 2015. 5: four months from 1 March.
  expect(await met('ad-adopter-timeliness')).toEqual([
    'ap-1 in time',
    'ap-2 late',
    'ap-3 in time',
    'ap-4 late',
    'ap-5 late',
  ])
})
