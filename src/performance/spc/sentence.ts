import { formatMonthName } from '../../platform/day.ts'
import {
  type Point,
  type SeriesDefinition,
  formatted,
  formatFigure,
  formatLimit,
  formatRangeEnd,
  formatWithUnit,
  partsJoin,
} from '../../measures/index.ts'
import { describeRun, inTelling } from './describe-signals.ts'
import { FIRM_POINTS } from './limits.ts'
import type { SignalRun, Spc } from './spc.ts'
import { meets } from './suitability.ts'

export interface SentenceFacts {
  series: SeriesDefinition
  points: readonly Point[]
  latest: Point | null
  spc: Spc
  target: number | null
  /** Of a count: per 10,000 children a year. */
  per10k: number | null
  /** The earlier year whose population that rate is by; null or absent where it is the month's own. */
  populationYear?: string | null
  available: boolean
  why: string | null
}

/**
 * A sentence or two for a councillor to read aloud. A figure inside its usual range is never said to rise or fall, and
 * nothing is called green.
 */
export function sentenceOf(facts: SentenceFacts): string {
  const { available, why, latest, spc } = facts
  // The reason itself may begin with these words, where the measure's records are still to come.
  if (!available)
    return why?.startsWith('Not available')
      ? `${why}.`
      : `Not available: ${why ?? 'nothing has been loaded'}.`
  if (!latest || latest.value === null) return 'No month can be shown yet.'
  if (spc.variation === 'none') return withoutLimits(facts, latest)
  const words = spc.variation === 'common' ? steady(facts) : changed(facts, latest)
  const trial = spc.trial ? `Only ${spc.points} months${since(facts)}, so limits are trial.` : null
  return joinSentences(words, trial)
}

/** The named cause of new limits, where there was one: " since “New assessment form”". */
const since = ({ spc }: SentenceFacts): string => {
  const last = spc.breaks.at(-1)
  return last ? ` since “${last.cause}”` : ''
}

export const joinSentences = (...sentences: (string | null)[]): string =>
  sentences.filter((sentence) => sentence !== null && sentence !== '').join(' ')

/** Too few months, or no limits at all: the figure alone, against its target. */
function withoutLimits(facts: SentenceFacts, latest: Point): string {
  const { series, spc } = facts
  const parts = describeParts(series, latest)
  if (!spc.applies) return joinSentences(parts, `${spc.why}.`, against(facts, latest))
  const months = spc.points === 1 ? 'One month' : `${spc.points} months`
  const history = `${months} of data${since(facts)}; ${FIRM_POINTS} needed for a trend.`
  return joinSentences(history, against(facts, latest), facts.target === null ? parts : null)
}

/** What a share is made of: "10 of 20 in January.", held against a plan "300,000 against 335,000 in January." */
export function describeParts(
  series: SeriesDefinition,
  { numerator, denominator, period }: Point,
): string | null {
  const join = partsJoin(series)
  if (numerator === null || denominator === null || join === null) return null
  const format = (part: number) => formatted(part, 0, 1)
  return `${format(numerator)} ${join} ${format(denominator)} in ${formatMonthName(period)}.`
}

function against({ series, target }: SentenceFacts, latest: Point): string | null {
  if (target === null || latest.value === null) return null
  const met = meets(series, latest.value, target)
  if (met === null) return null
  const place = met ? 'It meets' : series.polarity === 'higher' ? 'Below' : 'Above'
  return `${place} the target of ${formatLimit(target, series)}.`
}

const rangeOf = ({ series, spc }: SentenceFacts): string =>
  `${formatRangeEnd(spc.lower!, series)} to ${formatRangeEnd(spc.upper!, series)}`

function steady(facts: SentenceFacts): string {
  const { series, spc, target } = facts
  const goal = target === null ? '' : formatLimit(target, series)
  switch (spc.assurance) {
    case 'fails':
      return `No real change. It will stay ${series.polarity === 'higher' ? 'below' : 'above'} ${goal} unless the way of working changes.`
    case 'passes':
      return `Steady, and will meet ${goal} every month if nothing changes.`
    case 'inconsistent':
      return `Steady: inside its usual range of ${rangeOf(facts)}. Whether a month meets ${goal} is luck.`
    default:
      return joinSentences(`Steady: inside its usual range of ${rangeOf(facts)}.`, rateWords(facts))
  }
}

function changed(facts: SentenceFacts, latest: Point): string {
  const { spc } = facts
  const judged = spc.variation === 'improving' || spc.variation === 'worsening'
  const opening = spc.variation === 'improving' ? 'Better: ' : spc.variation === 'worsening' ? 'Worse: ' : ''
  const how = howItChanged(facts, latest)
  if (!judged) {
    const way = spc.direction === 'up' ? 'Higher' : 'Lower'
    return joinSentences(`${way} than usual: ${how}.`, rateWords(facts))
  }
  const ask =
    spc.variation === 'worsening' && spc.rule === 'outside'
      ? `Ask what changed in ${formatMonthName(latest.period)}.`
      : null
  return joinSentences(`${opening}${how}.`, ask, whatThen(facts))
}

/** The rules that the last point broke, as clauses: "above its average for 7 months, but falling for 7". */
function howItChanged(facts: SentenceFacts, latest: Point): string {
  const { spc, series } = facts
  if (spc.rule === null || spc.direction === null) return formatFigure(latest, series)
  const broken = inTelling([{ rule: spc.rule, direction: spc.direction, run: spc.run }, ...spc.others])
  return broken
    .map((signal, index) => {
      const before = broken[index - 1]
      if (!before) return clauseOf(signal, facts)
      const joint = before.direction === signal.direction ? 'and' : 'but'
      return `, ${joint} ${describeRun(signal, before) ?? clauseOf(signal, facts)}`
    })
    .join('')
}

/** One rule alone, of the last point. */
function clauseOf({ rule, direction, run }: SignalRun, facts: SentenceFacts): string {
  const side = direction === 'up' ? 'above' : 'below'
  if (rule === 'shift') return `${side} its average for ${run} months`
  if (rule === 'trend') return `${direction} for ${run} months running`
  if (rule === 'two-of-three')
    return `close to the ${direction === 'up' ? 'top' : 'bottom'} of its usual ${rangeOf(facts)} in two of three months`
  const before = facts.spc.signals.slice(0, -1)
  const again = before.some((signal) => signal?.rule === 'outside' && signal.direction === direction)
  return `${side} its usual ${rangeOf(facts)}${again ? ' again' : ' for the first time'}`
}

/** After a change for better or worse: what it means for the target. */
function whatThen({ series, spc, target }: SentenceFacts): string | null {
  const goal = target === null ? '' : formatLimit(target, series)
  switch (spc.assurance) {
    case 'fails':
      return spc.variation === 'improving'
        ? `It will still miss ${goal} unless it goes on improving.`
        : `It will miss ${goal}.`
    case 'passes':
      return `It will ${spc.variation === 'worsening' ? 'still ' : ''}meet ${goal} if nothing changes.`
    case 'inconsistent':
      return `Whether a month meets ${goal} is luck.`
    default:
      return null
  }
}

/** "903 children: 77.9 per 10,000 children."; without a population, of something unusual, "903 children." */
function rateWords({ series, latest, per10k, populationYear, spc }: SentenceFacts): string | null {
  if (latest === null) return null
  if (per10k === null) {
    // Where neither way is better, what there is now is the news: a sum or a count, with its unit.
    const counted = series.kind === 'count' || series.kind === 'total'
    return counted && spc.variation !== 'common' ? `${formatWithUnit(latest, series)}.` : null
  }
  const digits = per10k < 100 ? 1 : 0
  const rate = formatted(per10k, digits, digits)
  const base = series.timing === 'flow' ? 'per 10,000 children a year' : 'per 10,000 children'
  const by = populationYear ? ` by the population of mid-${populationYear}` : ''
  return `${formatWithUnit(latest, series)}: ${rate} ${base}${by}.`
}
