import { formatDayOfYear } from '../../platform/day.ts'
import { ChartSvg, Hatching, px } from '../../ui/charts/chart-svg.tsx'
import { BAND, DARK_BLUE, GRID, INK, LINE, ORANGE_EDGE, SECONDARY, WHITE } from '../../ui/charts/colour.ts'
import { calendarOf, formatClock, type CalendarDay, type ClockExample } from './clock.ts'

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

interface Sheet {
  width: number
  left: number
  top: number
  cell: (weeks: number) => { width: number; height: number }
}

/** Wide: a week is a column. Narrow: a week is a row. */
const SHEETS: Readonly<Record<'wide' | 'narrow', Sheet>> = {
  wide: {
    width: 780,
    left: 44,
    top: 26,
    cell: (weeks) => ({ width: Math.min(92, (780 - 48) / weeks), height: 34 }),
  },
  narrow: { width: 290, left: 52, top: 22, cell: () => ({ width: 34, height: 34 }) },
}

/** Working days as a calendar: what counts has its number, weekends and bank holidays are grey, what is late is hatched. */
export function ClockCalendar({
  id,
  example,
  drawing,
}: {
  id: string
  example: ClockExample
  drawing: 'wide' | 'narrow'
}) {
  const weeks = calendarOf(example)
  const { width, left, top, cell } = SHEETS[drawing]
  const size = cell(weeks.length)
  const isWide = drawing === 'wide'
  const corner = (week: number, day: number) => ({
    x: left + (isWide ? week : day) * size.width,
    y: top + (isWide ? day : week) * size.height,
  })
  const hatching = `${id}-late`
  return (
    <ChartSvg
      id={id}
      title={`The clock: ${example.clock.starts}, ${example.clock.ends}`}
      desc={formatClock(example)}
      width={width}
      height={top + (isWide ? 7 : weeks.length) * size.height + 4}
      drawing={drawing}
    >
      <defs>
        <Hatching id={hatching} colour={ORANGE_EDGE} />
      </defs>
      {DAYS.map((name, day) => {
        const { x, y } = corner(0, day)
        return isWide ? (
          <RowName x={left - 8} y={y + size.height / 2} text={name} />
        ) : (
          <text x={px(x + size.width / 2)} y={top - 7} font-size="12" text-anchor="middle" fill={SECONDARY}>
            {name}
          </text>
        )
      })}
      {weeks.map((week, number) => {
        const { x, y } = corner(number, 0)
        const name = shortDay(week[0]!)
        return isWide ? (
          <text x={px(x + 3)} y={top - 9} font-size="12" fill={SECONDARY}>
            {name}
          </text>
        ) : (
          <RowName x={left - 6} y={y + size.height / 2} text={name} />
        )
      })}
      {weeks.map((week, number) =>
        week.map((day, weekday) => (
          <DayCell day={day} {...corner(number, weekday)} {...size} hatching={hatching} />
        )),
      )}
    </ChartSvg>
  )
}

/** The name of a row, to the left of its middle. */
const RowName = ({ x, y, text }: { x: number; y: number; text: string }) => (
  <text x={x} y={px(y + 4)} font-size="12" text-anchor="end" fill={SECONDARY}>
    {text}
  </text>
)

/** "15 Dec" */
const shortDay = ({ on }: CalendarDay): string => {
  const [day, month] = formatDayOfYear(on).split(' ')
  return `${day} ${month!.slice(0, 3)}`
}

interface DayCellProps {
  day: CalendarDay
  x: number
  y: number
  width: number
  height: number
  hatching: string
}

function DayCell({ day, x, y, width, height, hatching }: DayCellProps) {
  const { state, number, isWorking } = day
  if (state === 'outside') return null
  const box = { x: px(x + 1), y: px(y + 1), width: px(width - 2), height: px(height - 2) }
  const fill = state === 'start' ? DARK_BLUE : isWorking || state === 'after' ? WHITE : BAND
  return (
    <g>
      <rect
        {...box}
        fill={fill}
        stroke={state === 'limit' ? INK : isWorking ? LINE : GRID}
        stroke-width={state === 'limit' ? 3 : 1}
      />
      {state === 'after' ? <rect {...box} fill={`url(#${hatching})`} /> : null}
      {number !== null && state === 'after' ? (
        <rect x={px(x + width / 2 - 10)} y={px(y + height / 2 - 10)} width={20} height={20} fill={WHITE} />
      ) : null}
      {number === null ? null : (
        <text
          x={px(x + width / 2)}
          y={px(y + height / 2 + 5)}
          font-size="14"
          font-weight={state === 'start' || state === 'limit' ? 'bold' : undefined}
          text-anchor="middle"
          fill={state === 'start' ? WHITE : INK}
        >
          {number}
        </text>
      )}
    </g>
  )
}
