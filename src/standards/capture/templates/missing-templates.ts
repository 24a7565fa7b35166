import { captureTemplate, may, mayBeOneOf, must, mustBeOneOf, toCome } from '../template.ts'

export const MISSING_NOTIFICATIONS = captureTemplate({
  name: 'missing-notifications',
  row: 'One time that a looked-after child was reported missing.',
  purpose: 'Whether the service heard, and wrote it down within 24 hours of the report.',
  feeds: ['mis-notified', 'mis-children'],
  key: ['child_id', 'episode'],
  order: [
    ['missing_from', 'reported_at'],
    ['missing_from', 'returned_at'],
  ],
  columns: {
    episode: must('reference', 'ME-20417-3', 'The missing episode'),
    child_id: must('child', '20417', 'The child'),
    missing_from: must(
      'moment',
      '2015-01-09T21:30',
      'When the child was last known to be where they should be',
    ),
    reported_at: must('moment', '2015-01-09T23:10', 'When the police or the council were told'),
    reported_by: mustBeOneOf(['carer', 'home', 'school', 'social worker', 'police'], 'Who told them'),
    recorded_at: toCome(
      may('moment', '2015-01-10T10:05', 'When it was entered in the case system; blank while it is not'),
    ),
    returned_at: may('moment', '2015-01-10T08:00', 'When the child was back or found; blank while missing'),
  },
})

export const RETURN_INTERVIEWS = captureTemplate({
  name: 'return-interviews',
  row: 'One missing episode that ended, whether an interview followed or not.',
  purpose:
    'Offers, answers and interviews after a child has been missing, with the 72-hour clock of the statutory guidance on children who run away or go missing. Blank offers are what the children’s rights team could not find out by hand.',
  feeds: ['mis-rhi-offered', 'mis-rhi-accepted', 'mis-rhi-72h', 'mis-rhi-independent'],
  key: ['child_id', 'episode'],
  order: [
    ['returned_at', 'offered_at'],
    ['returned_at', 'held_at'],
  ],
  columns: {
    episode: must('reference', 'ME-20417-3', 'The missing episode'),
    child_id: must('child', '20417', 'The child'),
    returned_at: must('moment', '2015-01-10T08:00', 'When the child was back or found: the clock starts'),
    offered: may('yes_no', 'yes', 'An interview was offered'),
    offered_at: may('moment', '2015-01-10T15:30', 'When it was offered'),
    accepted: may('yes_no', 'yes', 'The child accepted it'),
    held_at: may('moment', '2015-01-12T16:00', 'When it was held; blank when it was not, or not yet'),
    within_72_hours: may('yes_no', 'yes', 'It was held within 72 hours of the return, weekends counted'),
    independent: may('yes_no', 'yes', 'The interviewer neither cares for the child nor holds the case'),
    interviewer: mayBeOneOf(
      ['children’s rights officer', 'youth worker', 'social worker', 'residential worker'],
      'The role of the interviewer',
    ),
    team: must('text', 'Court and permanence', 'The team that held the child at the return'),
    worker: may('worker', 'SW-118', 'The worker who held the child at the return; blank for nobody'),
  },
})
