import { addDays, addMonths } from '../../src/platform/day.ts'
import { dayOf, numberOf } from '../day-number.ts'
import type { ExtractView } from '../extract-view.ts'

/**
 * How far back a list goes. `ofsted`: what the inspectorate asks for, list by list. `whole`: every event that the
 * view knows, and every episode rather than a child's latest, so that each month end can be counted.
 */
export type AnnexAWindow = 'ofsted' | 'whole'
export const ANNEX_A_WINDOWS: readonly AnnexAWindow[] = ['ofsted', 'whole']

/** What one extract holds of each list. */
export interface AnnexAExtract {
  window: AnnexAWindow
  viewOf(list: number): ExtractView
  /** Lists 6 to 8 hold a child's most recent episode, plan or period alone. */
  isLatestAlone(list: number): boolean
}

const ADOPTION_LISTS: readonly number[] = [10, 11]
const LATEST_ALONE: readonly number[] = [6, 7, 8]

/** Ofsted, Annex A (August 2019): six months before the day of the extract; twelve in lists 10 and 11. */
const MONTHS = { most: 6, adoption: 12 } as const

export function extractOf(view: ExtractView, window: AnnexAWindow): AnnexAExtract {
  if (window === 'whole') return { window, viewOf: () => view, isLatestAlone: () => false }
  const back = (months: number): ExtractView => ({
    ...view,
    from: numberOf(addDays(addMonths(dayOf(view.asAt), -months), 1)),
  })
  const [most, adoption] = [back(MONTHS.most), back(MONTHS.adoption)]
  return {
    window,
    viewOf: (list) => (ADOPTION_LISTS.includes(list) ? adoption : most),
    isLatestAlone: (list) => LATEST_ALONE.includes(list),
  }
}
