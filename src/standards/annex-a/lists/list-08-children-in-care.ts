import { column } from '../../table.ts'
import { annexAListOf } from '../list-spec.ts'
import { allocated, child, disability } from './shared-columns.ts'

/** Children in care: one row per child: the most recent period of care. */
export const childrenInCare = annexAListOf({
  number: 8,
  name: 'Children in care',
  sheetNames: ['Children in Care'],
  spaceAfter: ['looked_after_end_date'],
  naturalKey: ['child_id', 'looked_after_start_date'],
  subject: 'child_id',
  eventDate: 'looked_after_start_date',
  sequences: [
    ['date_of_birth', 'looked_after_start_date'],
    ['looked_after_start_date', 'placement_start_date'],
    ['looked_after_start_date', 'looked_after_end_date'],
  ],
  fields: [
    ...child,
    column('uasc', 'Unaccompanied Asylum Seeking Child (UASC) within the Last 12 Months (Y/N)', 'boolean', {
      required: true,
      codeSet: 'yes_no',
      aliases: ['UASC'],
      patterns: [/Unaccompanied Asylum Seeking Child/i],
    }),
    disability,
    column('looked_after_start_date', 'Date Started to be Looked After', 'date', {
      required: true,
      aliases: ['LoookedAfterStartDate', 'startdaterecentcareepisode'],
    }),
    column('category_of_need', "Child's Category of Need", 'category', {
      required: true,
      codeSet: 'category_of_need',
      aliases: ['ChildCategoryOfNeed'],
      patterns: [/child.*category of need/i],
    }),
    column(
      'subsequent_period_last_12_months',
      'Is this a second or subsequent period of being a Looked After Child within the last 12 months (Y/N)',
      'boolean',
      {
        required: true,
        codeSet: 'yes_no',
        aliases: [
          'SubsequentLACEpisodeLast12Months',
          'Is this a second or subsequent episode of being a Looked After Child within the last 12 months (Y/N)',
        ],
        patterns: [/second or subsequent .* of being a Looked After Child/i],
      },
    ),
    column('legal_status_start_date', 'Start date of current legal status', 'date', {
      required: true,
      aliases: ['MostRecentLegalStatusStart'],
    }),
    column('legal_status', "Child's Legal Status", 'category', {
      required: true,
      codeSet: 'legal_status',
      aliases: ['LegalStatus'],
      patterns: [/child.*legal status/i],
    }),
    column('latest_review_date', 'Date of Latest Statutory Review', 'date', {
      aliases: ['LatestStatutoryReviewDate'],
    }),
    column('last_visit_date', 'Date of Last Social Work Visit', 'date', {
      aliases: ['LastSocialWorkVisitDate'],
    }),
    column('permanence_plan', 'What is the permanence plan for this child?', 'category', {
      codeSet: 'permanence_plan',
      aliases: ['PermanencePlan', 'Plan for Child to be Reunified with Their Family'],
      patterns: [/Plan for Child to be Reunified with Their Family/i],
    }),
    column('last_iro_contact_date', 'Date of Last IRO Visit / Contact to the Child', 'date', {
      aliases: ['LastIROVisitDate'],
    }),
    column('last_health_assessment_date', 'Date of Last Health Assessment', 'date', {
      aliases: ['LastHealthAssessmentDate'],
    }),
    column('last_dental_check_date', 'Date of Last Dental Check', 'date', {
      aliases: ['LastDentalCheckDate'],
    }),
    column('placements_last_12_months', 'Number of Placements in the Last 12 months', 'integer', {
      required: true,
      aliases: ['PlacementsLast12Months', 'CountCLAPlacements'],
    }),
    column('looked_after_end_date', 'Date Ceased to be Looked After', 'date', {
      aliases: ['CeasedLookedAfterDate', 'dateceasedlac'],
    }),
    column('looked_after_end_reason', 'Reason Ceased to be Looked After', 'category', {
      codeSet: 'reason_ceased_looked_after',
      aliases: ['ReasonCeasedLookedAfter'],
    }),
    column('placement_start_date', 'Start Date of Most Recent Placement', 'date', {
      required: true,
      aliases: ['MostRecentPlacementStartDate'],
    }),
    column('placement_type', 'Placement Type', 'category', { required: true, codeSet: 'placement_type' }),
    column('placement_provider', 'Placement Provider', 'category', {
      required: true,
      codeSet: 'placement_provider',
    }),
    column('placement_postcode', 'Placement postcode', 'postcode', { required: true }),
    column('placement_urn', 'URN of Placement', 'id', { aliases: ['PlacementURN'] }),
    column('placement_location', 'Placement Location', 'category', {
      required: true,
      codeSet: 'placement_location',
    }),
    column('placement_la', 'LA of Placement', 'category', { required: true, codeSet: 'la_of_placement' }),
    column(
      'missing_episodes_last_12_months',
      'Number of Episodes the Child has been ‘Missing’ from their Placement in the last 12 months',
      'integer',
      {
        required: true,
        aliases: ['EpisodesChildMissingFromPlacement'],
        patterns: [
          /Number of Episodes the Child has been.*Missing.*from their Placement in the last 12 months/i,
        ],
      },
    ),
    column(
      'absent_episodes_last_12_months',
      'Number of Episodes the Child has been ‘Absent’ from their Placement in the last 12 months',
      'integer',
      {
        required: true,
        aliases: ['EpisodesChildAbsentFromPlacement'],
        patterns: [
          /Number of Episodes the Child has been.*Absent.*from their Placement in the last 12 months/i,
        ],
      },
    ),
    column(
      'return_interview_offered',
      'Was the child offered a Return Interview after their last missing episode (Y/N)?',
      'category',
      { codeSet: 'yes_no_unknown', aliases: ['ChildOfferedReturnInterviewAfterLastMFH'] },
    ),
    column(
      'return_interview_accepted',
      'Did the child accept a Return Interview after their last missing episode (Y/N)?',
      'category',
      { codeSet: 'yes_no_unknown', aliases: ['ChildAcceptedReturnInterviewAfterLastMFH'] },
    ),
    ...allocated,
  ],
})
