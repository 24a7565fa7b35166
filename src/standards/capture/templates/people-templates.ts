import { captureTemplate, may, mayBeOneOf, must, mustBeOneOf, toCome } from '../template.ts'

export const CASELOAD_ALLOCATION = captureTemplate({
  name: 'caseload-allocation',
  row: 'One worker at one month end; or, without a worker, the children of a team whom nobody held.',
  purpose:
    'How many children each worker holds, of what kind, and how many they should. A child is counted once, with the worker of its weightiest work. Independent reviewing officers are here with the looked-after children they review.',
  feeds: ['wf-caseload', 'wf-over-cap', 'wf-nqsw', 'wf-agency', 'qa-iro-caseload'],
  key: ['team', 'worker', 'month_end_on'],
  columns: {
    month_end_on: must('day', '2015-01-31', 'The day that is counted'),
    worker: may('worker', 'SW-118', 'The worker; blank for children without one'),
    team: must('text', 'North 1', 'The worker’s team, or that of the children without one'),
    role: may('text', 'social worker', 'The worker’s role'),
    fte: may('number', '0.8', 'Full-time equivalent: 1 is full time'),
    newly_qualified: may('yes_no', 'no', 'In the assessed and supported first year'),
    agency: may('yes_no', 'no', 'Paid through an agency'),
    peripatetic: may('yes_no', 'no', 'Of the peripatetic team, wherever they sit'),
    cap: may('count', '20', 'The most children this worker should hold, for this team and experience'),
    children: must('count', '17', 'Children held; not families'),
    in_assessment: must('count', '5', 'Of them, still being assessed'),
    in_need: must('count', '8', 'Of them, in need with the assessment finished'),
    on_protection_plan: must('count', '3', 'Of them, on a child protection plan'),
    looked_after: must('count', '1', 'Of them, looked after'),
    in_proceedings: must('count', '1', 'Of the looked after, under an interim care order'),
    leaving_care: must('count', '0', 'Of them, care leavers'),
    over_cap_plan: may('text', 'no new work until down to cap', 'What is agreed about a worker over the cap'),
    over_cap_plan_by: toCome(may('day', '2015-02-13', 'The day by which it should be done')),
  },
})

export const POSTS = captureTemplate({
  name: 'posts',
  row: 'One post and one spell in it: filled by one worker, or vacant.',
  purpose:
    'The establishment: which posts there are, who is in them, which are vacant and how they are covered, with the days of the advert, the appointment and the start.',
  feeds: ['wf-vacancy', 'wf-agency', 'wf-turnover', 'wf-pipeline', 'fi-agency-cost'],
  key: ['post', 'worker', 'from_on'],
  order: [
    ['from_on', 'to_on'],
    ['advertised_on', 'appointed_on'],
  ],
  columns: {
    post: must('reference', 'P-017', 'The post'),
    team: must('text', 'North 1', 'The team it belongs to'),
    role: must('text', 'social worker', 'What it is for'),
    fte: must('number', '1', 'Full-time equivalent of the post'),
    created_on: toCome(
      must('day', '2012-04-01', 'The day the post was made; to come for one that is agreed'),
    ),
    state: mustBeOneOf(
      ['permanent', 'agency', 'peripatetic', 'shared', 'vacant'],
      'Who fills it. Agency and peripatetic workers cover a vacancy, and so does someone who shares themselves between two posts',
    ),
    worker: may('worker', 'SW-118', 'The worker in it'),
    from_on: toCome(
      must('day', '2014-11-10', 'First day of the spell; may be to come, for a start that is agreed'),
    ),
    to_on: toCome(may('day', '2015-01-16', 'Last day of the spell; blank while it goes on')),
    ended_because: mayBeOneOf(
      ['left the council', 'moved to another post', 'agency work ended', 'filled'],
      'Why the spell ended',
    ),
    advertised_on: may('day', '2014-08-26', 'The day the advert opened that led to this worker'),
    appointed_on: may('day', '2014-09-29', 'The day the worker accepted'),
    started_on: may('day', '2014-11-10', 'The day the worker began; blank while it is to come'),
  },
})

export const ABSENCES = captureTemplate({
  name: 'absences',
  row: 'One absence of one worker.',
  purpose: 'Who was away, so that days lost and visits and meetings that others had to cover can be told.',
  feeds: ['wf-sickness', 'wf-caseload', 'wf-supervision'],
  key: ['worker', 'from_on'],
  order: [['from_on', 'to_on']],
  columns: {
    worker: must('worker', 'SW-118', 'The worker'),
    team: must('text', 'North 1', 'The worker’s team'),
    fte: must('number', '1', 'Full-time equivalent'),
    reason: must('text', 'sickness', 'Sickness, annual leave, maternity and so on'),
    from_on: toCome(must('day', '2014-12-22', 'First day away')),
    to_on: toCome(may('day', '2015-01-02', 'Last day away; blank while it goes on')),
  },
})

export const RECRUITMENT = captureTemplate({
  name: 'recruitment',
  row: 'One round of recruitment, for one post or several alike.',
  purpose:
    'How far each vacancy has come, from approval to start, and what covers it meanwhile. No applicant is named or counted one by one.',
  feeds: ['wf-pipeline', 'wf-vacancy', 'fi-spend'],
  key: ['round'],
  order: [['advertised_on', 'closed_on']],
  columns: {
    round: must('reference', 'RC-07', 'The round'),
    title: must('text', 'Contact centre social workers', 'What is recruited to'),
    team: must('text', 'North 1', 'Where they will work'),
    role: must('text', 'social worker', 'Role'),
    kind: mustBeOneOf(['permanent', 'temporary', 'interim', 'peripatetic'], 'Terms'),
    places: must('count', '2', 'How many are wanted'),
    stage: mustBeOneOf(
      ['planned', 'approved', 'advertised', 'interviewing', 'offered', 'start day set', 'started'],
      'How far it has come',
    ),
    approved_on: may('day', '2014-10-20', 'The day it was approved'),
    advertised_on: toCome(may('day', '2014-11-10', 'The day the advert opened')),
    closed_on: toCome(may('day', '2014-11-28', 'The day it closed, or is to close')),
    interviewed_on: toCome(may('day', '2014-12-10', 'First day of interviews, or planned for them')),
    offered_on: may('day', '2014-12-15', 'The day of the first offer'),
    applied: may('count', '11', 'How many applied'),
    interviewed: may('count', '5', 'How many were interviewed'),
    offered: may('count', '2', 'How many were offered a post'),
    started: may('count', '0', 'How many have begun'),
    start_planned_on: toCome(may('day', '2015-03-01', 'The day they are to start')),
    started_on: may('day', '2015-03-01', 'The day the first did'),
    cover: mustBeOneOf(
      ['none', 'agency', 'agency being sourced', 'own staff', 'peripatetic'],
      'What covers the work meanwhile',
    ),
    budget_line: may('reference', 'B08', 'The line of the improvement budget that pays, when one does'),
  },
})
