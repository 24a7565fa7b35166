import type { SeriesDefinition } from './figure.ts'

/** Counts of one month's cases of a series, or of one value of a split. */
export interface Tally {
  cases: number
  met: number
  workers: number
  /** The statistic, for the kinds that are one; for a ratio, its numerator. */
  statistic: number | null
  /** The denominator of a ratio; of a mean over workers the full-time workers, each by the share of their children. */
  whole: number | null
}

export const NO_CASES: Tally = { cases: 0, met: 0, workers: 0, statistic: null, whole: null }

/** By the number of the month; months without a case are absent. */
export type MonthTallies = ReadonlyMap<number, Tally>

/** A series with its number in a snapshot. */
export interface NumberedSeries {
  series: SeriesDefinition
  no: number
}

const NO_NUMBER = 'cast(null as double precision)'

/** The statistic over the rows of `case_row c` that a figure is made of, for the kinds that are more than a count. */
function statisticSql({ kind, percentile, over }: SeriesDefinition): string {
  switch (kind) {
    case 'median':
      return 'percentile_disc(0.5) within group (order by c.value)' // nearest rank
    case 'percentile':
      return `percentile_disc(${(percentile ?? 0) / 100}) within group (order by c.value)`
    case 'maximum':
      return 'max(c.value)'
    case 'difference':
    case 'total':
      return 'sum(c.value)'
    case 'ratio':
      return 'sum(c.value) filter (where c.met)'
    case 'mean':
      // Children over full-time workers: each child's row has its worker's caseload, so that 1 / caseload adds up to 1 for
      // the children of one full-time worker.
      return over === 'workers' ? 'count(*) / sum(1 / c.value)' : 'avg(c.value)'
    default:
      return NO_NUMBER
  }
}

/** The denominator of a ratio, or of a mean the full-time workers it is over, over the same rows. */
const wholeSql = ({ kind, over }: SeriesDefinition): string => {
  if (kind === 'mean' && over === 'workers') return 'sum(1 / c.value)'
  return kind === 'ratio' ? `sum(c.value)${over === 'rest' ? ' filter (where not c.met)' : ''}` : NO_NUMBER
}

/** The columns of a tally over `case_row c`: one text for all series that are made of their cases in the same way. */
export const tallySql = (series: SeriesDefinition): string =>
  [
    'cast(count(*) as integer) as cases',
    'cast(count(*) filter (where c.met) as integer) as met',
    `${series.over === 'workers' ? 'cast(count(distinct c.worker) as integer)' : '0'} as workers`,
    `${statisticSql(series)} as statistic`,
    `${wholeSql(series)} as whole`,
  ].join(', ')

/** Series that are made of their cases in the same way, and so can be counted in one statement: by the text of it. */
export const alike = <Numbered extends NumberedSeries>(all: readonly Numbered[]): Map<string, Numbered[]> =>
  Map.groupBy(all, ({ series }) => tallySql(series))

export const numbersOf = (all: readonly NumberedSeries[]): string => all.map(({ no }) => no).join(', ')
