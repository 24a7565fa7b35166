import { expect, test } from 'vitest'
import { byMonth, casesOf, measured } from '../../../../tests/support/measured.ts'
import { figures } from '../../figures/figure-read.ts'

const audits = `
  insert into person (child_key, person_id) values (1, 'A'), (2, 'B'), (3, 'C'), (4, 'D'), (5, 'E'), (6, 'F');
  insert into audits (audit_id, audit, month, child_key, cohort, tool, completed_on, first_grade, moderated_grade, final_grade) values
      ('good', 'AU-1', '2014-10', 1, 'looked after', 'core audit tool 3', '2014-10-31', 'good', null, 'good'),
      ('outstanding', 'AU-2', '2014-11', 2, 'child in need', 'core audit tool 3', '2014-11-01', 'outstanding', null, 'outstanding'),
      ('lowered on moderation', 'AU-3', '2014-12', 3, 'child protection', 'core audit tool 3', '2014-12-10', 'good', 'inadequate', 'inadequate'),
      ('no grade yet', 'AU-4', '2014-12', 4, 'child protection', 'core audit tool 3', '2014-12-12', null, null, null),
      ('themed', 'AU-5', '2014-12', 5, 'child protection', 'neglect', '2014-12-12', 'good', null, 'good'),
      ('to come', 'AU-6', '2015-01', 6, 'looked after', 'core audit tool 3', '2015-01-31', 'good', null, 'good');`
const world = { asAt: '2015-01-30', insert: audits } as const

test('a point has the audits of its month and of the two before, by the grade that stands', async () => {
  const snapshot = await measured(world, 'qa-judgements')
  expect(await byMonth(snapshot, 'qa-judgements.good_plus')).toEqual({
    '2014-10': '1 of 1',
    '2014-11': '2 of 2',
    // October, November and December together; the one without a grade and the themed one are in none.
    '2014-12': '2 of 3',
    // October's falls out. What is dated after the as-at day is not there yet.
    '2015-01': '1 of 2',
  })
  expect(await casesOf(snapshot, 'qa-judgements.inadequate', '2015-01', 'yes')).toEqual([
    'lowered on moderation',
  ])
})

test('how many are at each grade, and the shares by the kind of work', async () => {
  const snapshot = await measured(world, 'qa-judgements')
  const split = async (id: string) =>
    (await figures(snapshot, id, { from: '2014-12', to: '2014-12', by: 'detail' })).points.map(
      ({ split: part, value }) => [part, value],
    )
  expect(await split('qa-judgements.distribution')).toEqual([
    [null, 3],
    ['Good', 1],
    ['Inadequate', 1],
    ['Outstanding', 1],
  ])
  expect(await split('qa-judgements.good_plus')).toEqual([
    [null, 66.67],
    ['child in need', 100],
    ['child protection', 0],
    ['looked after', 100],
  ])
})

test('a grade reads as Ofsted prints it', async () => {
  const insert = `
    insert into person (child_key, person_id) values (1, 'A');
    insert into audits (audit_id, audit, month, child_key, cohort, tool, completed_on, first_grade, moderated_grade, final_grade) values
        ('third grade', 'AU-1', '2014-12', 1, 'looked after', 'core audit tool 3', '2014-12-10', 'requires improvement', null, 'requires improvement');`
  const snapshot = await measured({ asAt: '2015-01-30', insert }, 'qa-judgements')
  const { points } = await figures(snapshot, 'qa-judgements.distribution', { by: 'detail' })
  expect([...new Set(points.flatMap(({ split }) => split ?? []))]).toEqual([
    'Requires improvement to be good',
  ])
})
