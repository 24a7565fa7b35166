import type { Day } from '../platform/day.ts'
import type { ActionNode } from './plan-tree.ts'
import {
  along,
  formatShortMonth,
  timelineRow,
  type Axis,
  type Stretch,
  type TimelineRow,
} from './timeline.ts'

const INK = '#0b0c0c'
const HEIGHT = 24
const MIDDLE = HEIGHT / 2
/** Lines run well past the row and the cell cuts them off, so that they join however high the row's words make it. */
const REACH = 200

const BARS: Record<Stretch['kind'], { fill: string; stroke: string }> = {
  used: { fill: '#7d93a6', stroke: '#7d93a6' },
  left: { fill: '#ffffff', stroke: '#6f7a82' },
  past: { fill: '#F46A25', stroke: '#8a3a10' },
}

const diamond = (x: number, size: number) =>
  `M${x} ${MIDDLE - size}L${x + size} ${MIDDLE}L${x} ${MIDDLE + size}L${x - size} ${MIDDLE}Z`

/** The months of the axis and the word that says where today is: the head of the picture's column. */
export const TimelineHead = ({ axis, today }: { axis: Axis; today: Day }) => (
  <svg class="wm-timeline" width={axis.width} height="34" viewBox={`0 0 ${axis.width} 34`} aria-hidden="true">
    {axis.months.map((month, index) => {
      const x = along(axis, `${month}-01` as Day)
      return (
        <>
          {index === 0 || month.endsWith('-01') ? (
            <text x={x} y="12" font-size="12" font-weight="700" fill={INK}>
              {month.slice(0, 4)}
            </text>
          ) : null}
          <text x={x} y="29" font-size="12" font-weight="700" fill="#484949">
            {formatShortMonth(month).slice(0, 3)}
          </text>
        </>
      )
    })}
    <text x={along(axis, today) + 1} y="12" font-size="12" font-weight="700" fill={INK}>
      today
    </text>
  </svg>
)

/** One action's time: used, left, and past its baseline. One today line runs through all rows. */
export function TimelinePicture({ action, axis, today }: { action: ActionNode; axis: Axis; today: Day }) {
  const row = timelineRow(action, today, axis)
  const now = along(axis, today)
  return (
    <svg
      class="wm-timeline"
      width={axis.width}
      height={HEIGHT}
      viewBox={`0 0 ${axis.width} ${HEIGHT}`}
      role="img"
      aria-label={row.says}
    >
      {axis.months.map((month) => {
        const x = along(axis, `${month}-01` as Day)
        return <line x1={x} x2={x} y1={-REACH} y2={REACH} stroke="#e1e5e8" />
      })}
      <Stretches row={row} axis={axis} />
      <line x1={now} x2={now} y1={-REACH} y2={REACH} stroke={INK} stroke-width="1.5" />
      <Marks row={row} axis={axis} />
    </svg>
  )
}

interface RowProps {
  row: TimelineRow
  axis: Axis
}

const Stretches = ({ row, axis }: RowProps) => (
  <>
    {row.stretches.map(({ kind, from, to }) => {
      const x = along(axis, from)
      return (
        <rect
          class={kind === 'past' ? 'wm-past-limit' : undefined}
          x={x}
          y={MIDDLE - 5}
          width={Math.max(0, along(axis, to) - x)}
          height="10"
          {...BARS[kind]}
        />
      )
    })}
    {row.beyond ? (
      <>
        <path
          d={`M${axis.width - 1} ${MIDDLE - 6}L${axis.width + 7} ${MIDDLE}L${axis.width - 1} ${MIDDLE + 6}Z`}
          fill="#8a3a10"
        />
        <text x={axis.width} y={MIDDLE - 10} font-size="12" text-anchor="end" fill={INK}>
          {formatShortMonth(row.beyond)}
        </text>
      </>
    ) : null}
    {row.deliveredOn && row.embeddedOn ? (
      <line
        x1={along(axis, row.deliveredOn)}
        x2={along(axis, row.embeddedOn)}
        y1={MIDDLE}
        y2={MIDDLE}
        stroke="#12436D"
        stroke-width="2"
        stroke-dasharray="3 3"
      />
    ) : null}
  </>
)

/** The baseline, milestones, and the days on which it was delivered and embedded. */
function Marks({ row, axis }: RowProps) {
  const seen = (day: Day) => day >= axis.first && day <= axis.end
  return (
    <>
      {seen(row.baseline) ? (
        <line
          x1={along(axis, row.baseline)}
          x2={along(axis, row.baseline)}
          y1={MIDDLE - 11}
          y2={MIDDLE + 11}
          stroke={INK}
          stroke-width="2.5"
        />
      ) : null}
      {row.milestones
        .filter(({ on }) => seen(on))
        .map(({ on, met }) => (
          <path
            d={diamond(along(axis, on), 5.5)}
            fill={met ? INK : '#ffffff'}
            stroke={INK}
            stroke-width="1.5"
          />
        ))}
      {row.deliveredOn && seen(row.deliveredOn) ? <Tick x={along(axis, row.deliveredOn)} /> : null}
      {row.embeddedOn && seen(row.embeddedOn) ? <DoubleTick x={along(axis, row.embeddedOn)} /> : null}
    </>
  )
}

const Tick = ({ x }: { x: number }) => (
  <>
    <circle cx={x} cy={MIDDLE} r="8" fill="#0f7a52" stroke="#ffffff" />
    <path d={`M${x - 4} ${MIDDLE}l3 3 5-6`} fill="none" stroke="#ffffff" stroke-width="2" />
  </>
)

const DoubleTick = ({ x }: { x: number }) => (
  <>
    <rect x={x - 7.5} y={MIDDLE - 7.5} width="15" height="15" fill="#12436D" stroke="#ffffff" />
    <path
      d={`M${x - 5.5} ${MIDDLE}l2.5 3 4-6M${x - 0.5} ${MIDDLE + 2}l1 1 4-6`}
      fill="none"
      stroke="#ffffff"
      stroke-width="1.6"
    />
  </>
)

const KEY_ITEMS = [
  { words: 'baseline day, never moves', picture: <path d="M11 1v16" stroke={INK} stroke-width="2.5" /> },
  { words: 'time used', picture: <rect x="1" y="5" width="20" height="9" {...BARS.used} /> },
  { words: 'time left', picture: <rect x="1" y="5" width="20" height="9" {...BARS.left} /> },
  { words: 'past the baseline', picture: <rect x="1" y="5" width="20" height="9" {...BARS.past} /> },
  { words: 'milestone met', picture: <path d="M11 3.5l6 6-6 6-6-6z" fill={INK} stroke={INK} /> },
  { words: 'milestone to come', picture: <path d="M11 3.5l6 6-6 6-6-6z" fill="#ffffff" stroke={INK} /> },
] as const

/** What the shapes mean, on one line under the table. */
export const TimelineKey = () => (
  <ul class="wm-plan-key">
    {KEY_ITEMS.map(({ words, picture }) => (
      <li class="wm-plan-key__item">
        <svg width="22" height="18" viewBox="0 0 22 18" aria-hidden="true">
          {picture}
        </svg>{' '}
        {words}
      </li>
    ))}
    <li class="wm-plan-key__item">
      <svg width="22" height="24" viewBox="0 0 22 24" aria-hidden="true">
        <Tick x={11} />
      </svg>{' '}
      delivered
    </li>
    <li class="wm-plan-key__item">
      <svg width="22" height="24" viewBox="0 0 22 24" aria-hidden="true">
        <DoubleTick x={11} />
      </svg>{' '}
      embedded
    </li>
  </ul>
)
