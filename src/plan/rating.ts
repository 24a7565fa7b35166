import { dayInEngland, type Day, type Instant } from '../platform/day.ts'
import type { Action } from './action.ts'
import { inDate, type Evidence } from './evidence.ts'

/** Worst first. Red: off track or overdue. Amber: at risk. Green: on track, with evidence. Blue: embedded. */
export const BRAGS = ['red', 'amber', 'green', 'blue'] as const
export type Brag = (typeof BRAGS)[number]
export const BRAG_WORDS: Record<Brag, string> = { red: 'Red', amber: 'Amber', green: 'Green', blue: 'Blue' }

/** An owner proposes; the performance clinic or the programme confirms. The plan shows both until they agree. */
export const STEPS = ['proposed', 'confirmed'] as const
export type Step = (typeof STEPS)[number]

export interface Rating {
  id: string
  actionId: string
  /** The rating of the same step before it; null for the first. */
  was: Brag | null
  rating: Brag
  step: Step
  reason: string
  byName: string
  at: Instant
}

export interface Standing {
  /** What the plan shows: the latest confirmed rating, or the owner's until one is confirmed. */
  shown: Brag | null
  confirmed: Rating | null
  proposed: Rating | null
  /** The owner's latest word differs from the latest confirmed rating. */
  disagrees: boolean
}

/** The ratings of an action at the end of `on`; now, when it is left out. */
export function standing(ratings: readonly Rating[], on?: Day): Standing {
  const known = on ? ratings.filter(({ at }) => dayInEngland(at) <= on) : ratings
  const inOrder = [...known].sort(compareRatings)
  const latest = (step: Step) => inOrder.findLast((rating) => rating.step === step) ?? null
  const [confirmed, proposed] = [latest('confirmed'), latest('proposed')]
  return {
    shown: (confirmed ?? proposed)?.rating ?? null,
    confirmed,
    proposed,
    disagrees: confirmed !== null && proposed !== null && confirmed.rating !== proposed.rating,
  }
}

/** Oldest first; at one instant the owner's proposal comes before the confirmation. */
export function compareRatings(a: Rating, b: Rating): number {
  const key = ({ at, step, rating }: Rating) => `${at} ${STEPS.indexOf(step)} ${rating}`
  return key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0
}

/**
 * Why this rating cannot be given on `today`, in words for the person who gives it; null when it can.
 * Green and blue rest on evidence that is in date; blue is for what is embedded.
 */
export function ratingRefusal(
  rating: Brag,
  action: Pick<Action, 'progress'>,
  evidence: readonly Evidence[],
  today: Day,
): string | null {
  if (rating === 'red' || rating === 'amber') return null
  if (rating === 'blue' && action.progress !== 'embedded')
    return 'Blue is for embedded work: mark the action embedded before you rate it blue'
  if (evidence.some((piece) => inDate(piece, today))) return null
  return evidence.length === 0
    ? `Add evidence before you rate this ${rating}`
    : `Add evidence that is in date before you rate this ${rating}: what is here has gone stale`
}
