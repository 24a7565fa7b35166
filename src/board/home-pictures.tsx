import type { TrackerGroup } from '../performance/index.ts'
import { BRAGS, type Brag } from '../plan/index.ts'
import { DARK_BLUE, GREEN, INK, LINE, LIMIT, ORANGE, ORANGE_EDGE, RED, WHITE } from '../ui/charts/colour.ts'
import { px } from '../ui/charts/chart-svg.tsx'
import type { Child } from 'hono/jsx'

const WIDTH = 232
const HEIGHT = 22

const Picture = ({ label, children }: { label: string; children: Child }) => (
  <svg
    xmlns="http://www.w3.org/2000/svg"
    class="wm-chart"
    role="img"
    aria-label={label}
    width={WIDTH}
    height={HEIGHT}
    viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
    font-family="Arial, Arimo, Helvetica, sans-serif"
  >
    {children}
  </svg>
)

const FILLS: Readonly<Record<TrackerGroup, { fill: string; stroke: string; dashes?: string }>> = {
  off_track: { fill: ORANGE, stroke: ORANGE_EDGE },
  hit_or_miss: { fill: '#d5dde4', stroke: LIMIT },
  on_track: { fill: DARK_BLUE, stroke: DARK_BLUE },
  watched: { fill: WHITE, stroke: LINE },
  cannot_tell: { fill: WHITE, stroke: LIMIT, dashes: '2 2' },
}

/** A bar for each measure, in the tracker's groups and their order, with a gap between groups. */
export function GroupBars({ groups }: { groups: readonly { group: TrackerGroup; count: number }[] }) {
  const all = groups.reduce((sum, { count }) => sum + count, 0)
  if (all === 0) return null
  const filled = groups.filter(({ count }) => count > 0)
  const gap = 6
  const step = Math.min(14, (WIDTH - gap * (filled.length - 1)) / all)
  let x = 0
  return (
    <Picture label={filled.map(({ group, count }) => `${count} ${group.replaceAll('_', ' ')}`).join(', ')}>
      {filled.map(({ group, count }) => {
        const start = x
        x += count * step + gap
        const { fill, stroke, dashes } = FILLS[group]
        return Array.from({ length: count }, (_, index) => (
          <rect
            x={px(start + index * step + 0.5)}
            y="1"
            width={px(Math.max(2, step - 2))}
            height={HEIGHT - 2}
            fill={fill}
            stroke={stroke}
            stroke-dasharray={dashes}
          />
        ))
      })}
    </Picture>
  )
}

const BRAG_FILLS: Readonly<Record<Brag, { fill: string; ink: string }>> = {
  red: { fill: RED, ink: WHITE },
  amber: { fill: ORANGE, ink: INK },
  green: { fill: GREEN, ink: WHITE },
  blue: { fill: DARK_BLUE, ink: WHITE },
}

/** One bar in the four ratings, with their letters and numbers where there is room. */
export function BragBar({ counts, label }: { counts: Record<Brag, number>; label: string }) {
  const all = BRAGS.reduce((sum, brag) => sum + counts[brag], 0)
  if (all === 0) return null
  let x = 0
  return (
    <Picture label={label}>
      {BRAGS.filter((brag) => counts[brag] > 0).map((brag) => {
        const width = (WIDTH * counts[brag]) / all
        const start = x
        x += width
        const { fill, ink } = BRAG_FILLS[brag]
        return (
          <>
            <rect x={px(start)} y="0" width={px(Math.max(2, width - 2))} height={HEIGHT} fill={fill} />
            {width > 34 ? (
              <text
                x={px(start + width / 2 - 1)}
                y="15"
                font-size="12"
                font-weight="bold"
                text-anchor="middle"
                fill={ink}
              >
                {brag.charAt(0).toUpperCase()} {counts[brag]}
              </text>
            ) : null}
          </>
        )
      })}
    </Picture>
  )
}

/** A tick for each sentence with a figure; those to resolve are tall and orange, at the end. */
export function SentenceTicks({ all, open }: { all: number; open: number }) {
  if (all === 0) return null
  const step = Math.min(10, WIDTH / all)
  return (
    <Picture label={`${open} of ${all} to resolve`}>
      {Array.from({ length: all }, (_, index) => {
        const isOpen = index >= all - open
        return (
          <rect
            x={px(index * step + 0.5)}
            y={isOpen ? 1 : 6}
            width={px(Math.max(1.5, step - 2))}
            height={isOpen ? HEIGHT - 2 : HEIGHT - 12}
            fill={isOpen ? ORANGE : '#7d93a6'}
            stroke={isOpen ? ORANGE_EDGE : 'none'}
          />
        )
      })}
    </Picture>
  )
}
