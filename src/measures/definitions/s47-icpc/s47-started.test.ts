import { expect, test } from 'vitest'
import { casesOf, measured } from '../../../../tests/support/measured.ts'

test('every enquiry counts for each child, but for one made next to an assessment when both found nothing to do', async () => {
  const insert = `
    insert into person (child_key, person_id) values (1, 'A'), (2, 'B'), (3, 'C'), (4, 'D'), (5, 'E');
    insert into s47_enquiry (s47_enquiry_id, child_key, start_date, icpc_unnecessary) values
        ('open', 1, '2015-01-05', null), ('a sister', 2, '2015-01-05', null), ('a second one', 1, '2015-01-26', null),
        ('beside, both nothing', 3, '2015-01-05', true), ('beside, child in need', 4, '2015-01-05', true),
        ('conference before it', 5, '2015-01-20', false);
    insert into cin_assessments (assessment_id, child_key, start_date, auth_date, outcome_nfa) values
        ('a3', 3, '2015-01-05', '2015-01-20', true), ('a4', 4, '2015-01-05', '2015-01-20', false), ('a2', 2, '2015-01-05', '2015-01-20', true);
    insert into initial_cp_conference (icpc_id, s47_enquiry_id, child_key, icpc_date) values ('c5', 'conference before it', 5, '2015-01-12');`
  const snapshot = await measured({ asAt: '2015-01-31', insert }, 's47-started')
  expect(await casesOf(snapshot, 's47-started', '2015-01')).toEqual([
    'a second one',
    'a sister',
    'beside, child in need',
    'open',
  ])
})
