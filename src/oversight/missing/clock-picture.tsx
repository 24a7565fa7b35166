import { RETURN_HOURS } from './episode.ts'
import { elapsedHours } from './moment.ts'
import type { MissingEntry } from './missing-read.ts'

const [BEFORE, AFTER, EACH] = [24, 96, 4] as const
const [WIDTH, HEIGHT, MIDDLE] = [(BEFORE + AFTER) * EACH + 8, 26, 15] as const
/** An hour after the return as a place in the picture; what is off its end is at its end. */
const at = (hours: number): number =>
  Math.round((BEFORE + Math.max(-BEFORE, Math.min(AFTER, hours))) * EACH) + 2

const [MISSING, GONE, PAST, PAST_EDGE, INK] = ['#801650', '#7d93a6', '#f46a25', '#8a3a10', '#0b0c0c'] as const

/** The hours of one time missing: before the return dark pink, after it grey, past 72 orange. The words of its row say the same. */
export function ClockPicture({ entry }: { entry: MissingEntry }) {
  const { clock } = entry
  const { hoursSince, hoursMissing } = clock
  const began = -Math.min(hoursMissing, BEFORE)
  return (
    <svg
      class="wm-missing-clock"
      width={WIDTH}
      height={HEIGHT}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      aria-hidden="true"
      focusable="false"
    >
      <rect x={at(began)} y={MIDDLE - 5} width={Math.max(3, at(0) - at(began))} height="10" fill={MISSING} />
      {hoursMissing > BEFORE ? (
        <path
          d={`M${at(-BEFORE) + 6} ${MIDDLE - 6}l-4 6 4 6`}
          fill="none"
          stroke="#ffffff"
          stroke-width="2"
        />
      ) : null}
      {hoursSince === null ? (
        <path d={`M${at(0)} ${MIDDLE - 9}l12 9-12 9z`} fill={MISSING} />
      ) : (
        <Since hours={hoursSince} isRunning={clock.state === 'running'} isOpen={clock.final === null} />
      )}
      {hoursSince === null ? null : <Marks entry={entry} />}
    </svg>
  )
}

const Since = ({ hours, isRunning, isOpen }: { hours: number; isRunning: boolean; isOpen: boolean }) => (
  <>
    <rect
      x={at(0)}
      y={MIDDLE - 4}
      width={Math.max(2, at(Math.min(hours, RETURN_HOURS)) - at(0))}
      height="8"
      fill={GONE}
    />
    {isRunning ? (
      <rect
        x={at(hours)}
        y={MIDDLE - 3.5}
        width={Math.max(1, at(RETURN_HOURS) - at(hours))}
        height="7"
        fill="none"
        stroke={GONE}
      />
    ) : null}
    {hours > RETURN_HOURS ? (
      <rect
        class="wm-beyond"
        x={at(RETURN_HOURS)}
        y={MIDDLE - 4}
        width={Math.max(2, at(hours) - at(RETURN_HOURS) - (hours > AFTER ? 8 : 0))}
        height="8"
        fill={PAST}
        stroke={PAST_EDGE}
      />
    ) : null}
    {hours > AFTER && isOpen ? (
      <path d={`M${at(AFTER) - 8} ${MIDDLE - 7}l9 7-9 7z`} fill={PAST_EDGE} />
    ) : null}
    <line x1={at(0)} x2={at(0)} y1="4" y2={HEIGHT} stroke={INK} />
    <line x1={at(RETURN_HOURS)} x2={at(RETURN_HOURS)} y1="3" y2={HEIGHT} stroke={INK} stroke-width="2" />
  </>
)

function Marks({ entry: { clock, returnedAt } }: { entry: MissingEntry }) {
  const { final, bookedAfter, offers } = clock
  const end = final ? at(elapsedHours(returnedAt, final.at)) : 0
  return (
    <>
      {offers.map((hours) => (
        <path d={`M${at(hours) - 4} 3h8l-4 6z`} fill={INK} />
      ))}
      {bookedAfter === null ? null : (
        <path
          d={`M${at(bookedAfter)} ${MIDDLE - 6}l6 6-6 6-6-6z`}
          fill="#ffffff"
          stroke={INK}
          stroke-width="1.5"
        />
      )}
      {final === null ? null : final.kind === 'held' ? (
        <circle cx={end} cy={MIDDLE} r="5" fill={INK} />
      ) : (
        <>
          <circle cx={end} cy={MIDDLE} r="5" fill="#ffffff" stroke={INK} stroke-width="2" />
          {final.kind === 'declined' ? (
            <path d={`M${end - 3} ${MIDDLE - 3}l6 6m0-6l-6 6`} stroke={INK} stroke-width="1.5" />
          ) : null}
        </>
      )}
    </>
  )
}

const KEY = [
  ['missing', <rect x="1" y="3" width="16" height="8" fill={MISSING} />],
  ['offer made', <path d="M5 4h8l-4 6z" fill={INK} />],
  ['booked', <path d="M9 1l6 6-6 6-6-6z" fill="#ffffff" stroke={INK} stroke-width="1.5" />],
  ['held', <circle cx="9" cy="7" r="5" fill={INK} />],
  [
    'declined',
    <>
      <circle cx="9" cy="7" r="5" fill="#ffffff" stroke={INK} stroke-width="2" />
      <path d="M6 4l6 6m0-6l-6 6" stroke={INK} stroke-width="1.5" />
    </>,
  ],
  ['unable to hold', <circle cx="9" cy="7" r="5" fill="#ffffff" stroke={INK} stroke-width="2" />],
  ['72 hours, weekends included', <line x1="9" x2="9" y1="0" y2="14" stroke={INK} stroke-width="2" />],
  ['past it', <rect x="1" y="3" width="16" height="8" fill={PAST} stroke={PAST_EDGE} />],
] as const

export const ClockKey = () => (
  <p class="wm-note wm-missing-key">
    {KEY.map(([words, mark]) => (
      <span>
        <svg width="18" height="14" viewBox="0 0 18 14" aria-hidden="true" focusable="false">
          {mark}
        </svg>{' '}
        {words}
      </span>
    ))}
  </p>
)

const DAY_WIDTH = 4

/** The days of the rule up to today: dark pink each time missing, an ink square a strategy discussion. */
export const RepeatPicture = (props: {
  days: number
  missing: readonly number[]
  discussed: readonly number[]
}) => {
  const width = props.days * DAY_WIDTH + 8
  return (
    <svg
      class="wm-missing-clock"
      width={width}
      height="20"
      viewBox={`0 0 ${width} 20`}
      aria-hidden="true"
      focusable="false"
    >
      <line x1="2" x2={width - 2} y1="12" y2="12" stroke={GONE} />
      {props.missing.map((day) => (
        <rect x={day * DAY_WIDTH} y="5" width="5" height="13" fill={MISSING} />
      ))}
      {props.discussed.map((day) => (
        <rect x={day * DAY_WIDTH - 2} y="8" width="9" height="9" fill={INK} />
      ))}
    </svg>
  )
}
