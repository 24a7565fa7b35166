import type { Day } from '../../src/platform/day.ts'

/** What befell a council's staff, beyond the shares that its profile gives. */
export interface Staffing {
  /** The day on which a recruitment round had filled every vacancy; null where no round did. */
  allFilledOn: Day | null
  /** Times the usual number who leave after that day. */
  leaveAfterwards: number
  /** Workers moved between teams to where they are short, per 10,000 children: 15 in a city. */
  peripateticPer10k: number
  /** A team from outside that works through a list; its workers and managers per 10,000 children. Null where none came. */
  taskforce: { startsOn: Day; workersPer10k: number; managersPer10k: number } | null
  /**
   * Workers whom a mean hides, in a council of 8,000 children: their team, their share of its new work, and the most
   * children they come to hold. A larger council has as many more for its size, in its other teams.
   */
  overloaded: readonly { team: string; share: number; most: number }[]
  /** A team whose manager's post is empty, and whose manager runs it as well; null where each has its own. */
  sharedManager: { team: string; from: string } | null
}

/**
 * Norchester in November 2014 recruits to all its vacancies, and some who came from agencies stay; others leave since,
 * and the peripatetic workers stand in for them. On 2 February 2015 a taskforce of 16 workers and 3 managers begins.
 */
export const NORCHESTER_STAFFING: Staffing = {
  allFilledOn: '2014-11-24',
  leaveAfterwards: 2.2,
  peripateticPer10k: 15 / 11.8,
  taskforce: { startsOn: '2015-02-02', workersPer10k: 16 / 11.8, managersPer10k: 3 / 11.8 },
  overloaded: [
    { team: 'North 2', share: 58, most: 50 },
    { team: 'Central 2', share: 52, most: 46 },
  ],
  sharedManager: { team: 'North 2', from: 'North 1' },
}

/** A council whose staff come and go as its profile says. */
export const NOTHING_IN_PARTICULAR: Staffing = {
  allFilledOn: null,
  leaveAfterwards: 1,
  peripateticPer10k: 0,
  taskforce: null,
  overloaded: [],
  sharedManager: null,
}
