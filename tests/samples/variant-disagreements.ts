import type { VariantGroup } from './variant-source-errors.ts'

const CODES_OF_ONE_COUNCIL = 'a short code of one council, which its letters alone do not settle'
const CEASED = 'Reason Ceased to be Looked After'

/**
 * Where LIIA's grouping may well be right and our reading does not meet it: what a cell does not say is left unknown and
 * told, not guessed. May become shorter; a spelling that joins is a loss.
 */
export const VARIANT_DISAGREEMENTS: readonly VariantGroup[] = [
  {
    column: "Child's Legal Status",
    why: 'an order that is none of the published legal statuses',
    spellings: [
      'Secure Accommodation S25(1)',
      'Wardship granted in High Court and child in LA accommodation',
    ],
  },
  {
    column: 'Contact Source',
    why: CODES_OF_ONE_COUNCIL,
    spellings: [
      ...'ABS ACOM ASAC BA BR CA CAS CC CH CMAT CPN DC FSU GATE HCEX MARAT'.split(' '),
      ...'N.A.S.S. NCYPS NEYC NURH OD OOPT OR OT OTOT P3 PFSA PHY RES'.split(' '),
      ...'SEN SM SSDT SUPO SUPW TP WR'.split(' '),
    ],
  },
  {
    column: 'Contact Source',
    why: 'a post or a place that councils, health, charities and landlords may each have',
    spellings: [
      'Community Safety Caseworker',
      'Day  Centre',
      'Day Care Staff',
      'Manual Handling Officer',
      'Parenting staff',
      'Pre Birth Liaison',
      'Rehab Officer',
      'Safe Centre',
      'Substance Misuse Professional',
    ],
  },
  {
    column: 'Contact Source',
    why: 'a local name, or a word that says how a contact came and not from whom',
    spellings: [
      'Hearthstone',
      'PARTY CONCERNED',
      'Talkshop',
      'Trafford Extended Service',
      'Web',
      'Wired',
      'You',
    ],
  },
  {
    column: 'Contact Source',
    why: 'the words name several sources; ours is read by those that Ofsted’s list knows',
    spellings: [
      'Education - Knowsley Post 16',
      'Education\\Training\\Workplace Establishment',
      'Emergency Service',
      'Fire & Ambulance',
      'Hospital team - out / day patients',
      'IFSS Family Support',
      'Police/Court /Probation',
      'Other legal agency - eg. children?s centres / independent agency providers / voluntary organisations',
    ],
  },
  {
    column: 'Contact Source',
    why: 'a negation that no known spelling has: whose home it is not says nothing of whose it is',
    spellings: ['Non-SMBC Residential Home - Child'],
  },
  {
    column: 'Contact Source',
    why: 'who runs a domestic abuse service is not said, so it is an other agency (8)',
    spellings: ['Domestic Violence Prefessional / Service', 'Northumberland Domestic Abuse Service'],
  },
  {
    column: 'Ethnicity',
    why: 'the letter of a broad group, or a local number under it, is no one code',
    spellings: ['A.A6', 'C', 'E', 'E.E1.1', 'E: E21'],
  },
  {
    column: 'Ethnicity',
    why: 'the published list has no place for it that is beyond doubt',
    spellings: [
      'EUROTH - Other European',
      'Jewish',
      'Syrian',
      'WHITE BRITISH, MIXED BRITISH',
      'White (Not yet obtained)',
    ],
  },
  { column: 'LA in Touch', why: 'says nothing of contact', spellings: ['Residence not known'] },
  {
    column: 'Placement Provider',
    why: 'a placement without permission has no provider that is told',
    spellings: ['UNAUTHORISED PLACEMENT'],
  },
  {
    column: 'Placement Type',
    why: 'a code and words that contradict each other: the code is kept',
    spellings: [
      'H5 - Placement with other foster carer, arranged through agency, outside LA boundary',
      'R5 - Independent living, eg. in flat or lodgings without formal support staff, or in',
    ],
  },
  {
    column: 'Placement Type',
    why: 'the regulation or the number says nothing of where the child lives',
    spellings: ['09', 'Reg 38', 'X1 - Placed under Regulation 38.6'],
  },
  {
    column: 'Placement Type',
    why: 'a code and a negation of what the code is: neither is believed',
    spellings: [
      "K2 - Children's Homes (not subject to Children's Homes Regulations)",
      "U6 - Residential Accommodation not subject to children's homes regulations",
    ],
  },
  {
    column: 'Placement Type',
    why: 'covers several types, or is read by its own words',
    spellings: [
      'Other placements in the community',
      'R4 - YOUTH TREATMENT CENTRE',
      'Secure units, homes and hostels',
    ],
  },
  {
    column: 'Primary Need Code',
    why: 'a reason of adult social care, which says nothing of a child’s need',
    spellings: [
      'Mental Health Support - Mental Health Support',
      'Physical Support 18-64: Personal care and support',
      'Physical Support 18-64: Personal Care and Support - Transition',
      'Sensory support 18-64: Support for hearing impairment',
      'Substance Misuse: Alcohol problems',
      'Substance Misuse: Drug and alcohol problems',
      'Substance Misuse: Drug problems',
    ],
  },
  {
    column: 'Primary Need Code',
    why: CODES_OF_ONE_COUNCIL,
    spellings: ['B5.B5A', "Code 'NWAS' is not mapped", 'FST_HLES', 'FST_ILL', 'FST_S17', 'N10', 'O_CIN'],
  },
  {
    column: 'Primary Need Code',
    why: 'two needs, and which is the first is not said',
    spellings: ['N1; N4'],
  },
  {
    column: 'Primary Need Code',
    why: 'a circumstance in which more than one need may be the first',
    spellings: [
      'Child Death',
      'Control Issues',
      'Financial Problems',
      'Missing Person',
      'Multiple',
      'Other Parenting Issues',
      'Trilogy of Risk',
    ],
  },
  {
    column: CEASED,
    why: 'a code and words that contradict each other: the code is kept',
    spellings: [
      'E8-Accommodation on remand (S23 CYPA 1969) ceased',
      'E8-Transferred to care of adult services',
    ],
  },
  {
    column: CEASED,
    why: 'no code of the list: one from before E11 and E12 were split, a local one, a reason of another list',
    spellings: ['Case closed after assessment, no further action', 'E1', 'E90'],
  },
  {
    column: 'Reason for Closure',
    why: 'what was done or is next, not why the case was closed or whether after an assessment',
    spellings: [
      'Adult case open at migration',
      'Care Plan Stepped Up',
      'Childrens - NFA - Referral to Gateway Service',
      'Disability Enablement Service',
      'EHA Single Agency',
      'No assessment or service',
      'OUTCOME c_Notify Referrer of Outcome',
      'OUTCOME EARLYHLPENG',
      'OUTCOME SERIOUSINCID',
      'PF16',
      'Refused services',
      'School',
      'School Leaving Age',
      'Universal Plus',
    ],
  },
  {
    column: 'Reason for Closure',
    why: 'a code and words that contradict each other: the code is kept',
    spellings: ['RC8 School Leaving Age'],
  },
  { column: 'Referral NFA?', why: 'may be unknown or unset', spellings: ['U'] },
  {
    column: 'Type of Accommodation',
    why: 'being looked after says nothing of where the young person lives',
    spellings: ['CLA'],
  },
  {
    column: 'Was the child offered a Return Interview after their last missing episode (Y/N)?',
    why: 'answers two columns, and one reading serves both: yes to the offer, no to the interview',
    spellings: ['Offered and Declined (by YP)'],
  },
]
