import { px } from './chart-svg.tsx'
import { BAND, INK, LIMIT, WHITE } from './colour.ts'
import { middleOf, type MonthScale, type Sheet } from './month-axis.tsx'
import type { SideLabel } from './side-labels.tsx'
import type { XmrChartProps, XmrPoint } from './xmr-chart-props.ts'

/** What each line is, for the right of a wide drawing. */
export function labelsOf(
  props: XmrChartProps,
  latest: XmrPoint | undefined,
  y: (value: number) => number,
  bottom: number,
): SideLabel[] {
  const { limits, target, say } = props
  const labels: SideLabel[] = []
  if (limits) {
    const [min, max] = props.bounds ?? [-Infinity, Infinity]
    const name = (end: string) => (limits.trial ? 'Trial limit' : `${end} limit`)
    // A limit is arithmetic, so it may be a value that is not possible: the label then gives only the bound.
    const beyond = (where: string) => `${limits.trial ? 'Trial limit' : 'Limit'} ${where}${props.unit ?? ''}`
    labels.push({
      text: limits.upper > max ? beyond(`over ${max}`) : `${name('Upper')} ${say(limits.upper)}`,
      y: y(limits.upper),
    })
    labels.push({ text: `Average ${say(limits.centre)}`, y: y(limits.centre) })
    labels.push({
      text: limits.lower < min ? beyond(`under ${min}`) : `${name('Lower')} ${say(limits.lower)}`,
      y: y(limits.lower),
    })
  }
  if (target) labels.push({ text: target.text, y: y(target.value), bold: true })
  const pathEnd = props.path?.steps.at(-1)
  if (props.path && pathEnd) labels.push({ text: props.path.text, y: y(pathEnd.value) })
  for (const [index, words] of (props.notYetKnown?.words ?? []).entries()) {
    labels.push({ text: words, y: bottom - 40 + index * 16 })
  }
  if (latest && latest.value !== null && !props.notYetKnown) {
    labels.push({ text: `${say(latest.value)} now`, y: y(latest.value), bold: true })
    if (latest.firstReported !== null && latest.firstReported !== undefined) {
      labels.push({ text: `– first said ${say(latest.firstReported)}`, y: y(latest.value) + 1 })
    }
  }
  return labels
}

/** How much room the words under a narrow drawing take. */
export const narrowLabelsHeight = ({ limits, target }: Pick<XmrChartProps, 'limits' | 'target'>): number =>
  NARROW_LINE * (Number(Boolean(limits)) + Number(Boolean(target)))

const NARROW_LINE = 18

interface NarrowLabelsProps {
  props: XmrChartProps
  sheet: Sheet
  /** The foot of the drawing without its words. */
  foot: number
}

/** A narrow drawing has no room at the right, so what its band and its target are is said under it, where no line is. */
export function NarrowLabels({ props, sheet, foot }: NarrowLabelsProps) {
  const { limits, target, bounds, say } = props
  const lines = [
    ...(limits
      ? [
          {
            words: `Usual range ${say(Math.max(limits.lower, bounds?.[0] ?? -Infinity))} to ${say(Math.min(limits.upper, bounds?.[1] ?? Infinity))}`,
            sample: <path d="M0 -9H22V-1H0Z" fill={BAND} stroke={LIMIT} />,
          },
        ]
      : []),
    ...(target
      ? [
          {
            words: target.text,
            sample: <path d="M0 -5H22" stroke={INK} stroke-width="1.8" stroke-dasharray="7 4" />,
          },
        ]
      : []),
  ]
  return (
    <g font-size="12">
      {lines.map(({ words, sample }, index) => (
        <g transform={`translate(${sheet.left} ${px(foot + (index + 1) * NARROW_LINE - 4)})`}>
          {sample}
          <text x="30" fill={INK}>
            {words}
          </text>
        </g>
      ))}
    </g>
  )
}

interface LatestLabelProps {
  latest: XmrPoint
  say: (value: number) => string
  x: MonthScale
  y: (value: number) => number
  bottom: number
  sheet: Sheet
}

/** The latest figure, under its point or, near the foot of the plot, above it. */
export function LatestLabel({ latest, say, x, y, bottom, sheet }: LatestLabelProps) {
  if (latest.value === null) return null
  const height = y(latest.value)
  return (
    <text
      x={px(middleOf(x, latest.month) + 6)}
      y={px(height + 20 > bottom ? height - 9 : height + 18)}
      font-size={sheet.text}
      font-weight="bold"
      text-anchor="end"
      stroke={WHITE}
      stroke-width="3"
      paint-order="stroke"
      stroke-linejoin="round"
    >
      {say(latest.value)}
    </text>
  )
}
