import { column } from '../../table.ts'
import { annexAListOf } from '../list-spec.ts'
import { allocated, child, disability } from './shared-columns.ts'

/** Child protection: one row per child: the most recent plan. */
export const childProtection = annexAListOf({
  number: 7,
  name: 'Child protection',
  sheetNames: ['Child Protection', 'child_protection_plans'],
  naturalKey: ['child_id', 'cp_plan_start_date'],
  subject: 'child_id',
  eventDate: 'cp_plan_start_date',
  sequences: [
    ['cp_plan_start_date', 'latest_review_date'],
    ['cp_plan_start_date', 'cp_plan_end_date'],
  ],
  fields: [
    ...child,
    disability,
    column('cp_plan_start_date', 'Child Protection Plan Start Date', 'date', {
      required: true,
      aliases: ['start_dttm2'],
    }),
    column('initial_category_of_abuse', 'Initial Category of Abuse', 'category', {
      required: true,
      codeSet: 'category_of_abuse',
    }),
    column('latest_category_of_abuse', 'Latest Category of Abuse', 'category', {
      required: true,
      codeSet: 'category_of_abuse',
    }),
    column('last_statutory_visit_date', 'Date of the Last Statutory Visit', 'date', {
      aliases: ['DateOfLastStatutoryVisit'],
    }),
    column('seen_alone', 'Was the Child Seen Alone?', 'category', {
      codeSet: 'child_seen',
      aliases: ['ChildSeenAlone'],
    }),
    column('latest_review_date', 'Date of latest review conference', 'date', {
      aliases: ['DateOfLatestReviewConf'],
    }),
    column('cp_plan_end_date', 'Child Protection Plan End Date', 'date', { aliases: ['end_dttm2'] }),
    column(
      'epo_or_police_protection',
      'Subject to Emergency Protection Order or Protected Under Police Powers in Last Six Months (Y/N)',
      'boolean',
      {
        required: true,
        codeSet: 'yes_no',
        aliases: ['ProtectionLastSixMonths'],
        patterns: [/Subject to Emergency Protection Order/i],
      },
    ),
    column('previous_cp_plans', 'Number of Previous Child Protection Plans', 'integer', {
      required: true,
      aliases: ['CountPrevCPPlans'],
    }),
    ...allocated,
  ],
})
