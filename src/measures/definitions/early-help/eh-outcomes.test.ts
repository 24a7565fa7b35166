import { expect, test } from 'vitest'
import { byMonth, casesOf, measured } from '../../../../tests/support/measured.ts'
import { availability } from '../../figures/availability-read.ts'

test('needs are met when the reason written at the end says so, of episodes of more than four weeks', async () => {
  // Four weeks from 1 December 2014 end on the 29th.
  const ends = [
    ['needs met', '2015-01-05', 'Needs met'],
    ['outcomes achieved', '2015-01-05', 'All outcomes achieved'],
    ['disengaged', '2015-01-05', 'Did not engage'],
    ['not met', '2015-01-05', 'Needs not met'],
    ['in part', '2015-01-05', 'Needs partly met'],
    ['moved', '2015-01-05', 'Moved away'],
    ['blank', '2015-01-05', null],
    ['four weeks', '2014-12-29', 'Needs met'],
    ['four weeks and a day', '2014-12-30', 'Needs met'],
  ] as const
  const rows = ends.map(
    ([id, on, why]) => `('${id}', 1, '2014-12-01', '${on}', ${why === null ? 'null' : `'${why}'`})`,
  )
  const insert = `insert into person (child_key, person_id) values (1, 'A');
    insert into early_help_episodes (episode_id, child_key, start_date, end_date, end_reason) values ${rows.join(', ')};`
  const snapshot = await measured({ asAt: '2015-01-31', insert, source: 'ssd' }, 'eh-outcomes')
  expect(await casesOf(snapshot, 'eh-outcomes', '2015-01', 'yes')).toEqual(['needs met', 'outcomes achieved'])
  expect(await byMonth(snapshot, 'eh-outcomes')).toEqual({ '2014-12': '1 of 1', '2015-01': '2 of 7' })
  expect((await availability(snapshot)).get('eh-outcomes.claims')?.available).toBe(false)
})
