import { captureTemplate, may, mayBeOneOf, must, toCome } from '../template.ts'

export const SUPERVISION = captureTemplate({
  name: 'supervision',
  row: 'One supervision that a worker was due.',
  purpose:
    'Whether workers are supervised: every 20 working days, every 10 in the first months of a newly qualified worker.',
  feeds: ['wf-supervision'],
  key: ['worker', 'due_on'],
  columns: {
    worker: must('worker', 'SW-118', 'The worker supervised'),
    team: must('text', 'North 1', 'The worker’s team'),
    supervisor: may('worker', 'TM-4', 'The manager who supervises; blank where the team had none'),
    due_on: toCome(must('day', '2015-01-14', 'The day by which it should be held')),
    held_on: may('day', '2015-01-13', 'The day it was held; blank when it was not, or not yet'),
    reflective: may('yes_no', 'yes', 'It looked at how the worker works and not at the cases alone'),
    record_shared: may('yes_no', 'yes', 'The worker has the record of it'),
    missed_because: mayBeOneOf(
      ['worker absent', 'no manager', 'put off'],
      'Why it was not held, once its day has passed',
    ),
  },
})

export const CASE_SUPERVISION = captureTemplate({
  name: 'case-supervision',
  row: 'One child talked through in one supervision.',
  purpose:
    'Whether a manager’s oversight and the reason for a decision are on the child’s record. Recommendation: records show decisions and why they were made.',
  feeds: ['wf-oversight', 'cin-drift-list', 'qa-records'],
  key: ['child_id', 'worker', 'held_on'],
  columns: {
    child_id: must('child', '20417', 'The child'),
    team: must('text', 'North 1', 'The team that holds the child'),
    worker: must('worker', 'SW-118', 'The worker who holds the child'),
    supervisor: must('worker', 'TM-4', 'The manager'),
    held_on: must('day', '2015-01-13', 'The day of the supervision'),
    oversight_recorded: must('yes_no', 'yes', 'The manager’s oversight is on the child’s record'),
    decision: mayBeOneOf(
      ['go on as planned', 'new action', 'step up', 'step down', 'close'],
      'What the manager decided, where it is recorded',
    ),
    reason_recorded: may('yes_no', 'yes', 'The record says why'),
  },
})

export const MANAGEMENT_OVERSIGHT = captureTemplate({
  name: 'management-oversight',
  row: 'One set point that one assessment came to.',
  purpose:
    'Whether a manager looked at an assessment under way at each of its set points. Recommendation: timeliness is reviewed at set points.',
  feeds: ['as-review-point-held', 'as-open-review-points', 'cin-drift-list'],
  key: ['child_id', 'assessment_started_on', 'point'],
  order: [
    ['assessment_started_on', 'due_on'],
    ['assessment_started_on', 'reviewed_on'],
  ],
  columns: {
    child_id: must('child', '20417', 'The child'),
    assessment_started_on: must('day', '2015-01-05', 'The day the assessment began'),
    point: must('count', '10', 'The set point: working days from the start'),
    due_on: toCome(must('day', '2015-01-19', 'The day that point fell')),
    reviewed_on: may(
      'day',
      '2015-01-20',
      'The day a manager looked at it for that point; blank when none did',
    ),
    reviewer: may('worker', 'TM-4', 'The manager who did'),
    tier: mayBeOneOf(['first line', 'senior'], 'Team manager, or above'),
    decision: mayBeOneOf(
      ['finish now', 'go on to the next point', 'see the child first', 'reason to go past day 45'],
      'What the manager decided',
    ),
    team: must('text', 'North 1', 'The team that held the assessment on that day'),
    worker: may('worker', 'SW-118', 'The worker who held it on that day; blank for nobody'),
  },
})
