import { firstOf, formatDay, monthOf, monthsFrom, type Day } from '../../platform/day.ts'
import type { ChildEvent, ChildSpell } from './event.ts'
import {
  drawnLanes,
  FINDINGS,
  LINE,
  nameLines,
  timeScale,
  TOP,
  WIDTH,
  type DrawnLane,
  type Scale,
} from './lane-scale.ts'
import type { ChildRecord } from './record.ts'
import { spanOf } from './shown.ts'
import type { Finding } from './stands-out.ts'

const SHORT_MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

interface LanesProps {
  record: ChildRecord
  /** Null for the twelve months before the data end. */
  year: number | null
  /** None of an earlier year: they are about the end of the data. */
  findings: readonly Finding[]
}

/**
 * A year of a child's record as lanes, in the order of the work, with what stands out next to them. It repeats the tables beneath
 * it, where everything can be reached by keyboard and read aloud.
 */
export function ChildLanes({ record, year, findings }: LanesProps) {
  const scale = timeScale(spanOf(record.asAt, year))
  const lanes = drawnLanes(record, scale, findings)
  const height = TOP + lanes.reduce((sum, lane) => sum + lane.height, 0) + 8
  const endsHere = record.asAt >= scale.from && record.asAt <= scale.to
  const end = scale.x(record.asAt)
  return (
    <svg
      class="wm-lanes"
      viewBox={`0 0 ${WIDTH} ${height}`}
      width={WIDTH}
      height={height}
      role="img"
      aria-labelledby="lanes-title lanes-desc"
    >
      <title id="lanes-title">
        {year === null
          ? 'The last twelve months and what is due, lane by lane'
          : `The year ${year}, lane by lane`}
      </title>
      <desc id="lanes-desc">
        Bars are periods of work, orange past their limit. Filled dots are what was done, diamonds what is
        due.{endsHere ? ` The upright line is ${formatDay(record.asAt)}, where the data end.` : ''} The tables
        below say the same.
      </desc>
      {endsHere ? (
        <rect x={end} y={TOP - 6} width={FINDINGS - 14 - end} height={height - TOP} fill="#f4f6f7" />
      ) : null}
      <Months scale={scale} height={height} />
      {findings.length > 0 ? (
        <text x={FINDINGS} y={20} font-size="14" font-weight="bold" fill="#0b0c0c">
          What stands out
        </text>
      ) : null}
      {lanes.map((lane) => (
        <LaneRow lane={lane} asAt={record.asAt} scale={scale} />
      ))}
      {endsHere ? (
        <line x1={end} x2={end} y1={TOP - 10} y2={height - 4} stroke="#0b0c0c" stroke-width="1.5" />
      ) : null}
    </svg>
  )
}

const Months = ({ scale, height }: { scale: Scale; height: number }) => (
  <>
    {monthsFrom(monthOf(scale.from), monthOf(scale.to)).map((month) => (
      <>
        <line
          x1={scale.x(firstOf(month))}
          x2={scale.x(firstOf(month))}
          y1={TOP - 6}
          y2={height - 6}
          stroke="#dfe3e6"
        />
        <text x={scale.x(firstOf(month)) + 3} y={20} font-size="13" fill="#484949">
          {SHORT_MONTHS[Number(month.slice(5)) - 1]}
        </text>
        {month.endsWith('-01') || month === monthOf(scale.from) ? (
          <text x={scale.x(firstOf(month)) + 3} y={34} font-size="12" fill="#484949">
            {month.slice(0, 4)}
          </text>
        ) : null}
      </>
    ))}
  </>
)

function LaneRow({ lane: drawn, asAt, scale }: { lane: DrawnLane; asAt: Day; scale: Scale }) {
  const { lane, y, height, events, spells, lines } = drawn
  return (
    <>
      <line x1={0} x2={WIDTH - 8} y1={y + height - 4} y2={y + height - 4} stroke="#e1e5e8" />
      {nameLines(lane).map((line, index) => (
        <text x={0} y={y + 14 + index * 16} font-size="14" font-weight="bold" fill="#0b0c0c">
          {line}
        </text>
      ))}
      {spells.map((spell) => (
        <Spell spell={spell} y={y + 8} asAt={asAt} scale={scale} />
      ))}
      {events.map((event) => (
        <Mark event={event} x={scale.x(event.on)} y={y + 12} />
      ))}
      {lines.map(({ text, isBold }, index) => (
        <text
          x={FINDINGS}
          y={y + 15 + index * LINE}
          font-size="13"
          font-weight={isBold ? 'bold' : 'normal'}
          fill="#0b0c0c"
        >
          {text}
        </text>
      ))}
    </>
  )
}

function Spell({ spell, y, asAt, scale }: { spell: ChildSpell; y: number; asAt: Day; scale: Scale }) {
  const to = spell.to ?? asAt
  // Days that cannot be right are said in the table, and draw nothing.
  if (to < spell.from) return null
  const start = scale.x(spell.from)
  const limitOn = spell.limitOn !== null && spell.limitOn < to ? spell.limitOn : null
  const limit = scale.x(limitOn ?? to)
  return (
    <>
      <rect x={start} y={y} width={Math.max(1, limit - start)} height={8} fill="#7d93a6" />
      {limitOn ? (
        <>
          <rect
            x={limit}
            y={y}
            width={Math.max(2, scale.x(to) - limit)}
            height={8}
            fill="#F46A25"
            stroke="#8a3a10"
          />
          <line x1={limit} x2={limit} y1={y - 4} y2={y + 12} stroke="#0b0c0c" stroke-width="2" />
        </>
      ) : null}
    </>
  )
}

function Mark({ event, x, y }: { event: ChildEvent; x: number; y: number }) {
  if (event.state === 'due' || event.state === 'overdue') {
    const over = event.state === 'overdue'
    return (
      <path
        d={`M${x} ${y - 7}l7 7-7 7-7-7z`}
        fill={over ? '#F46A25' : '#ffffff'}
        stroke={over ? '#8a3a10' : '#0b0c0c'}
        stroke-width="1.5"
      />
    )
  }
  const hollow = event.what.includes('not seen') || event.what.startsWith('Contact')
  return (
    <circle cx={x} cy={y} r={4.5} fill={hollow ? '#ffffff' : '#0b0c0c'} stroke="#0b0c0c" stroke-width="1.5" />
  )
}
