import { expect, test } from 'vitest'
import { listed } from '../../../../tests/support/listed.ts'

/** Back on Thursday 29 January 2015: the 72 hours run to Sunday. */
const insert = `
  insert into person (child_key, person_id, dob) values (1, 'in 72 hours', '2002-01-01'), (2, 'in 73 hours', '2002-01-01'), (3, 'none', '2002-01-01'), (4, 'back yesterday', '2002-01-01'), (5, 'back in December', '2002-01-01');
  insert into return_interviews (return_interview_id, child_key, returned_at, held_at) values
      ('m1', 1, '2015-01-12 08:00', '2015-01-15 08:00'), ('m2', 2, '2015-01-12 08:00', '2015-01-15 09:00'), ('m3', 3, '2015-01-20 10:00', null),
      ('m4', 4, '2015-01-29 10:00', null), ('m5', 5, '2014-12-30 10:00', null);`

test('names an interview that was late or is missing, and keeps a return whose 72 hours still run among those due', async () => {
  const rows = await listed({ asAt: '2015-01-30', insert }, 'return-interviews')
  expect(rows).toEqual([
    'back yesterday: not held in 72 hours, due, from 2015-01-29, by 2015-02-01, (none held)',
    'in 73 hours: not held in 72 hours, overdue, from 2015-01-12, by 2015-01-15, 1 over, (held after 73 hours)',
    'none: not held in 72 hours, overdue, from 2015-01-20, by 2015-01-23, 168 over, (none held)',
  ])
})
