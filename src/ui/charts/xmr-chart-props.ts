import type { Month } from '../../platform/day.ts'
import type { Drawing } from './month-axis.tsx'
import type { Limits, RangeStep } from './usual-range.tsx'
import type { Verdict } from './verdict.ts'

export interface XmrPoint {
  month: Month
  /** Null where there is no figure. */
  value: number | null
  /** Drawn hollow. */
  provisional?: boolean | undefined
  /** What it was first reported as, where that differs enough to be marked: a short bar before the point. */
  firstReported?: number | null | undefined
  /** The mark of the point's own verdict; steady when absent. */
  verdict?: Verdict | undefined
}

export interface XmrChartProps {
  id: string
  title: string
  desc: string
  /** Every month of the axis, in order. */
  points: readonly XmrPoint[]
  /** The usual range as it is at the latest point: what its labels say. */
  limits?: Limits | null | undefined
  /** The usual range by the month that it starts in, where it is not one for all. */
  ranges?: readonly RangeStep<Month>[] | undefined
  target?: { value: number; text: string } | null | undefined
  /** The figure as text: "84.0%". */
  say: (value: number) => string
  /** The unit that the topmost gridline carries: "%". */
  unit?: string | undefined
  /** Values that cannot be: a percentage stays within 0 and 100. */
  bounds?: readonly [number, number] | undefined
  /** Months too recent to be known, and why: hatched, never drawn low. */
  notYetKnown?: { from: Month; words: readonly string[] } | null | undefined
  /** Months from which limits start anew, each with its cause, named on the chart. */
  anew?: readonly { month: Month; words: string }[] | undefined
  /** The agreed path to the target, by month. */
  path?: { steps: readonly { month: Month; value: number }[]; text: string } | null | undefined
  drawing?: Drawing | undefined
  /** Of the plot, without the months' names. */
  height?: number | undefined
  /** False where a panel below carries the months. */
  axis?: boolean | undefined
}
