import type { TrackedMeasure } from '../performance/index.ts'
import type { Day } from '../platform/day.ts'

const BY: Day = '2015-03-31'

const aimed = (
  ref: string,
  seriesId: string,
  target: number,
  title: string | null = null,
): TrackedMeasure => ({
  ref,
  seriesId,
  title,
  target,
  targetBy: BY,
})
const watched = (ref: string, seriesId: string, title: string | null = null): TrackedMeasure => ({
  ref,
  seriesId,
  title,
  target: null,
  targetBy: null,
})

/** What Norchester's Board follows, as it calls them. Targets are to be met by the end of the year; volumes have none. */
export const TRACKED_MEASURES: readonly TrackedMeasure[] = [
  aimed('A1', 'wf-caseload.mean', 16),
  aimed('A2', 'as-completed-45wd.from_start', 90),
  aimed('A3', 'as-cohort-45wd', 88),
  {
    ...aimed('A4', 'as-open-review-points.gt45', 10, 'Open assessments that are past day 45'),
    path: [
      { month: '2014-09', value: 26 },
      { month: '2014-12', value: 20 },
      { month: '2015-03', value: 10 },
    ],
  },
  aimed('A5', 'as-child-seen.seen', 98),
  watched('B1', 'fd-contacts'),
  watched('B2', 'fd-referrals'),
  aimed('B3', 'fd-rereferrals', 22),
  aimed('B4', 's47-icpc-15wd.s47', 85),
  watched('B5', 'cp-rate.open'),
  aimed('B6', 'cp-repeat.ever', 16),
  aimed('B7', 'cp-2-years.open', 3),
  watched('C1', 'lac-number.all'),
  watched('C2', 'lac-flow.starts', 'Children coming into care'),
  watched('C3', 'lac-flow.ends', 'Children leaving care'),
  watched('D1', 'cin-open'),
  aimed('A6', 'fd-contact-decision-1wd', 95),
  aimed('B8', 'cp-visits-timely.seen', 92),
  aimed('B9', 'cp-sw-attended.icpc', 97),
  aimed('B10', 'cp-report-shared.icpc', 90),
  aimed('C4', 'lac-visits-timely', 95),
  watched('D2', 'cin-plan-cohort'),
  aimed('D3', 'cin-visits-timely', 90),
  watched('D4', 'cin-drift-list'),
  aimed('E1', 'mis-rhi-offered', 95),
  aimed('E2', 'mis-rhi-72h.of_episodes', 80),
  aimed('F1', 'ad-panel-report-quality', 75),
  watched('G1', 'eh-assessments'),
  watched('H1', 'wf-vacancy.all'),
  aimed('H2', 'wf-nqsw.within_cap', 100),
]
