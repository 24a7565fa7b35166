import { dayOf, weekdayOf, type DayNumber } from '../day-number.ts'
import type { ContactEvent } from '../event-log.ts'
import { isInPeriod } from '../extract-view.ts'
import type { Random } from '../random.ts'
import { openCaptureFile } from './capture-file.ts'
import type { CapturePart, CaptureSetting } from './capture-setting.ts'
import { dayOfMinute, minuteAt, type Minute } from './minute.ts'
import { CONTACT_DECISIONS } from '../../src/standards/capture/templates/front-door-templates.ts'

/** Minutes past midnight at which contacts come: by day on weekdays, at all hours at the weekend. */
const WEEKDAY_HOURS = [
  [0, 0],
  [0.06, 510],
  [0.5, 750],
  [0.86, 1035],
  [1, 1439],
] as const
const WEEKEND_HOURS = [
  [0, 0],
  [0.15, 480],
  [1, 1439],
] as const
const OFFICE_OPENS = 9 * 60
const OFFICE_CLOSES = 17 * 60 + 30

export function contactPart(setting: CaptureSetting): CapturePart {
  const { folder, view, from, drawFor } = setting
  const file = openCaptureFile(folder, CONTACT_DECISIONS)
  return {
    child(child, { number }) {
      for (const contact of child.contacts) {
        const { received, source } = contact
        if (received.on < from || !isInPeriod(view, received)) continue
        // Brothers and sisters in one contact come at one time.
        const random = drawFor(`contact ${number} ${received.on}`)
        const past = minutesPastMidnight(random, received.on)
        const receivedAt = minuteAt(received.on, past)
        const decision = decisionOf(contact, receivedAt, view.asAt)
        file.row({
          form: `CF-${number}-${dayOf(received.on)}`,
          child_id: child.id,
          received_at: receivedAt,
          source,
          decided_at: decision === 'none' ? null : decision,
          outcome: decision === 'none' ? null : contact.outcome,
          decided_by: decision === 'none' ? null : deciderOf(random, received.on, past),
        })
      }
    },
    close: () => [file.close()],
  }
}

/** When it was decided; null where nobody wrote down when, `none` while nothing is decided on the day asked about. */
function decisionOf(
  { received, decidedAfterHours }: ContactEvent,
  minute: Minute,
  asAt: DayNumber,
): Minute | null | 'none' {
  if (decidedAfterHours === null) return received.on < asAt ? null : 'none'
  const decidedAt = minute + Math.round(decidedAfterHours * 60)
  return dayOfMinute(decidedAt) <= asAt ? decidedAt : 'none'
}

const minutesPastMidnight = (random: Random, day: DayNumber): number =>
  Math.floor(random.quantile(weekdayOf(day) <= 5 ? WEEKDAY_HOURS : WEEKEND_HOURS))

function deciderOf(random: Random, day: DayNumber, past: number) {
  const isOfficeOpen = weekdayOf(day) <= 5 && past >= OFFICE_OPENS && past < OFFICE_CLOSES
  if (!isOfficeOpen && random.chance(0.5)) return 'emergency duty worker'
  return random.chance(0.8) ? 'team manager' : 'senior social worker'
}
