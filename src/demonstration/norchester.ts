import type { Council } from '../access/index.ts'
import type { Day } from '../platform/day.ts'

export type DemonstrationSize = 'small' | 'city'
export const DEMONSTRATION_SIZES: readonly DemonstrationSize[] = ['small', 'city']

export const NORCHESTER = 'norchester'

/**
 * Norchester City Council, which does not exist. Its clock has stopped on the Thursday before its Improvement Board. The
 * small size has a fifteenth of the city's population, so that its rates per 10,000 are like a city's.
 */
export const norchester = (size: DemonstrationSize): Council => ({
  id: NORCHESTER,
  name: 'Norchester City Council',
  authorityCode: '999',
  brandColour: '#0b4a4f',
  demonstration: true,
  todayOn: '2015-02-05',
  population: POPULATION[size],
})

/** Children aged 0 to 17 by mid-year: as many years as the months shown need. */
const POPULATION: Readonly<Record<DemonstrationSize, Record<string, number>>> = {
  small: { '2012': 7800, '2013': 7900, '2014': 8000 },
  city: {
    '2008': 106_800,
    '2009': 108_600,
    '2010': 110_500,
    '2011': 112_300,
    '2012': 114_200,
    '2013': 116_100,
    '2014': 118_000,
  },
}

/** The as-at day of its extracts. */
export const AS_AT: Day = '2015-01-31'

/**
 * Three extracts of that day. Each holds what had been recorded by its own day, so the same month changes a little from
 * one to the next. The last is left in the data folder to be loaded by hand.
 */
export const EXTRACTS = {
  first: { recordedTo: '2015-02-02', file: 'Annex_A_2015_Jan_v1' },
  second: { recordedTo: '2015-02-04', file: 'Annex_A_2015_Jan_v2' },
  third: { recordedTo: '2015-02-05', file: 'Annex_A_2015_Jan_v3' },
} as const satisfies Record<string, { recordedTo: Day; file: string }>
export type ExtractName = keyof typeof EXTRACTS
