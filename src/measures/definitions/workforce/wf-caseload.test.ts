import { expect, test } from 'vitest'
import { figures } from '../../figures/figure-read.ts'
import { allCases } from '../../figures/case-list.ts'
import { byMonth, measured } from '../../../../tests/support/measured.ts'

/** `children` held by each worker, as at the day of the extract. */
const held = (workers: readonly { worker: string; team: string; fte: number | null; children: number }[]) => {
  let child = 0
  const rows = workers.flatMap(({ worker, team, fte, children }) =>
    Array.from({ length: children }, () => {
      child += 1
      return {
        child,
        row: `(${child}, '${worker}', '${team}', ${fte ?? 'null'}, '2015-01-31', '2015-01-31')`,
      }
    }),
  )
  return `insert into person (child_key, person_id) values ${rows.map(({ child }) => `(${child}, 'P${child}')`).join(', ')};
    insert into allocation (child_key, worker, team, fte, from_date, to_date) values ${rows.map(({ row }) => row).join(', ')};`
}

test('the average is children over full-time workers, not the average of averages', async () => {
  const insert = held([
    { worker: 'SW-1', team: 'North', fte: 0.5, children: 10 },
    { worker: 'SW-2', team: 'South', fte: 1, children: 10 },
  ])
  const snapshot = await measured({ asAt: '2015-01-31', insert }, 'wf-caseload')
  // 20 children over 1.5 workers; not (20 + 10) / 2 = 15.
  expect((await figures(snapshot, 'wf-caseload')).points).toEqual([
    { period: '2015-01', split: null, numerator: 20, denominator: 1.5, value: 13.33, provisional: false },
  ])
})

test('an average that falls on half a hundredth is rounded up, in whatever order the workers were added', async () => {
  const insert = held(
    [11, 33, 27, 17, 9, 11, 24, 31].map((children, at) => ({
      worker: `SW-${at}`,
      team: 'North',
      fte: null,
      children,
    })),
  )
  const snapshot = await measured({ asAt: '2015-01-31', insert }, 'wf-caseload')
  // 163 children over 8 workers: 20.375.
  expect((await figures(snapshot, 'wf-caseload')).points[0]?.value).toBe(20.38)
})

test('median and 90th percentile are taken over workers by nearest rank; the maximum is heads', async () => {
  const insert = held(
    [1, 2, 3, 4].map((children, at) => ({ worker: `SW-${at}`, team: 'North', fte: null, children })),
  )
  const snapshot = await measured({ asAt: '2015-01-31', insert }, 'wf-caseload')
  const value = async (key: string) => (await figures(snapshot, `wf-caseload.${key}`)).points[0]?.value
  expect([await value('median'), await value('p90'), await value('max'), await value('mean')]).toEqual([
    2, 4, 4, 2.5,
  ])
})

test('behind the average stands each child; behind the others each worker, who is no child', async () => {
  const insert = held([{ worker: 'SW-1', team: 'North', fte: null, children: 3 }])
  const snapshot = await measured({ asAt: '2015-01-31', insert }, 'wf-caseload')
  const children = await allCases(snapshot, 'wf-caseload', { period: '2015-01' })
  expect(children.map(({ child_id, worker, value }) => [child_id, worker, value])).toEqual([
    ['P1', 'SW-1', 3],
    ['P2', 'SW-1', 3],
    ['P3', 'SW-1', 3],
  ])
  expect(await allCases(snapshot, 'wf-caseload.max', { period: '2015-01' })).toMatchObject([
    { child_id: null, ref: null, case_id: 'SW-1', value: 3 },
  ])
})

test('from Annex A the as-at day alone is known', async () => {
  const insert = held([{ worker: 'SW-1', team: 'North', fte: null, children: 3 }])
  const snapshot = await measured({ asAt: '2015-01-31', insert }, 'wf-caseload')
  expect(await byMonth(snapshot, 'wf-caseload')).toEqual({ '2015-01': '3 of 1' })
})

test('a worker away for more than 20 working days is out, and what a manager holds is counted apart', async () => {
  const insert = `${held([
    { worker: 'SW-1', team: 'North', fte: null, children: 3 },
    { worker: 'SW-2', team: 'North', fte: null, children: 9 },
    { worker: 'SW-3', team: 'North', fte: null, children: 5 },
    { worker: 'TM-1', team: 'North', fte: null, children: 4 },
  ])}
    insert into absences (absence_id, worker, reason, from_on, to_on) values
        ('long', 'SW-2', 'sickness', '2014-12-22', null), ('short', 'SW-3', 'sickness', '2015-01-26', '2015-02-06');
    insert into professionals (worker, job_title) values ('TM-1', 'Team Manager'), ('SW-1', 'Social Worker');`
  const snapshot = await measured({ asAt: '2015-01-31', insert }, 'wf-caseload')
  expect(await byMonth(snapshot, 'wf-caseload')).toEqual({ '2015-01': '8 of 2' })
  expect(await byMonth(snapshot, 'wf-caseload.managers')).toEqual({ '2015-01': '4' })
})

test('a worker with children in two teams is in each by their share, so that each team rebuilds and the teams add up', async () => {
  const insert = `${held([
    { worker: 'SW-1', team: 'North', fte: 0.8, children: 3 },
    { worker: 'SW-2', team: 'South', fte: 1, children: 4 },
  ])} update allocation set worker = 'SW-1', fte = 0.8 where child_key = 4;`
  const snapshot = await measured({ asAt: '2015-01-31', insert }, 'wf-caseload')
  const { points } = await figures(snapshot, 'wf-caseload', { by: 'team' })
  expect(points).toMatchObject([
    { split: null, numerator: 7, denominator: 1.8, value: 3.89 },
    { split: 'North', numerator: 3, denominator: 0.6, value: 5 },
    { split: 'South', numerator: 4, denominator: 1.2, value: 3.33 },
  ])
})

test('children of a worker who is known to be no social worker are in no caseload', async () => {
  const insert = `${held([
    { worker: 'SW-1', team: 'North', fte: 1, children: 2 },
    { worker: 'Unregistered', team: 'North', fte: 1, children: 5 },
  ])} update allocation set qualified = false where worker = 'Unregistered';`
  const snapshot = await measured({ asAt: '2015-01-31', insert }, 'wf-caseload')
  expect((await figures(snapshot, 'wf-caseload')).points).toMatchObject([
    { numerator: 2, denominator: 1, value: 2 },
  ])
})
