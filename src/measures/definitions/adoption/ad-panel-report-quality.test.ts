import { expect, test } from 'vitest'
import { byMonth, casesOf, measured } from '../../../../tests/support/measured.ts'
import { figures } from '../../figures/figure-read.ts'

const insert = `
  insert into person (child_key, person_id) values (1, 'A'), (2, 'B');
  insert into adoption_panel_items (panel_item_id, item, panel_on, kind, child_key, team, author, report_grade, outcome, deferred_because, decided_on) values
      ('p1', '1', '2015-01-07', 'child’s permanence report', 1, 'Court', 'SW-1', 'good', 'agreed', null, '2015-01-14'),
      ('p2', '2', '2015-01-07', 'match', 2, 'Court', 'SW-1', 'outstanding', 'agreed', null, null),
      ('p3', '3', '2015-01-07', 'adopters’ approval', null, 'Adoption', 'SW-2', 'inadequate', 'deferred', 'report not good enough', null),
      ('p4', '4', '2015-01-21', 'adopters’ approval', null, 'Adoption', 'SW-2', 'good', 'deferred', 'more information needed', null),
      ('p5', '5', '2015-01-21', 'match', 1, 'Court', null, null, 'agreed', null, null),
      ('p6', '6', '2015-02-04', 'match', 1, 'Court', null, 'good', 'agreed', null, null);`
const world = { asAt: '2015-01-31', insert } as const

test('good or outstanding is of the reports judged, each kind for itself; a report nobody judged is in the distribution', async () => {
  const snapshot = await measured(world, 'ad-panel-report-quality')
  expect(await byMonth(snapshot, 'ad-panel-report-quality')).toEqual({ '2015-01': '3 of 4' })
  const split = async (id: string) =>
    (await figures(snapshot, id, { by: 'detail' })).points.flatMap((point) =>
      point.split ? [`${point.split} ${point.numerator} ${point.denominator}`] : [],
    )
  expect((await split('ad-panel-report-quality')).sort()).toEqual([
    'Adoption placement report 1 1',
    'Child’s permanence report 1 1',
    'Prospective adopters’ report 1 2',
  ])
  expect((await split('ad-panel-report-quality.distribution')).sort()).toEqual([
    'Good 2 null',
    'Inadequate 1 null',
    'Not judged 1 null',
    'Outstanding 1 null',
  ])
})

test('an item put off for new information is no failure of the report', async () => {
  const snapshot = await measured(world, 'ad-panel-report-quality')
  expect(await casesOf(snapshot, 'ad-panel-report-quality.sent_back', '2015-01', 'yes')).toEqual(['p3'])
  expect(await byMonth(snapshot, 'ad-panel-report-quality.sent_back')).toEqual({ '2015-01': '1 of 5' })
})
