import { expect, test } from 'vitest'
import { buildTestDataset } from '../../../tests/support/dataset.ts'
import { historyFrom } from './history.ts'

const rowsOn = (table: 'contacts' | 'referrals', ...days: string[]) =>
  days.map((day, index) =>
    table === 'contacts'
      ? `insert into contacts (contact_id, child_key, contact_date) values ('c${index}', 1, '${day}');`
      : `insert into referrals (referral_id, child_key, referral_date, artificial) values ('r${index}', 1, '${day}', false);`,
  )

const historyOf = async (...inserts: string[]) => {
  const build = await buildTestDataset({ asAt: '2015-01-31', insert: inserts.join('\n') })
  const dated = { contacts: 'contact_date', referrals: 'referral_date' }
  return historyFrom(build, dated, '2015-01-31')
}

test('a month that one table lacks does not end the history of another', async () => {
  const contacts = rowsOn('contacts', '2015-01-05', '2014-12-05', '2014-10-05')
  const referrals = rowsOn('referrals', '2014-11-05', '2014-09-05', '2014-08-05')
  expect(await historyOf(...contacts, ...referrals)).toBe('2014-08-01')
})

test('a month without a row of any table is a nought between full months', async () => {
  expect(await historyOf(...rowsOn('contacts', '2015-01-05', '2014-11-05', '2014-10-05'))).toBe('2014-10-01')
})

test('one old referral of a case that is still open, or a mistyped day, lengthens nothing', async () => {
  const recent = ['2015-01-05', '2015-01-06', '2015-01-07', '2014-12-05', '2014-12-06', '2014-12-07']
  expect(await historyOf(...rowsOn('referrals', ...recent, '2014-10-01'))).toBe('2014-12-01')
  expect(await historyOf(...rowsOn('referrals', ...recent, '1994-10-01'))).toBe('2014-12-01')
})
