import { expect, test } from 'vitest'
import { listed } from '../../../../tests/support/listed.ts'

/** What came on Wednesday 28 January 2015 in office hours has day 1 on Thursday, and is past it on Friday. */
const insert = `
  insert into person (child_key, person_id) values (1, 'Wednesday'), (2, 'Wednesday evening'), (3, 'decided'), (4, 'decided next week');
  insert into contact_decisions (contact_decision_id, child_key, received_at, decided_at, outcome) values
      ('k1', 1, '2015-01-28 16:00', null, null), ('k2', 2, '2015-01-28 18:00', null, null), ('k3', 3, '2015-01-26 10:00', '2015-01-30 09:00', 'advice'),
      ('k4', 4, '2015-01-26 10:00', '2015-02-05 10:00', 'advice');`

test('names a contact that is past the end of the next working day', async () => {
  const rows = await listed({ asAt: '2015-01-30', insert }, 'undecided-contacts')
  expect(rows).toEqual([
    'Wednesday: not decided, overdue, from 2015-01-28, by 2015-01-29, 1 over',
    'decided next week: not decided, overdue, from 2015-01-26, by 2015-01-27, 3 over',
  ])
})
