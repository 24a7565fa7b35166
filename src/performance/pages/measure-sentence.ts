import { formatMonth, formatMonthName } from '../../platform/day.ts'
import {
  formatFigure,
  formatRangeEnd,
  formatWithUnit,
  isOfRecords,
  type BehindFigure,
  type Companion,
  type Point,
} from '../../measures/index.ts'
import { describeUnavailable } from '../unavailable.ts'
import { describeParts, joinSentences } from '../spc/sentence.ts'
import { SMALL_NUMBERS_SWING } from '../spc/suitability.ts'
import type { TrackerRow } from '../tracker/tracker-row.ts'
import { formatParts, verdictOf } from './figure-view.ts'
import type { SeriesState } from './measure-state.ts'
import { oneIn } from './number-words.ts'
import { capital, formatCount } from '../../platform/words.ts'

/** A figure that must be read together with this one. */
export interface CompanionRow {
  companion: Companion
  row: TrackerRow
}

/** How many are still to be done: the count itself or, of a share, its numerator. */
export const openCount = (point: Point | null | undefined): number | null =>
  point?.numerator ?? point?.value ?? null

function notAvailable(why: string): { bold: string; rest: string } {
  const missing = describeUnavailable(why)
  if (missing) return { bold: missing.sentence, rest: '' }
  const [, when, later] = /^(Not available(?: yet)?): (.+)$/.exec(why) ?? []
  return later === undefined
    ? { bold: 'Not available from this source.', rest: why }
    : { bold: `${when}.`, rest: `${capital(later)}.` }
}

/** The page's main sentence: whether this is a change, and what else to look at. */
export function measureSentence(
  state: SeriesState,
  sentence: string,
  companions: readonly CompanionRow[],
  words: BehindFigure['words'],
): { bold: string; rest: string } {
  const { latest, series, spc } = state
  if (!state.available) return notAvailable(state.why ?? '')
  if (!latest) return { bold: 'There is no figure yet.', rest: 'This extract has no month with a figure.' }
  if (latest.hidden) return { bold: `${formatMonth(latest.period)} is not shown.`, rest: sentence }
  if (latest.value === null) {
    const parts = formatParts(latest, series)
    return parts && latest.denominator
      ? {
          bold: `${parts} in ${formatMonth(latest.period)}.`,
          rest: sentence.replace(`${describeParts(series, latest)} `, ''),
        }
      : {
          bold: `No ${words.one} was counted in ${formatMonth(latest.period)}.`,
          rest: `With ${isOfRecords(series.id) ? 'nothing' : 'nobody'} counted there is no percentage.`,
        }
  }
  const month = formatMonthName(latest.period)
  const undone = companions.find(({ companion }) => companion.undone) ?? null
  const open = openCount(undone?.row.latest) ?? 0
  const backlog = open > 0 && undone ? describeUndone(undone) : null
  const verdict = verdictOf(spc)
  if (verdict === 'none') return withoutVerdict(state, latest, sentence, backlog)
  if (verdict === 'steady') {
    const bold = `No real change in ${month}.`
    return backlog
      ? { bold: `${bold} Act on the backlog.`, rest: backlog }
      : { bold, rest: sentence.replace(/^No real change\. /, '') }
  }
  const kind = {
    worsening: 'change for the worse',
    improving: 'improvement',
    higher: 'change',
    lower: 'change',
  }
  return {
    bold: `${month}’s ${formatFigure(latest, series)} is a real ${kind[verdict]}.`,
    rest: joinSentences(sentence, backlog),
  }
}

/** "3 of 9 in January. Too few to say if this is a change." Otherwise the tracker's sentence says why there is no verdict. */
function withoutVerdict(
  { series, spc }: SeriesState,
  latest: Point,
  sentence: string,
  backlog: string | null,
): { bold: string; rest: string } {
  const counts = describeParts(series, latest)
  const figure = counts ?? `${formatWithUnit(latest, series)} in ${formatMonthName(latest.period)}.`
  return {
    bold: spc.why === SMALL_NUMBERS_SWING ? `${figure} Too few to say if this is a change.` : figure,
    rest: joinSentences(sentence.replace(counts ?? '', '').trim(), backlog),
  }
}

/** "268 assessments are still open past day 45, 24 more than in December, and this figure leaves them out." */
function describeUndone({ companion, row }: CompanionRow): string {
  const [before, latest] = row.points.slice(-2)
  const [openBefore, open] = [openCount(before), openCount(latest)]
  if (open === null || !companion.undone) return ''
  const change = openBefore === null ? 0 : open - openBefore
  const compared =
    before && change !== 0
      ? `, ${Math.abs(change).toLocaleString('en-GB')} ${change > 0 ? 'more' : 'fewer'} than in ${formatMonthName(before.period)}`
      : ''
  const { one: singular, many: plural } = companion.undone
  return `${formatCount(open, singular, plural)}${compared}${companion.isLeftOut ? ', and this figure leaves them out' : ''}.`
}

/** Late of those completed and late of those started are two different shares, so the caption gives both. */
export function figureCaption(state: SeriesState, companions: readonly CompanionRow[]): string {
  const { series, spc } = state
  const latest = state.points.findLast(({ value }) => value !== null)
  if (!latest || latest.value === null) return `${series.title}: no figure to draw`
  const month = formatMonthName(latest.period)
  const cohort = companions.find(({ companion }) => companion.part === 'cohort')?.row
  const started = cohort?.points.findLast((point) => point.value !== null)
  if (series.measure === 'as-completed-45wd' && started && started.value !== null) {
    const late = oneIn(1 - latest.value / 100)
    const lateOfStarted = oneIn(1 - started.value / 100)
    if (late && lateOfStarted) {
      return `${capital(late)} assessments completed in ${month} were late; of those started in ${formatMonthName(started.period)}, ${lateOfStarted} were`
    }
  }
  return spc.lower !== null && spc.upper !== null
    ? `${formatFigure(latest, series)} in ${month}, where ${formatRangeEnd(spc.lower, series)} to ${formatRangeEnd(spc.upper, series)} is usual`
    : `${formatFigure(latest, series)} in ${month}`
}
