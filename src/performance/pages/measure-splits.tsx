import { extent } from 'd3-array'
import { scaleLinear } from 'd3-scale'
import { formatMonth } from '../../platform/day.ts'
import { SpcMark } from '../../ui/charts/marks.tsx'
import { Sparkline } from '../../ui/charts/sparkline.tsx'
import { statedFigure } from '../../ui/stated-figure.ts'
import {
  boundsOf,
  formatFigure,
  formatLimit,
  formatValue,
  isSmallBase,
  type Polarity,
  type SeriesDefinition,
  type Split,
} from '../../measures/index.ts'
import { caseHref } from './case-link.tsx'
import { describeSeries, lastTwoYears, runAtEnd, formatParts, verdictOf } from './figure-view.ts'
import type { SeriesState } from './measure-state.ts'
import { formatCount } from '../../platform/words.ts'
import { NeedingLink } from './needing-link.tsx'
import { rangeSteps } from './range-steps.ts'
import { describeChange } from './row-parts.tsx'

/** One part of a split, such as a team, over its months. */
export interface SplitPart {
  /** As the data hold it: the value that a link carries. */
  value: string
  state: SeriesState
}

const SPLIT_WORDS: Readonly<Record<Split, { singular: string; plural: string }>> = {
  team: { singular: 'team', plural: 'teams' },
  worker: { singular: 'worker', plural: 'workers' },
  locality: { singular: 'locality', plural: 'localities' },
  ward: { singular: 'ward', plural: 'wards' },
  age: { singular: 'age', plural: 'ages' },
  sex: { singular: 'sex', plural: 'sexes' },
  ethnicity: { singular: 'ethnicity', plural: 'ethnicities' },
  disability: { singular: 'disability', plural: 'disabilities' },
  cohort: { singular: 'cohort', plural: 'cohorts' },
  detail: { singular: 'detail', plural: 'details' },
}

/** A split by detail has the words of the measure's own file. */
const wordsOf = (by: Split, { detail }: SeriesDefinition): { singular: string; plural: string } =>
  by === 'detail' && detail !== null ? { singular: detail, plural: 'of them' } : SPLIT_WORDS[by]

const ORDERS: Readonly<Record<Polarity, string>> = {
  higher: 'Lowest first. ',
  lower: 'Highest first. ',
  neutral: '',
}

interface SplitsProps {
  series: SeriesDefinition
  by: Split
  offered: readonly Split[]
  parts: readonly SplitPart[]
  target: number | null
  mayOpen: boolean
  /** The parts that differ from the others by more than chance explains, as the sections below say. */
  differing: readonly string[]
}

/** Small multiples on one common scale, the weakest first; only a signal is coloured. */
export function Splits({ series, by, offered, parts, target, mayOpen, differing }: SplitsProps) {
  const ordered = weakestFirst(parts)
  const words = wordsOf(by, series)
  return (
    <section class="wm-section" id="split">
      <h2>{headingOf(words, ordered, differing)}</h2>
      <p class="wm-splits__by">
        {offered.map((split, index) => (
          <>
            {index > 0 ? ' · ' : null}
            {split === by ? (
              <b>By {wordsOf(split, series).singular}</b>
            ) : (
              <a href={`?by=${split}#split`}>By {wordsOf(split, series).singular}</a>
            )}
          </>
        ))}
      </p>
      {ordered.length > 0 ? (
        <Multiples series={series} by={by} parts={ordered} target={target} mayOpen={mayOpen} />
      ) : (
        <p>
          {by === 'detail' ? 'Nothing of this kind' : `No ${words.singular}`} is recorded in this extract.
        </p>
      )}
    </section>
  )
}

function Multiples({ series, by, parts, target, mayOpen }: Omit<SplitsProps, 'offered' | 'differing'>) {
  const [low, high] = extent(
    parts
      .filter(({ state }) => !isSmall(state))
      .flatMap(({ state }) => [
        ...state.points.map((point) => point.value),
        ...(target === null ? [] : [target]),
      ])
      .filter((value) => value !== null),
  )
  const nice = scaleLinear([low ?? 0, (high ?? 0) === low ? (low ?? 0) + 1 : (high ?? 1)], [0, 1])
    .nice(4)
    .domain()
  const [min, max] = boundsOf(series)
  const domain: [number, number] = [Math.max(min, nice[0] ?? 0), Math.min(max, nice[1] ?? 1)]
  const end = (value: number) => value.toLocaleString('en-GB', { maximumFractionDigits: 1 })
  return (
    <>
      {parts.every(({ state }) => isSmall(state)) ? null : (
        <p class="wm-note">
          {ORDERS[series.polarity]}All on one scale, {end(domain[0])} to {end(domain[1])}
          {series.unit === '%' ? '%' : ''}.
          {target === null ? '' : ` Dashed: target ${formatLimit(target, series)}.`} Band:{' '}
          {by === 'detail' ? 'its' : `the ${SPLIT_WORDS[by].singular}’s`} own usual range.
        </p>
      )}
      <ul class="wm-teams">
        {parts.map((part) => (
          <Multiple
            by={by}
            part={part}
            target={target}
            scale={{ domain, ends: [end(domain[0]), end(domain[1])] }}
            mayOpen={mayOpen}
          />
        ))}
      </ul>
    </>
  )
}

/** A share of so few that it is no share: its two counts are shown, and no picture. */
const isSmall = ({ series, latest }: SeriesState): boolean => isSmallBase(series, latest)

interface MultipleProps {
  by: Split
  part: SplitPart
  target: number | null
  scale: { domain: [number, number]; ends: [string, string] }
  mayOpen: boolean
}

function Multiple({ by, part: { value, state }, target, scale, mayOpen }: MultipleProps) {
  const { latest, series, spc, points } = state
  const verdict = verdictOf(spc)
  const small = isSmall(state)
  const stated = latest ? statedFigure(series.id, latest.period, { by, value }) : {}
  const question = latest && {
    series: series.id,
    period: latest.period,
    met: 'all' as const,
    split: { by, value },
  }
  return (
    <li {...stated}>
      <div class="wm-team__head">
        {mayOpen && question ? <a href={caseHref(question)}>{value}</a> : <span>{value}</span>}
        <b {...stated}>
          {latest?.hidden || (latest && latest.value !== null && !small) ? formatFigure(latest, series) : '–'}
        </b>
      </div>
      <div class="wm-team__state">
        {verdict === 'worsening' || verdict === 'improving' ? (
          <b class="wm-said">
            <SpcMark verdict={verdict} direction={spc.direction ?? undefined} /> {describeChange(spc)}
          </b>
        ) : (
          <span>{latest?.hidden ? 'Not shown' : small ? 'Fewer than 10' : describeChange(spc)}</span>
        )}
        <span class="wm-nowrap" {...stated}>
          {latest ? formatParts(latest, series) : null}
        </span>
      </div>
      <NeedingLink series={series} point={latest} split={{ by, value }} may={mayOpen} />
      {small ? null : (
        <Sparkline
          values={lastTwoYears(points)}
          ranges={rangeSteps(spc, series).map((step) => ({ ...step, from: step.from + 24 - points.length }))}
          target={target}
          verdict={verdict}
          run={runAtEnd(spc).map((at) => at + 24 - points.length)}
          label={`${value}: ${describeSeries(points, series, spc)}`}
          scale={scale}
          width={160}
          height={70}
        />
      )}
    </li>
  )
}

/** Weakest first: the lowest, or where lower is better the highest; as they come where neither is. Parts without a figure come last. */
function weakestFirst(parts: readonly SplitPart[]): SplitPart[] {
  const polarity = parts[0]?.state.series.polarity ?? 'neutral'
  if (polarity === 'neutral') return [...parts]
  const rank = (part: SplitPart) => {
    const value = part.state.latest?.value ?? null
    return value === null ? Infinity : polarity === 'lower' ? -value : value
  }
  return parts.toSorted(
    (a, b) => rank(a) - rank(b) || a.value.localeCompare(b.value, 'en', { numeric: true }),
  )
}

/**
 * "By team: North 2 is getting worse, at 64.4%; South 1 differs from the others". A part is held to its own months, and to
 * the others by what the sections below say.
 */
function headingOf(
  { singular, plural }: { singular: string; plural: string },
  parts: readonly SplitPart[],
  differing: readonly string[],
): string {
  const exceptions = parts.filter(({ state }) =>
    ['worsening', 'higher', 'lower'].includes(verdictOf(state.spc)),
  )
  const [only] = exceptions
  const month = parts.find(({ state }) => state.latest)?.state.latest?.period
  if (!month) return `By ${singular}`
  const apart =
    differing.length === 0
      ? ''
      : `; ${differing.join(', ')} ${differing.length === 1 ? 'differs' : 'differ'} from the others`
  const change = only?.state.series.polarity === 'neutral' ? 'outside what is usual' : 'getting worse'
  if (exceptions.length === 1 && only?.state.latest && only.state.latest.value !== null)
    return `By ${singular}: ${only.value} is ${change}, at ${formatValue(only.state.latest.value, only.state.series)}${apart}`
  if (exceptions.length > 1)
    return `By ${singular}: ${formatCount(exceptions.length, singular, plural)} are ${change}${apart}`
  return `By ${singular}: no change in ${formatMonth(month)}${apart}`
}
