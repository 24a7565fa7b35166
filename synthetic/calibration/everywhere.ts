import type { Quantiles, Weights } from './profile.ts'

/**
 * What is the same in any council and any year: season, weekday, brothers and sisters, recording and placements.
 * Published figures with their source, or "our estimate" where none is published.
 */

/** Monthly index, January first, mean 1.00. Our estimate, shaped by published weekly series. */
export const SEASON = [1.02, 0.98, 1.07, 0.98, 1.03, 1.07, 1.05, 0.82, 0.97, 1.04, 1.1, 0.87] as const

/** Monday to Sunday: Monday and Friday high, 9% at weekends by the emergency duty service. Our estimate. */
export const WEEKDAY = { '1': 20, '2': 17.5, '3': 17, '4': 17, '5': 19.5, '6': 5, '7': 4 } as const

/** Of referred families, by number of children. Our estimate. */
export const FAMILY_SIZES: Weights = { '1': 45, '2': 28, '3': 16, '4': 8, '5': 3 }

/** Schools and education services: closed in August. */
export const SCHOOL_SOURCES: readonly string[] = ['2A', '2B']

/** Working days from referral to the assessment's start: 0 / 1 / 1 / 3. Our estimate. */
export const REFERRAL_TO_START: Quantiles = [
  [0, 0],
  [0.3, 0.9],
  [0.8, 1.9],
  [0.92, 3.5],
  [1, 7],
]

/** Hours from a contact to the decision on it: 2 / 5 / 20 / 30, and a long tail to days. Our estimate. */
export const HOURS_TO_DECISION: Quantiles = [
  [0, 0.2],
  [0.25, 2],
  [0.5, 5],
  [0.75, 20],
  [0.9, 30],
  [0.98, 72],
  [1, 210],
]

/** Months: a placement 0.7 / 4 / 12 / 34. Our estimate. */
export const PLACEMENT_MONTHS: Quantiles = [
  [0, 0.1],
  [0.25, 0.9],
  [0.5, 5],
  [0.75, 14],
  [0.9, 34],
  [1, 90],
]

/** Hours that a child is missing: 3 / 10 / 20 / 48, rarely weeks. Our estimate. */
export const MISSING_HOURS: Quantiles = [
  [0, 0.5],
  [0.25, 3],
  [0.5, 10],
  [0.75, 20],
  [0.9, 48],
  [0.97, 120],
  [1, 700],
]

/** Days from what happened to its being recorded: 60% the same day, 85% in three, 97% in ten. Our estimate. */
export const RECORDING_LAG: Quantiles = [
  [0, 0],
  [0.6, 0.99],
  [0.85, 3.99],
  [0.97, 10.99],
  [1, 24],
]
/** A manager's sign-off waits longer for the keyboard: 45%, 75%, 94%. Our estimate. */
export const SIGN_OFF_LAG: Quantiles = [
  [0, 0],
  [0.45, 0.99],
  [0.75, 3.99],
  [0.94, 10.99],
  [1, 24],
]
