import { captureTemplate, may, mayBeOneOf, must } from '../template.ts'

export const CONTACT_DECISIONS = captureTemplate({
  name: 'contact-decisions',
  row: 'One child in one contact.',
  purpose:
    'When it was decided what to do about a contact. Annex A and the Standard Safeguarding Dataset hold the day a contact came and nothing of the decision.',
  feeds: ['fd-contact-decision-1wd', 'fd-undecided-backlog', 'fd-contact-outcomes', 'fd-contacts'],
  key: ['child_id', 'form'],
  order: [['received_at', 'decided_at']],
  columns: {
    form: must(
      'reference',
      'CF-1042-2015-01-09',
      'The contact form: brothers and sisters in one contact share it',
    ),
    child_id: must('child', '20417', 'The child'),
    received_at: must('moment', '2015-01-09T14:20', 'When the contact came, not when it was keyed'),
    source: must('text', '2A', 'Who made it: the census code of a referral source'),
    decided_at: may(
      'moment',
      '2015-01-09T19:05',
      'When the decision was made; blank while there is none, or where there is an outcome and nobody wrote down when',
    ),
    outcome: mayBeOneOf(
      ['referral', 'early help', 'advice', 'no further action', 'other'],
      'What was decided; blank while nothing is',
    ),
    decided_by: mayBeOneOf(
      ['team manager', 'senior social worker', 'emergency duty worker'],
      'The role of the person who decided',
    ),
  },
})
