import { expect, test } from 'vitest'
import { byMonth, casesOf, measured } from '../../../../tests/support/measured.ts'

test('early help is taken up when it goes on at closing or begins by the 20th working day', async () => {
  // From Friday 19 December 2014 day 20 is Wednesday 21 January 2015.
  const insert = `
    insert into person (child_key, person_id) values (1, 'A'), (2, 'B'), (3, 'C'), (4, 'D'), (5, 'E'), (6, 'F');
    insert into cin_episodes (episode_id, child_key, referral_date, close_date, close_reason, team) values
        ('going on', 1, '2014-10-01', '2014-12-19', 'RC9', 'North'), ('on day 20', 2, '2014-10-01', '2014-12-19', 'RC9', 'North'),
        ('on day 21', 3, '2014-10-01', '2014-12-19', 'RC9', 'North'), ('ended that day', 4, '2014-10-01', '2014-12-19', 'RC9', 'South'),
        ('refused', 5, '2014-10-01', '2014-12-19', 'RC9', 'South'), ('closed otherwise', 6, '2014-10-01', '2014-12-19', 'RC8', 'South');
    insert into early_help_episodes (episode_id, child_key, start_date, end_date, organisation) values
        ('h1', 1, '2014-11-01', '2015-01-30', 'Family hub'), ('h2', 2, '2015-01-21', null, 'Housing'), ('h3', 3, '2015-01-22', null, 'Housing'),
        ('h4', 4, '2014-11-01', '2014-12-19', 'Housing'), ('h6', 6, '2014-12-20', null, 'Housing');`
  const snapshot = await measured({ asAt: '2015-01-31', insert }, 'eh-step-down')
  expect(await casesOf(snapshot, 'eh-step-down', '2014-12', 'yes')).toEqual(['going on', 'on day 20'])
  expect(await byMonth(snapshot, 'eh-step-down')).toMatchObject({ '2014-12': '2 of 5' })
})
