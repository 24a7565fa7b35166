import { dayInEngland, formatDay, type Day } from '../../platform/day.ts'
import type { SnapshotRecord } from './snapshot-store.ts'

/** The page of loads, above every page of this room. */
export const DATA_CRUMB = { text: 'Data', href: '/data' }

/** "Load of 5 February 2015": what a load is called on every page. */
export const loadTitle = (loadedOn: Day): string => `Load of ${formatDay(loadedOn)}`

/** The way to a page of one load. */
export const loadCrumbs = ({ loadId, loadedOn }: { loadId: string; loadedOn: Day }) => [
  DATA_CRUMB,
  { text: loadTitle(loadedOn), href: `/data/loads/${loadId}` },
]

/** The same of a snapshot's record. */
export const ofRecord = ({ loadId, loadedAt }: SnapshotRecord) => ({
  loadId,
  loadedOn: dayInEngland(loadedAt),
})
