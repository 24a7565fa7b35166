import { DARK_BLUE, LINE, ORANGE, ORANGE_EDGE, PURPLE, PURPLE_EDGE, WHITE } from './colour.ts'
import { px } from './chart-svg.tsx'
import type { Verdict } from './verdict.ts'

interface PointMarkProps {
  x: number
  y: number
  verdict: Verdict
  /** 1 is the size on a chart; the latest point of a sparkline is larger. */
  scale?: number | undefined
  /** Hollow: the month may still change as work is recorded late. */
  provisional?: boolean | undefined
}

/** One point of a series, in the shape of its verdict. */
export function PointMark({ x, y, verdict, scale = 1, provisional = false }: PointMarkProps) {
  const half = (size: number) => px((size * scale) / 2)
  if (verdict === 'worsening') {
    const r = half(11)
    const fill = provisional ? WHITE : ORANGE
    return (
      <path
        class={provisional ? undefined : 'wm-orange'}
        d={`M${px(x)} ${px(y - r)}l${r} ${r}-${r} ${r}-${r}-${r}z`}
        fill={fill}
        stroke={ORANGE_EDGE}
        stroke-width={provisional ? 2 : 1}
      />
    )
  }
  if (verdict === 'improving') {
    const r = half(8)
    return (
      <rect
        x={px(x - r)}
        y={px(y - r)}
        width={r * 2}
        height={r * 2}
        fill={provisional ? WHITE : DARK_BLUE}
        stroke={DARK_BLUE}
        stroke-width={provisional ? 2 : 1}
      />
    )
  }
  if (verdict === 'higher' || verdict === 'lower') {
    const r = half(10)
    const sign = verdict === 'higher' ? 1 : -1
    return (
      <path
        d={`M${px(x)} ${px(y - sign * r)}L${px(x + r)} ${px(y + sign * r)}H${px(x - r)}z`}
        fill={provisional ? WHITE : PURPLE}
        stroke={PURPLE_EDGE}
      />
    )
  }
  return (
    <circle
      cx={px(x)}
      cy={px(y)}
      r={provisional ? half(9) : half(6.4)}
      fill={provisional ? WHITE : LINE}
      stroke={LINE}
      stroke-width={provisional ? 2 : 0}
    />
  )
}
