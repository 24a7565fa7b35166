import { allow, operator, type Pass } from '../../access/index.ts'
import type { SealedSnapshot } from '../../dataset/index.ts'
import { publicFigures, type MeasureFigures } from '../../measures/index.ts'
import type { Clock } from '../../platform/day.ts'
import type { Records } from '../../platform/records.ts'
import { chartRules } from '../spc/chart-rules-store.ts'
import type { ChartRules } from '../spc/chart-rules.ts'
import { spcOf } from '../spc/suitability.ts'
import { trackerRows } from '../tracker/tracker.ts'
import type { TrackerRow } from '../tracker/tracker-row.ts'
import { editionOf } from './edition-of.ts'

/** What a published row says where its figure is hidden, and where a month before it is. */
export const HIDDEN_FROM_PUBLIC = 'Hidden: a small number could identify a child.'
const NO_PUBLIC_VERDICT = 'Whether it is changing is not published, because a month before is hidden.'

/** The tracker as it may be published to everyone. */
export async function publicTrackerRows(
  snapshot: SealedSnapshot,
  deps: { records: Records; clock: Clock },
  pass: Pass<'figures:read'>,
): Promise<TrackerRow[]> {
  const everything = allow(operator(pass.person.council), 'figures:read')
  const rows = await trackerRows(snapshot, deps.records, everything)
  const rules = await chartRules(deps.records, pass)
  const edition = editionOf(snapshot, deps, pass)
  const shown: TrackerRow[] = []
  for (const row of rows) shown.push(publicRow(row, await publicFigures(edition, pass, row.id), rules))
  // The tracker's own order says how each measure is, a hidden one too.
  return shown.toSorted((a, b) => a.ref.localeCompare(b.ref, 'en', { numeric: true }))
}

/**
 * A verdict is published where every month that it rests on is: the mean of the months and those shown would give back the one that
 * is hidden.
 */
function publicRow(
  row: TrackerRow,
  { available, why, points: all }: MeasureFigures,
  rules: ChartRules,
): TrackerRow {
  const published = new Map(all.map((point) => [point.period, point]))
  const points = row.points.flatMap(({ period }) => published.get(period) ?? [])
  const latest = points.at(-1) ?? null
  const common = { ...row, points, counted: points, latest, previous: points.at(-2) ?? null, lateness: undefined, confidence: { ...row.confidence, notes: [] } } // prettier-ignore
  const isWhole = points.length === row.points.length && points.every((point, index) => !point.hidden && point.value === row.points[index]!.value) // prettier-ignore
  if (available && isWhole) return common
  return {
    ...common,
    available,
    why,
    spc: spcOf(row.series, [], null, rules),
    sentence: !available && row.available ? `Not published: ${why}.` : !available ? row.sentence : latest?.hidden ? HIDDEN_FROM_PUBLIC : NO_PUBLIC_VERDICT, // prettier-ignore
    group: 'cannot_tell',
    meeting: 'no-target',
    per10k: latest?.hidden ? null : row.per10k,
  }
}
