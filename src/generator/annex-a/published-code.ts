/** The lettered codes that Ofsted publishes for Annex A, by what the event log calls them. */
const YES_NO = { yes: 'a) Yes', no: 'b) No' } as const
const YES_NO_UNKNOWN = { ...YES_NO, unknown: 'c) Unknown' } as const

/** `a) WBRI`, `b) WIRI` and so on: letters in order, with what each stands for. */
const lettered = <Code extends string>(codes: readonly Code[]): Record<Code, string> =>
  Object.fromEntries(
    codes.map((code, place) => [code, `${String.fromCodePoint(97 + place)}) ${code}`]),
  ) as Record<Code, string>

const SETS = {
  yes_no: YES_NO,
  yes_no_unknown: YES_NO_UNKNOWN,
  /** Published without letters. */
  ffa_flag: { yes: 'Yes', no: 'No' },
  referral_nfa: YES_NO,
  disability: YES_NO_UNKNOWN,
  child_seen: YES_NO_UNKNOWN,
  gender: { M: 'a) Male', F: 'b) Female', U: 'c) Not stated/recorded' },
  gender_adopter: { M: 'a) Male', F: 'b) Female' },
  ethnicity: {
    ...lettered(
      'WBRI WIRI WIRT WOTH WROM MWBC MWBA MWAS MOTH AIND APKN ABAN AOTH BCRB BAFR BOTH CHNE OOTH REFU'.split(
        ' ',
      ),
    ),
    NOBT: 's) NOBT',
  },
  contact_source: {
    '1A': 'a) 1A: Individual',
    '1B': 'b) 1B: Individual',
    '1C': 'c) 1C: Individual',
    '1D': 'd) 1D: Individual',
    '2A': 'e) 2A: Schools',
    '2B': 'f) 2B: Education services',
    '3A': 'g) 3A: Health services',
    '3B': 'h) 3B: Health services',
    '3C': 'i) 3C: Health services',
    '3D': 'j) 3D: Health services',
    '3E': 'k) 3E: Health services',
    '3F': 'l) 3F: Health services',
    '4': 'm) 4: Housing',
    '5A': 'n) 5A: LA services',
    '5B': 'o) 5B: LA services',
    '5C': 'p) 5C: LA services',
    '6': 'q) 6: Police',
    '7': 'r) 7: Other legal agency',
    '8': 's) 8: Other',
    '9': 't) 9: Anonymous',
  },
  primary_need: {
    N1: 'N1 - Abuse or neglect',
    N2: 'N2 - Child’s disability',
    N3: 'N3 - Parental disability or illness',
    N4: 'N4 - Family in acute stress',
    N5: 'N5 - Family dysfunction',
    N6: 'N6 - Socially unacceptable behaviour',
    N7: 'N7 - Low income',
    N8: 'N8 - Absent parenting',
  },
  category_of_need: {
    N1: 'N1 - Abuse or neglect',
    N2: 'N2 - Child’s disability',
    N3: 'N3 - Parental illness or disability',
    N4: 'N4 - Family in acute stress',
    N5: 'N5 - Family dysfunction',
    N6: 'N6 - Socially unacceptable behaviour',
    N7: 'N7 - Low income',
    N8: 'N8 - Absent parenting',
  },
  reason_for_closure: {
    RC1: 'RC1 - Adopted',
    RC3: 'RC3 - Child arrangements order',
    RC4: 'RC4 - Special guardianship order',
    RC5: 'RC5 - Transferred to services of another local authority',
    RC6: 'RC6 - Transferred to adult social care services',
    RC7: 'RC7 - Services ceased for any other reason, including child no longer in need',
    RC8: 'RC8 - Case closed after assessment, no further action',
    RC9: 'RC9 - Case closed after assessment, referred to early help',
  },
  case_status: {
    a: 'a) Looked after child',
    b: 'b) Child Protection plan',
    c: 'c) Child in need plan',
    d: 'd) Open assessment',
    e: 'e) Closed episode',
  },
  category_of_abuse: {
    NEG: 'a) Neglect',
    PHY: 'b) Physical abuse',
    SAB: 'c) Sexual abuse',
    EMO: 'd) Emotional abuse',
    MUL: 'e) Multiple/not recommended',
  },
  legal_status: {
    C1: 'C1: ICO',
    C2: 'C2: FCO',
    E1: 'E1: Placement order',
    V2: 'V2: Single period under S20',
    L1: 'L1: Police protection LA accommodation',
    L2: 'L2: EPO',
  },
  permanence_plan: {
    a: 'a) Return to family',
    b: 'b) Adoption',
    c: 'c) SGO/CAO',
    d: 'd) Supported living in the community',
    e: 'e) Long-term residential placement',
    f: 'f) Long-term fostering',
    g: 'g) other',
  },
  reason_ceased_looked_after: {
    E11: 'a) E11: Adopted - application unopposed',
    E12: 'b) E12: Adopted - consent dispensed',
    E3: 'd) E3: Care taken by another LA',
    E4A: 'e) E4A: Returned home to live with parents or relatives - part of planning',
    E4B: 'f) E4B: Returned home to live with parents or relatives - not part of planning',
    E13: 'g) E13: Parents, relatives or other with no parental responsibility',
    E41: 'h) E41: Residence order granted',
    E45: 'i) E45: Special Guardianship Orders - former carer relative/friend',
    E46: 'j) E46: Special Guardianship Orders - former carer other',
    E5: 'm) E5: Moved into independent living - supported',
    E6: 'n) E6: Moved into independent living - no support',
    E7: 'o) E7: Transferred to residential care funded by adult social services',
    E9: 'p) E9: Sentenced to custody',
    E8: 't) E8: Care ceased for any other reason',
    E17: 'v) E17: Aged 18+ and remained with current carers',
  },
  placement_type: {
    U1: 'a) U1: Foster placement - relatives - long term',
    U3: 'c) U3: Foster placement - relative - not FFA',
    U4: 'd) U4: Foster placement - long term',
    U6: 'f) U6: Foster placement - not FFA',
    A6: 'j) A6: Placed for adoption - order - not foster',
    P1: 'k) P1: Placed with parents',
    P2: 'l) P2: Independent living',
    H5: 'n) H5: Residential accommodation',
    K2: 'p) K2: Children’s Homes',
    R1: 'q) R1: Residential Care Home',
    R3: 's) R3: Family Centre or Mother and Baby Unit',
  },
  placement_provider: {
    PR0: 'a) PR0: Parents/Parental responsibility',
    PR1: 'b) PR1: Own provision',
    PR2: 'c) PR2: Other LA provision',
    PR4: 'e) PR4: Private provision',
    PR5: 'f) PR5: Voluntary/third sector',
  },
  placement_location: { in: 'a) In', out: 'b) Out' },
  care_leaver_eligibility: { a: 'a) Relevant child', b: 'b) Former relevant child' },
  la_in_touch: { a: 'a) Yes', b: 'b) No', d: 'd) Refu', e: 'e) NREQ', f: 'f) Rhom' },
  accommodation_type: {
    B: 'B: Parents/relatives',
    D: 'D: Semi-independent, transitional accommodation and self-contained accommodation',
    E: 'E: Supported lodgings',
    K: 'K: Ordinary lodgings, without formal support',
    R: 'R: Residence not known',
    S: 'S: No fixed abode / homeless',
    T: 'T: Foyers and similar supported accommodation',
    U: 'U: Independent living',
    V: 'V: Emergency accommodation',
    W: 'W: Bed and breakfast',
    X: 'X: In custody',
    Z: 'Z: With former foster carers',
  },
  suitability: { yes: 'a) Suitable', no: 'b) Unsuitable' },
  activity_status: {
    F1: 'F1: Full time in higher education',
    F2: 'F2: Full time in education other than higher',
    P2: 'P2: Part time in education other than higher',
    F3: 'F3: Full time in training or employment',
    P3: 'P3: Part time in training or employment',
    G4: 'G4: Not in education, employment or training - illness or disability',
    G5: 'G5: Not in education, employment or training - other',
    G6: 'G6: Not in education, employment or training - pregnancy or parenting',
    F4: 'F4: Young person engaged full time in an apprenticeship',
    F5: 'F5: Young person engaged full time in training or employment (not apprenticeship)',
  },
  adoption_decision_reversed_reason: {
    RD1: 'RD1 - The child’s needs changed subsequent to the decision',
    RD2: 'RD2 - The Court did not make a placement order',
    RD3: 'RD3 - Prospective adopters could not be found',
    RD4: 'RD4 - Any other reason',
  },
  adopter_leaving_reason: {
    '1': '1 - Adopter withdrew from process',
    '2': '2 - Process put on hold',
    '3': '3 - Application refused',
  },
} as const satisfies Record<string, Readonly<Record<string, string>>>

export type CodeSetName = keyof typeof SETS
export const CODE_SETS: Readonly<Record<CodeSetName, Readonly<Record<string, string>>>> = SETS

/** A code as a council would send it. Throws for one that the set does not hold: a file is never guessed. */
export function published(set: CodeSetName, code: string): string {
  const text = CODE_SETS[set][code]
  if (text === undefined) throw new Error(`No published code for ${code} in ${set}`)
  return text
}

export const yesNo = (is: boolean): string => (is ? YES_NO.yes : YES_NO.no)
export const yesNoUnknown = (is: boolean | null): string => (is === null ? YES_NO_UNKNOWN.unknown : yesNo(is))
