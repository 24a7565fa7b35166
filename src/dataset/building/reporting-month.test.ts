import { expect, test } from 'vitest'
import { buildTestDataset } from '../../../tests/support/dataset.ts'

const contactOn = (...days: string[]) =>
  days
    .map(
      (day, at) =>
        `insert into contacts (contact_id, child_key, contact_date) values ('c${at}', 1, '${day}');`,
    )
    .join('\n')

const monthsOf = async (insert: string, asAt: `${number}-${number}-${number}` = '2015-01-31') => {
  const build = await buildTestDataset({ asAt, insert })
  return build.all<{ month: string; first_day: string; last_day: string }>(
    'select * from reporting_month order by month',
  )
}

test('a short extract reports on 24 months', async () => {
  const months = await monthsOf(contactOn('2014-11-03'))
  expect(months).toHaveLength(24)
  expect(months[0]).toEqual({ month: '2013-02', first_day: '2013-02-01', last_day: '2013-02-28' })
})

test('a long extract reports on every month from its first event', async () => {
  const months = await monthsOf(contactOn('2012-03-15', '2014-11-03'))
  expect(months[0]?.month).toBe('2012-03')
  expect(months).toHaveLength(35)
})

test('no extract reports on more than 72 months', async () => {
  const months = await monthsOf(contactOn('1999-03-15'))
  expect(months).toHaveLength(72)
  expect(months.at(-1)?.month).toBe('2015-01')
})

test('the as-at month ends on the as-at day', async () => {
  const months = await monthsOf('', '2015-01-15')
  expect(months.at(-1)).toEqual({ month: '2015-01', first_day: '2015-01-01', last_day: '2015-01-15' })
})

test('one day years before all others adds no month', async () => {
  const days = Array.from({ length: 31 }, (_, index) => `2015-01-${String(index + 1).padStart(2, '0')}`)
  expect(await monthsOf(contactOn('2009-03-15', ...days))).toHaveLength(24)
})
