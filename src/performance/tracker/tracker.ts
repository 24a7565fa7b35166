import { allow, getCouncil, operator, type Council, type Pass } from '../../access/index.ts'
import { factsIn, type SealedSnapshot } from '../../dataset/index.ts'
import { firstOf, formatMonth, type Day } from '../../platform/day.ts'
import { NotFound } from '../../platform/errors.ts'
import type { Records } from '../../platform/records.ts'
import {
  type Availability,
  availability,
  measureSeries,
  seriesOf,
  describeFieldShort,
  figureReader,
  type Point,
  type SeriesDefinition,
  carriedPopulationYear,
  per10kOf,
  describeDoubt,
  describeTableDays,
  isDoubtful,
  type Doubt,
  oncePerSnapshot,
} from '../../measures/index.ts'
import { comparisonOf, england, trackedComparison } from '../benchmarks/benchmark.ts'
import { compareAs, comparisonBook } from '../benchmarks/benchmark-store.ts'
import type { ComparisonBook } from '../benchmarks/published.ts'
import { comparisonAuthorityOf, type ComparisonAuthority } from '../benchmarks/comparison-authority.ts'
import { asRestated } from '../restatement/restated-figures.ts'
import { chartRules } from '../spc/chart-rules-store.ts'
import type { ChartRules } from '../spc/chart-rules.ts'
import { sentenceOf } from '../spc/sentence.ts'
import { spcOf } from '../spc/suitability.ts'
import { rowShownTo } from './row-shown.ts'
import type { TrackedMeasure } from './tracked-measure.ts'
import { shownTracked, trackedMeasures } from './tracked-measure-store.ts'
import { TRACKER_GROUPS, type Confidence, type TrackerRow } from './tracker-row.ts'
import { groupOf, meetingOf } from './verdict.ts'

/** How many months a row looks back on. */
export const TRACKER_MONTHS = 24

/**
 * How each measure is: the one answer for the tracker, home, a measure's page, the report, the command line and the API.
 * Every measure that the council tracks: off track first, and within a group what is getting worse, then what is
 * furthest from its target. Until the council has chosen its measures, the headline of each.
 */
export async function trackerRows(
  snapshot: SealedSnapshot,
  records: Records,
  pass: Pass<'figures:read'>,
): Promise<TrackerRow[]> {
  const tracked = await shownTracked(records, pass)
  const ids = tracked.map(({ seriesId }) => seriesId)
  const facts = await factsOf(snapshot, records, pass, ids)
  const rows = await Promise.all(
    tracked.flatMap((measure) => {
      const series = seriesOf(measure.seriesId)
      return series ? [rowOf(facts, series, measure)] : []
    }),
  )
  return rows
    .toSorted(
      (a, b) =>
        TRACKER_GROUPS.indexOf(a.group) - TRACKER_GROUPS.indexOf(b.group) ||
        Number(b.spc.variation === 'worsening') - Number(a.spc.variation === 'worsening') ||
        gapToTarget(b) - gapToTarget(a),
    )
    .map((row) => rowShownTo(pass.person, row))
}

/** One measure as the tracker would show it, tracked or not. Throws NotFound for an unknown id. */
export async function trackerRow(
  snapshot: SealedSnapshot,
  records: Records,
  pass: Pass<'figures:read'>,
  id: string,
): Promise<TrackerRow> {
  const series = seriesOf(id)
  if (!series) throw new NotFound(`There is no measure ${id}`)
  const tracked = await trackedMeasures(records, pass)
  const measure = tracked.find(({ seriesId }) => seriesId === series.id)
  const row = await rowOf(await factsOf(snapshot, records, pass, [series.id]), series, measure ?? null)
  return rowShownTo(pass.person, row)
}

interface Facts {
  snapshot: SealedSnapshot
  records: Records
  pass: Pass<'figures:read'>
  available: ReadonlyMap<string, Availability>
  windows: Windows
  doubts: ReadonlyMap<string, Doubt>
  council: Council
  rules: ChartRules
  book: ComparisonBook
  authority: ComparisonAuthority
}

/** The day from which every event is promised: by the source that leads, and of the tables that begin on a day of their own. */
interface Windows {
  leading: Day | null
  ofTable: ReadonlyMap<string, Day | null>
}

const windowsIn = oncePerSnapshot(async (snapshot): Promise<Windows> => {
  const [extract] = await factsIn(snapshot, 'extract')
  const tables = await factsIn(snapshot, 'table_source')
  const firsts = tables.filter(({ place, source }) => place === 1 && source === extract?.source)
  return {
    leading: extract?.window_from ?? null,
    ofTable: new Map(firsts.map(({ table_name, window_from }) => [table_name, window_from])),
  }
})

/** The latest of the windows of what a series needs from the leading source; that source's where it needs nothing of it. */
function windowOf({ leading, ofTable }: Windows, id: string): Day | null {
  const tables = new Set((measureSeries(id)?.needs ?? []).map(({ field }) => field.split('.')[0]!))
  const days = [...tables].flatMap((table) => ofTable.get(table) ?? [])
  return days.sort().at(-1) ?? leading
}

async function factsOf(
  snapshot: SealedSnapshot,
  records: Records,
  pass: Pass<'figures:read'>,
  ids: readonly string[],
): Promise<Facts> {
  const council = await getCouncil(records)
  const book = await comparisonBook(records, pass)
  return {
    snapshot,
    records,
    pass,
    available: await availability(snapshot, ids),
    windows: await windowsIn(snapshot),
    doubts: await figureReader(snapshot, pass).doubts(),
    council,
    rules: await chartRules(records, pass),
    book,
    authority: comparisonAuthorityOf(book, council.authorityCode, await compareAs(records, pass)),
  }
}

/** As counted: who reads may not be shown every value, but is told the same of it as everyone. */
async function rowOf(
  facts: Facts,
  series: SeriesDefinition,
  tracked: TrackedMeasure | null,
): Promise<TrackerRow> {
  const { snapshot, records } = facts
  const pass = allow(operator(facts.pass.person.council), 'figures:read')
  const known = await figureReader(snapshot, pass).figures(series.id)
  const shown = { ...known, points: known.points.slice(-TRACKER_MONTHS) }
  const { available, why, points, lateness } = await asRestated(snapshot, records, pass, shown)
  const latest = points.at(-1) ?? null
  const target = tracked?.target ?? null
  const spc = spcOf(series, points, target, facts.rules)
  const per10k = per10kOf(series, latest, facts.council.population)
  const populationYear =
    latest && per10k !== null ? carriedPopulationYear(latest.period, facts.council.population) : null
  const comparison = latest ? england(series, latest.period, facts.book) : null
  const compared = latest ? comparisonOf(series, latest.period, facts.book, facts.authority) : null
  return {
    id: series.id,
    ref: tracked?.ref ?? '',
    title: tracked?.title ?? series.title,
    latest,
    previous: points.at(-2) ?? null,
    target,
    targetBy: tracked?.targetBy ?? null,
    path: tracked?.path ?? [],
    spc,
    sentence: sentenceOf({ series, points, latest, spc, target, per10k, populationYear, available, why }),
    england: { value: comparison?.value ?? null, period: comparison?.period ?? null },
    ...trackedComparison(compared),
    confidence: confidenceOf(facts, series, points),
    tableDays: known.tableDays,
    tableDaysSentence: describeTableDays(known),
    series,
    group: groupOf(series, spc, target, latest),
    meeting: meetingOf(series, spc, target, latest),
    points,
    counted: points,
    available,
    why,
    comparison,
    compared,
    per10k,
    populationYear,
    lateness: lateness.sentence,
    period: latest?.period ?? null,
  }
}

/** How far the latest figure is from the target on the wrong side, in widths of the usual range. */
function gapToTarget({ series, latest, target, spc }: TrackerRow): number {
  if (target === null || !latest || latest.value === null || series.polarity === 'neutral') return 0
  const gap = series.polarity === 'higher' ? target - latest.value : latest.value - target
  const width = spc.upper !== null && spc.lower !== null ? spc.upper - spc.lower : 0
  return gap / (width || Math.abs(target) || 1)
}

/** How full the needed fields are, and what every reader must know of the figures from this source. */
function confidenceOf(
  { available, windows, doubts }: Facts,
  { id, timing }: SeriesDefinition,
  points: readonly Point[],
): Confidence {
  const found = available.get(id)
  const notes = (measureSeries(id)?.notes ?? [])
    .filter(({ sources }) => !sources || (found && sources.includes(found.source)))
    .map(({ text }) => text)
  if (found?.complete !== null && found?.complete !== undefined && found.complete < 1 && found.leastFull)
    notes.push(
      `Of the rows, ${Math.floor(found.complete * 100)}% say ${describeFieldShort(found.leastFull)}.`,
    )
  const doubt = doubts.get(id)
  if (doubt && isDoubtful(doubt)) notes.push(describeDoubt(doubt))
  const first = points[0]
  const windowFrom = windowOf(windows, id)
  if (timing === 'flow' && windowFrom && first && firstOf(first.period) < windowFrom)
    notes.push(
      `The source promises nothing before ${formatMonth(windowFrom.slice(0, 7) as Point['period'])}: earlier months may be short.`,
    )
  return { complete: found?.complete ?? null, notes }
}
