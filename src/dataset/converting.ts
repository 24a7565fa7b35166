import type { SourceReport } from '../intake/index.ts'
import type { Day } from '../platform/day.ts'
import { sqlFile, type Build } from './build.ts'
import { conversionOf } from './conversions.ts'

/** Fills the dataset's tables from the accepted rows of every source, the one that leads first. */
export async function convertSources(build: Build, sources: readonly SourceReport[]): Promise<void> {
  await fillPerson(build, sources)
  const [leader] = sources
  await asAtOf(build, leader!.asAt)
  await conversionOf(leader!.source).convert(build)
}

/** Every child of every source, whichever table a row of theirs will stand in. */
async function fillPerson(build: Build, sources: readonly SourceReport[]): Promise<void> {
  await build.run(SIGHTING)
  for (const [at, { source, asAt }] of sources.entries()) {
    await asAtOf(build, asAt)
    await conversionOf(source).addSightings(build)
    // What the leading source says comes before what any other does.
    if (at > 0)
      await build.run(
        `update sighting set place = place + ${PLACES_A_SOURCE * at} where place < ${PLACES_A_SOURCE}`,
      )
  }
  await build.run(sqlFile(import.meta.url, './person.sql'))
  await build.run('drop table sighting')
}

/** More than any source has tables of children. */
const PLACES_A_SOURCE = 1000

/** What a row says of a child. */
const SIGHTING = `create temp table sighting (
  place integer not null, seen bigint not null, person_id text not null,
  sex text, ethnicity text, dob date, expected_dob date, disability text,
  file text, sheet text, row_number integer
)`

export const asAtOf = (build: Build, asAt: Day): Promise<void> =>
  build.run(`set variable as_at = date '${asAt}'`)
