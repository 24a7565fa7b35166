import { expect, test } from 'vitest'
import { buildTestDataset } from '../../../tests/support/dataset.ts'
import type { Day } from '../../platform/day.ts'
import { MEASURES } from '../catalogue/catalogue.ts'
import { availabilities } from './availability.ts'

const series = MEASURES.flatMap((measure) => measure.series).filter(({ definition }) =>
  ['fd-contacts', 'fd-referrals', 'cp-rate.open'].includes(definition.id),
)

/** The months that contacts and referrals may have, where the source speaks from `source` on and its contacts from `contacts` on. */
async function firsts(source: Day, contacts: Day): Promise<Record<string, string | null>> {
  const build = await buildTestDataset({
    asAt: '2015-01-31',
    windowFrom: source,
    insert: `
      insert into contacts (contact_id, child_key, contact_date) values ('c1', 1, '2015-01-05');
      insert into cp_plans (cp_plan_id, child_key, start_date, end_date) values ('p1', 1, '2014-06-05', '2015-01-20');
      insert into referrals (referral_id, child_key, referral_date, artificial) values ('r1', 1, '2014-08-05', false);`,
  })
  await build.run(
    `update table_source set window_from = cast('${contacts}' as date) where table_name = 'contacts'`,
  )
  const found = await availabilities(build, series)
  return Object.fromEntries(found.map(({ series, first }) => [series, first]))
}

test('contacts that begin after the months their source promises are not counted as zero before', async () => {
  expect(await firsts('2014-08-01', '2014-11-01')).toMatchObject({ 'fd-contacts': '2014-11' })
})

test('contacts that go back further than cases have the months of their own, and lengthen no stock of cases', async () => {
  expect(await firsts('2014-11-01', '2014-08-01')).toMatchObject({ 'cp-rate.open': '2014-11' })
  expect((await firsts('2014-11-01', '2014-08-01'))['fd-contacts']! < '2014-08').toBe(true)
})
