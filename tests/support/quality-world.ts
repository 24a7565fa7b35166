import type { OpenSnapshot } from '../../src/dataset/snapshots/sealed.ts'
import { writeQuality } from '../../src/quality/write-quality.ts'
import { writeMeasureCases } from '../../src/measures/engine/measure-cases.ts'
import { writeQualityHarm } from '../../src/quality/harm.ts'
import { buildTestDataset } from './dataset.ts'

/** A small dataset, checked and measured as a load is, as a snapshot that can be read. */
export async function checked(world: Parameters<typeof buildTestDataset>[0]): Promise<OpenSnapshot> {
  const build = await buildTestDataset(world)
  await writeQuality(build)
  await writeMeasureCases(build)
  await writeQualityHarm(build)
  return {
    id: `${world.asAt}-test`,
    asAt: world.asAt,
    loadedAt: `${world.asAt}T12:00:00Z`,
    sources: ['annex-a'],
    all: (sql, parameters) => build.all(sql, parameters),
    close: () => undefined,
  }
}
