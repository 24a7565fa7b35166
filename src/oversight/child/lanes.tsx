import { scaleLinear } from 'd3-scale'
import {
  addMonths,
  daysBetween,
  firstOf,
  monthOf,
  monthsFrom,
  formatDay,
  type Day,
} from '../../platform/day.ts'
import { LANES, type ChildEvent, type ChildSpell, type Lane } from './event.ts'
import type { ChildRecord } from './record.ts'

const WIDTH = 1180
const LABEL = 190
const ROW = 34
const TOP = 34
const MONTHS_BEFORE = 12
const MONTHS_AFTER = 2

const SHORT_MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

interface Scale {
  from: Day
  to: Day
  x: (day: Day) => number
}

function timeScale(asAt: Day): Scale {
  const from = firstOf(monthOf(addMonths(asAt, -MONTHS_BEFORE)))
  const to = addMonths(asAt, MONTHS_AFTER)
  const scale = scaleLinear([0, daysBetween(from, to)], [LABEL, WIDTH - 8]).clamp(true)
  return { from, to, x: (day) => Math.round(scale(daysBetween(from, day)) * 10) / 10 }
}

/**
 * The last year of a child's record as lanes, in the order of the work. It repeats the table beneath it, where
 * everything can be reached by keyboard and read aloud.
 */
export function ChildLanes({ record }: { record: ChildRecord }) {
  const scale = timeScale(record.asAt)
  const lanes = LANES.filter(
    (lane) =>
      record.events.some((event) => event.lane === lane && event.on >= scale.from && event.on <= scale.to) ||
      record.spells.some((spell) => spell.lane === lane && (spell.to ?? record.asAt) >= scale.from),
  )
  const height = TOP + lanes.length * ROW + 8
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
      <title id="lanes-title">The last twelve months and what is due, lane by lane</title>
      <desc id="lanes-desc">
        Bars are periods of work, orange past their limit. Filled dots are what was done, diamonds what is
        due. The upright line is {formatDay(record.asAt)}, where the data end. The table below says the same.
      </desc>
      <rect x={end} y={TOP - 6} width={WIDTH - 8 - end} height={height - TOP} fill="#f4f6f7" />
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
            {month.endsWith('-01') ? ` ${month.slice(0, 4)}` : ''}
          </text>
        </>
      ))}
      {lanes.map((lane, index) => (
        <LaneRow lane={lane} y={TOP + index * ROW} record={record} scale={scale} />
      ))}
      <line x1={end} x2={end} y1={TOP - 10} y2={height - 4} stroke="#0b0c0c" stroke-width="1.5" />
    </svg>
  )
}

function LaneRow(props: { lane: Lane; y: number; record: ChildRecord; scale: Scale }) {
  const { lane, y, record, scale } = props
  const events = record.events.filter(
    (event) => event.lane === lane && event.on >= scale.from && event.on <= scale.to,
  )
  const spells = record.spells.filter(
    (spell) => spell.lane === lane && (spell.to ?? record.asAt) >= scale.from,
  )
  return (
    <>
      <line x1={0} x2={WIDTH - 8} y1={y + ROW - 4} y2={y + ROW - 4} stroke="#e1e5e8" />
      <text x={0} y={y + 16} font-size="14" font-weight="bold" fill="#0b0c0c">
        {lane}
      </text>
      {spells.map((spell) => (
        <Spell spell={spell} y={y + 8} asAt={record.asAt} scale={scale} />
      ))}
      {events.map((event) => (
        <Mark event={event} x={scale.x(event.on)} y={y + 12} />
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
