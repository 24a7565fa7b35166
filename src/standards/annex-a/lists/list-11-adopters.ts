import { column } from '../../table.ts'
import { annexAListOf } from '../list-spec.ts'
import { ethnicity } from './shared-columns.ts'

/** Adopters: one row per adopter (a couple is two rows); one per family if that is all that is held. */
export const adopters = annexAListOf({
  number: 11,
  name: 'Adopters',
  sheetNames: [],
  naturalKey: ['adopter_id'],
  subject: 'adopter_id',
  eventDate: null,
  sequences: [
    ['enquiry_date', 'stage_1_start_date'],
    ['stage_1_start_date', 'stage_1_end_date'],
    ['stage_2_start_date', 'stage_2_end_date'],
    ['application_date', 'approval_date'],
    ['matched_date', 'placed_date'],
    ['placed_date', 'adoption_order_date'],
  ],
  fields: [
    column('adopter_id', 'Individual adopter identifier', 'id', {
      required: true,
      aliases: ['AdopterID'],
    }),
    column('family_id', 'Family identifier', 'id', { aliases: ['FamilyID'] }),
    column('gender', 'Gender', 'category', { required: true, codeSet: 'gender_adopter' }),
    ethnicity,
    column('disability', 'Disability', 'category', {
      required: true,
      codeSet: 'yes_no_unknown',
      aliases: ['HasDisability'],
    }),
    column('fostering_for_adoption', 'Is the (prospective) adopter fostering for adoption?', 'boolean', {
      required: true,
      codeSet: 'ffa_flag',
      aliases: ['AdoptedByCarer'],
    }),
    column('enquiry_date', 'Date enquiry received', 'date', { required: true, aliases: ['EnquiryDate'] }),
    column('stage_1_start_date', 'Date Stage 1 started', 'date', { aliases: ['Stage1StartDate'] }),
    column('stage_1_end_date', 'Date Stage 1 ended', 'date', { aliases: ['Stage1EndDate'] }),
    column('stage_2_start_date', 'Date Stage 2 started', 'date', { aliases: ['Stage2StartDate'] }),
    column('stage_2_end_date', 'Date Stage 2 ended', 'date', { aliases: ['Stage2EndDate'] }),
    column('application_date', 'Date application submitted', 'date', { aliases: ['ApplicationDate'] }),
    column('approval_date', 'Date application approved', 'date', { aliases: ['ApplicationApprDate'] }),
    column('matched_date', 'Date adopter matched with child(ren)', 'date', { aliases: ['MatchedDate'] }),
    column('placed_date', 'Date child/children placed with adopter(s)', 'date', { aliases: ['PlacedDate'] }),
    column('children_placed', 'No. of children placed', 'integer', { aliases: ['NumSiblingsPlaced'] }),
    column('adoption_order_date', 'Date of Adoption Order', 'date', { aliases: ['AdoptionOrderDate'] }),
    column('left_date', 'Date of leaving adoption process', 'date', { aliases: ['AdoptionLeaveDate'] }),
    column('left_reason', 'Reason for leaving adoption process', 'category', {
      codeSet: 'adopter_leaving_reason',
      aliases: ['AdoptingLeaveReason'],
    }),
  ],
})
