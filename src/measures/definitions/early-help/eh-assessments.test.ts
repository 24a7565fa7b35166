import { expect, test } from 'vitest'
import { byMonth, casesOf, measured } from '../../../../tests/support/measured.ts'
import { figures } from '../../figures/figure-read.ts'

test('early help counts where it started, or where it was completed, once for each child and by who led it', async () => {
  const insert = `
    insert into person (child_key, person_id) values (1, 'A'), (2, 'B'), (3, 'C');
    insert into early_help_episodes (episode_id, child_key, start_date, end_date, organisation) values
        ('brother', 1, '2015-01-05', '2015-02-20', 'Family hub'), ('sister', 2, '2015-01-05', null, 'Family hub'),
        ('school', 3, '2015-02-02', '2015-03-20', 'Primary school'), ('turned', 3, '2015-01-20', '2015-01-10', null);`
  const snapshot = await measured({ asAt: '2015-02-28', insert }, 'eh-assessments')
  expect(await byMonth(snapshot, 'eh-assessments')).toEqual({ '2015-01': '2', '2015-02': '1' })
  // The school's is completed after the as-at day.
  expect(await casesOf(snapshot, 'eh-assessments.completed', '2015-02')).toEqual(['brother'])
  const { points } = await figures(snapshot, 'eh-assessments', {
    by: 'detail',
    from: '2015-01',
    to: '2015-01',
  })
  expect(points.map(({ split, value }) => [split, value])).toContainEqual(['Family hub', 2])
})
