import { expect, test } from 'vitest'
import { byMonth, casesOf, measured } from '../../../../tests/support/measured.ts'

const audits = `
  insert into person (child_key, person_id) values (1, 'A'), (2, 'B'), (3, 'C'), (4, 'D'), (5, 'E'), (6, 'F');
  insert into audits (audit_id, audit, month, child_key, tool, auditor, due_on, completed_on) values
      ('on the last day', 'AU-1', '2014-12', 1, 'core audit tool 3', 'team manager', '2014-12-31', '2014-12-31'),
      ('on the day after', 'AU-2', '2014-12', 2, 'Core audit tool 3', 'practice lead', '2014-12-31', '2015-01-01'),
      ('never', 'AU-3', '2014-12', 3, 'core audit tool 3', null, '2014-12-31', null),
      ('themed', 'AU-4', '2014-12', 4, 'thematic: neglect', 'practice lead', '2014-12-31', '2014-12-10'),
      ('in time', 'AU-5', '2015-01', 5, 'core audit tool 3', 'practice lead', '2015-01-31', '2015-01-20'),
      ('after the as-at day', 'AU-6', '2015-01', 6, 'core audit tool 3', 'practice lead', '2015-01-31', '2015-01-31');`
const world = { asAt: '2015-01-30', insert: audits } as const

test('an audit that is late stays missed in the month it was allocated for, and is shown as recovered', async () => {
  const snapshot = await measured(world, 'qa-audits')
  // December: 1 of the 3 allocated, the themed audit apart. January's are the 2 of January: none is moved into it.
  expect(await byMonth(snapshot, 'qa-audits')).toEqual({ '2014-12': '1 of 3', '2015-01': '1 of 2' })
  expect(await casesOf(snapshot, 'qa-audits', '2014-12', 'yes')).toEqual(['on the last day'])
  expect(await casesOf(snapshot, 'qa-audits.recovered', '2014-12', 'yes')).toEqual(['on the day after'])
})

test('what is dated after the as-at day has not been audited yet, and is not late either', async () => {
  const snapshot = await measured(world, 'qa-audits')
  expect(await casesOf(snapshot, 'qa-audits', '2015-01', 'no')).toEqual(['after the as-at day'])
  expect(await casesOf(snapshot, 'qa-audits.recovered', '2015-01', 'yes')).toEqual([])
})
