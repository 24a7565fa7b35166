import { allow, operator, type Pass } from '../../access/index.ts'
import {
  listSnapshots,
  type SealedSnapshot,
  type SnapshotPool,
  type SnapshotRecord,
} from '../../dataset/index.ts'
import type { Clock } from '../../platform/day.ts'
import type { Records } from '../../platform/records.ts'
import { catalogue, everyFigure } from '../../measures/index.ts'
import { addReport, figureReports } from './reported-figure-store.ts'
import { isReportOf, type FigureReport, type ReportedFigure } from './reported-figure.ts'

export interface ReportingDeps {
  records: Records
  pool: Pick<SnapshotPool, 'byId'>
  clock: Clock
}

/**
 * Keeps what the council's snapshots report, for good: of every series the figures of every month that was over on the
 * as-at day. A figure is *reported* when a snapshot that has it is put in use, whether by its own load or by someone
 * who chose it; one that never was in use has reported nothing. Catches up with every load since the last report, so
 * that asking twice, or late, comes to the same. Answers the snapshots it kept the figures of.
 */
export async function keepReported(deps: ReportingDeps, council: string): Promise<string[]> {
  const { records, pool, clock } = deps
  const snapshots = await listSnapshots(records, allow(operator(council), 'load:read'))
  const reports = await figureReports(records, council)
  const kept: string[] = []
  for (const [record, reportedAt] of toReport(snapshots, reports, clock)) {
    const snapshot = await pool.byId(council, record.snapshot)
    if (!snapshot) continue
    const report = { snapshot: record.snapshot, asAt: record.asAt, reportedAt }
    if (
      (await addReport(
        records,
        council,
        report,
        await figuresOf(snapshot, allow(operator(council), 'small-numbers:read')),
      )) !== null
    ) {
      kept.push(record.snapshot)
    }
  }
  return kept
}

/** The snapshots that came into use since the last report, each with when: those whose load put them there, then the one in use. */
function toReport(
  snapshots: readonly SnapshotRecord[],
  reports: readonly FigureReport[],
  clock: Clock,
): (readonly [SnapshotRecord, FigureReport['reportedAt']])[] {
  const [current] = snapshots
  const last = reports.at(-1)
  if (!current || current.snapshot === last?.snapshot) return []
  const known = new Set(reports.map(({ snapshot }) => snapshot))
  const inOrder = snapshots.toSorted((a, b) => (a.loadedAt < b.loadedAt ? -1 : 1))
  const loaded = inOrder.filter(
    ({ snapshot, asAt, loadedAt }, index) =>
      !known.has(snapshot) &&
      (!last || loadedAt >= last.reportedAt) &&
      inOrder.slice(0, index).every((earlier) => earlier.asAt <= asAt),
  )
  const byLoads = loaded.map((record) => [record, record.loadedAt] as const)
  return loaded.at(-1) === current ? byLoads : [...byLoads, [current, clock.now()]]
}

/** The figures of every month that was over, of every series that the snapshot can answer. Its totals alone: no split. */
async function figuresOf(
  snapshot: SealedSnapshot,
  pass: Pass<'small-numbers:read'>,
): Promise<Omit<ReportedFigure, 'place'>[]> {
  const all = await everyFigure(snapshot, pass)
  return catalogue().flatMap(({ id, version }) =>
    (all.get(id) ?? []).flatMap(({ period, value, numerator, denominator }) =>
      isReportOf(period, snapshot.asAt)
        ? [{ series: id, period, version, value, numerator, denominator }]
        : [],
    ),
  )
}
