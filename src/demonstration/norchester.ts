import type { Council, Pass } from '../access/index.ts'
import { setTracked, type TrackedMeasure } from '../indicators/index.ts'
import type { Records } from '../platform/records.ts'

/** The demonstration's council: invented, and standing still on the Thursday before its Board meets. */
export const NORCHESTER: Council = {
  id: 'norchester',
  name: 'Norchester City Council',
  // 999 is nobody's code in the Department for Education's list.
  authorityCode: '999',
  brandColour: '#0b4a4f',
  demonstration: true,
  todayOn: '2015-02-05',
  // A fifteenth of a city, so that rates per 10,000 children stand beside the published ones.
  population: { '2012': 7800, '2013': 7900, '2014': 8000 },
}

const tracked = (ref: string, seriesId: string, target: number | null = null): TrackedMeasure => ({
  seriesId,
  ref,
  title: null,
  target,
  targetBy: target === null ? null : '2015-03-31',
})

/** What the Board's tracker follows. Volumes are watched, and have no target. */
const TRACKED: readonly TrackedMeasure[] = [
  tracked('A1', 'wf-caseload.mean', 16),
  tracked('A2', 'as-completed-45wd.from_start', 90),
  tracked('A3', 'as-cohort-45wd', 88),
  // Per cent of open assessments: the city's hundred past day 45, of some eight hundred open.
  tracked('A4', 'as-open-review-points.gt45', 12),
  tracked('A5', 'as-child-seen.seen', 98),
  tracked('B2', 'fd-referrals'),
  tracked('B3', 'fd-rereferrals', 22),
  tracked('B4', 's47-icpc-15wd.s47', 85),
  tracked('B5', 'cp-rate.open'),
  tracked('B6', 'cp-repeat.ever'),
  tracked('B7', 'cp-2-years.open'),
  tracked('B8', 'cin-open'),
  tracked('B9', 'fd-contacts'),
  tracked('C1', 'lac-number.all'),
  tracked('C2', 'lac-flow.starts'),
]

export const trackMeasures = (records: Records, pass: Pass<'targets:write'>): Promise<void> =>
  setTracked(records, pass, TRACKED)
