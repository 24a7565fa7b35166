import { formatMonth, formatMonthName } from '../../platform/day.ts'
import { formatFigure, formatRangeEnd, type Companion, type Point } from '../../measures/index.ts'
import type { TrackerRow } from '../tracker/tracker-row.ts'
import { formatParts, verdictOf } from './figure-view.ts'
import type { SeriesState } from './measure-state.ts'
import { capitalised, oneIn } from './number-words.ts'

/** A figure that must be read with this one, and what it is of. */
export interface Beside {
  companion: Companion
  row: TrackerRow
}

/** How many are still to be done: of a share, those that it finds of all that are open. */
export const openCount = (point: Point | null | undefined): number | null =>
  point?.numerator ?? point?.value ?? null

/** What is still to be done, where something stands beside a figure that says so. */
const undoneOf = (beside: readonly Beside[]): Beside | null =>
  beside.find(({ companion }) => companion.undone) ?? null

/** What no file holds yet says so itself, and whose it will be. */
function notAvailable(why: string): { bold: string; rest: string } {
  const [, later] = /^Not available yet: (.+)$/.exec(why) ?? []
  return later === undefined
    ? { bold: 'Not available from this source.', rest: why }
    : { bold: 'Not available yet.', rest: `${capitalised(later)}.` }
}

/** The page's one sentence: whether to react, and what else to look at. */
export function measureSentence(
  state: SeriesState,
  sentence: string,
  beside: readonly Beside[],
): { bold: string; rest: string } {
  const { latest, series, spc } = state
  if (!state.available) return notAvailable(state.why ?? '')
  if (!latest) return { bold: 'There is no figure yet.', rest: 'No month of this extract holds one.' }
  if (latest.hidden) return { bold: `${formatMonth(latest.period)} is not shown.`, rest: sentence }
  if (latest.value === null) {
    const parts = formatParts(latest)
    return parts && latest.denominator
      ? {
          bold: `${parts} in ${formatMonth(latest.period)}.`,
          rest: 'Percentage withheld: fewer than 10. No limits and no verdict.',
        }
      : {
          bold: `No child was counted in ${formatMonth(latest.period)}.`,
          rest: 'A share of none has no value.',
        }
  }
  const figure = `${formatMonthName(latest.period)}’s ${formatFigure(latest, series)}`
  const undone = undoneOf(beside)
  const open = openCount(undone?.row.latest) ?? 0
  const verdict = verdictOf(spc)
  if (verdict === 'steady') {
    const bold = `Do not react to ${figure}: it is inside the usual range.`
    return open > 0 && undone
      ? { bold: `${bold} React to the backlog.`, rest: describeUndone(undone) }
      : { bold: `Do not react to ${figure}.`, rest: sentence }
  }
  const bold = {
    worsening: `React to ${figure}.`,
    improving: `${figure} is a real improvement.`,
    higher: `${figure} is a real change.`,
    lower: `${figure} is a real change.`,
    none: `${figure} stands without a verdict.`,
  }[verdict]
  return { bold, rest: open > 0 && undone ? `${sentence} ${describeUndone(undone)}` : sentence }
}

/** "268 assessments are still open past day 45, 24 more than in December, and this figure leaves them out." */
function describeUndone({ companion, row }: Beside): string {
  const [before, now] = row.points.slice(-2)
  const [then, open] = [openCount(before), openCount(now)]
  if (open === null || !companion.undone) return ''
  const change = then === null ? 0 : open - then
  const compared =
    before && change !== 0
      ? `, ${Math.abs(change).toLocaleString('en-GB')} ${change > 0 ? 'more' : 'fewer'} than in ${formatMonthName(before.period)}`
      : ''
  const { one, many } = companion.undone
  return `${open.toLocaleString('en-GB')} ${open === 1 ? one : many}${compared}${companion.isLeftOut ? ', and this figure leaves them out' : ''}.`
}

/** The chart's caption: the comparison, with both halves true. */
export function figureCaption(state: SeriesState, beside: readonly Beside[]): string {
  const { latest, series, spc } = state
  if (!latest || latest.value === null) return `${series.title}: no figure to draw`
  const month = formatMonthName(latest.period)
  const cohort = beside.find(({ companion }) => companion.part === 'cohort')?.row
  const started = cohort?.points.findLast((point) => point.value !== null)
  if (series.measure === 'as-completed-45wd' && started && started.value !== null) {
    const late = oneIn(1 - latest.value / 100)
    const lateOfStarted = oneIn(1 - started.value / 100)
    if (late && lateOfStarted) {
      return `${late.charAt(0).toUpperCase()}${late.slice(1)} assessments completed in ${month} was late; of those started in ${formatMonthName(started.period)}, ${lateOfStarted} was`
    }
  }
  return spc.lower !== null && spc.upper !== null
    ? `${formatFigure(latest, series)} in ${month}, where ${formatRangeEnd(spc.lower, series)} to ${formatRangeEnd(spc.upper, series)} is usual`
    : `${formatFigure(latest, series)} in ${month}`
}
