import { allow, operator, type Pass } from '../access/index.ts'
import type { SealedSnapshot } from '../dataset/index.ts'
import { editionOf, TRACKER_MONTHS } from '../performance/index.ts'
import { publicFigures, seriesOf, type Point } from '../measures/index.ts'
import { Refused } from '../platform/errors.ts'
import type { Month } from '../platform/day.ts'
import type { BoardDeps } from './board-deps.ts'
import { parseReference } from './figure-reference.ts'
import { readReport, type ReadReport } from './open-report.ts'
import { publicReport, type Published } from './public-report.ts'
import { boundIn, unitsOf, type Report } from './report.ts'

/**
 * The public edition of an issued report. Throws Refused for a draft, and NotFound for a meeting without a report. Where the figures it
 * was written from are no longer kept, none of them is published.
 */
export async function readPublicReport(
  deps: BoardDeps,
  pass: Pass<'report:issue'>,
  dayOrId: string,
): Promise<ReadReport> {
  const read = await readReport(deps, pass.person, dayOrId)
  if (!read.issue) throw new Refused('Only an issued report has a public edition. Issue it first.')
  const { council } = pass.person
  const { snapshot: id } = read.report
  const snapshot = id === null ? null : await snapshotOf(deps, council, id)
  const figures = allow(operator(council), 'figures:read')
  const months = new Map<string, readonly Point[]>()
  if (snapshot) {
    const edition = editionOf(snapshot, deps, figures)
    for (const series of seriesOfReport(read.report))
      months.set(series, (await publicFigures(edition, figures, series)).points)
  }
  return { ...read, report: publicReport(read.report, publishedIn(months)) }
}

async function snapshotOf({ pool }: BoardDeps, council: string, id: string): Promise<SealedSnapshot | null> {
  const current = await pool.current(council)
  if (current?.id === id) return current
  return (await pool.byId?.(council, id)) ?? null
}

function seriesOfReport(report: Report): Set<string> {
  const blocks = report.sections.flatMap((section) => section.blocks)
  const bound = blocks
    .flatMap(unitsOf)
    .flatMap(boundIn)
    .map(({ ref }) => parseReference(ref))
  const charts = blocks.flatMap(({ content }) => (content.kind === 'chart' ? [content.series] : []))
  const named = bound.flatMap((reference) => (reference?.kind === 'measure' ? [reference.series] : []))
  return new Set([...charts, ...named].filter((id) => seriesOf(id) !== undefined))
}

const publishedIn = (months: ReadonlyMap<string, readonly Point[]>): Published => {
  const isOpen = (point: Point | undefined): boolean => point !== undefined && !point.hidden && !(point.value === null && point.denominator) // prettier-ignore
  return {
    isShown: (series, month) => isOpen(months.get(series)?.find(({ period }) => period === month)),
    isWhole: (series, month) => {
      const drawn = (months.get(series) ?? []).filter(({ period }) => period <= month).slice(-TRACKER_MONTHS)
      return drawn.length > 0 && drawn.at(-1)!.period === (month satisfies Month) && drawn.every(isOpen)
    },
  }
}
