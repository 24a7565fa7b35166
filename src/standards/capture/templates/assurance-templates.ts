import { captureTemplate, may, mayBeOneOf, must, mustBeOneOf, toCome } from '../template.ts'

export const GRADES = ['outstanding', 'good', 'requires improvement', 'inadequate'] as const
export type Grade = (typeof GRADES)[number]

const domain = (means: string) => mayBeOneOf(GRADES, means)

export const AUDITS = captureTemplate({
  name: 'audits',
  row: 'One case audit that was allocated.',
  purpose:
    'Judgements of practice on Ofsted’s four grades, overall and by part, by the kind of work; which were moderated, and what that changed.',
  feeds: ['qa-audits', 'qa-judgements', 'qa-moderation', 'pl-impact'],
  key: ['child_id', 'audit'],
  order: [['completed_on', 'moderated_on']],
  columns: {
    audit: must('reference', 'AU-2015-01-07', 'The audit'),
    month: must('month', '2015-01', 'The month it is allocated for'),
    child_id: must('child', '20417', 'The child whose record is read'),
    cohort: mustBeOneOf(['child in need', 'child protection', 'looked after'], 'The sample it belongs to'),
    team: must('text', 'North 1', 'The team whose work it is'),
    worker: may('worker', 'SW-118', 'The worker whose work it is; blank for nobody'),
    tool: must(
      'text',
      'core audit tool 3',
      'The tool used, with its version: a name that begins with “core” is of the random sample, any other of a themed audit',
    ),
    auditor: mayBeOneOf(
      ['team manager', 'service manager', 'practice lead', 'independent reviewing officer'],
      'The role of the auditor, who is of another team',
    ),
    due_on: toCome(must('day', '2015-01-30', 'The day by which it should be done')),
    completed_on: may('day', '2015-01-27', 'The day it was; blank while it is not'),
    seen_and_heard: domain('Part: the child is seen and heard'),
    assessment: domain('Part: assessment'),
    plan: domain('Part: plan'),
    review: domain('Part: review'),
    management_oversight: domain('Part: management oversight'),
    recording: domain('Part: recording'),
    difference_made: domain('Part: the difference made for the child'),
    first_grade: domain('The auditor’s grade overall'),
    moderated_on: may('day', '2015-01-29', 'The day another read it without seeing the grade'),
    moderated_grade: domain('The moderator’s grade overall'),
    final_grade: domain('The final grade, after moderation'),
    safety_checked_on: may(
      'day',
      '2015-01-27',
      'The day of the safety check that an inadequate grade starts',
    ),
  },
})

export const AUDIT_ACTIONS = captureTemplate({
  name: 'audit-actions',
  row: 'One thing that an audit asks to be put right.',
  purpose: 'Whether what audits find is put right in time, and that someone other than the owner says so.',
  feeds: ['qa-actions'],
  key: ['audit', 'action'],
  order: [
    ['raised_on', 'due_on'],
    ['raised_on', 'closed_on'],
  ],
  columns: {
    audit: must('reference', 'AU-2015-01-07', 'The audit that asks for it'),
    action: must('count', '1', 'Its number within the audit'),
    kind: mustBeOneOf(['immediate safety', 'other'], 'Within 1 working day, or within 20'),
    about: mustBeOneOf(
      ['see the child', 'plan', 'assessment', 'recording', 'supervision', 'visit pattern'],
      'What it is about',
    ),
    owner: mustBeOneOf(['social worker', 'team manager'], 'The role of the owner'),
    raised_on: must('day', '2015-01-27', 'The day it was raised'),
    due_on: toCome(must('day', '2015-02-24', 'The day by which it should be done')),
    closed_on: may('day', '2015-01-30', 'The day it was closed with evidence; blank while it is open'),
    verified_by: mayBeOneOf(['team manager', 'service manager'], 'Who looked at the evidence'),
  },
})

export const ADOPTION_PANEL = captureTemplate({
  name: 'adoption-panel',
  row: 'One item before the adoption panel.',
  purpose:
    'Quality of reports and of presentations on Ofsted’s four grades, as panel members judge them, and what came of the feedback.',
  feeds: ['ad-panel-report-quality', 'ad-presentation-quality'],
  key: ['item'],
  order: [['panel_on', 'decided_on']],
  columns: {
    item: must('reference', 'AP-2015-01-21-3', 'The item: day and place on the agenda'),
    panel_on: must('day', '2015-01-21', 'The day of the panel'),
    kind: mustBeOneOf(
      ['child’s permanence report', 'adopters’ approval', 'match'],
      'What the panel, or for a child’s report the agency adviser, read',
    ),
    child_id: may('child', '20417', 'The child, when it is about one'),
    adoptive_family: may('reference', 'AF-31', 'The adoptive family, when it is about one'),
    team: must('text', 'Court and permanence', 'The team whose report it is'),
    author: may('worker', 'SW-118', 'The worker who wrote and presented it'),
    report_grade: mayBeOneOf(GRADES, 'The report; blank before January 2015 or where nobody judged it'),
    presentation_grade: mayBeOneOf(GRADES, 'The presentation; blank where nothing was presented or judged'),
    outcome: mustBeOneOf(['agreed', 'deferred'], 'What the panel did'),
    deferred_because: mayBeOneOf(['report not good enough', 'more information needed'], 'Why it was put off'),
    decided_on: may('day', '2015-01-29', 'The day of the agency’s decision; blank while it is to come'),
    feedback_on: may('day', '2015-01-23', 'The day worker, senior worker and team manager had the feedback'),
    used_in_supervision_on: may('day', '2015-01-28', 'The day it was taken up in supervision'),
    support: mayBeOneOf(
      ['none needed', 'mentoring', 'co-working', 'formal action'],
      'What was agreed where the work was poor',
    ),
  },
})
