import type { OpenSnapshot } from '../../src/dataset/snapshots/sealed.ts'
import { MEASURES } from '../../src/measures/catalogue/catalogue.ts'
import { writeMeasureCases } from '../../src/measures/engine/measure-cases.ts'
import { figures } from '../../src/measures/figures/figure-read.ts'
import { allCases } from '../../src/measures/figures/case-list.ts'
import { writeWorkLists } from '../../src/oversight/index.ts'
import type { Month } from '../../src/platform/day.ts'
import { buildTestDataset } from './dataset.ts'

type World = Parameters<typeof buildTestDataset>[0]

/** A small dataset with its measures worked out, as a snapshot that can be read: those named, or all with the lists of work. */
export async function measured(world: World, ...ids: readonly string[]): Promise<OpenSnapshot> {
  const build = await buildTestDataset(world)
  await writeMeasureCases(build, ids.length === 0 ? MEASURES : MEASURES.filter(({ id }) => ids.includes(id)))
  if (ids.length === 0) await writeWorkLists(build)
  return {
    id: `${world.asAt}-test`,
    asAt: world.asAt,
    loadedAt: `${world.asAt}T12:00:00Z`,
    sources: ['annex-a'],
    all: (sql, parameters) => build.all(sql, parameters),
    close: () => undefined,
  }
}

/** The figures of a series by month, each as "numerator of denominator" or the value alone. */
export async function byMonth(snapshot: OpenSnapshot, id: string): Promise<Record<string, string>> {
  const { points } = await figures(snapshot, id)
  return Object.fromEntries(
    points.map(({ period, numerator, denominator, value }) => [
      period,
      denominator === null ? String(value) : `${numerator} of ${denominator}`,
    ]),
  )
}

/** The case ids behind a month, met or not: what the list of that figure holds. */
export async function casesOf(
  snapshot: OpenSnapshot,
  id: string,
  period: Month,
  met: 'yes' | 'no' | 'all' = 'all',
): Promise<string[]> {
  const rows = await allCases(snapshot, id, { period, met })
  return rows.map(({ case_id }) => case_id).sort()
}
