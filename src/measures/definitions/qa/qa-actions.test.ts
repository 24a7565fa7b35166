import { expect, test } from 'vitest'
import { byMonth, casesOf, measured } from '../../../../tests/support/measured.ts'
import { allCases } from '../../figures/case-list.ts'

/**
 * Raised Friday 19 December 2014: one working day on is Monday the 22nd. Christmas Day, Boxing Day and New Year's Day are
 * no working days, so 20 working days on is Wednesday 21 January 2015.
 */
const actions = `
  insert into person (child_key, person_id) values (1, 'A'), (2, 'B'), (3, 'C');
  insert into audits (audit_id, audit, month, child_key, team, worker, tool) values
      ('a1', 'AU-1', '2014-12', 1, 'North', 'SW-1', 'core audit tool 3'),
      ('a2', 'AU-2', '2014-12', 2, 'South', 'SW-2', 'core audit tool 3'),
      ('a3', 'AU-2', '2014-12', 3, 'South', 'SW-3', 'core audit tool 3');
  insert into audit_actions (audit_action_id, audit, action, kind, owner, raised_on, due_on, closed_on, verified_by) values
      ('on the day', 'AU-1', 1, 'other', 'social worker', '2014-12-19', '2015-01-21', '2015-01-21', 'team manager'),
      ('a day late', 'AU-1', 2, 'other', 'social worker', '2014-12-19', '2015-01-21', '2015-01-22', 'team manager'),
      ('nobody looked', 'AU-1', 3, 'other', 'social worker', '2014-12-19', '2015-01-21', '2015-01-10', null),
      ('its own role looked', 'AU-1', 4, 'other', 'team manager', '2014-12-19', '2015-01-21', '2015-01-10', 'team manager'),
      ('put off', 'AU-2', 1, 'other', 'social worker', '2014-12-19', '2015-01-30', '2015-01-23', 'team manager'),
      ('due sooner', 'AU-2', 2, 'other', 'social worker', '2014-12-19', '2015-01-05', '2015-01-06', 'team manager'),
      ('safety in time', 'AU-2', 3, 'immediate safety', 'social worker', '2014-12-19', '2014-12-22', '2014-12-22', 'service manager'),
      ('safety late', 'AU-9', 1, 'immediate safety', 'social worker', '2014-12-19', '2014-12-22', null, null),
      ('closed before raised', 'AU-9', 2, 'other', 'social worker', '2014-12-19', '2015-01-21', '2014-12-18', 'team manager'),
      ('not yet due', 'AU-9', 3, 'other', 'social worker', '2015-01-20', '2015-02-17', null, null);`
const world = { asAt: '2015-01-31', insert: actions } as const

test('an action is on time when someone else saw it closed by the day it was first due', async () => {
  const snapshot = await measured(world, 'qa-actions')
  expect(await byMonth(snapshot, 'qa-actions')).toEqual({ '2014-12': '1 of 2', '2015-01': '1 of 6' })
  expect(await casesOf(snapshot, 'qa-actions', '2014-12', 'yes')).toEqual(['safety in time'])
  expect(await casesOf(snapshot, 'qa-actions', '2015-01', 'yes')).toEqual(['on the day'])
})

test('a date that was moved does not make it in time, and is counted', async () => {
  const snapshot = await measured(world, 'qa-actions')
  // Due on the 30th by the file, and by its kind on the 21st.
  const [put] = (await allCases(snapshot, 'qa-actions.extended', { period: '2015-01', met: 'yes' })).map(
    ({ case_id, on_date }) => [case_id, on_date],
  )
  expect(put).toEqual(['put off', '2015-01-21'])
  expect(await byMonth(snapshot, 'qa-actions.extended')).toEqual({ '2014-12': '0', '2015-01': '1' })
})

test('the team is that of the audit, and a child where the audit read one alone', async () => {
  const snapshot = await measured(world, 'qa-actions')
  const rows = await allCases(snapshot, 'qa-actions', { period: '2015-01' })
  const of = (id: string) => rows.find(({ case_id }) => case_id === id)
  expect(of('on the day')).toMatchObject({ child_id: 'A', team: 'North', worker: 'SW-1' })
  expect(of('put off')).toMatchObject({ child_id: null, team: 'South', worker: null })
})
