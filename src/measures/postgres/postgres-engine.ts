import type { SealedSnapshot, SnapshotRows } from '../../dataset/index.ts'
import { rowsIn } from '../../dataset/rows.ts'
import type { DatabaseAddress } from '../../intake/index.ts'
import { MEASURES } from '../catalogue/catalogue.ts'
import { shareRecordCases } from '../figures/held-in.ts'
import { copyDataset } from './dataset-copy.ts'
import { tablesFor } from './dataset-tables.ts'
import { viewDataset, type OwnDataset } from './dataset-views.ts'
import { runMeasuresOnPostgres } from './measure-run.ts'
import { openPostgresWork } from './postgres-work.ts'

export interface EngineRequest {
  address: DatabaseAddress
  /** A snapshot whose dataset is copied there; or the council's own dataset, which is there already. */
  dataset: { snapshot: SealedSnapshot } | { own: OwnDataset }
  /** The id of one measure, without a series; every measure when absent. */
  measure?: string | undefined
  /** Whether figures will be split by cohort, so that the cohorts of each child are needed. */
  withCohorts?: boolean | undefined
}

/** Measures run on PostgreSQL, to be read like any snapshot until it is closed. */
interface SecondEngine extends SealedSnapshot, SnapshotRows {
  close(): Promise<void>
}

/**
 * Runs the measures' SQL on PostgreSQL and returns what can be read like any snapshot. Closing it removes everything it
 * made. Child-level. Throws Refused when the database cannot be used or the council's dataset is not there.
 */
export async function measuresOnPostgres({
  address,
  dataset,
  measure,
  withCohorts = false,
}: EngineRequest): Promise<SecondEngine> {
  const measures = MEASURES.filter(({ id }) => measure === undefined || id === measure)
  const work = await openPostgresWork(address)
  try {
    const tables = tablesFor(measures, withCohorts)
    if ('snapshot' in dataset) await copyDataset(work, rowsIn(dataset.snapshot), tables)
    else await viewDataset(work, dataset.own, tables)
    await runMeasuresOnPostgres(work, measures, withCohorts)
    const [extract] = await work.all<{ asAt: SealedSnapshot['asAt'] }>('select as_at as "asAt" from extract')
    const identity =
      'snapshot' in dataset
        ? dataset.snapshot
        : {
            id: `${extract!.asAt}-${dataset.own.schema}`,
            loadedAt: `${extract!.asAt}T23:59:59Z`,
            sources: [dataset.own.source],
          }
    const second: SecondEngine = {
      id: identity.id,
      asAt: extract!.asAt,
      loadedAt: identity.loadedAt,
      sources: identity.sources,
      all: (sql, parameters) => work.all(sql, parameters),
      close: () => work.close(),
    }
    if ('snapshot' in dataset) shareRecordCases(dataset.snapshot, second)
    return second
  } catch (error) {
    await work.close()
    throw error
  }
}
