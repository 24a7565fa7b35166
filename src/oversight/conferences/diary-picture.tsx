import { formatDayOfYear, weekdayNumber, type Day } from '../../platform/day.ts'
import { isHoliday, type Booked, type Diary, type DiaryRow } from './diary.ts'
import { MEETING_KINDS, type MeetingKind } from './meeting.ts'

const [DAY, HEIGHT] = [20, 30]
const INK = '#0b0c0c'

type Span = Pick<Diary, 'days' | 'today'>
const widthOf = ({ days }: Span): number => days.length * DAY

/** The middle of a day's column; null outside the six weeks. */
function middleOf({ days }: Span, day: Day): number | null {
  const index = days.findLastIndex((one) => one <= day)
  return index < 0 || day > days.at(-1)! ? null : index * DAY + DAY / 2
}

const Mark = ({ kind, x, y }: { kind: MeetingKind; x: number; y: number }) => (
  <>
    {kind === 'care' ? (
      <circle cx={x} cy={y} r="7" fill="#ffffff" stroke={INK} />
    ) : (
      <rect
        x={x - 7}
        y={y - 7}
        width="14"
        height="14"
        fill={kind === 'initial' ? INK : '#ffffff'}
        stroke={INK}
      />
    )}
    <text
      x={x}
      y={y + 4}
      text-anchor="middle"
      font-size="11"
      font-weight="700"
      fill={kind === 'initial' ? '#ffffff' : INK}
    >
      {MEETING_KINDS[kind].letter}
    </text>
  </>
)

const Diamond = ({ x, y, isLate }: { x: number; y: number; isLate: boolean }) => (
  <path
    class={isLate ? 'wm-beyond' : undefined}
    d={`M${x - 4} ${y}L${x} ${y - 4}L${x + 4} ${y}L${x} ${y + 4}Z`}
    fill={isLate ? '#f46a25' : '#ffffff'}
    stroke={INK}
  />
)

const Days = ({ span }: { span: Span }) => (
  <>
    {span.days.map((day, index) => (
      <>
        {isHoliday(day) ? <rect x={index * DAY} y="0" width={DAY} height={HEIGHT} fill="#e8ecef" /> : null}
        <line
          x1={index * DAY}
          x2={index * DAY}
          y1="0"
          y2={HEIGHT}
          stroke={weekdayNumber(day) === 1 ? '#7d93a6' : '#e3e6e8'}
        />
      </>
    ))}
  </>
)

const Today = ({ span }: { span: Span }) => {
  const x = middleOf(span, span.today)
  return x === null ? null : (
    <line x1={x - DAY / 2} x2={x - DAY / 2} y1="0" y2={HEIGHT} stroke={INK} stroke-width="2" />
  )
}

/** From the day by which the report must reach the family to the meeting; an orange diamond where it has not and is late. */
function Report({ booked: { meeting, reportDueOn, sharedOn }, span }: { booked: Booked; span: Span }) {
  const due = middleOf(span, reportDueOn)
  const to = middleOf(span, meeting.bookedOn)
  if (due === null || to === null) return null
  const isLate = sharedOn === null ? reportDueOn < span.today : sharedOn > reportDueOn
  return (
    <>
      <line x1={due} x2={to} y1={HEIGHT / 2} y2={HEIGHT / 2} stroke="#505a5f" />
      {sharedOn !== null && !isLate ? (
        <circle cx={due} cy={HEIGHT / 2} r="3" fill="#505a5f" />
      ) : (
        <Diamond x={due} y={HEIGHT / 2} isLate={isLate} />
      )}
    </>
  )
}

/** One person's six weeks, a column for each working day. The words of it are its label and the lists below. */
export function DiaryPicture({ row, span }: { row: DiaryRow; span: Span }) {
  const sameDay = [...Map.groupBy(row.booked, ({ meeting }) => meeting.bookedOn)]
  return (
    <svg
      class="wm-diary"
      width={widthOf(span)}
      height={HEIGHT}
      viewBox={`0 0 ${widthOf(span)} ${HEIGHT}`}
      role="img"
      aria-label={labelOf(row)}
    >
      <Days span={span} />
      {row.absences.map(({ from, to }) => (
        <Away from={from} to={to} span={span} />
      ))}
      <Today span={span} />
      {row.booked.map((booked) => (
        <Report booked={booked} span={span} />
      ))}
      {sameDay.map(([on, booked]) => {
        const x = middleOf(span, on)
        if (x === null) return null
        const apart = booked.length === 1 ? 0 : 9
        return (
          <>
            {booked.slice(0, 2).map(({ meeting: { kind } }, index) => (
              <Mark kind={kind} x={x + (index === 0 ? -apart : apart)} y={HEIGHT / 2} />
            ))}
            {row.clashDays.has(on) ? (
              <rect
                x={x - apart - 10}
                y="2"
                width={20 + 2 * apart}
                height={HEIGHT - 4}
                fill="none"
                stroke={INK}
                stroke-width="2"
              />
            ) : null}
          </>
        )
      })}
    </svg>
  )
}

function Away({ from, to, span }: { from: Day; to: Day | null; span: Span }) {
  const first = span.days.findIndex((day) => day >= from)
  const after = to === null ? span.days.length : span.days.findLastIndex((day) => day <= to) + 1
  return first < 0 || after <= first ? null : (
    <rect
      x={first * DAY}
      y="6"
      width={(after - first) * DAY}
      height={HEIGHT - 12}
      fill="url(#wm-hatch)"
      fill-opacity="0.35"
      stroke="#7d93a6"
    />
  )
}

const labelOf = ({ who, booked, absences }: DiaryRow): string =>
  `${who}: ${booked
    .map(
      ({ meeting }) =>
        `${MEETING_KINDS[meeting.kind].words.toLowerCase()} ${formatDayOfYear(meeting.bookedOn)}`,
    )
    .join(', ')}${absences.length > 0 ? `; away: ${absences.map(({ reason }) => reason).join(', ')}` : ''}`

/** The Mondays above the pictures. */
export const DiaryAxis = ({ span }: { span: Span }) => (
  <svg
    class="wm-diary"
    width={widthOf(span)}
    height="18"
    viewBox={`0 0 ${widthOf(span)} 18`}
    aria-hidden="true"
    focusable="false"
  >
    {span.days.map((day, index) =>
      weekdayNumber(day) === 1 ? (
        <text x={index * DAY + 2} y="13" font-size="12">
          {formatDayOfYear(day)}
        </text>
      ) : null,
    )}
  </svg>
)

/** What the marks are. */
export const DiaryKey = () => (
  <p class="wm-note wm-diary-key">
    {Object.entries(MEETING_KINDS).map(([code, { words }]) => (
      <span>
        <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true" focusable="false">
          <Mark kind={code as MeetingKind} x={9} y={9} />
        </svg>{' '}
        {words.toLowerCase()}{' '}
      </span>
    ))}
    ◇ report must reach the family · ● shared in time · ◇ in orange, on paper hatched: late · ink box: clash ·
    hatched bar: away · upright: today
  </p>
)
