import { expect, test } from 'vitest'
import { byMonth, casesOf, measured } from '../../../../tests/support/measured.ts'

/**
 * Started Friday 16 January 2015: day 10 is Friday the 30th, and Saturday 31 January is past it. Started Monday the 19th:
 * day 10 is Monday 2 February.
 */
const people = `
  insert into person (child_key, person_id, dob, expected_dob) values
      (1, 'A', '2010-01-01', null), (2, 'B', '2010-01-01', null), (3, 'C', '2010-01-01', null), (4, 'D', null, '2015-03-01'),
      (5, 'E', '2015-02-10', null), (6, 'F', null, null), (7, 'G', '2010-01-01', null), (8, 'H', '2010-01-01', null);`
const assessments = `
  insert into cin_assessments (assessment_id, child_key, start_date, auth_date, child_seen) values
      ('said to be seen', 1, '2015-01-16', null, true), ('blank', 2, '2015-01-16', null, null), ('last seen since', 3, '2014-12-01', null, false),
      ('unborn', 4, '2014-12-01', null, false), ('born later', 5, '2014-12-01', null, false), ('born who knows when', 6, '2014-12-01', null, false),
      ('not yet past day 10', 7, '2015-01-19', null, false), ('finished', 8, '2014-11-03', '2015-01-12', false);
  insert into cin_episodes (episode_id, child_key, referral_date, last_seen_date) values
      ('e3', 3, '2014-11-20', '2014-12-05'), ('e6', 6, '2014-11-20', '2014-11-28');`

test('from Annex A a child is seen by the flag or a day last seen since the start, on the as-at day alone', async () => {
  const snapshot = await measured({ asAt: '2015-01-31', insert: people + assessments }, 'as-unseen-10wd')
  // F was last seen before the assessment began. The unborn are left out; an unknown birth date is not.
  expect(await casesOf(snapshot, 'as-unseen-10wd', '2015-01', 'yes')).toEqual([
    'blank',
    'born who knows when',
  ])
  expect(await byMonth(snapshot, 'as-unseen-10wd')).toEqual({ '2015-01': '2 of 4' })
})

test('where visits are held a visit that saw the child decides, at each month end', async () => {
  const visits = `
    insert into cin_visits (child_key, visit_date, seen) values
        (1, '2015-01-15', true), (2, '2015-01-20', false), (3, '2015-01-05', true), (8, '2014-11-10', true);
    insert into cla_visits (child_key, visit_date, seen) values (6, '2014-12-20', true);`
  const snapshot = await measured(
    { asAt: '2015-01-31', insert: people + assessments + visits, source: 'ssd' },
    'as-unseen-10wd',
  )
  // 31 December: C is seen in January alone; F was, by the visit of another kind; H finishes later and was seen.
  expect(await casesOf(snapshot, 'as-unseen-10wd', '2014-12', 'yes')).toEqual(['last seen since'])
  expect(await casesOf(snapshot, 'as-unseen-10wd', '2014-12', 'no')).toEqual([
    'born who knows when',
    'finished',
  ])
  // A's visit was before the start, and at B's nobody saw the child.
  expect(await casesOf(snapshot, 'as-unseen-10wd', '2015-01', 'yes')).toEqual(['blank', 'said to be seen'])
  expect(await byMonth(snapshot, 'as-unseen-10wd')).toEqual({
    '2014-11': '0 of 1',
    '2014-12': '1 of 3',
    '2015-01': '2 of 4',
  })
})
