import { onTestFinished } from 'vitest'
import { beginBuild, type Build } from '../../src/dataset/building/build.ts'
import { convertSources } from '../../src/dataset/building/converting.ts'
import { openStaging } from '../../src/dataset/building/staging.ts'
import type { AcceptedRow } from '../../src/intake/tables/accepted-row.ts'
import type { Day } from '../../src/platform/day.ts'

/** Every table here is as at this day. */
export const ssdAsAt: Day = '2015-01-31'

/** A row of a table of the dataset, by its published fields. */
export type SsdRow = readonly [table: string, values: AcceptedRow['values']]

/** Rows in the order in which files have them, made into the dataset. */
export async function convertedSsd(...rows: readonly SsdRow[]): Promise<Build> {
  const build = await beginBuild(':memory:')
  onTestFinished(() => build.close())
  const staging = openStaging(build)
  for (const [at, [table, values]] of rows.entries()) {
    const file = `ssd_${table}.csv`
    await staging.accept({ table: `ssd/${table}`, file, sheet: `ssd_${table}`, row: at + 2, values })
  }
  await staging.finish(['ssd'])
  await convertSources(build, [{ source: 'ssd', asAt: ssdAsAt, asAtFrom: 'given' }], [])
  return build
}

/** A referral of child A. */
export const referral = (id: string, day: string, more: AcceptedRow['values'] = {}): SsdRow => [
  'cin_episodes',
  { cine_referral_id: id, cine_person_id: 'A', cine_referral_date: day, ...more },
]
