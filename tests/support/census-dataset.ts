import { beginBuild, type Build } from '../../src/dataset/building/build.ts'
import { daysOutsideCalendar } from '../../src/dataset/building/calendar-check.ts'
import { convertSources } from '../../src/dataset/building/converting.ts'
import { openStaging } from '../../src/dataset/building/staging.ts'
import { readFiles } from '../../src/intake/intake.ts'
import type { IntakeReport } from '../../src/intake/intake-report.ts'
import type { Day } from '../../src/platform/day.ts'

export interface CensusDataset {
  build: Build
  report: IntakeReport
}

/** Files of the census as a load makes a dataset of them, in memory. Throws when a load would be refused. */
export async function censusDataset(
  paths: readonly string[],
  today: Day = '2026-11-24',
): Promise<CensusDataset> {
  const build = await beginBuild(':memory:')
  const staging = openStaging(build)
  const report = await readFiles(paths, (row) => staging.accept(row), { today })
  await staging.finish(['cin-census'])
  const refused = [
    ...report.problems.filter(({ severity }) => severity === 'error'),
    ...(await daysOutsideCalendar(build, ['cin-census'])),
  ]
  if (refused.length > 0) throw new Error(refused.map(({ message }) => message).join('; '))
  await convertSources(
    build,
    report.sources,
    report.files.flatMap(({ tables }) => tables),
  )
  return { build, report }
}

export async function countIn(build: Build, table: string, where = 'true'): Promise<number> {
  const [row] = await build.all<{ n: number }>(`select count(*) as n from ${table} where ${where}`)
  return row!.n
}
