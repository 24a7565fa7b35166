import { captureTemplate, may, mayBeOneOf, must, mustBeOneOf, toCome } from '../template.ts'

export const TASKFORCE_WORKERS = captureTemplate({
  name: 'taskforce-workers',
  row: 'One worker or manager of the taskforce.',
  purpose: 'Who has come from outside to re-assess children in need, and from when.',
  feeds: ['cin-taskforce'],
  key: ['worker'],
  columns: {
    worker: must('worker', 'TF-07', 'The worker'),
    role: mustBeOneOf(['social worker', 'team manager'], 'Role'),
    manager: may('worker', 'TFM-2', 'The manager the worker answers to'),
    start_planned_on: toCome(must('day', '2015-02-02', 'The day they are to start')),
    started_on: may('day', '2015-02-02', 'The day they did; blank while it is to come'),
  },
})

export const TASKFORCE_CASES = captureTemplate({
  name: 'taskforce-cases',
  row: 'One child on the frozen list.',
  purpose:
    'Every child in need on a social worker’s caseload when the list was frozen, who will re-assess the child and by when, and what came of it.',
  feeds: ['cin-taskforce', 'cin-stepdown-return'],
  key: ['child_id', 'frozen_on'],
  order: [['started_on', 'authorised_on']],
  // Which children are on the list is the file's to say; what is done of each is recorded in Waymark.
  keptFirst: [
    'taskforce_worker',
    'planned_start_on',
    'planned_end_on',
    'started_on',
    'authorised_on',
    'outcome',
  ],
  sameWithinDays: 31,
  columns: {
    child_id: must('child', '20417', 'The child'),
    frozen_on: must('day', '2015-01-30', 'The day the list was frozen'),
    team: must('text', 'North 1', 'The team that holds the child'),
    worker: may('worker', 'SW-118', 'The worker who holds the child; blank for nobody'),
    open_since: must('day', '2014-03-04', 'The day this episode of need began'),
    last_seen_on: may('day', '2014-12-11', 'The day the child was last seen; blank for never'),
    triage: mustBeOneOf(['first', 'second', 'third'], 'Order: not seen for long first, then open for long'),
    taskforce_worker: may(
      'worker',
      'TF-07',
      'Who will re-assess; blank for a child whom the ten weeks agreed do not reach',
    ),
    planned_start_on: toCome(may('day', '2015-02-02', 'The day the assessment is to start')),
    planned_end_on: toCome(may('day', '2015-03-02', 'The day by which it should be authorised')),
    started_on: may('day', '2015-02-02', 'The day it started'),
    authorised_on: may('day', '2015-02-25', 'The day it was authorised'),
    outcome: mayBeOneOf(
      ['close', 'early help', 'go on as child in need', 'section 47', 'child protection', 'care'],
      'What came of it',
    ),
  },
})
