import { may, type Person } from '../../access/index.ts'
import type { Point, SeriesDefinition } from '../figures/figure.ts'

/*
 * The rule on small numbers (SN0 to SN3 of the measures handbook), by who reads. The service sees everything. The council
 * (its Board, its panel, its partners) sees every count; percentages of fewer than ten are withheld, and so are cells about
 * fewer than five workers. What is published to everyone hides counts of 1 to 5 and what would give them away:
 * `public-figures.ts`.
 */

/** Counts from 1 up to this are small. */
const MAX_SMALL = 5
/** Percentages of fewer than this say more of chance than of the service (rule SN2). */
const MIN_BASE = 10
/** A cell about staff shows no fewer workers than this (rule SN3). */
const MIN_WORKERS = 5

export const isSmall = (count: number): boolean => count >= 1 && count <= MAX_SMALL

/** Whether nothing is withheld from a reader: who answers for the service or works in it. */
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

/** Which count of a point: of those met, of all, of those not met; or the difference that it is. */
export type Part = 'met' | 'all' | 'rest' | 'net'

/** What a point counts. Of a statistic the people that it was taken over; of staff, the workers, and whom they hold. */
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
        ['rest', (denominator ?? 0) - (numerator ?? 0)],
      ]
    case 'difference':
      return [['net', value ?? 0]]
    case 'total':
      return series.unit === 'children' ? [['met', value ?? 0]] : []
    case 'ratio':
      // Above and below one of staff are hours and posts; of any other, two counts.
      return series.smallNumbers === 'SN3'
        ? []
        : [
            ['met', numerator ?? 0],
            ['all', denominator ?? 0],
          ]
    default:
      return numerator === null
        ? [['all', denominator ?? 0]]
        : [
            ['met', numerator],
            ['all', denominator ?? 0],
          ]
  }
}

/** A percentage of fewer than ten is withheld from readers outside the service; its two counts are shown. */
export const isWithheld = (
  person: Person,
  series: SeriesDefinition,
  point: Pick<Point, 'denominator'>,
): boolean => !seesSmallNumbers(person) && Boolean(point.denominator) && isSmallBase(series, point)

/**
 * The points as this reader may see them: a withheld percentage has no value, and neither has what it was first
 * reported as; a hidden point has no parts either.
 */
export const shownTo = (person: Person, series: SeriesDefinition, points: readonly Point[]): Point[] =>
  points.map((point) => {
    if (point.hidden || (!seesSmallNumbers(person) && hasTooFewWorkers(series, point)))
      return hiddenPoint(point)
    const { reported } = point
    const shown = isWithheld(person, series, point) ? { ...point, value: null } : point
    const hides = reported && (shown.value === null || isWithheld(person, series, reported))
    return hides ? { ...shown, reported: { ...reported, value: null } } : shown
  })

/** A point of which nothing is shown but that it is hidden. */
export const hiddenPoint = ({ period, split, provisional }: Point): Point => ({
  period,
  split,
  numerator: null,
  denominator: null,
  value: null,
  provisional,
  hidden: true,
})
