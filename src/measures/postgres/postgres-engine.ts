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
  /** The PostgreSQL to work in. */
  address: DatabaseAddress
  /** A snapshot whose dataset is copied there; or the council's own dataset, which is there already. */
  dataset: { snapshot: SealedSnapshot } | { own: OwnDataset }
  /** The measure that is wanted, by its id without a series; every one when absent. */
  measure?: string | undefined
  /** Whether figures will be asked for by cohort: the cohorts of each child are then worked out too. */
  withCohorts?: boolean | undefined
}

/** Measures as they were worked out on PostgreSQL, to be read like any snapshot until it is closed. */
export interface SecondEngine extends SealedSnapshot, SnapshotRows {
  close(): Promise<void>
}

/**
 * The second engine: works measures out on PostgreSQL, by the same texts, and answers what can be read like any
 * snapshot. Everything it makes is gone once it is closed. Child-level. Throws Refused when the database cannot be
 * worked in or the council's dataset is not there.
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
    const named =
      'snapshot' in dataset
        ? dataset.snapshot
        : {
            id: `${extract!.asAt}-${dataset.own.schema}`,
            loadedAt: `${extract!.asAt}T23:59:59Z`,
            sources: [dataset.own.source],
          }
    const second: SecondEngine = {
      id: named.id,
      asAt: extract!.asAt,
      loadedAt: named.loadedAt,
      sources: named.sources,
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
