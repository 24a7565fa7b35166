import type { Child } from 'hono/jsx'
import { dayInEngland, formatDay, type Instant } from '../platform/day.ts'

/** Something that happened to a record. */
interface HistoryEvent {
  at: Instant
  what: Child
  byName: string
  reason: string
  /** Among events of one instant the higher came later. */
  order: number
}

/** What happened to a record, newest first. */
export function HistoryList({ events }: { events: readonly HistoryEvent[] }) {
  if (events.length === 0) return <p>Nothing has happened to it yet.</p>
  const newestFirst = [...events].sort((left, right) =>
    left.at === right.at ? right.order - left.order : left.at < right.at ? 1 : -1,
  )
  return (
    <ol class="wm-history">
      {newestFirst.map(({ at, what, byName, reason }) => (
        <li>
          {what}
          <div class="wm-note">
            {formatDay(dayInEngland(at))}, {byName}
            {reason === '' ? null : `: ${reason}`}
          </div>
        </li>
      ))}
    </ol>
  )
}
