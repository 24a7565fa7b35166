import { expect, test } from 'vitest'
import { byMonth, casesOf, measured } from '../../../../tests/support/measured.ts'
import { figures } from '../../figures/figure-read.ts'

/** As at Friday 30 January 2015: what came on Wednesday the 28th in office hours has day 1 on Thursday, and is past it. */
const insert = `
  insert into person (child_key, person_id) values (1, 'A'), (2, 'B');
  insert into cin_episodes (episode_id, child_key, referral_date, close_date) values ('e', 1, '2014-12-01', '2015-02-20');
  insert into contact_decisions (contact_decision_id, child_key, received_at, decided_at, outcome) values
      ('since December', 2, '2014-12-29 10:00', '2015-01-15 10:00', 'advice'),
      ('since Wednesday', 2, '2015-01-28 16:00', null, null),
      ('since Wednesday evening', 2, '2015-01-28 18:00', null, null),
      ('decided later', 2, '2015-01-26 10:00', '2015-02-05 10:00', 'advice'),
      ('decided, nobody knows when', 2, '2015-01-05 10:00', null, 'advice'),
      ('about a child already open', 1, '2015-01-05 10:00', null, null);`

test('a contact waits from the day its limit passed until it is decided', async () => {
  const snapshot = await measured({ asAt: '2015-01-30', insert }, 'fd-undecided-backlog')
  // 31 December: Monday the 29th has day 1 on Tuesday, and Wednesday is day 2.
  expect(await casesOf(snapshot, 'fd-undecided-backlog', '2014-12')).toEqual(['since December'])
  // The evening's clock started on Thursday the 29th: Friday is its day 1, and its limit is not past.
  expect(await casesOf(snapshot, 'fd-undecided-backlog', '2015-01')).toEqual([
    'decided later',
    'since Wednesday',
  ])
  expect(await byMonth(snapshot, 'fd-undecided-backlog')).toEqual({ '2014-12': '1', '2015-01': '2' })
  const { points } = await figures(snapshot, 'fd-undecided-backlog.oldest')
  // From Monday 26 January to Friday the 30th: four working days.
  expect(points.map(({ value }) => value)).toEqual([2, 4])
})

test('without decisions, the dataset’s own contacts without an outcome wait on the as-at day alone', async () => {
  const contacts = `
    insert into person (child_key, person_id) values (1, 'A'), (2, 'B');
    insert into cin_episodes (episode_id, child_key, referral_date, close_date) values ('e', 1, '2014-12-01', '2015-02-20');
    insert into contacts (contact_id, child_key, contact_date) values
        ('no outcome', 2, '2014-12-03'), ('of Thursday', 2, '2015-01-29'), ('with an outcome', 2, '2014-12-04'), ('open', 1, '2015-01-05');
    insert into contact_outcomes (contact_id, child_key, outcome) values ('with an outcome', 2, 'nfa');`
  const world = {
    asAt: '2015-01-30',
    insert: contacts,
    source: 'ssd',
    absent: ['contact_decisions.received_at', 'contact_decisions.decided_at'],
  } as const
  const snapshot = await measured(world, 'fd-undecided-backlog')
  expect(await byMonth(snapshot, 'fd-undecided-backlog')).toEqual({ '2015-01': '1' })
  expect(await casesOf(snapshot, 'fd-undecided-backlog', '2015-01')).toEqual(['no outcome'])
})
