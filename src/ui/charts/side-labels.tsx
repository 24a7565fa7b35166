import { SECONDARY } from './colour.ts'
import { px } from './chart-svg.tsx'

export interface SideLabel {
  text: string
  /** Where it belongs, before labels are moved apart. */
  y: number
  bold?: boolean | undefined
}

const GAP = 16

/** Moves labels apart so that none covers another, keeping their order and staying near where they belong. */
export function spreadLabels(labels: readonly SideLabel[], top: number, bottom: number): SideLabel[] {
  const placed = labels.toSorted((a, b) => a.y - b.y).map((label) => ({ ...label }))
  for (let index = 0; index < placed.length; index += 1) {
    const above = placed[index - 1]
    const label = placed[index]!
    label.y = Math.max(label.y, above ? above.y + GAP : top)
  }
  for (let index = placed.length - 1; index >= 0; index -= 1) {
    const below = placed[index + 1]
    const label = placed[index]!
    label.y = Math.min(label.y, below ? below.y - GAP : bottom)
  }
  return placed
}

interface SideLabelsProps {
  labels: readonly SideLabel[]
  x: number
  top: number
  bottom: number
}

/** The names of lines at their right ends, in place of a legend. */
export const SideLabels = ({ labels, x, top, bottom }: SideLabelsProps) => (
  <g font-size="13" fill={SECONDARY}>
    {spreadLabels(labels, top, bottom).map((label) => (
      <text
        x={x}
        y={px(label.y + 4.5)}
        font-weight={label.bold ? 'bold' : undefined}
        fill={label.bold ? '#0b0c0c' : undefined}
      >
        {label.text}
      </text>
    ))}
  </g>
)
