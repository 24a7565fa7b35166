import { expect, test } from 'vitest'
import { byMonth, casesOf, measured } from '../../../../tests/support/measured.ts'

const insert = `
  insert into person (child_key, person_id) values (1, 'A'), (2, 'B'), (3, 'C');
  insert into cin_episodes (episode_id, child_key, referral_date, close_date, close_reason) values
      ('later found not in need', 1, '2015-09-22', '2015-10-30', 'RC8'),
      ('closed on the day', 2, '2015-06-01', '2015-09-30', 'RC1'),
      ('older', 3, '2015-07-01', null, null),
      ('newer', 3, '2015-08-15', null, null);`

test('a child counts as open by what was so that day, once, and not on the day the case closed', async () => {
  const snapshot = await measured({ asAt: '2015-10-31', insert }, 'cin-open')
  expect(await casesOf(snapshot, 'cin-open', '2015-09')).toEqual(['later found not in need', 'newer'])
  // June: B. July: B and C. August: B and C once. September: A and C. October: C.
  expect(await byMonth(snapshot, 'cin-open')).toEqual({
    '2015-06': '1',
    '2015-07': '2',
    '2015-08': '2',
    '2015-09': '2',
    '2015-10': '1',
  })
})

test('the month of the as-at day is reported as at that day', async () => {
  const snapshot = await measured({ asAt: '2015-09-15', insert }, 'cin-open')
  expect(await casesOf(snapshot, 'cin-open', '2015-09')).toEqual(['closed on the day', 'newer'])
})

test('a child whose first assessment has not been finished is shown as a part of the count', async () => {
  const assessed = `${insert}
    insert into cin_assessments (assessment_id, child_key, start_date, auth_date) values
        ('of an earlier case', 3, '2015-05-01', '2015-06-15'), ('finished', 3, '2015-08-17', '2015-09-30'),
        ('not finished', 1, '2015-09-23', null);`
  const snapshot = await measured({ asAt: '2015-10-31', insert: assessed }, 'cin-open')
  // The older case of C was never assessed, and A's not until it closed; C's newer one was on the month end itself.
  expect(await casesOf(snapshot, 'cin-open.awaiting', '2015-07')).toEqual(['closed on the day', 'older'])
  expect(await casesOf(snapshot, 'cin-open.awaiting', '2015-08')).toEqual(['closed on the day', 'newer'])
  expect(await casesOf(snapshot, 'cin-open.awaiting', '2015-09')).toEqual(['later found not in need'])
  expect(await casesOf(snapshot, 'cin-open', '2015-09')).toEqual(['later found not in need', 'newer'])
})
