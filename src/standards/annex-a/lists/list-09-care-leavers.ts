import { column } from '../../table.ts'
import { annexAListOf } from '../list-spec.ts'
import { allocated, child, disability } from './shared-columns.ts'

/** Care leavers: one row per young person. */
export const careLeavers = annexAListOf({
  number: 9,
  name: 'Care leavers',
  sheetNames: ['Care Leavers'],
  spaceAfter: ['la_in_touch'],
  naturalKey: ['child_id'],
  subject: 'child_id',
  eventDate: null,
  sequences: [],
  fields: [
    ...child,
    column(
      'uasc',
      'Unaccompanied Asylum Seeking Child (UASC), or formerly UASC if 18 or over (Y/N)',
      'boolean',
      { codeSet: 'yes_no', aliases: ['UASC'], patterns: [/Unaccompanied Asylum Seeking Child/i] },
    ),
    disability,
    ...allocated,
    column('allocated_personal_advisor', 'Allocated Personal Advisor', 'string'),
    column('eligibility_category', 'Eligibility Category', 'category', {
      required: true,
      codeSet: 'care_leaver_eligibility',
      aliases: ['Eligibity Category'],
    }),
    column('pathway_plan_review_date', 'Latest Pathway Plan Review Date', 'date', {
      mayLieAhead: true,
      aliases: ['LatestPathwayPlan'],
    }),
    column('la_in_touch', 'LA In Touch', 'category', { required: true, codeSet: 'la_in_touch' }),
    column('latest_contact_date', 'Latest Date of Contact', 'date', { aliases: ['LatestContact'] }),
    column('accommodation_type', 'Type of Accommodation', 'category', { codeSet: 'accommodation_type' }),
    column('accommodation_suitable', 'Suitability of Accommodation', 'boolean', {
      codeSet: 'suitability',
      aliases: ['Suitability of Accomodation'],
    }),
    column('activity_status', 'Activity Status', 'category', { codeSet: 'activity_status' }),
  ],
})
