import { may, type Person } from '../../access/index.ts'
import type { Point, Reported, SeriesDefinition } from '../figures/figure.ts'
import { isDoubtful, type Doubt } from '../figures/series-doubt.ts'

/*
 * The rule on small numbers (SN0 to SN3 of the measures handbook): which they are, and who sees them. What would give a
 * hidden one away is worked out in `protect.ts`.
 */

/** Counts from 1 up to this are small. */
const MAX_SMALL = 5
/** Percentages of fewer than this say more of chance than of the service (rule SN2). */
const MIN_BASE = 10
/** A cell about staff shows no fewer workers than this (rule SN3). */
const MIN_WORKERS = 5

export const isSmall = (count: number): boolean => count >= 1 && count <= MAX_SMALL

/** Whether a reader sees small numbers as they are: who answers for the service or works in it. */
export const seesSmallNumbers = (person: Person): boolean => may(person, 'small-numbers:read')

type Parts = Pick<Point, 'value' | 'numerator' | 'denominator'>

/** Whether a share is one of so few that it is no share; a month without a case is one. */
export const isSmallBase = ({ kind }: SeriesDefinition, point: Pick<Point, 'denominator'> | null): boolean =>
  kind === 'rate' && (point?.denominator ?? 0) < MIN_BASE

/** Whether a cell about staff is about so few that it could be about one. */
export const hasTooFewWorkers = (
  { smallNumbers }: SeriesDefinition,
  { denominator }: Pick<Point, 'denominator'>,
): boolean => smallNumbers === 'SN3' && denominator !== null && denominator > 0 && denominator < MIN_WORKERS

/** Which count of a point: of those met, or of all. */
export type Part = 'met' | 'all'

/** The people that a point counts. Of a statistic the people that it was taken over; of staff, the workers. */
export function countsOf(
  series: SeriesDefinition,
  { numerator, denominator, value }: Parts,
): [Part, number][] {
  switch (series.kind) {
    case 'count':
      return [['met', value ?? 0]]
    case 'rate':
      return [
        ['met', numerator ?? 0],
        ['all', denominator ?? 0],
      ]
    case 'difference':
    case 'total':
    case 'ratio':
      return []
    default:
      return [['all', denominator ?? 0]]
  }
}

/** What a month was first reported as, for readers who may see it: not where it rests on a small number. */
export const reportedShownTo = (
  person: Person,
  series: SeriesDefinition,
  reported: Reported | null,
): Reported | null =>
  reported === null ||
  seesSmallNumbers(person) ||
  series.smallNumbers === 'SN0' ||
  !countsOf(series, reported).some(([, count]) => isSmall(count))
    ? reported
    : null

/**
 * A percentage of fewer than ten is withheld from readers outside the service. Its two counts are shown where neither is
 * a small number; no verdict rests on it.
 */
export const isWithheld = (
  person: Person,
  series: SeriesDefinition,
  point: Pick<Point, 'denominator'>,
): boolean => !seesSmallNumbers(person) && Boolean(point.denominator) && isSmallBase(series, point)

/**
 * The points as this reader may see them: a withheld percentage has no value, and neither has what it was first
 * reported as; nor has a small number that is hidden.
 */
export const shownTo = (person: Person, series: SeriesDefinition, points: readonly Point[]): Point[] =>
  points.map((point) => {
    const { reported, ...now } = point
    if (point.hidden) return now
    const shown = isWithheld(person, series, point) ? { ...point, value: null } : point
    const hides = reported && (shown.value === null || isWithheld(person, series, reported))
    return hides ? { ...shown, reported: { ...reported, value: null } } : shown
  })

/** What is in doubt of a series as one reader may see it. */
export interface ShownDoubt {
  /** Whether a fault may change its last month, and any month: for any reader. */
  isMonthDoubtful: boolean
  isDoubtful: boolean
  /** Null where one of its counts is a small number, and the reader is outside the service. */
  counts: Doubt | null
}

export function doubtShownTo(person: Person, doubt: Doubt): ShownDoubt {
  const { cases, doubtful, leftOut, allCases, allDoubtful, allLeftOut } = doubt
  const isHidden =
    !seesSmallNumbers(person) && [cases, doubtful, leftOut, allCases, allDoubtful, allLeftOut].some(isSmall)
  return {
    isMonthDoubtful: doubtful + leftOut > 0,
    isDoubtful: isDoubtful(doubt),
    counts: isHidden ? null : doubt,
  }
}
