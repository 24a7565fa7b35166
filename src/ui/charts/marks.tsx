import type { Child } from 'hono/jsx'
import {
  DARK_BLUE,
  GREEN,
  INK,
  LINE,
  LIMIT,
  ORANGE,
  ORANGE_EDGE,
  PURPLE,
  PURPLE_EDGE,
  RED,
  WHITE,
} from './colour.ts'
import type { Direction, TargetVerdict, Verdict } from './verdict.ts'

/** A mark always has its word next to it, so it is hidden from screen readers. */
const MarkSvg = (props: { width: number; height: number; children: Child }) => (
  <svg
    xmlns="http://www.w3.org/2000/svg"
    class="wm-mark-svg"
    width={props.width}
    height={props.height}
    viewBox={`0 0 ${props.width} ${props.height}`}
    aria-hidden="true"
    focusable="false"
  >
    {props.children}
  </svg>
)

const Arrow = ({ to, colour, y = 12 }: { to: Direction; colour: string; y?: number }) => (
  <path
    d="M12 6.5v11M8 10.5l4-4 4 4"
    transform={`translate(0 ${y - 12})${to === 'down' ? ' rotate(180 12 12)' : ''}`}
    fill="none"
    stroke={colour}
    stroke-width="2"
  />
)

/** Is it changing? Shape is the verdict; the arrow is the way the figure moved. 24 px. */
export function SpcMark({ verdict, direction }: { verdict: Verdict; direction?: Direction | undefined }) {
  return (
    <MarkSvg width={24} height={24}>
      {verdict === 'worsening' ? (
        <>
          <path class="wm-orange" d="M12 .8 23.2 12 12 23.2.8 12z" fill={ORANGE} stroke={ORANGE_EDGE} />
          <Arrow to={direction ?? 'down'} colour={INK} />
        </>
      ) : verdict === 'improving' ? (
        <>
          <rect x="2" y="2" width="20" height="20" fill={DARK_BLUE} />
          <Arrow to={direction ?? 'up'} colour={WHITE} />
        </>
      ) : verdict === 'higher' ? (
        <>
          <path d="M12 1.5 23 22H1z" fill={PURPLE} stroke={PURPLE_EDGE} />
          <Arrow to="up" colour={INK} y={14.5} />
        </>
      ) : verdict === 'lower' ? (
        <>
          <path d="M12 22.5 1 2h22z" fill={PURPLE} stroke={PURPLE_EDGE} />
          <Arrow to="down" colour={INK} y={9.5} />
        </>
      ) : verdict === 'steady' ? (
        <>
          <circle cx="12" cy="12" r="10" fill={WHITE} stroke={LINE} stroke-width="2" />
          <path d="M7 12h10" stroke={LINE} stroke-width="2" />
        </>
      ) : (
        <circle
          cx="12"
          cy="12"
          r="10"
          fill="none"
          stroke={LIMIT}
          stroke-width="2"
          stroke-dasharray="2.6 2.6"
        />
      )}
    </MarkSvg>
  )
}

const Post = ({ x }: { x: number }) => <path d={`M${x} 17V1.5h8l-2 2.5 2 2.5h-6.5V17z`} fill={INK} />

/** Will it meet the target? Better is always to the right: a bar for the usual range, a flagged post for the target. 58 × 20. */
export function TargetMark({ verdict }: { verdict: TargetVerdict }) {
  return (
    <MarkSvg width={58} height={20}>
      <path d="M0 17.5h58" stroke={LIMIT} />
      {verdict === 'will-miss' ? (
        <>
          <rect class="wm-orange" x="4.5" y="8.5" width="30" height="7" fill={ORANGE} stroke={ORANGE_EDGE} />
          <Post x={42} />
        </>
      ) : verdict === 'hit-or-miss' ? (
        <>
          <rect x="12.5" y="8.5" width="34" height="7" fill="#d5dde4" stroke={LIMIT} />
          <Post x={28} />
        </>
      ) : verdict === 'will-meet' ? (
        <>
          <Post x={8} />
          <rect x="22" y="8" width="32" height="8" fill={DARK_BLUE} />
        </>
      ) : (
        <path d="M20 12h18" stroke={INK} stroke-width="2" stroke-dasharray="3 4" />
      )}
    </MarkSvg>
  )
}

type Brag = 'blue' | 'red' | 'amber' | 'green'

/** Red an octagon with a cross, amber a triangle, green a circle with a tick, blue a square with two. */
export function BragMark({ rating, size = 20 }: { rating: Brag; size?: number }) {
  const shapes: Record<Brag, Child> = {
    red: (
      <>
        <path d="M6.3 1h7.4L19 6.3v7.4L13.7 19H6.3L1 13.7V6.3z" fill={RED} />
        <path d="m6.8 6.8 6.4 6.4m0-6.4-6.4 6.4" stroke={WHITE} stroke-width="2.2" />
      </>
    ),
    amber: (
      <>
        <path class="wm-orange" d="M10 1.5 19.2 18.5H.8z" fill={ORANGE} stroke={ORANGE_EDGE} />
        <path d="M10 7v6m0 1.6v2" stroke={INK} stroke-width="2" />
      </>
    ),
    green: (
      <>
        <circle cx="10" cy="10" r="9" fill={GREEN} />
        <path d="m5.8 10.4 3 3 5.4-6.4" fill="none" stroke={WHITE} stroke-width="2.2" />
      </>
    ),
    blue: (
      <>
        <rect x="1" y="1" width="18" height="18" fill={DARK_BLUE} />
        <path d="m3.6 10.6 2.8 2.8 5-6m-1.2 4.4 1.8 1.6 5-6" fill="none" stroke={WHITE} stroke-width="1.8" />
      </>
    ),
  }
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      class="wm-mark-svg"
      width={size}
      height={size}
      viewBox="0 0 20 20"
      aria-hidden="true"
      focusable="false"
    >
      {shapes[rating]}
    </svg>
  )
}

type Confidence = 'high' | 'medium' | 'low'

/** How complete the records are that a measure needs: high from 95%, medium from 85%. */
export const confidenceOf = (complete: number): Confidence =>
  complete >= 0.95 ? 'high' : complete >= 0.85 ? 'medium' : 'low'

/** Three steps; those that are not reached are outlines. */
export function ConfidenceMark({ level }: { level: Confidence }) {
  const filled = { high: 3, medium: 2, low: 1 }[level]
  return (
    <MarkSvg width={22} height={14}>
      {[0, 1, 2].map((step) => {
        const height = 5 + step * 4
        return (
          <rect
            x={0.5 + step * 7.3}
            y={13.5 - height}
            width="6"
            height={height}
            fill={step < filled ? LINE : WHITE}
            stroke={LINE}
          />
        )
      })}
    </MarkSvg>
  )
}
