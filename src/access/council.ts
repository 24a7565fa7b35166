import type { Clock, Day } from '../platform/day.ts'

declare module '../platform/room.ts' {
  interface Services {
    readonly council: Council
  }
}

/** The council that this installation serves. */
export interface Council {
  readonly id: string
  readonly name: string
  /** The three-digit code of the Department for Education, as in its published figures. */
  readonly authorityCode: string | null
  /** `#rrggbb` */
  readonly brandColour: string
  /** An invented council: pages say so, and anyone may sign in as anyone. */
  readonly demonstration: boolean
  /** The day on which a demonstration has stopped; null for a real council. */
  readonly todayOn: Day | null
  /** Children aged 0 to 17, by the year of the mid-year estimate: `{ '2014': 118000 }`. */
  readonly population: Readonly<Record<string, number>>
  /** Where the case system shows a child, with `{child}` for the child's number; none while it is not set. */
  readonly caseSystem?: string | null
}

/** The shared password of the demonstration's people. Their council is invented, so it is printed on the page. */
export const DEMONSTRATION_PASSWORD = 'norchester-2015'

/** Used until a council has been set up, so that files can be loaded before it has a name. */
export const UNNAMED_COUNCIL: Council = {
  id: 'council',
  name: 'Your council',
  authorityCode: null,
  brandColour: '#0b4a4f',
  demonstration: false,
  todayOn: null,
  population: {},
}

/**
 * The council's own clock. In a demonstration it is always the same day, and the time of day goes on, so that changes
 * are dated within it. Sessions use the real clock.
 */
export function councilClock(council: Council, realClock: Clock): Clock {
  const { todayOn } = council
  if (!todayOn) return realClock
  return { today: () => todayOn, now: () => `${todayOn}${realClock.now().slice('YYYY-MM-DD'.length)}` }
}
