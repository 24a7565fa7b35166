/** An element of the census in the group where it is. */
export interface CensusPart {
  name: string
  isRequired: boolean
  isMany: boolean
  /** The first and the last year that have it, of one that not every year from 2017 has. */
  since?: number
  until?: number
}

/**
 * What is in each group of the XML and in which order: `?` none or one, `*` any number, `+` one or more, otherwise
 * one. After the schemas of 2017 to 2026 (Crown copyright, Open Government Licence v3.0), and for 2027 after the files
 * that tools already write. Years differ by a few elements, which `ELEMENT_YEARS` names.
 */
const GROUPS: Readonly<Record<string, string>> = {
  Message: 'Header? Children',
  Header: 'CollectionDetails? Source*',
  CollectionDetails: 'Collection? Year? ReferenceDate?',
  Source: 'SourceLevel? LEA SoftwareCode? Release? SerialNo? DateTime?',
  Children: 'Child+',
  Child: 'ChildIdentifiers ChildCharacteristics CINdetails+',
  ChildIdentifiers:
    'LAchildID UPN? FormerUPN? UPNunknown? PersonBirthDate? ExpectedPersonBirthDate? Sex? GenderCurrent? PersonDeathDate?',
  ChildCharacteristics: 'Ethnicity Disabilities?',
  Disabilities: 'Disability+',
  CINdetails:
    'CINreferralDate ReferralSource PrimaryNeedCode? CINclosureDate? ReasonForClosure? DateOfInitialCPC? Assessments* ' +
    'CINPlanDates* Section47* ReferralNFA ChildProtectionPlans* PreProceedingsandFGDM*',
  Assessments:
    'AssessmentActualStartDate AssessmentInternalReviewDate? AssessmentAuthorisationDate? FactorsIdentifiedAtAssessment?',
  FactorsIdentifiedAtAssessment: 'AssessmentFactors+',
  CINPlanDates: 'CINPlanStartDate CINPlanEndDate?',
  Section47: 'S47ActualStartDate InitialCPCtarget? DateOfInitialCPC? ICPCnotRequired',
  ChildProtectionPlans:
    'CPPstartDate CPPendDate? InitialCategoryOfAbuse LatestCategoryOfAbuse NumberOfPreviousCPP Reviews?',
  Reviews: 'CPPreviewDate+',
  PreProceedingsandFGDM:
    'PPStartDate? LBPSentDate? FGDMMeetingOffer? FGDMMeetingFac? InitialPPMeetingDate? ReviewMeetingsCount? ' +
    'StepDecisionDate? PPOutcome? CourtAppDate? LetterInitCPDate?',
}

/** `Sex` took the place of `GenderCurrent`: one of the two is expected in any year. */
const ELEMENT_YEARS: Readonly<Record<string, Pick<CensusPart, 'since' | 'until'>>> = {
  CINPlanDates: { since: 2022 },
  Sex: { since: 2025 },
  GenderCurrent: { until: 2024 },
  PreProceedingsandFGDM: { since: 2027 },
}

const partOf = (text: string): CensusPart => {
  const [, name = '', often] = /^(\w+)([?*+]?)$/.exec(text)!
  return {
    name,
    isRequired: often === '' || often === '+',
    isMany: often === '*' || often === '+',
    ...ELEMENT_YEARS[name],
  }
}

/** The elements of each group, in order. What is no group holds a value. */
export const CENSUS_GROUPS: ReadonlyMap<string, readonly CensusPart[]> = new Map(
  Object.entries(GROUPS).map(([group, parts]) => [group, parts.split(' ').map(partOf)]),
)

export const isPartOfYear = ({ since, until }: CensusPart, year: number): boolean =>
  year >= (since ?? year) && year <= (until ?? year)
