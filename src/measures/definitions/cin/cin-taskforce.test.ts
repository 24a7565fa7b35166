import { expect, test } from 'vitest'
import { byMonth, casesOf, measured } from '../../../../tests/support/measured.ts'

/** The list was frozen on 30 January 2015. Started on Monday 2 February, day 20 is Monday 2 March. */
const insert = `
  insert into person (child_key, person_id, dob) select i, 'P' || i, '2008-01-01' from range(1, 8) r(i);
  insert into cin_episodes (episode_id, child_key, referral_date, close_date) values
      ('1', 1, '2014-01-06', null), ('2', 2, '2014-01-06', null), ('3', 3, '2014-01-06', '2015-02-12'),
      ('4', 4, '2014-01-06', '2015-02-12'), ('5', 5, '2014-01-06', null), ('joiner', 6, '2015-02-09', null), ('7', 7, '2014-01-06', '2014-06-02');
  insert into cin_assessments (assessment_id, child_key, start_date, auth_date, outcome_nfa) select
      'a' || i, i, date '2014-01-06', date '2014-02-03', false from range(1, 6) r(i);
  insert into cin_assessments (assessment_id, child_key, start_date, auth_date, outcome_nfa) values ('a6', 6, '2015-02-09', '2015-03-09', false);
  insert into taskforce_cases (taskforce_case_id, child_key, frozen_on, triage, started_on, authorised_on, outcome) values
      ('on day 20', 1, '2015-01-30', 'first', '2015-02-02', '2015-03-02', 'close'),
      ('on day 21', 2, '2015-01-30', 'first', '2015-02-02', '2015-03-03', null),
      ('closed before it started', 3, '2015-01-30', 'third', null, null, null),
      ('closed while it ran', 4, '2015-01-30', 'second', '2015-02-09', '2015-02-12', 'close'),
      ('not started', 5, '2015-01-30', 'third', null, null, null);`

test('the list is frozen: who is done grows, who left before anyone started is out, and who joins is next to it', async () => {
  const snapshot = await measured({ asAt: '2015-03-31', insert }, 'cin-taskforce')
  expect(await byMonth(snapshot, 'cin-taskforce')).toEqual({
    '2015-01': '0 of 5',
    '2015-02': '1 of 4',
    '2015-03': '3 of 4',
  })
  expect(await casesOf(snapshot, 'cin-taskforce', '2015-03', 'no')).toEqual(['not started'])
  expect(await casesOf(snapshot, 'cin-taskforce.joined', '2015-03')).toEqual(['joiner'])
})

test('what was authorised in a month is shown by what came of it, and whether it took 20 working days', async () => {
  const snapshot = await measured({ asAt: '2015-03-31', insert }, 'cin-taskforce')
  expect(await casesOf(snapshot, 'cin-taskforce.authorised', '2015-03')).toEqual(['on day 20', 'on day 21'])
  expect(await casesOf(snapshot, 'cin-taskforce.in_20wd', '2015-03', 'yes')).toEqual(['on day 20'])
  expect(await casesOf(snapshot, 'cin-taskforce.in_20wd', '2015-03', 'no')).toEqual(['on day 21'])
})

test('before the first is authorised, the share done is nothing, and not unknown', async () => {
  const snapshot = await measured(
    {
      asAt: '2015-01-31',
      insert: insert.replace(
        /\(taskforce_case_id[\s\S]*$/,
        `(taskforce_case_id, child_key, frozen_on) values ('t', 1, '2015-01-30');`,
      ),
    },
    'cin-taskforce',
  )
  expect(await byMonth(snapshot, 'cin-taskforce')).toEqual({ '2015-01': '0 of 1' })
})
