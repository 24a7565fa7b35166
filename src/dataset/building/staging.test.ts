import { expect, test } from 'vitest'
import { readFiles } from '../../intake/intake.ts'
import { csvText, filesWith } from '../../../tests/support/annex-a-files.ts'
import { beginBuild } from './build.ts'
import { openStaging } from './staging.ts'

test('a day of which only the month is known is blank in its column, and kept as what it is', async () => {
  const build = await beginBuild(':memory:')
  const staging = openStaging(build)
  const paths = await filesWith({
    'List 10.csv': csvText([
      [
        'Child Unique ID',
        'Date of Birth',
        'Date the Child Entered Care',
        'Date of Decision that Child Should be Placed for Adoption',
      ],
      ['A', 'zz/05/2012', '01/06/2014', 'zz/zz/2015'],
    ]),
  })
  await readFiles(paths, (row) => staging.accept(row), { today: '2026-11-24', asAt: '2015-12-31' })
  await staging.finish(['annex-a'])
  expect(await build.all('select date_of_birth, entered_care_date from annex_a_10')).toEqual([
    { date_of_birth: null, entered_care_date: '2014-06-01' },
  ])
  expect(
    await build.all('select * exclude (file, sheet) from partly_known_day order by column_name'),
  ).toEqual([
    {
      table_name: 'annex_a_10',
      column_name: 'adoption_decision_date',
      written: 'zz/zz/2015',
      earliest: '2015-01-01',
      latest: '2015-12-31',
      row_number: 2,
    },
    {
      table_name: 'annex_a_10',
      column_name: 'date_of_birth',
      written: 'zz/05/2012',
      earliest: '2012-05-01',
      latest: '2012-05-31',
      row_number: 2,
    },
  ])
  build.close()
})
