import type { TrackedMeasure } from '../performance/index.ts'
import type { Day } from '../platform/day.ts'

const YEAR_END: Day = '2015-03-31'

const withTarget = (
  ref: string,
  seriesId: string,
  target: number,
  title: string | null = null,
): TrackedMeasure => ({
  ref,
  seriesId,
  title,
  target,
  targetBy: YEAR_END,
})
const withoutTarget = (ref: string, seriesId: string, title: string | null = null): TrackedMeasure => ({
  ref,
  seriesId,
  title,
  target: null,
  targetBy: null,
})

/** The measures that Norchester's Board follows. Targets are to be met by the end of the year; volumes have none. */
export const TRACKED_MEASURES: readonly TrackedMeasure[] = [
  withTarget('A1', 'wf-caseload.mean', 16),
  withTarget('A2', 'as-completed-45wd.from_start', 90),
  withTarget('A3', 'as-cohort-45wd', 88),
  {
    ...withTarget('A4', 'as-open-review-points.gt45', 10, 'Open assessments that are past day 45'),
    path: [
      { month: '2014-09', value: 26 },
      { month: '2014-12', value: 20 },
      { month: '2015-03', value: 10 },
    ],
  },
  withTarget('A5', 'as-child-seen.seen', 98),
  withoutTarget('B1', 'fd-contacts'),
  withoutTarget('B2', 'fd-referrals'),
  withTarget('B3', 'fd-rereferrals', 22),
  withTarget('B4', 's47-icpc-15wd.s47', 85),
  withoutTarget('B5', 'cp-rate.open'),
  withTarget('B6', 'cp-repeat.ever', 16),
  withTarget('B7', 'cp-2-years.open', 3),
  withoutTarget('C1', 'lac-number.all'),
  withoutTarget('C2', 'lac-flow.starts', 'Children coming into care'),
  withoutTarget('C3', 'lac-flow.ends', 'Children leaving care'),
  withoutTarget('D1', 'cin-open'),
  withTarget('A6', 'fd-contact-decision-1wd', 95),
  withTarget('B8', 'cp-visits-timely.seen', 92),
  withTarget('B9', 'cp-sw-attended.icpc', 97),
  withTarget('B10', 'cp-report-shared.icpc', 90),
  withTarget('C4', 'lac-visits-timely', 95),
  withoutTarget('D2', 'cin-plan-cohort'),
  withTarget('D3', 'cin-visits-timely', 90),
  withoutTarget('D4', 'cin-drift-list'),
  withTarget('E1', 'mis-rhi-offered', 95),
  withTarget('E2', 'mis-rhi-72h.of_episodes', 80),
  withTarget('F1', 'ad-panel-report-quality', 75),
  withoutTarget('G1', 'eh-assessments'),
  withoutTarget('H1', 'wf-vacancy.all'),
  withTarget('H2', 'wf-nqsw.within_cap', 100),
]
