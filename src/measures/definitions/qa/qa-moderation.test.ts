import { expect, test } from 'vitest'
import { byMonth, casesOf, measured } from '../../../../tests/support/measured.ts'
import { allCases } from '../../figures/case-list.ts'

const audits = `
  insert into person (child_key, person_id) values (1, 'A'), (2, 'B'), (3, 'C'), (4, 'D'), (5, 'E'), (6, 'F'), (7, 'G');
  insert into audits (audit_id, audit, month, child_key, tool, completed_on, first_grade, moderated_on, moderated_grade, final_grade) values
      ('same', 'AU-1', '2014-12', 1, 'core audit tool 3', '2014-12-10', 'good', '2014-12-12', 'good', 'good'),
      ('lowered by one', 'AU-2', '2014-12', 2, 'core audit tool 3', '2014-12-11', 'good', '2014-12-12', 'requires improvement', 'requires improvement'),
      ('lowered by two', 'AU-3', '2014-12', 3, 'core audit tool 3', '2014-12-30', 'good', '2015-01-05', 'inadequate', 'inadequate'),
      ('raised', 'AU-4', '2014-12', 4, 'core audit tool 3', '2014-12-15', 'inadequate', '2014-12-18', 'requires improvement', 'requires improvement'),
      ('no grade written', 'AU-5', '2014-12', 5, 'core audit tool 3', '2014-12-15', 'good', '2014-12-18', null, null),
      ('not moderated', 'AU-6', '2014-12', 6, 'core audit tool 3', '2014-12-16', 'good', null, null, 'good'),
      ('themed', 'AU-7', '2014-12', 7, 'neglect', '2014-12-16', 'good', '2014-12-18', 'inadequate', 'inadequate');`
const world = { asAt: '2015-01-31', insert: audits } as const

test('audits moderated in a month, and those whose grade went down, up, or two grades', async () => {
  const snapshot = await measured(world, 'qa-moderation')
  const of = (series: string) => byMonth(snapshot, `qa-moderation.${series}`)
  // A blank grade counts as not changed.
  expect(await of('changed')).toEqual({ '2014-12': '2 of 4', '2015-01': '1 of 1' })
  expect(await of('down')).toEqual({ '2014-12': '1 of 4', '2015-01': '1 of 1' })
  expect(await of('up')).toEqual({ '2014-12': '1 of 4', '2015-01': '0 of 1' })
  expect(await of('two_or_more')).toEqual({ '2014-12': '0 of 4', '2015-01': '1 of 1' })
  const rows = await allCases(snapshot, 'qa-moderation.changed', { period: '2014-12', met: 'yes' })
  expect(Object.fromEntries(rows.map(({ case_id, value }) => [case_id, value]))).toEqual({
    'lowered by one': -1,
    raised: 1,
  })
})

test('the share moderated is of the audits completed in the month, whenever they were moderated', async () => {
  const snapshot = await measured(world, 'qa-moderation')
  // 6 core audits were completed in December; one of them was moderated in January.
  expect((await byMonth(snapshot, 'qa-moderation.coverage'))['2014-12']).toBe('5 of 6')
  expect(await casesOf(snapshot, 'qa-moderation.coverage', '2014-12', 'no')).toEqual(['not moderated'])
})
