import { expect, test } from 'vitest'
import { availability } from '../../figures/availability-read.ts'
import { byMonth, casesOf, measured } from '../../../../tests/support/measured.ts'

const insert = `
  insert into person (child_key, person_id, dob, expected_dob) values
      (1, 'A', '2010-01-01', null), (2, 'B', '2010-01-01', null), (3, 'C', '2015-02-20', null),
      (4, 'D', '2015-02-21', null), (5, 'E', null, '2015-06-01'), (6, 'F', null, null);
  insert into cin_assessments (assessment_id, child_key, start_date, auth_date, child_seen) values
      ('seen', 1, '2015-01-20', '2015-02-20', true),
      ('blank', 2, '2015-01-20', '2015-02-20', null),
      ('born that day', 3, '2015-01-20', '2015-02-20', true),
      ('born the day after', 4, '2015-01-20', '2015-02-20', false),
      ('still unborn', 5, '2015-01-20', '2015-02-20', false),
      ('birth date unknown', 6, '2015-01-20', '2015-02-20', true),
      ('not finished', 1, '2015-02-01', null, true);`

test('a blank counts as not seen, and a child not yet born is left out', async () => {
  const snapshot = await measured({ asAt: '2015-02-28', insert }, 'as-child-seen')
  expect(await casesOf(snapshot, 'as-child-seen', '2015-02', 'yes')).toEqual([
    'birth date unknown',
    'born that day',
    'seen',
  ])
  expect(await casesOf(snapshot, 'as-child-seen', '2015-02', 'no')).toEqual(['blank'])
  expect(await byMonth(snapshot, 'as-child-seen.seen')).toEqual({ '2015-02': '3 of 4' })
})

test('where visits are held, one of any kind that saw the child must be between start and authorisation', async () => {
  const visits = `
    insert into cin_assessments (assessment_id, child_key, start_date, auth_date, child_seen) values
        ('day before', 1, '2015-01-20', '2015-02-20', true),
        ('first day', 2, '2015-01-20', '2015-02-20', true),
        ('last day', 3, '2015-01-20', '2015-02-20', true),
        ('not seen then', 4, '2015-01-20', '2015-02-20', true),
        ('says no', 5, '2015-01-20', '2015-02-20', false);
    insert into person (child_key, person_id, dob) values
        (1, 'A', '2010-01-01'), (2, 'B', '2010-01-01'), (3, 'C', '2010-01-01'), (4, 'D', '2010-01-01'), (5, 'E', '2010-01-01');
    insert into cin_visits (child_key, visit_date, seen) values
        (1, '2015-01-19', true), (2, '2015-01-20', true), (4, '2015-02-01', false), (5, '2015-02-01', true);
    insert into cla_visits (child_key, visit_date, seen) values (3, '2015-02-20', true);`
  const snapshot = await measured({ asAt: '2015-02-28', insert: visits }, 'as-child-seen')
  expect(await casesOf(snapshot, 'as-child-seen', '2015-02', 'yes')).toEqual(['first day', 'last day'])
})

test('seen alone is not available, and says why', async () => {
  const snapshot = await measured({ asAt: '2015-02-28', insert }, 'as-child-seen')
  expect((await availability(snapshot)).get('as-child-seen.alone')).toMatchObject({
    available: false,
    why: 'no source says when it is right for a child to be seen alone, so no share can be worked out',
  })
})
