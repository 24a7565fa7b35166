/** Spellings of one column that our reading and LIIA's grouping part over, and why. */
export interface VariantGroup {
  column: string
  why: string
  spellings: readonly string[]
}

const CEASED = 'Reason Ceased to be Looked After'
const UASC = ['within the Last 12 Months (Y/N)', ', or formerly UASC if 18 or over (Y/N)'] as const

/**
 * Where LIIA's grouping is not a correct expectation: it goes against the code that the cell names, against Ofsted's own
 * words, or against itself. None of these is held against our reading.
 */
export const VARIANT_SOURCE_ERRORS: readonly VariantGroup[] = [
  {
    column: "Child's Legal Status",
    why: 'remand is youth justice (J1), not child protection',
    spellings: ['On remand or committed for trial or sentence'],
  },
  {
    column: 'Contact Source',
    why: 'Ofsted counts anonymous (9) apart from unknown (10)',
    spellings: ['(CS) Anonymous'],
  },
  {
    column: 'Contact Source',
    why: 'schools are 2A and education services 2B, whoever wrote "Education" before them',
    spellings: ['(CS) Education - ESBAS', '(CS) Education - Schools', 'Education - Schools / Academy'],
  },
  {
    column: 'Contact Source',
    why: 'courts, probation and CAFCASS are other legal agencies (7), by Ofsted’s words',
    spellings: [
      '7 - Law - Other (Including Courts, CAFCASS)',
      '7 - Law - Other (Including Courts, Probation, CAFCASS)',
      '7 - Law - Probation',
      '70) Legal Agency - Court',
      '71) Legal Agency - Court: Cafcass',
      'Legal Agency',
      'Other - Probation',
      'Other Legal Agency - eg CAFCASS',
      'Probation (CRC)',
      'Probation (NPS)',
      'Probation / CRC',
      'Probation Service',
    ],
  },
  {
    column: 'Contact Source',
    why: 'health services (3) by Ofsted’s words: not police, schools or the council',
    spellings: ['COMMUNITY MENTAL HEALTH TEAM.', 'Health Services - Other Primary', 'Nursing-School Nurse'],
  },
  {
    column: 'Contact Source',
    why: 'another authority’s social care is LA services, external (5C)',
    spellings: ['External eg. from OLA', 'OLA Social Services', 'Other OLA'],
  },
  {
    column: 'Contact Source',
    why: 'adults’ services (5A) and youth offending (5B) are LA services by Ofsted’s words',
    spellings: ['HCC Adult Services Dept (not OoH)', 'Youth Offending Service (YOS)'],
  },
  {
    column: 'Contact Source',
    why: 'child minders (1B) and other members of the public (1D) are individuals by Ofsted’s words',
    spellings: ['OTH - Child Minder', 'Public (Other Individual)'],
  },
  {
    column: 'Contact Source',
    why: 'housing (4) is no legal agency, and the charity Home-Start no housing',
    spellings: ['Homestart', 'Housing Providers'],
  },
  {
    column: 'Contact Source',
    why: 'LIIA files the same words elsewhere when they are written a little otherwise',
    spellings: ['Connexions', 'Education - Nursery', 'Occupational Therapy'],
  },
  {
    column: 'Eligibility Category',
    why: 'LIIA reads Q alone as qualifying, and so do we in any wrapping',
    spellings: ["Code 'Q' is not mapped"],
  },
  {
    column: 'Ethnicity',
    why: 'the code in the cell says otherwise; OKRD, Kurdish, is one of the department’s codes under OOTH',
    spellings: [
      'KURDISH',
      'OKRD - Kurdish',
      'OOTH - Unspecified - Any Other Ethnic Group',
      'White and Asian [MWAS]',
    ],
  },
  {
    column: 'LA in Touch',
    why: 'the cell says yes or no; LIIA leaves the young person out for where they live',
    spellings: [
      '05 - No, residence not known',
      '3 - Yes, gone abroad',
      '5 - No, residence not known',
      'No, gone abroad',
      'Yes, gone abroad',
    ],
  },
  {
    column: 'Placement Provider',
    why: 'a blank is no provider, and parents (PR0) are not the council’s own provision',
    spellings: [
      '-',
      'nan',
      'Not Recorded',
      'PR0: Provision by own parents or other person with parental responsibility',
    ],
  },
  {
    column: 'Placement Type',
    why: 'the code and the words of the cell agree, and LIIA’s group is another',
    spellings: [
      'A4 Placed for adoption w. consent not w. current foster carer',
      "H5 Semi-independent living accommodation not subject to children's homes regulations",
      'Other residential settings',
    ],
  },
  {
    column: 'Placement Type',
    why: 'older foster codes whose words still say with whom the child lives',
    spellings: [
      'F1 - Placement with relative or friend (in boundary)',
      'F2 - Placement with other carer (by council - within boundary)',
      'F3 - Placement with other carer (through agency - within boundary)',
      'F5 - Placement with carer (by council - outside boundary)',
    ],
  },
  {
    column: 'Primary Need Code',
    why: 'N0 is not stated, and another child in need is in need',
    spellings: ['N0 - N / A (Adoption & Fostering Use Only)', 'O_CIN Other Child in Need'],
  },
  {
    column: CEASED,
    why: 'the cell says which code it is: age assessed (E15), home to those with parental responsibility (E4A, E4B)',
    spellings: [
      'Age assessment determined child is aged 18 or over and E5, E6 and E7 do not apply e.g. an unaccompanied asylum seeking child who',
      'E4A Return home with parents/rels/other with PR - part of care planning process',
      'UnPlanned to parent/other parent resp',
    ],
  },
  {
    column: 'Reason Why Child No Longer Placed for Adoption',
    why: 'a court that overturns a decision is no change of the child’s needs',
    spellings: ['Court overturned the original decision'],
  },
  {
    column: 'Reason for Closure',
    why: 'adult services (RC6) are not another authority, and RC9 is a closure after assessment',
    spellings: [
      'DCT Transfer to Adult Services',
      'RC6:Transferred to adult social services',
      'RC9 - De-escalation to Early Help - NFA at Referral or Activity after assessment',
      'RC9 - NFA at Referral',
    ],
  },
  {
    column: 'Type of Accommodation',
    why: 'a residential school is no foyer; LIIA files the same words as one under placements only',
    spellings: ["All Residential Schools, except where dual-registered as a school and children's"],
  },
  ...UASC.map((which) => ({
    column: `Unaccompanied Asylum Seeking Child (UASC)${which.startsWith(',') ? '' : ' '}${which}`,
    why: 'being looked after says nothing of seeking asylum, and not being so says it least',
    spellings: ['CLA', 'Non-CLA'],
  })),
]
