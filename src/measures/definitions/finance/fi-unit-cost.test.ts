import { expect, test } from 'vitest'
import { measured } from '../../../../tests/support/measured.ts'
import { figures } from '../../figures/figure-read.ts'

const placements = `
  insert into person (child_key, person_id) values (1, 'A'), (2, 'B'), (3, 'C'), (4, 'D');
  insert into unit_costs (unit_cost_id, placement_type, means, provider, pence_a_week, from_on, to_on) values
      ('1', 'U6', 'Foster placement', 'own', 42000, '2014-04-01', '2015-01-14'),
      ('2', 'U6', 'Foster placement', 'own', 49000, '2015-01-15', null),
      ('3', 'K2', 'Children’s home', 'bought', 350000, '2014-04-01', null);
  insert into cla_placement (child_key, start_date, end_date, placement_type, provider) values
      (1, '2014-06-01', '2015-01-08', 'U6', 'PR1'),
      (1, '2015-01-08', null, 'K2', 'PR4'),
      (2, '2015-01-18', null, 'U6', 'PR1'),
      (3, '2015-01-01', null, 'H5', 'PR4'),
      (4, '2015-01-10', '2015-01-10', 'U6', 'PR1');`

test('a week costs what its nights cost, each at the price of its kind on the day', async () => {
  const snapshot = await measured({ asAt: '2015-01-31', insert: placements, source: 'ssd' }, 'fi-unit-cost')
  const { points } = await figures(snapshot, 'fi-unit-cost', { from: '2015-01', by: 'detail' })
  // U6: A's 7 nights to the 8th, a week at £420; B's 14 from the 18th, two at £490: £1,400 over 3 weeks.
  // K2: A's 24 nights from the 8th at £3,500 a week: £12,000 over 24 / 7 weeks. H5 has no price, and is in neither.
  expect(
    points.map(({ split, numerator, denominator, value }) => [split, numerator, denominator, value]),
  ).toEqual([
    [null, 13400, 6.43, 2084.44],
    ['Children’s home, bought', 12000, 3.43, 3500],
    ['Foster placement, own', 1400, 3, 466.67],
  ])
})

test('Annex A has not every placement, so it cannot say', async () => {
  const snapshot = await measured({ asAt: '2015-01-31', insert: placements }, 'fi-unit-cost')
  expect(await figures(snapshot, 'fi-unit-cost')).toMatchObject({
    available: false,
    why: 'Annex A does not hold it: it needs the Standard Safeguarding Dataset or the SSDA903 return',
  })
})
