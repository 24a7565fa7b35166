import { scaleBand, type ScaleBand } from 'd3-scale'
import { formatMonthName, type Month } from '../../platform/day.ts'
import { GRID, INK, LIMIT, SECONDARY } from './colour.ts'
import { px } from './chart-svg.tsx'

export type Drawing = 'wide' | 'narrow'

/** The sizes of a drawing: panels of one drawing share them, so that their months line up. */
export interface Sheet {
  drawing: Drawing
  width: number
  left: number
  right: number
  text: number
}

export const SHEETS: Readonly<Record<Drawing, Sheet>> = {
  wide: { drawing: 'wide', width: 926, left: 46, right: 780, text: 13 },
  narrow: { drawing: 'narrow', width: 290, left: 40, right: 274, text: 12 },
}

/** The height that the months' names take under a plot. */
export const AXIS_HEIGHT = 40

export type MonthScale = ScaleBand<Month>
export const monthScale = (months: readonly Month[], sheet: Sheet): MonthScale =>
  scaleBand(months, [sheet.left, sheet.right]).paddingInner(0.34).paddingOuter(0.2)

export const middleOf = (scale: MonthScale, month: Month): number =>
  (scale(month) ?? 0) + scale.bandwidth() / 2

/** Months' names, counted back from the latest, with the year under the first and under each January. */
export function MonthAxis({
  months,
  scale,
  y,
  sheet,
}: {
  months: readonly Month[]
  scale: MonthScale
  y: number
  sheet: Sheet
}) {
  const step =
    sheet.drawing === 'wide'
      ? Math.max(1, Math.ceil(months.length / 12))
      : Math.max(1, Math.ceil(months.length / 4))
  const named = months.filter((_month, index) => (months.length - 1 - index) % step === 0)
  const years = named.filter(
    (month, index) => index === 0 || month.slice(0, 4) !== named[index - 1]?.slice(0, 4),
  )
  return (
    <g font-size={sheet.text} text-anchor="middle" fill={SECONDARY}>
      <path d={`M${sheet.left} ${y}H${sheet.right}`} stroke={LIMIT} fill="none" />
      {named.map((month) => (
        <>
          <path d={`M${px(middleOf(scale, month))} ${y}v5`} stroke={LIMIT} />
          <text x={px(middleOf(scale, month))} y={y + 18}>
            {formatMonthName(month).slice(0, 3)}
          </text>
        </>
      ))}
      {years.map((month) => (
        <text x={px(middleOf(scale, month))} y={y + 34} font-weight="bold" fill={INK}>
          {month.slice(0, 4)}
        </text>
      ))}
    </g>
  )
}

/** A value next to the axis: in thousands where the largest would not fit, as "300k". */
const formatTick = (tick: number, ticks: readonly number[]): string =>
  tick !== 0 && Math.max(...ticks.map(Math.abs)) >= 100_000
    ? `${(tick / 1000).toLocaleString('en-GB')}k`
    : tick.toLocaleString('en-GB')

interface ValueAxisProps {
  ticks: readonly number[]
  y: (value: number) => number
  sheet: Sheet
  /** The topmost carries it: "%". */
  unit?: string | undefined
}

/** Gridlines with their values, at most five. */
export const ValueAxis = ({ ticks, y, sheet, unit = '' }: ValueAxisProps) => (
  <g font-size={sheet.text} text-anchor="end" fill={SECONDARY}>
    {ticks.map((tick, index) => (
      <>
        <path d={`M${sheet.left} ${px(y(tick))}H${sheet.right}`} stroke={GRID} />
        <text x={sheet.left - 6} y={px(y(tick) + 4.5)}>
          {formatTick(tick, ticks)}
          {index === ticks.length - 1 ? unit : ''}
        </text>
      </>
    ))}
  </g>
)
