import { expect, test } from 'vitest'
import { byMonth, casesOf, measured } from '../../../../tests/support/measured.ts'
import { figures } from '../../figures/figure-read.ts'

test('the conference’s own outcome decides, for each child once, and the list of plans is next to it', async () => {
  const insert = `
    insert into person (child_key, person_id) values (1, 'A'), (2, 'B'), (3, 'C'), (4, 'D'), (5, 'E'), (6, 'F');
    insert into s47_enquiry (s47_enquiry_id, child_key, start_date) values
        ('s1', 1, '2015-01-05'), ('s2', 1, '2015-01-09'), ('s5', 5, '2015-01-20');
    insert into initial_cp_conference (icpc_id, s47_enquiry_id, child_key, icpc_date, outcome_cp_flag, transfer_in) values
        ('one for two enquiries', 's1', 1, '2015-01-20', true, false), ('one for two enquiries', 's2', 1, '2015-01-20', true, false),
        ('plan a day later', null, 2, '2015-01-20', true, false), ('blank, with a plan', null, 3, '2015-01-20', null, false),
        ('transfer-in, looked after', null, 4, '2015-01-20', true, true), ('before its enquiry', 's5', 5, '2015-01-12', true, false),
        ('back in care', null, 6, '2015-01-20', false, false), ('booked', null, 2, '2015-02-20', true, false);
    insert into cp_plans (cp_plan_id, child_key, start_date) values ('p1', 1, '2015-01-20'), ('p2', 2, '2015-01-21'), ('p3', 3, '2015-01-20');
    insert into cla_periods (cla_id, child_key, start_date, end_date) values
        ('l4', 4, '2015-01-20', null), ('l2', 2, '2014-06-01', '2015-01-20'), ('l6', 6, '2014-06-01', '2015-01-20'), ('m6', 6, '2015-01-21', null);`
  const snapshot = await measured({ asAt: '2015-01-31', insert }, 'icpc-to-plan')
  expect(await byMonth(snapshot, 'icpc-to-plan')).toEqual({ '2015-01': '3 of 5' })
  expect(await casesOf(snapshot, 'icpc-to-plan', '2015-01', 'no')).toEqual([
    'back in care',
    'blank, with a plan',
  ])
  // D's care began that day. B's ended that day; F's did too, and began again on the next: it is one period.
  expect(await casesOf(snapshot, 'icpc-to-plan.cla', '2015-01')).toEqual([
    'back in care',
    'transfer-in, looked after',
  ])
  expect(await byMonth(snapshot, 'icpc-to-plan.not_cla')).toEqual({ '2015-01': '2 of 3' })
  const { points } = await figures(snapshot, 'icpc-to-plan', { by: 'detail' })
  expect(
    Object.fromEntries(points.flatMap(({ split, denominator }) => (split ? [[split, denominator]] : []))),
  ).toEqual({
    'Plan decided, and on the list': 2,
    'Plan decided, none on the list': 1,
    'No plan decided, one on the list': 1,
    'No plan': 1,
  })
})
