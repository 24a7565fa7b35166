import { formatMonthName } from '../../platform/day.ts'
import {
  type Point,
  type SeriesDefinition,
  formatted,
  formatFigure,
  formatLimit,
  formatRangeEnd,
  formatWithUnit,
} from '../../measures/index.ts'
import type { Spc } from './spc.ts'
import { meets } from './suitability.ts'

/** All that a sentence about a measure is made of. */
export interface Said {
  series: SeriesDefinition
  points: readonly Point[]
  latest: Point | null
  spc: Spc
  target: number | null
  /** Of a count: per 10,000 children a year. */
  per10k: number | null
  available: boolean
  why: string | null
}

/**
 * One honest sentence, or two short ones, for a councillor to read aloud. A figure inside its usual range never rose or
 * fell: it was. Nothing is called green. Which words go with which state is set out in the design of the pages.
 */
export function sentenceOf(said: Said): string {
  const { available, why, latest, spc } = said
  // What is still to be captured says itself that it is not available yet.
  if (!available)
    return why?.startsWith('Not available')
      ? `${why}.`
      : `Not available: ${why ?? 'nothing has been loaded'}.`
  if (!latest || latest.value === null) return 'No month can be shown yet.'
  if (spc.variation === 'none') return withoutLimits(said, latest)
  const words = spc.variation === 'common' ? steady(said) : changed(said, latest)
  const trial = spc.trial ? `Only ${spc.points} months${since(said)}, so limits are trial.` : null
  return sentences(words, trial)
}

/** The named cause of new limits, where there was one: " since “New assessment form”". */
const since = ({ spc }: Said): string => {
  const last = spc.breaks.at(-1)
  return last ? ` since “${last.cause}”` : ''
}

const sentences = (...parts: (string | null)[]): string => parts.filter((part) => part !== null).join(' ')

/** Too few months, or no limits at all: the figure alone, against its target. */
function withoutLimits(said: Said, latest: Point): string {
  const { spc } = said
  const parts = partsOf(said, latest)
  if (!spc.applies) return sentences(parts, `${spc.why}.`, against(said, latest))
  const history =
    spc.points === 1
      ? `First month${since(said)}, so no verdict until 12.`
      : `${spc.points} months${since(said)}, so no verdict yet.`
  return sentences(history, against(said, latest), said.target === null ? parts : null)
}

/** What a share is made of: "10 of 20 in January.", of money "£300,000 against £335,000 in January." */
function partsOf({ series }: Said, { numerator, denominator, period }: Point): string | null {
  if (numerator === null || denominator === null || !(series.kind === 'rate' || series.kind === 'ratio'))
    return null
  const say = (part: number) => formatted(part, 0, 1)
  return `${say(numerator)} ${series.over === 'rest' ? 'against' : 'of'} ${say(denominator)} in ${formatMonthName(period)}.`
}

function against({ series, target }: Said, latest: Point): string | null {
  if (target === null || latest.value === null) return null
  const met = meets(series, latest.value, target)
  if (met === null) return null
  const aim = formatLimit(target, series)
  return met ? `It meets ${aim}.` : series.polarity === 'higher' ? `Short of ${aim}.` : `Over ${aim}.`
}

const rangeOf = ({ series, spc }: Said): string =>
  `${formatRangeEnd(spc.lower!, series)} to ${formatRangeEnd(spc.upper!, series)}`

function steady(said: Said): string {
  const { series, spc, target } = said
  const aim = target === null ? '' : formatLimit(target, series)
  switch (spc.assurance) {
    case 'fails':
      return `Steady, and will miss ${aim}: it needs a different process, not more effort.`
    case 'passes':
      return `Steady, and will meet ${aim} every month if nothing changes.`
    case 'inconsistent':
      return `Steady: inside its usual range of ${rangeOf(said)}. Whether a month meets ${aim} is luck.`
    default:
      return sentences(`Steady: inside its usual range of ${rangeOf(said)}.`, rateWords(said))
  }
}

function changed(said: Said, latest: Point): string {
  const { spc } = said
  const judged = spc.variation === 'improving' || spc.variation === 'worsening'
  const opening = spc.variation === 'improving' ? 'Better: ' : spc.variation === 'worsening' ? 'Worse: ' : ''
  const how = howItChanged(said, latest)
  if (!judged) {
    const way = spc.direction === 'up' ? 'Higher' : 'Lower'
    return sentences(`${way} than usual: ${how}.`, rateWords(said))
  }
  const ask =
    spc.variation === 'worsening' && spc.rule === 'outside'
      ? `Ask what changed in ${formatMonthName(latest.period)}.`
      : null
  return sentences(`${opening}${how}.`, ask, whatThen(said))
}

/** What broke the rule at the last point, as a clause. */
function howItChanged(said: Said, latest: Point): string {
  const { spc } = said
  const side = spc.direction === 'up' ? 'above' : 'below'
  switch (spc.rule) {
    case 'outside': {
      const before = spc.signals.slice(0, -1)
      const again = before.some((signal) => signal?.rule === 'outside' && signal.direction === spc.direction)
      return `${side} its usual ${rangeOf(said)}${again ? ' again' : ' for the first time'}`
    }
    case 'shift':
      return `${side} its average for ${spc.run} months`
    case 'trend':
      return `${spc.direction === 'up' ? 'up' : 'down'} for ${spc.run} months running`
    case 'two-of-three':
      return `close to the ${spc.direction === 'up' ? 'top' : 'bottom'} of its usual ${rangeOf(said)} in two of three months`
    default:
      return formatFigure(latest, said.series)
  }
}

/** After a change for better or worse: what it means for the target. */
function whatThen({ series, spc, target }: Said): string | null {
  const aim = target === null ? '' : formatLimit(target, series)
  switch (spc.assurance) {
    case 'fails':
      return `It will ${spc.variation === 'improving' ? 'still ' : ''}miss ${aim}.`
    case 'passes':
      return `It will ${spc.variation === 'worsening' ? 'still ' : ''}meet ${aim} if nothing changes.`
    case 'inconsistent':
      return `Whether a month meets ${aim} is luck.`
    default:
      return null
  }
}

/** "903 children: 77.9 per 10,000 children."; without a population, of something unusual, "903 children." */
function rateWords({ series, latest, per10k, spc }: Said): string | null {
  if (latest === null) return null
  if (per10k === null) {
    // Where neither way is better, what there is now is the news: a sum or a count, with its unit.
    const counted = series.kind === 'count' || series.kind === 'total'
    return counted && spc.variation !== 'common' ? `${formatWithUnit(latest, series)}.` : null
  }
  const digits = per10k < 100 ? 1 : 0
  const rate = formatted(per10k, digits, digits)
  const base = series.timing === 'flow' ? 'per 10,000 children a year' : 'per 10,000 children'
  return `${formatWithUnit(latest, series)}: ${rate} ${base}.`
}
