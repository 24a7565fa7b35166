import { scaleLinear } from 'd3-scale'
import { formatLimit, formatValue, type Point } from '../measures/index.ts'
import { ChartSvg, px } from '../ui/charts/chart-svg.tsx'
import { BAND, DARK_BLUE, INK, LINE, MEAN, PAST, SECONDARY } from '../ui/charts/colour.ts'
import { SpcMark } from '../ui/charts/marks.tsx'
import { PointMark } from '../ui/charts/point-mark.tsx'
import type { Verdict } from '../ui/charts/verdict.ts'
import type { Month } from '../platform/day.ts'
import type { Effect, EffectVerdict } from './measure-effect.ts'
import { describeMeasure, type MeasuredEffect } from './recommendation-sentence.ts'
import { formatShortMonth } from './timeline.ts'

const WIDTH = 290
const HEIGHT = 112
const [TOP, BOTTOM] = [14, 90]

const WORDS: Record<EffectVerdict, string> = {
  better: 'Changed for the better',
  worse: 'Got worse',
  changed: 'Changed',
  none: 'No change',
  early: 'Too early to say',
  unknown: 'Cannot say',
}

const goesUp = (effect: Effect): boolean => (effect.sinceMean ?? 0) >= (effect.beforeMean ?? 0)

function markOf(effect: Effect): Verdict {
  switch (effect.verdict) {
    case 'better':
      return 'improving'
    case 'worse':
      return 'worsening'
    case 'changed':
      return goesUp(effect) ? 'higher' : 'lower'
    case 'none':
      return 'steady'
    default:
      return 'none'
  }
}

/** One bound measure: its verdict, both averages, and the picture split at the month in which the change landed. */
export function BeforeAndAfter({
  measured,
  id,
  mayWrite,
}: {
  measured: MeasuredEffect
  id: string
  mayWrite: boolean
}) {
  const { measure, effect } = measured
  const { series, points, target } = measure
  const say = (value: number | null) => (value === null ? '–' : formatValue(value, series))
  return (
    <figure class="wm-effect">
      <figcaption>
        <a class="wm-effect__name" href={`/measures/${series.id}`}>
          {describeMeasure(measure)}
        </a>
        <span class="wm-effect__verdict">
          <SpcMark verdict={markOf(effect)} direction={goesUp(effect) ? 'up' : 'down'} />{' '}
          {WORDS[effect.verdict]}
        </span>
      </figcaption>
      {points.length > 0 ? (
        <>
          <p class="wm-effect__averages">
            <span class="wm-secondary">{effect.since.length > 0 ? 'before' : 'average'}</span>{' '}
            <b>{say(effect.beforeMean)}</b>
            {effect.since.length > 0 ? (
              <>
                {' '}
                <span class="wm-secondary">since</span> <b>{say(effect.sinceMean)}</b>
              </>
            ) : null}
          </p>
          <Picture measured={measured} id={id} target={target} say={say} />
        </>
      ) : null}
      <p class="wm-note">
        {effect.says}
        {mayWrite ? (
          <>
            {' '}
            <a href={`/plan/measures/${measure.binding.id}/change`}>
              Change its target<span class="govuk-visually-hidden"> or days: {describeMeasure(measure)}</span>
            </a>
          </>
        ) : null}
      </p>
    </figure>
  )
}

interface PictureProps {
  measured: MeasuredEffect
  id: string
  target: number | null
  say: (value: number | null) => string
}

/** Where the months, values and the change are drawn. */
interface Plot {
  x: (index: number) => number
  y: (value: number) => number
  step: number
  /** The index of the first month since the change, and its left edge; null when nothing has landed. */
  split: { first: number; x: number } | null
}

function plotOf({ measure, effect }: MeasuredEffect, target: number | null, isColumns: boolean): Plot {
  const all = [
    ...measure.points.flatMap(({ value }) => (value === null ? [] : [value])),
    ...(target === null ? [] : [target]),
    ...(effect.limits && !isColumns ? [effect.limits.lower, effect.limits.upper] : []),
  ]
  const [low, high] = [isColumns ? 0 : Math.min(...all), Math.max(...all)]
  const y = scaleLinear([low, high === low ? low + 1 : high], [BOTTOM, TOP])
  const step = WIDTH / Math.max(1, measure.points.length)
  const first = effect.before.length
  return {
    x: (index) => px((index + 0.5) * step),
    y: (value) => y(value),
    step,
    split: effect.since.length > 0 ? { first, x: px(first * step) } : null,
  }
}

function Picture({ measured, id, target, say }: PictureProps) {
  const { measure, effect } = measured
  const { points, series } = measure
  const isColumns = series.timing === 'stock' && series.kind === 'count'
  const plot = plotOf(measured, target, isColumns)
  const { split } = plot
  return (
    <ChartSvg
      id={id}
      title={`${describeMeasure(measure)}, before and since`}
      desc={`Before, an average of ${say(effect.beforeMean)}; since, ${say(effect.sinceMean)}. ${effect.says}`}
      width={WIDTH}
      height={HEIGHT}
    >
      {split ? (
        <rect
          x={split.x}
          y={TOP - 10}
          width={px(WIDTH - split.x)}
          height={BOTTOM - TOP + 10}
          fill="#f4f6f7"
        />
      ) : null}
      {isColumns ? (
        <Columns points={points} plot={plot} />
      ) : (
        <LineSince effect={effect} points={points} plot={plot} />
      )}
      {target === null ? null : (
        <TargetLine y={px(plot.y(target))} text={`Target ${formatLimit(target, series)}`} />
      )}
      {split ? <path d={`M${split.x} ${TOP - 12}V${BOTTOM + 4}`} stroke={INK} stroke-width="2" /> : null}
      <MonthLabels
        months={points.map(({ period }) => period)}
        split={split?.first ?? null}
        step={plot.step}
      />
    </ChartSvg>
  )
}

/** A count of how many there are: a column a month, the latest dark. */
const Columns = ({ points, plot: { y, step } }: { points: readonly Point[]; plot: Plot }) => (
  <>
    {points.map(({ value }, index) =>
      value === null ? null : (
        <rect
          x={px(index * step + step * 0.15)}
          y={px(y(value))}
          width={px(step * 0.7)}
          height={px(BOTTOM - y(value))}
          fill={index === points.length - 1 ? DARK_BLUE : PAST}
        />
      ),
    )}
  </>
)

/** The usual range and the average before the change, then the months since with theirs. */
function LineSince({ effect, points, plot }: { effect: Effect; points: readonly Point[]; plot: Plot }) {
  const { x, y, split } = plot
  const { limits } = effect
  const line = points
    .flatMap(({ value }, index) => (value === null ? [] : [`${x(index)} ${px(y(value))}`]))
    .join('L')
  const meanLine = (value: number | null, from: number, to: number) =>
    value === null ? null : <path d={`M${from} ${px(y(value))}H${to}`} stroke={MEAN} stroke-width="1.5" />
  const endOfBefore = split ? split.x : WIDTH
  return (
    <>
      {limits ? (
        <rect
          x="0"
          y={px(y(limits.upper))}
          width={endOfBefore}
          height={px(y(limits.lower) - y(limits.upper))}
          fill={BAND}
        />
      ) : null}
      {meanLine(effect.beforeMean, 0, endOfBefore)}
      {meanLine(effect.sinceMean, endOfBefore, WIDTH)}
      <path d={`M${line}`} fill="none" stroke={LINE} stroke-width="1.3" />
      {points.map(({ value, provisional }, index) =>
        value === null || index < effect.before.length ? null : (
          <PointMark x={x(index)} y={y(value)} verdict={markOf(effect)} provisional={provisional} />
        ),
      )}
    </>
  )
}

const TargetLine = ({ y, text }: { y: number; text: string }) => (
  <>
    <path d={`M0 ${y}H${WIDTH}`} stroke={INK} stroke-width="1.8" stroke-dasharray="7 4" />
    <text
      x="3"
      y={px(y + (y < TOP + 12 ? 13 : -4))}
      font-size="12"
      stroke="#ffffff"
      stroke-width="3"
      paint-order="stroke"
    >
      {text}
    </text>
  </>
)

function MonthLabels({
  months,
  split,
  step,
}: {
  months: readonly Month[]
  split: number | null
  step: number
}) {
  const [start, end] = [months[0], months.at(-1)]
  if (!start || !end) return null
  const middle = split === null ? null : split * step
  return (
    <>
      {middle === null || middle > 90 ? (
        <text x="0" y={HEIGHT - 6} font-size="12" fill={SECONDARY}>
          {formatShortMonth(start)}
        </text>
      ) : null}
      {split !== null && middle !== null && months[split] ? (
        <text x={px(middle)} y={HEIGHT - 6} font-size="12" text-anchor={middle > 220 ? 'end' : 'middle'}>
          {formatShortMonth(months[split])}
        </text>
      ) : null}
      {middle === null || middle < 220 ? (
        <text x={WIDTH} y={HEIGHT - 6} font-size="12" text-anchor="end" fill={SECONDARY}>
          {formatShortMonth(end)}
        </text>
      ) : (
        <text x={WIDTH} y={HEIGHT - 6} font-size="12" text-anchor="end" fill={SECONDARY}>
          {formatShortMonth(end).slice(0, 3)}
        </text>
      )}
    </>
  )
}
