import { scaleLinear } from 'd3-scale'
import {
  addDays,
  daysBetween,
  firstOf,
  formatDay,
  monthOf,
  monthsFrom,
  type Day,
} from '../../platform/day.ts'
import { formatNumber } from '../../platform/words.ts'
import { ChartSvg, px } from '../../ui/charts/chart-svg.tsx'
import { BAND, DARK_BLUE, GRID, INK, LINE, SECONDARY, WHITE } from '../../ui/charts/colour.ts'
import type { TaskforceView } from './taskforce-view.ts'

const [WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM] = [1180, 320, 60, 1060, 30, 270]
const SHORT_MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
/** A forecast further off than this is an arrow off the end, said in words. */
const MOST_DAYS = 730

interface Scales {
  x: (day: Day) => number
  y: (count: number) => number
  until: Day
}

/** What is left, week by week, from zero; then a fan to the soonest and the latest day on which it is done. */
export function BurnDownChart({ view, desc }: { view: TaskforceView; desc: string }) {
  const { taskforce, forecast, remaining, today } = view
  const wanted = [
    taskforce.endsOn,
    taskforce.planDay,
    forecast?.finish.latest,
    forecast?.finish.likely,
    today,
  ]
    .filter((day): day is Day => Boolean(day))
    .reduce((last, day) => (day > last ? day : last))
  const most = addDays(taskforce.startsOn, MOST_DAYS)
  const until = addDays(wanted < most ? wanted : most, 14)
  const across = scaleLinear([0, daysBetween(taskforce.startsOn, until)], [LEFT, RIGHT]).clamp(true)
  const up = scaleLinear([0, Math.max(1, view.frozen)], [BOTTOM, TOP]).nice(4)
  const scales: Scales = {
    until,
    x: (day) => px(across(daysBetween(taskforce.startsOn, day))),
    y: (n) => px(up(n)),
  }
  return (
    <ChartSvg
      id="burn-down"
      title="Children still to be re-assessed, by day"
      desc={desc}
      width={WIDTH}
      height={HEIGHT}
    >
      {up.ticks(4).map((tick) => (
        <>
          <path d={`M${LEFT} ${scales.y(tick)}H${RIGHT}`} stroke={GRID} />
          <text x={LEFT - 8} y={scales.y(tick) + 5} font-size="14" text-anchor="end">
            {formatNumber(tick)}
          </text>
        </>
      ))}
      <Months from={taskforce.startsOn} scales={scales} />
      {forecast && remaining > 0 ? <Fan view={view} scales={scales} /> : null}
      <Bought view={view} scales={scales} />
      <Done view={view} scales={scales} />
      <Upright
        day={taskforce.endsOn}
        words={`Contract ends ${formatDay(taskforce.endsOn)}`}
        y={14}
        scales={scales}
      />
      {taskforce.planDay ? (
        <Upright
          day={taskforce.planDay}
          words={`Plan’s day ${formatDay(taskforce.planDay)}`}
          y={TOP + 130}
          scales={scales}
        />
      ) : null}
    </ChartSvg>
  )
}

const Months = ({ from, scales: { x, until } }: { from: Day; scales: Scales }) => (
  <>
    {monthsFrom(monthOf(from), monthOf(until)).map((month) => {
      const first = firstOf(month)
      return (
        <text x={x(first < from ? from : first)} y={BOTTOM + 22} font-size="13" fill={SECONDARY}>
          {SHORT_MONTHS[Number(month.slice(5)) - 1]}
          {month.endsWith('-01') || month === monthOf(from) ? ` ${month.slice(0, 4)}` : ''}
        </text>
      )
    })}
    <path d={`M${LEFT} ${BOTTOM}H${RIGHT}`} stroke={INK} />
  </>
)

/** An upright in ink at a day that was agreed. */
const Upright = ({ day, words, y, scales }: { day: Day; words: string; y: number; scales: Scales }) => {
  const x = scales.x(day)
  const isRight = x > RIGHT - 220
  return (
    <>
      <path d={`M${x} ${y - 10}V${BOTTOM}`} stroke={INK} stroke-width="2.5" />
      <text
        x={isRight ? x - 6 : x + 6}
        y={y + 2}
        font-size="14"
        font-weight="bold"
        text-anchor={isRight ? 'end' : 'start'}
      >
        {words}
      </text>
    </>
  )
}

/** What was re-assessed so far: solid. */
function Done({ view, scales: { x, y } }: { view: TaskforceView; scales: Scales }) {
  const { taskforce, weeks, remaining, today } = view
  const points = weeks.map(({ monday, remaining: left }) => {
    const sunday = addDays(monday, 6)
    return { day: sunday < today ? sunday : today, left }
  })
  const startsAt = view.frozen - view.counts.left
  const line = [{ day: taskforce.startsOn, left: startsAt }, ...points]
  return (
    <>
      <path
        d={line.map(({ day, left }, index) => `${index === 0 ? 'M' : 'L'}${x(day)} ${y(left)}`).join('')}
        fill="none"
        stroke={LINE}
        stroke-width="2"
      />
      {points.slice(0, -1).map(({ day, left }) => (
        <circle cx={x(day)} cy={y(left)} r="3.5" fill={LINE} />
      ))}
      <circle
        cx={x(today < taskforce.startsOn ? taskforce.startsOn : today)}
        cy={y(remaining)}
        r="5.5"
        fill={DARK_BLUE}
      />
      <text x={x(today) + 10} y={y(remaining) - 8} font-size="14" font-weight="bold">
        {formatNumber(remaining)} now
      </text>
    </>
  )
}

/** The pace that was bought: dashed. */
function Bought({ view, scales: { x, y } }: { view: TaskforceView; scales: Scales }) {
  const { boughtWeekly, startsOn } = view.taskforce
  if (boughtWeekly === null) return null
  const total = view.frozen - view.counts.left
  const doneOn = addDays(startsOn, Math.ceil((7 * total) / boughtWeekly))
  return (
    <path
      d={`M${x(startsOn)} ${y(total)}L${x(doneOn)} ${y(0)}`}
      stroke={INK}
      stroke-width="1.8"
      stroke-dasharray="7 4"
    />
  )
}

/** From today to the soonest and the latest day; the likely one dotted, to a hollow point. */
function Fan({ view, scales: { x, y, until } }: { view: TaskforceView; scales: Scales }) {
  const { forecast, remaining, today, taskforce } = view
  const { finish, left } = forecast!
  const from = `${x(today)} ${y(remaining)}`
  const end = (day: Day | null) => `${x(day ?? until)} ${y(day === null ? remaining : 0)}`
  const post = (day: Day | null, anchor: 'start' | 'end') =>
    day === null || day > until ? null : (
      <>
        <path d={`M${x(day)} ${BOTTOM - 12}V${BOTTOM + 4}`} stroke={INK} stroke-width="2.5" />
        <text
          x={x(day) + (anchor === 'end' ? -4 : 4)}
          y={BOTTOM - 16}
          font-size="14"
          font-weight="bold"
          text-anchor={anchor}
        >
          {formatDay(day)}
        </text>
      </>
    )
  return (
    <>
      <path
        d={`M${from}L${end(finish.soonest)}L${end(finish.latest)}Z`}
        fill={BAND}
        stroke={LINE}
        stroke-width="0.8"
      />
      <path d={`M${from}L${end(finish.likely)}`} stroke={DARK_BLUE} stroke-width="2" stroke-dasharray="2 4" />
      {finish.likely === null ? null : (
        <circle cx={x(finish.likely)} cy={y(0)} r="5.5" fill={WHITE} stroke={DARK_BLUE} stroke-width="2" />
      )}
      {post(finish.soonest, 'end')}
      {post(finish.latest, 'start')}
      {today < taskforce.endsOn ? (
        <circle
          cx={x(taskforce.endsOn)}
          cy={y(left.likely)}
          r="6"
          fill={WHITE}
          stroke={INK}
          stroke-width="2"
        />
      ) : null}
    </>
  )
}
