import { column } from '../../table.ts'
import { annexAListOf } from '../list-spec.ts'
import { age, childId, dateOfBirth, disability, ethnicity, gender } from './shared-columns.ts'

/** Adoption: one row per child. */
export const adoption = annexAListOf({
  number: 10,
  name: 'Adoption',
  sheetNames: [],
  spaceAfter: ['adoption_order_date'],
  naturalKey: ['child_id'],
  subject: 'child_id',
  eventDate: null,
  sequences: [
    ['date_of_birth', 'entered_care_date'],
    ['entered_care_date', 'adoption_decision_date'],
    ['adoption_decision_date', 'placement_order_date'],
    ['matched_date', 'placed_date'],
    ['placed_date', 'adoption_order_date'],
    ['adoption_decision_date', 'decision_reversed_date'],
  ],
  fields: [
    childId,
    column('family_id', 'Family identifier', 'id', { aliases: ['FamilyID'] }),
    gender,
    ethnicity,
    dateOfBirth,
    age,
    disability,
    column('entered_care_date', 'Date the Child Entered Care', 'date', {
      required: true,
      aliases: ['EnteredCareDate'],
    }),
    column('adoption_decision_date', 'Date of Decision that Child Should be Placed for Adoption', 'date', {
      required: true,
      aliases: ['ADMSHOBPADecisionDate'],
    }),
    column('placement_order_date', 'Date of Placement Order', 'date', { aliases: ['PlacementOrderDate'] }),
    column('matched_date', 'Date of Matching Child and Prospective Adopters', 'date', {
      aliases: ['MatchedForAdoptionDate'],
    }),
    column('placed_date', 'Date Placed for Adoption', 'date', { aliases: ['PlacedForAdoptionDate'] }),
    column('adoption_order_date', 'Date of Adoption Order', 'date', { aliases: ['AdoptionOrderDate'] }),
    column(
      'decision_reversed_date',
      'Date of Decision that Child Should No Longer be Placed for Adoption',
      'date',
      { aliases: ['DecisionReversedDate'] },
    ),
    column('decision_reversed_reason', 'Reason Why Child No Longer Placed for Adoption', 'category', {
      codeSet: 'adoption_decision_reversed_reason',
      aliases: ['DecisionReversedReason'],
    }),
    column(
      'ffa_placed_date',
      'Date the child was placed for fostering in FFA or concurrent planning placement',
      'date',
      { aliases: ['DateFFAConsurrencyPlacement'] },
    ),
  ],
})
