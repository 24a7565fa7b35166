import { scaleLinear } from 'd3-scale'
import { formatLimit, formatValue } from '../measures/index.ts'
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
  early: 'Too early to tell',
  unknown: 'Cannot tell',
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

function Picture(props: {
  measured: MeasuredEffect
  id: string
  target: number | null
  say: (value: number | null) => string
}) {
  const { measure, effect } = props.measured
  const { points, series } = measure
  const columns = series.timing === 'stock' && series.kind === 'count'
  const values = points.flatMap(({ value }) => (value === null ? [] : [value]))
  const limits = columns ? null : effect.limits
  const all = [
    ...values,
    ...(props.target === null ? [] : [props.target]),
    ...(limits ? [limits.lower, limits.upper] : []),
  ]
  const [low, high] = [columns ? 0 : Math.min(...all), Math.max(...all)]
  const y = scaleLinear([low, high === low ? low + 1 : high], [BOTTOM, TOP])
  const step = WIDTH / Math.max(1, points.length)
  const x = (index: number) => px((index + 0.5) * step)
  const first = effect.before.length
  const split = px(first * step)
  const line = points
    .flatMap(({ value }, index) => (value === null ? [] : [`${x(index)} ${px(y(value))}`]))
    .join('L')
  const verdict = markOf(effect)
  const meanLine = (value: number | null, from: number, to: number) =>
    value === null || columns ? null : (
      <path d={`M${from} ${px(y(value))}H${to}`} stroke={MEAN} stroke-width="1.5" />
    )
  return (
    <ChartSvg
      id={props.id}
      title={`${describeMeasure(measure)}, before and since`}
      desc={`Before, an average of ${props.say(effect.beforeMean)}; since, ${props.say(effect.sinceMean)}. ${effect.says}`}
      width={WIDTH}
      height={HEIGHT}
    >
      {effect.since.length > 0 ? (
        <rect x={split} y={TOP - 10} width={px(WIDTH - split)} height={BOTTOM - TOP + 10} fill="#f4f6f7" />
      ) : null}
      {limits ? (
        <rect
          x="0"
          y={px(y(limits.upper))}
          width={effect.since.length > 0 ? split : WIDTH}
          height={px(y(limits.lower) - y(limits.upper))}
          fill={BAND}
        />
      ) : null}
      {meanLine(effect.beforeMean, 0, effect.since.length > 0 ? split : WIDTH)}
      {meanLine(effect.sinceMean, split, WIDTH)}
      {columns ? (
        points.map(({ value }, index) =>
          value === null ? null : (
            <rect
              x={px(index * step + step * 0.15)}
              y={px(y(value))}
              width={px(step * 0.7)}
              height={px(BOTTOM - y(value))}
              fill={index === points.length - 1 ? DARK_BLUE : PAST}
            />
          ),
        )
      ) : (
        <path d={`M${line}`} fill="none" stroke={LINE} stroke-width="1.3" />
      )}
      {columns
        ? null
        : points.map(({ value, provisional }, index) =>
            value === null || index < first ? null : (
              <PointMark x={x(index)} y={y(value)} verdict={verdict} provisional={provisional} />
            ),
          )}
      {props.target === null ? null : (
        <>
          <path
            d={`M0 ${px(y(props.target))}H${WIDTH}`}
            stroke={INK}
            stroke-width="1.8"
            stroke-dasharray="7 4"
          />
          <text
            x="3"
            y={px(y(props.target) + (y(props.target) < TOP + 12 ? 13 : -4))}
            font-size="12"
            stroke="#ffffff"
            stroke-width="3"
            paint-order="stroke"
          >
            Target {formatLimit(props.target, series)}
          </text>
        </>
      )}
      {effect.since.length > 0 ? (
        <path d={`M${split} ${TOP - 12}V${BOTTOM + 4}`} stroke={INK} stroke-width="2" />
      ) : null}
      <MonthLabels
        months={points.map(({ period }) => period)}
        split={effect.since.length > 0 ? first : null}
        step={step}
      />
    </ChartSvg>
  )
}

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
