import { column } from '../../table.ts'
import { annexAListOf } from '../list-spec.ts'
import { allocated, child, disability } from './shared-columns.ts'

/** Assessments: one row per assessment. */
export const assessments = annexAListOf({
  number: 4,
  name: 'Assessments',
  sheetNames: ['Assessments'],
  naturalKey: ['child_id', 'assessment_start_date'],
  subject: 'child_id',
  eventDate: 'assessment_start_date',
  sequences: [['assessment_start_date', 'assessment_authorised_date']],
  fields: [
    ...child,
    disability,
    column('assessment_start_date', 'Continuous Assessment Start Date', 'date', {
      required: true,
      aliases: ['ContinuousAssessmentStart', 'ASMT_START_DATE', 'assessmentstartdate'],
    }),
    column('child_seen', 'Child Seen During Continuous Assessment', 'category', {
      codeSet: 'child_seen',
      aliases: ['ContinuousAssessmentChildSeen', 'CONT_ASMT'],
    }),
    column('assessment_authorised_date', 'Continuous Assessment Date of Authorisation', 'date', {
      aliases: ['ContinuousAssessmentAuthDate', 'ASMT_AUTH_DATE', 'dateofauthorisation'],
    }),
    column(
      'requires_support',
      'Was the child assessed as requiring LA children’s social care support',
      'boolean',
      {
        codeSet: 'yes_no',
        aliases: [
          'Was the child assessed as being in need at assessment?',
          'CSCSupportRequired',
          'REQU_SOCIAL_CARE_SUPPORT',
        ],
        patterns: [/was the child assessed.*social care support/i],
      },
    ),
    ...allocated,
  ],
})
