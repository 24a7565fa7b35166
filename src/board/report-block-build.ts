import { formatLimit, formatRangeEnd, type SeriesDefinition } from '../measures/index.ts'
import { formatMonth, formatMonthName, type Month } from '../platform/day.ts'
import { describeOthers } from '../performance/index.ts'
import { countOf } from './count-words.ts'
import { spcAt, type BookSeries, type FigureBook } from './figure-book.ts'
import type { BlockReference } from './figure-reference.ts'
import type { BoundFigure, Piece, ReportChart, ReportTable } from './report.ts'

type Bind = (reference: string) => BoundFigure

const PLAIN = { bold: false, italic: false }
const words = (text: string): Piece => ({ kind: 'words', text, ...PLAIN })
const cell = (figure: BoundFigure): Piece => ({ ...figure, ...PLAIN })

export const seriesName = ({ title, label }: SeriesDefinition): string =>
  label ? `${title}, ${label}` : title

/** Null when there is no such series: the braces are then printed as they were typed. */
export function buildChart(
  reference: BlockReference & { kind: 'chart' },
  book: FigureBook,
  bind: Bind,
): ReportChart | null {
  const series = book.series.get(reference.series)
  if (!series) return null
  const { definition } = series
  const { month } = reference
  const limits = spcAt(series, month)
  return {
    kind: 'chart',
    series: definition.id,
    title: seriesName(definition),
    caption: series.available
      ? `${chartCaption(series, month)}${series.otherDays === null ? '' : `. ${series.otherDays.replace(/\.$/, '')}`}`
      : `${definition.title}: not available. ${series.why ?? ''}`,
    unit: definition.unit,
    isRate: definition.kind === 'rate',
    points: series.points.filter(({ period }) => period <= month).slice(-24),
    limits: {
      centre: limits.centre,
      lower: limits.lower,
      upper: limits.upper,
      trial: limits.trial,
      variation: limits.variation,
    },
    target: series.target,
    month,
    figure: bind(`${reference.series}@${month}`),
  }
}

/** The month compared with its usual range, and what the chart says about the target. */
function chartCaption(series: BookSeries, month: Month): string {
  const { definition, target } = series
  const limits = spcAt(series, month)
  const name = `${definition.title}: ${formatMonthName(month)}`
  if (limits.centre === null || limits.variation === 'none') {
    return `${definition.title}: ${countOf(limits.points, 'month')} to ${formatMonth(month)}, too few for a verdict`
  }
  const range = `its usual range of ${formatRangeEnd(limits.lower!, definition)} to ${formatRangeEnd(limits.upper!, definition)}`
  const meets =
    target === null || limits.assurance === 'none'
      ? ''
      : {
          inconsistent: `, and luck decides whether a month meets ${formatLimit(target, definition)}`,
          fails: `, and it will miss ${formatLimit(target, definition)} unless the process changes`,
          passes: `, and it will meet ${formatLimit(target, definition)} if nothing changes`,
        }[limits.assurance]
  if (limits.direction === null) return `${name} is inside ${range}${meets}`
  const rest = `${describeOthers(limits)}${meets}`
  const side = limits.direction === 'up' ? 'above' : 'below'
  if (limits.rule === 'shift') return `${name} is the last of ${limits.run} months ${side} the average${rest}`
  if (limits.rule === 'trend') {
    return `${name} is the last of ${limits.run} months going ${limits.direction} one after another${rest}`
  }
  if (limits.rule === 'outside') return `${name} is ${side} ${range}${rest}`
  return `${name} is close to the ${limits.direction === 'up' ? 'upper' : 'lower'} end of ${range}, for the second time in three months${rest}`
}

export function buildTable(
  reference: Exclude<BlockReference, { kind: 'chart' }>,
  book: FigureBook,
  bind: Bind,
): ReportTable {
  if (reference.kind === 'measures') {
    const month = reference.month
    return {
      kind: 'table',
      caption: `Measures at a glance, ${formatMonth(month)}`,
      head: ['Measure', formatMonthName(month), 'Month before', 'Usual range', 'Target'],
      numeric: [1, 2, 3, 4],
      rows: reference.series.map((id) => measureRow(id, month, book, bind)),
    }
  }
  const actions = book.actions.filter(({ recommendation }) => recommendation === reference.recommendation)
  return {
    kind: 'table',
    caption: `Actions under recommendation ${reference.recommendation}`,
    head: ['Action', 'Owner', 'Due', 'Rating'],
    numeric: [],
    rows: actions.map((action) => [
      words(`${action.ref} ${action.title}`),
      words(action.owner || 'No owner yet'),
      cell(bind(`action:${action.ref}|due_on`)),
      cell(bind(`action:${action.ref}|rating`)),
    ]),
  }
}

function measureRow(id: string, month: Month, book: FigureBook, bind: Bind): Piece[] {
  const series = book.series.get(id)
  if (!series) return [words(id), ...Array.from({ length: 4 }, () => words('not available'))]
  const { definition, target } = series
  const limits = spcAt(series, month)
  const before = series.points.findLast(({ period, value }) => period < month && value !== null)
  const range =
    limits.lower === null || limits.upper === null
      ? 'too few months'
      : `${formatRangeEnd(limits.lower, definition)} to ${formatRangeEnd(limits.upper, definition)}`
  return [
    words(seriesName(definition)),
    cell(bind(`${id}@${month}`)),
    before ? cell(bind(`${id}@${before.period}`)) : words('–'),
    words(range),
    words(target === null ? '–' : formatLimit(target, definition)),
  ]
}
