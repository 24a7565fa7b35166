import { expect, test } from 'vitest'
import { buildTestDataset } from '../../../tests/support/dataset.ts'
import { readHistory } from './history.ts'

const rowsOn = (table: 'contacts' | 'referrals', ...days: string[]) =>
  days.map((day, index) =>
    table === 'contacts'
      ? `insert into contacts (contact_id, child_key, contact_date) values ('c${index}', 1, '${day}');`
      : `insert into referrals (referral_id, child_key, referral_date, artificial) values ('r${index}', 1, '${day}', false);`,
  )

const historyOf = async (...inserts: string[]) =>
  readHistory(await buildTestDataset({ asAt: '2015-01-31', insert: inserts.join('\n') }), '2015-01-31', {
    cases: { table: 'referrals', day: 'referral_date' },
    together: true,
  })

/** Six days of each month: enough for a table to have a history of its own. */
const full = (...months: string[]) =>
  months.flatMap((month) => Array.from({ length: 6 }, (_, index) => `${month}-0${index + 1}`))

test('a month that one of two thin tables lacks does not end history', async () => {
  const contacts = rowsOn('contacts', '2015-01-05', '2014-12-05', '2014-10-05')
  const referrals = rowsOn('referrals', '2014-11-05', '2014-09-05', '2014-08-05')
  expect(await historyOf(...contacts, ...referrals)).toEqual({ cases: '2014-08-01', contacts: null })
})

test('a month without a row is a zero between full months', async () => {
  const days = full('2015-01', '2014-11', '2014-10')
  expect(await historyOf(...rowsOn('referrals', ...days), ...rowsOn('contacts', ...days))).toEqual({
    cases: '2014-10-01',
    contacts: '2014-10-01',
  })
})

test('one old referral of a case that is still open, or a mistyped day, lengthens nothing', async () => {
  const recent = full('2015-01', '2014-12')
  for (const old of ['2014-10-01', '1994-10-01'])
    expect((await historyOf(...rowsOn('referrals', ...recent, old))).cases).toBe('2014-12-01')
})

test('contacts that begin later or earlier than referrals have months of their own, and change none of the cases’', async () => {
  const short = full('2015-01', '2014-12', '2014-11')
  const long = [...short, ...full('2014-10', '2014-09', '2014-08')]
  expect(await historyOf(...rowsOn('contacts', ...short), ...rowsOn('referrals', ...long))).toEqual({
    cases: '2014-08-01',
    contacts: '2014-11-01',
  })
  expect(await historyOf(...rowsOn('contacts', ...long), ...rowsOn('referrals', ...short))).toEqual({
    cases: '2014-11-01',
    contacts: '2014-08-01',
  })
})

test('what goes on before the first full month, though without a gap, are cases that are still open', async () => {
  const days = [...full('2015-01', '2014-12', '2014-11'), '2014-10-01', '2014-09-01', '2014-08-01']
  expect((await historyOf(...rowsOn('referrals', ...days))).cases).toBe('2014-11-01')
})
