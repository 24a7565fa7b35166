import { expect, test } from 'vitest'
import { buildTestDataset } from '../../../tests/support/dataset.ts'
import { MEASURES } from '../catalogue/catalogue.ts'
import { checkMeasures } from './check-measures.ts'

const empty = () => buildTestDataset({ asAt: '2015-01-31', insert: '' })
const changed = (from: string, to: string) => {
  const referrals = MEASURES.find(({ id }) => id === 'fd-referrals')!
  return [{ ...referrals, sql: referrals.sql.replace(from, to) }]
}

test('every measure fits the dataset, with or without rows', async () => {
  await expect(checkMeasures(await empty())).resolves.toBeUndefined()
})

test('a table or a column that there is not is named with its file and line, though the dataset has no row', async () => {
  const line = MEASURES.find(({ id }) => id === 'fd-referrals')!
    .sql.split('\n')
    .findIndex((text) => text.includes('from counted_referral'))
  await expect(
    checkMeasures(await empty(), changed('from counted_referral', 'from counted_referal')),
  ).rejects.toThrow(`front-door/fd-referrals.sql:${line + 1}: the measure does not run`)
  await expect(checkMeasures(await empty(), changed('as case_id', 'as the_case'))).rejects.toThrow(
    'the measure does not run',
  )
})
