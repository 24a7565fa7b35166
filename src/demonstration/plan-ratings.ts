import type { Brag, RatingEntry } from '../plan/index.ts'
import type { Day } from '../platform/day.ts'

/** Ratings that the owner proposed and the clinic confirmed on the same day. */
const rated = (action: string, owner: string, ...given: [Day, Brag, string][]): RatingEntry[] =>
  given.flatMap(([day, rating, reason]) => [
    { action, rating, step: 'proposed', reason, by: owner, at: `${day}T10:00:00Z` } as const,
    { action, rating, step: 'confirmed', reason, by: 'Programme manager', at: `${day}T15:00:00Z` } as const,
  ])

export const PLAN_RATINGS: RatingEntry[] = [
  ...rated(
    '1.1',
    'Head of HR',
    ['2014-11-28', 'green', 'All posts filled in this round'],
    ['2015-01-12', 'amber', 'People have left since November'],
    ['2015-01-26', 'red', 'Past its first date, and more are leaving'],
  ),
  ...rated(
    '1.2',
    'Head of Assessment',
    ['2014-12-12', 'green', 'First review done'],
    ['2015-01-26', 'amber', 'Some newly qualified workers are still over their cap'],
  ),
  ...rated(
    '1.3',
    'Head of HR',
    ['2015-01-12', 'amber', 'All 15 are now in vacant posts'],
    ['2015-01-26', 'amber', 'Advert out; no one in post before April'],
  ),
  ...rated('1.4', 'Deputy Director', [
    '2015-01-26',
    'amber',
    'Ten weeks of extra capacity may not be enough',
  ]),
  ...rated(
    '2.1',
    'Head of Early Help',
    ['2015-01-12', 'green', 'On plan'],
    ['2015-01-26', 'green', 'Workshop held, map in draft'],
  ),
  ...rated('2.2', 'Head of Early Help', ['2015-01-26', 'green', 'Two workshops are booked for 13 February']),
  ...rated(
    '3.1',
    'Head of Assessment',
    ['2014-10-27', 'green', 'Delivered a week early'],
    ['2015-01-26', 'green', 'Delivered; not yet embedded'],
  ),
  ...rated('3.2', 'Heads of service', ['2015-01-26', 'amber', 'Many children have no answer yet']),
  ...rated(
    '3.3',
    'Head of Safeguarding',
    ['2014-12-15', 'amber', 'A month late, for the trial'],
    ['2015-01-26', 'green', 'Delivered; first reports by cohort are in'],
  ),
  ...rated(
    '3.4',
    'Head of Assessment',
    ['2015-01-12', 'amber', 'Waiting for comments'],
    ['2015-02-04', 'green', 'Out to teams'],
  ),
  ...rated('3.5', 'Deputy Director', ['2015-01-13', 'green', 'Held, with every manager']),
  ...rated('4.1', 'Performance manager', ['2015-01-30', 'green', 'Both reports are in use']),
  ...rated(
    '4.2',
    'Head of Safeguarding',
    ['2014-12-15', 'amber', 'No way to record the day yet'],
    ['2015-01-26', 'red', 'Past its first date with nothing to show'],
  ),
  ...rated('5.1', 'Deputy Director', ['2015-01-19', 'green', 'Live']),
  ...rated(
    '5.2',
    'Head of Safeguarding',
    ['2015-01-12', 'green', 'Challenges are being raised'],
    ['2015-02-02', 'amber', 'The evidence has gone stale'],
  ),
  ...rated('6.1', 'Children’s rights manager', ['2015-01-26', 'amber', 'Partners asked for a month more']),
  ...rated(
    '6.2',
    'Performance manager',
    ['2015-01-12', 'amber', 'Asked of the supplier'],
    ['2015-02-04', 'red', 'No date from the supplier'],
  ),
  ...rated('7.1', 'Adoption panel adviser', ['2015-01-09', 'green', 'Recording since 5 January']),
  ...rated('7.2', 'Head of Fostering and Adoption', ['2015-01-26', 'green', 'First feedback given']),
  // The owner and the clinic disagree.
  {
    action: '1.2',
    rating: 'green',
    step: 'proposed',
    reason: 'Every caseload has been looked at once',
    by: 'Head of Assessment',
    at: '2015-02-03T10:00:00Z',
  },
]
