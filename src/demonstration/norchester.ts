import type { Council } from '../access/index.ts'
import type { Day } from '../platform/day.ts'

/**
 * Norchester City Council, which does not exist. It stands still on the Thursday before its Improvement Board. The
 * population is that of the small council, a fifteenth of a city's, so that rates per 10,000 are a city's too.
 */
export const NORCHESTER: Council = {
  id: 'norchester',
  name: 'Norchester City Council',
  authorityCode: '999',
  brandColour: '#0b4a4f',
  demonstration: true,
  todayOn: '2015-02-05',
  population: { '2012': 7800, '2013': 7900, '2014': 8000 },
}

/** The day that its extracts speak for. */
export const AS_AT: Day = '2015-01-31'

/**
 * The extracts of that day, by when the case system was asked: each holds what had been recorded by then, so the same
 * month moves a little from one to the next. The last is left in the data folder for whoever tries the demonstration.
 */
export const EXTRACTS = {
  first: { recordedTo: '2015-02-02', file: 'Annex_A_2015_Jan_v1.xlsx' },
  second: { recordedTo: '2015-02-04', file: 'Annex_A_2015_Jan_v2.xlsx' },
  third: { recordedTo: '2015-02-05', file: 'Annex_A_2015_Jan_v3.xlsx' },
} as const satisfies Record<string, { recordedTo: Day; file: string }>
