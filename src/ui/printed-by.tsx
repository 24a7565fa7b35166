import { formatDay } from '../platform/day.ts'
import type { FrameProps } from './frame.tsx'

/** On paper alone: who printed a page that names children, and on which day. */
export const PrintedBy = ({ frame: { person, today } }: { frame: FrameProps }) => (
  <p class="wm-printed">
    Printed by {person?.name ?? 'nobody who is signed in'}, {formatDay(today)}. Shred after use.
  </p>
)
