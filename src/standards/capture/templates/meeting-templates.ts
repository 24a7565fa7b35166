import { captureTemplate, may, mayBeOneOf, must, mustBeOneOf, toCome } from '../template.ts'

export const CONFERENCES = captureTemplate({
  name: 'conferences',
  row: 'One child at one meeting: brothers and sisters share a meeting and have a row each.',
  purpose:
    'Who came to conferences and reviews, and when the family saw the report. Booked meetings are listed too, so that you can see what is coming.',
  feeds: [
    'cp-sw-attended',
    'cp-report-shared',
    'lac-review-sw',
    'qa-iro-caseload',
    'the list of conferences to come',
  ],
  key: ['child_id', 'meeting'],
  order: [['s47_started_on', 'held_on']],
  keptFirst: [
    'held_on',
    'worker_attended',
    'attended_instead',
    'missed_because',
    'report_to_chair_on',
    'report_shared_on',
  ],
  columns: {
    meeting: must('reference', 'IC-1042-2015-01-23', 'The meeting, the same for each child at it'),
    child_id: must('child', '20417', 'The child'),
    kind: mustBeOneOf(
      ['initial conference', 'review conference', 'care review'],
      'Initial or review child protection conference, or review of a looked-after child',
    ),
    s47_started_on: may(
      'day',
      '2015-01-05',
      'The day the section 47 enquiry began; of an initial conference',
    ),
    booked_on: toCome(must('day', '2015-01-23', 'The day it was last booked for')),
    held_on: may('day', '2015-01-23', 'The day it was held; blank while it is to come'),
    team: must('text', 'North 1', 'The team that held the child on that day'),
    worker: may(
      'worker',
      'SW-118',
      'The worker to whom the child was allocated on that day; blank for nobody',
    ),
    worker_attended: may('yes_no', 'yes', 'That worker was there for the whole or main part'),
    attended_instead: mayBeOneOf(
      ['duty worker', 'team manager', 'another worker', 'nobody'],
      'Who came in that worker’s place, when they did not',
    ),
    missed_because: mayBeOneOf(
      ['absent', 'at court', 'another meeting', 'nobody was allocated', 'not written down'],
      'Why that worker did not come',
    ),
    report_to_chair_on: may('day', '2015-01-19', 'The day the chair had the report'),
    report_shared_on: may(
      'day',
      '2015-01-20',
      'The day the family was shown the report; blank when it was not',
    ),
    report_working_days_before: may(
      'count',
      '3',
      'Whole working days from the day it was shared to the meeting: the standard is 3 before an initial conference or care review, 5 before a review conference',
    ),
    chair: may('worker', 'IRO-12', 'The conference chair or independent reviewing officer'),
    participation: may('text', 'PN1', 'How the child took part: PN0 to PN7'),
  },
})

/** Set in Waymark alone, where it is dated: no council is asked for this file. */
export const REPORT_STANDARDS = captureTemplate({
  name: 'report-standards',
  row: 'One number of working days for one kind of meeting, from one day on.',
  purpose: 'By which working day before a meeting its report must reach the family.',
  feeds: ['cp-report-shared', 'lac-review-sw'],
  key: ['kind', 'holds_from'],
  columns: {
    kind: mustBeOneOf(['initial conference', 'review conference', 'care review'], 'The kind of meeting'),
    working_days_before: must('count', '3', 'Working days before the meeting, which is day 0'),
    holds_from: toCome(must('day', '2015-01-01', 'Meetings from this day on')),
  },
})

export const CORE_GROUPS = captureTemplate({
  name: 'core-groups',
  row: 'One core group that was due for one child on a child protection plan.',
  purpose:
    'Whether core groups meet: the first within 10 working days of the conference, then every 6 weeks. No standard holds them.',
  feeds: ['cp-core-groups', 'cin-drift-list'],
  key: ['child_id', 'due_on', 'plan_started_on'],
  order: [['plan_started_on', 'held_on']],
  columns: {
    child_id: must('child', '20417', 'The child'),
    plan_started_on: must('day', '2015-01-05', 'The day the child protection plan began'),
    due_on: toCome(must('day', '2015-01-19', 'The day by which it should be held')),
    held_on: may('day', '2015-01-16', 'The day it was held; blank when it was not, or not yet'),
    team: must('text', 'North 1', 'The team that held the child when it was due'),
    worker: may('worker', 'SW-118', 'The worker who held the child when it was due; blank for nobody'),
  },
})
