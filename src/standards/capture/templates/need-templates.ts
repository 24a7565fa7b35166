import { captureTemplate, may, mayBeOneOf, must } from '../template.ts'

export const NEED_PLAN_REVIEWS = captureTemplate({
  name: 'need-plan-reviews',
  row: 'One review that was held of one child in need plan.',
  purpose:
    'Whether plans of children in need are reviewed: the first within 6 weeks of the plan’s start, then every 12 weeks. No standard holds reviews of these plans.',
  feeds: ['cin-reviews-timely'],
  key: ['child_id', 'held_on'],
  order: [['plan_started_on', 'held_on']],
  columns: {
    child_id: must('child', '20417', 'The child'),
    plan_started_on: may('day', '2014-11-17', 'The day the child in need plan began'),
    held_on: must('day', '2014-12-19', 'The day the review was held'),
    agencies: may(
      'text',
      'school, health visitor',
      'Which other agencies came. A row without agencies and without a decision is no review: it may be a visit',
    ),
    decision: mayBeOneOf(
      ['go on', 'change the plan', 'step down', 'step up', 'close'],
      'What the review decided',
    ),
  },
})
