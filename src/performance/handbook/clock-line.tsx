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
const placeOf = ({ on, time }: Moment, from: Day): number => {
  const [hours, minutes] = (time ?? '00:00').split(':').map(Number)
  return daysBetween(from, on) + (hours! * 60 + minutes!) / 1440
}

/**
 * Calendar days, months and hours as a line: the start, each limit and what is late after the last, with months or
 * midnights below. Weekends are shown in hours' clocks, where they count.
 */
export function ClockLine({
  id,
  example,
  drawing,
}: {
  id: string
  example: ClockExample
  drawing: 'wide' | 'narrow'
}) {
  const { clock, start, limits } = example
  const isWide = drawing === 'wide'
  const from = start.on
  const last = placeOf(limits.at(-1)!, from)
  const until = last + Math.max(1, last * 0.12)
  const length = isWide ? 700 : 300
  const begin = isWide ? 40 : 24
  const along = (days: number) =>
    begin + ((days - placeOf(start, from)) / (until - placeOf(start, from))) * length
  const ticks = clock.unit === 'hours' ? midnights(from, until) : monthStarts(from, until)
  const marks = [
    { at: placeOf(start, from), words: ['Start', ...formatShort(start)] },
    ...limits.map((limit) => ({
      at: placeOf(limit, from),
      words: [formatLimitOf(clock, limit.at), ...formatShort(limit)],
    })),
  ]
  const across = isWide ? 84 : 70
  const bar = (one: number, other: number) =>
    isWide
      ? { x: px(along(one)), y: across, width: px(along(other) - along(one)), height: 16 }
      : { x: across, y: px(along(one)), width: 16, height: px(along(other) - along(one)) }
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
        ? weekends(from, until).map(([one, other]) => (
            <rect
              {...wider(bar(Math.max(one, placeOf(start, from)), Math.min(other, until)), isWide)}
              fill={BAND}
            />
          ))
        : null}
      <rect {...bar(placeOf(start, from), last)} fill={DARK_BLUE} />
      <rect {...bar(last, until)} fill={WHITE} stroke={ORANGE_EDGE} />
      <rect {...bar(last, until)} fill={`url(#${hatching})`} />
      {ticks.map(({ at, words }) => (
        <>
          <path
            d={isWide ? `M${px(along(at))} ${across + 18}v6` : `M${across - 2} ${px(along(at))}h-6`}
            stroke={GRID}
            stroke-width="1.5"
          />
          <text
            x={isWide ? px(along(at)) : across - 12}
            y={isWide ? across + 38 : px(along(at) + 4)}
            font-size="12"
            text-anchor={isWide ? 'middle' : 'end'}
            fill={SECONDARY}
          >
            {words}
          </text>
        </>
      ))}
      {marks.map(({ at, words }) => (
        <>
          <path
            d={isWide ? `M${px(along(at))} ${across - 8}v32` : `M${across - 8} ${px(along(at))}h32`}
            stroke={INK}
            stroke-width="3"
          />
          {words.map((line, number) => (
            <text
              x={isWide ? px(along(at)) : across + 32}
              y={isWide ? across - 14 - (words.length - 1 - number) * 16 : px(along(at) + 5 + number * 16)}
              font-size="13"
              font-weight={number === 0 ? 'bold' : undefined}
              text-anchor={isWide ? anchorOf(along(at)) : 'start'}
            >
              {line}
            </text>
          ))}
        </>
      ))}
    </ChartSvg>
  )
}

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
  at: number
  words: string
}

/** The first of each month, and no more of them than there is room for. */
function monthStarts(from: Day, until: number): Tick[] {
  const ticks: Tick[] = []
  for (let month = shiftMonth(monthOf(from), 1); ; month = shiftMonth(month, 1)) {
    const at = daysBetween(from, firstOf(month))
    if (at >= until) break
    ticks.push({ at, words: SHORT_MONTHS[Number(month.slice(5)) - 1]! })
  }
  const step = Math.ceil(ticks.length / 13)
  if (ticks.length > 0) return ticks.filter((_, place) => place % step === 0)
  return weeks(from, until)
}

const weeks = (from: Day, until: number): Tick[] =>
  Array.from({ length: Math.floor(until) }, (_, day) => ({ at: day + 1, words: String(day + 1) }))

/** Each midnight, by the day that begins. */
function midnights(from: Day, until: number): Tick[] {
  return Array.from({ length: Math.floor(until) }, (_, day) => ({
    at: day + 1,
    words: SHORT_DAYS[weekdayNumber(addDays(from, day + 1)) - 1]!,
  }))
}

function weekends(from: Day, until: number): [number, number][] {
  return Array.from({ length: Math.ceil(until) + 1 }, (_, day) => day)
    .filter((day) => weekdayNumber(addDays(from, day)) > 5)
    .map((day) => [day, day + 1])
}
