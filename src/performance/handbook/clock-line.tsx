import {
  addDays,
  daysBetween,
  firstOf,
  monthOf,
  shiftMonth,
  weekdayNumber,
  type Day,
} from '../../platform/day.ts'
import { ChartSvg, Hatching, px } from '../../ui/charts/chart-svg.tsx'
import { BAND, DARK_BLUE, GRID, INK, ORANGE_EDGE, SECONDARY, WHITE } from '../../ui/charts/colour.ts'
import { formatClock, formatLimitOf, type ClockExample, type Moment } from './clock.ts'

const SHORT_MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const SHORT_DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

/** Days, with the part of one that has passed. */
const daysInto = ({ on, time }: Moment, from: Day): number => {
  const [hours, minutes] = (time ?? '00:00').split(':').map(Number)
  return daysBetween(from, on) + (hours! * 60 + minutes!) / 1440
}

interface ClockLineProps {
  id: string
  example: ClockExample
  drawing: 'wide' | 'narrow'
}

/**
 * Calendar days, months and hours as a line: the start, each limit and what is late after the last, with months or
 * midnights below. Weekends are shown in hours' clocks, where they count.
 */
export function ClockLine({ id, example, drawing }: ClockLineProps) {
  const { clock, start, limits } = example
  const isWide = drawing === 'wide'
  const from = start.on
  const begins = daysInto(start, from)
  const last = daysInto(limits.at(-1)!, from)
  const until = last + Math.max(1, last * 0.12)
  const length = isWide ? 700 : 300
  const begin = isWide ? 40 : 24
  const along = (days: number) => begin + ((days - begins) / (until - begins)) * length
  const ticks = clock.unit === 'hours' ? midnights(from, until) : monthStarts(from, until)
  const marks = [
    { days: begins, lines: ['Start', ...formatShort(start)] },
    ...limits.map((limit) => ({
      days: daysInto(limit, from),
      lines: [formatLimitOf(clock, limit.at), ...formatShort(limit)],
    })),
  ]
  const across = isWide ? 84 : 70
  const bar = (first: number, second: number) =>
    isWide
      ? { x: px(along(first)), y: across, width: px(along(second) - along(first)), height: 16 }
      : { x: across, y: px(along(first)), width: 16, height: px(along(second) - along(first)) }
  const hatching = `${id}-late`
  return (
    <ChartSvg
      id={id}
      title={`The clock: ${clock.starts}, ${clock.ends}`}
      desc={formatClock(example)}
      width={isWide ? 780 : 290}
      height={isWide ? 132 : 350}
      drawing={drawing}
    >
      <defs>
        <Hatching id={hatching} colour={ORANGE_EDGE} />
      </defs>
      {clock.unit === 'hours'
        ? weekends(from, until).map(([saturday, end]) => (
            <rect {...wider(bar(Math.max(saturday, begins), Math.min(end, until)), isWide)} fill={BAND} />
          ))
        : null}
      <rect {...bar(begins, last)} fill={DARK_BLUE} />
      <rect {...bar(last, until)} fill={WHITE} stroke={ORANGE_EDGE} />
      <rect {...bar(last, until)} fill={`url(#${hatching})`} />
      {ticks.map((tick) => (
        <TickMark x={along(tick.days)} across={across} isWide={isWide} text={tick.text} />
      ))}
      {marks.map(({ days, lines }) => (
        <Mark x={along(days)} across={across} isWide={isWide} lines={lines} />
      ))}
    </ChartSvg>
  )
}

interface MarkProps {
  /** How far along the line. */
  x: number
  /** The line's own place across the sheet. */
  across: number
  isWide: boolean
}

const TickMark = ({ x, across, isWide, text }: MarkProps & { text: string }) => (
  <>
    <path
      d={isWide ? `M${px(x)} ${across + 18}v6` : `M${across - 2} ${px(x)}h-6`}
      stroke={GRID}
      stroke-width="1.5"
    />
    <text
      x={isWide ? px(x) : across - 12}
      y={isWide ? across + 38 : px(x + 4)}
      font-size="12"
      text-anchor={isWide ? 'middle' : 'end'}
      fill={SECONDARY}
    >
      {text}
    </text>
  </>
)

const Mark = ({ x, across, isWide, lines }: MarkProps & { lines: readonly string[] }) => (
  <>
    <path
      d={isWide ? `M${px(x)} ${across - 8}v32` : `M${across - 8} ${px(x)}h32`}
      stroke={INK}
      stroke-width="3"
    />
    {lines.map((line, number) => (
      <text
        x={isWide ? px(x) : across + 32}
        y={isWide ? across - 14 - (lines.length - 1 - number) * 16 : px(x + 5 + number * 16)}
        font-size="13"
        font-weight={number === 0 ? 'bold' : undefined}
        text-anchor={isWide ? anchorOf(x) : 'start'}
      >
        {line}
      </text>
    ))}
  </>
)

const anchorOf = (x: number): 'start' | 'middle' | 'end' => (x < 100 ? 'start' : x > 680 ? 'end' : 'middle')

/** The shade of a weekend is wider than the bar on both sides. */
const wider = (bar: { x: number; y: number; width: number; height: number }, isWide: boolean) =>
  isWide ? { ...bar, y: bar.y - 8, height: bar.height + 16 } : { ...bar, x: bar.x - 8, width: bar.width + 16 }

/** "Fri 6 Feb 2015", and the minute of a clock of hours. */
function formatShort({ on, time }: Moment): string[] {
  const [year, month, day] = on.split('-').map(Number)
  const words = `${SHORT_DAYS[weekdayNumber(on) - 1]} ${day} ${SHORT_MONTHS[month! - 1]} ${year}`
  return time === null ? [words] : [words, time]
}

interface Tick {
  days: number
  text: string
}

/** The first of each month, and no more of them than there is room for. */
function monthStarts(from: Day, until: number): Tick[] {
  const ticks: Tick[] = []
  for (let month = shiftMonth(monthOf(from), 1); ; month = shiftMonth(month, 1)) {
    const days = daysBetween(from, firstOf(month))
    if (days >= until) break
    ticks.push({ days, text: SHORT_MONTHS[Number(month.slice(5)) - 1]! })
  }
  const step = Math.ceil(ticks.length / 13)
  if (ticks.length > 0) return ticks.filter((_, index) => index % step === 0)
  return weeks(from, until)
}

const weeks = (from: Day, until: number): Tick[] =>
  Array.from({ length: Math.floor(until) }, (_, day) => ({ days: day + 1, text: String(day + 1) }))

/** Each midnight, by the day that begins. */
function midnights(from: Day, until: number): Tick[] {
  return Array.from({ length: Math.floor(until) }, (_, day) => ({
    days: day + 1,
    text: SHORT_DAYS[weekdayNumber(addDays(from, day + 1)) - 1]!,
  }))
}

function weekends(from: Day, until: number): [number, number][] {
  return Array.from({ length: Math.ceil(until) + 1 }, (_, day) => day)
    .filter((day) => weekdayNumber(addDays(from, day)) > 5)
    .map((day) => [day, day + 1])
}
