import type { Day } from '../../../src/platform/day.ts'
import { numberOf, type DayNumber } from '../../day-number.ts'
import type { CaptureRow } from '../capture-row.ts'
import type { RECRUITMENT } from '../../../src/standards/capture/templates/people-templates.ts'

type Row = CaptureRow<typeof RECRUITMENT>

interface StoryRound {
  round: string
  title: string
  team: string
  role: string
  kind: Row['kind']
  places: number
  /** The stage on 31 January 2015. */
  stage: Row['stage']
  cover: Row['cover']
  approvedOn: Day
  advertisedOn?: Day
  closedOn?: Day
  interviewedOn?: Day
  offeredOn?: Day
  applied?: number
  interviewed?: number
  offered?: number
  startPlannedOn?: Day
  budgetLine?: string
}

/** Where each post of the investment case and each lead post stood on 31 January 2015, and what was planned. */
const ROUNDS: readonly StoryRound[] = [
  {
    round: 'RC-01',
    title: 'Early help posts',
    team: 'Early help',
    role: 'early help worker',
    kind: 'permanent',
    places: 4,
    stage: 'planned',
    cover: 'none',
    approvedOn: '2014-10-20',
    advertisedOn: '2015-04-13',
    startPlannedOn: '2015-07-06',
    budgetLine: 'B12',
  },
  {
    round: 'RC-02',
    title: 'Contact centre social workers',
    team: 'Contact centre',
    role: 'social worker',
    kind: 'permanent',
    places: 2,
    stage: 'start day set',
    cover: 'agency',
    approvedOn: '2014-10-20',
    advertisedOn: '2014-11-10',
    closedOn: '2014-11-28',
    interviewedOn: '2014-12-10',
    offeredOn: '2014-12-15',
    applied: 11,
    interviewed: 5,
    offered: 2,
    startPlannedOn: '2015-03-01',
    budgetLine: 'B08',
  },
  {
    round: 'RC-03',
    title: 'Operations manager',
    team: 'Multi-agency safeguarding hub',
    role: 'operations manager',
    kind: 'permanent',
    places: 1,
    stage: 'start day set',
    cover: 'none',
    approvedOn: '2014-10-20',
    advertisedOn: '2014-11-10',
    closedOn: '2014-12-01',
    interviewedOn: '2014-12-16',
    offeredOn: '2014-12-22',
    applied: 7,
    interviewed: 3,
    offered: 1,
    startPlannedOn: '2015-02-23',
    budgetLine: 'B10',
  },
  {
    round: 'RC-04',
    title: 'Business support',
    team: 'Multi-agency safeguarding hub',
    role: 'business support officer',
    kind: 'permanent',
    places: 1,
    stage: 'advertised',
    cover: 'own staff',
    approvedOn: '2014-10-20',
    advertisedOn: '2015-01-19',
    closedOn: '2015-02-09',
    interviewedOn: '2015-02-18',
    startPlannedOn: '2015-04-07',
    budgetLine: 'B11',
  },
  {
    round: 'RC-05',
    title: 'Emergency duty social worker',
    team: 'Emergency duty and domestic abuse conference',
    role: 'social worker',
    kind: 'permanent',
    places: 1,
    stage: 'interviewing',
    cover: 'agency being sourced',
    approvedOn: '2014-11-03',
    advertisedOn: '2014-12-08',
    closedOn: '2015-01-09',
    interviewedOn: '2015-01-29',
    applied: 4,
    interviewed: 2,
    startPlannedOn: '2015-04-13',
    budgetLine: 'B09',
  },
  {
    round: 'RC-06',
    title: 'Social worker for the conference on domestic abuse (MARAC)',
    team: 'Emergency duty and domestic abuse conference',
    role: 'social worker',
    kind: 'permanent',
    places: 1,
    stage: 'advertised',
    cover: 'agency being sourced',
    approvedOn: '2014-11-03',
    advertisedOn: '2015-01-12',
    closedOn: '2015-02-06',
    interviewedOn: '2015-02-17',
    startPlannedOn: '2015-04-20',
    budgetLine: 'B09',
  },
  {
    round: 'RC-07',
    title: 'Additional temporary social work capacity, ten weeks: the taskforce',
    team: 'Taskforce',
    role: 'social worker',
    kind: 'temporary',
    places: 19,
    stage: 'start day set',
    cover: 'none',
    approvedOn: '2014-12-15',
    offeredOn: '2015-01-16',
    offered: 19,
    startPlannedOn: '2015-02-02',
    budgetLine: 'B05',
  },
  {
    round: 'RC-08',
    title: 'Additional care planning posts',
    team: 'Care planning',
    role: 'care planning social worker',
    kind: 'permanent',
    places: 3,
    stage: 'advertised',
    cover: 'agency',
    approvedOn: '2014-10-20',
    advertisedOn: '2015-01-12',
    closedOn: '2015-02-06',
    interviewedOn: '2015-02-19',
    startPlannedOn: '2015-04-20',
    budgetLine: 'B03',
  },
  {
    round: 'RC-09',
    title: 'Peripatetic social workers, winter round',
    team: 'Peripatetic team',
    role: 'social worker',
    kind: 'peripatetic',
    places: 15,
    stage: 'interviewing',
    cover: 'none',
    approvedOn: '2014-12-08',
    advertisedOn: '2014-12-29',
    closedOn: '2015-01-23',
    interviewedOn: '2015-01-29',
    applied: 47,
    interviewed: 9,
    startPlannedOn: '2015-04-07',
  },
  {
    round: 'RC-10',
    title: 'Interim Head of Safeguarding',
    team: 'Leadership',
    role: 'head of safeguarding',
    kind: 'interim',
    places: 1,
    stage: 'start day set',
    cover: 'own staff',
    approvedOn: '2014-12-15',
    interviewedOn: '2015-01-12',
    offeredOn: '2015-01-14',
    interviewed: 3,
    offered: 1,
    startPlannedOn: '2015-02-02',
  },
  {
    round: 'RC-11',
    title: 'Deputy Director',
    team: 'Leadership',
    role: 'deputy director',
    kind: 'permanent',
    places: 1,
    stage: 'approved',
    cover: 'own staff',
    approvedOn: '2015-01-12',
    advertisedOn: '2015-02-16',
  },
  {
    round: 'RC-12',
    title: 'Head of Fostering and Adoption',
    team: 'Leadership',
    role: 'head of fostering and adoption',
    kind: 'permanent',
    places: 1,
    stage: 'approved',
    cover: 'own staff',
    approvedOn: '2015-01-19',
    advertisedOn: '2015-02-16',
  },
]

export function* storyRounds(): Generator<Row> {
  const day = (planned: Day | undefined): DayNumber | null =>
    planned === undefined ? null : numberOf(planned)
  for (const round of ROUNDS) {
    yield {
      round: round.round,
      title: round.title,
      team: round.team,
      role: round.role,
      kind: round.kind,
      places: round.places,
      stage: round.stage,
      approved_on: numberOf(round.approvedOn),
      advertised_on: day(round.advertisedOn),
      closed_on: day(round.closedOn),
      interviewed_on: day(round.interviewedOn),
      offered_on: day(round.offeredOn),
      applied: round.applied ?? null,
      interviewed: round.interviewed ?? null,
      offered: round.offered ?? null,
      started: 0,
      start_planned_on: day(round.startPlannedOn),
      started_on: null,
      cover: round.cover,
      budget_line: round.budgetLine ?? null,
    }
  }
}
