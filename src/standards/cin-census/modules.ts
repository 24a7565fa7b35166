import { censusModule, coded, flagged, said, type CensusModule } from './census-module.ts'

const required = { required: true }

/** Local ids are often bare numbers. */
const child = said('LAchildID', 'id', required)
/** Numbers that the XML does not have: its blocks are counted for each child from 1, as every flattened form does. */
const detailsNumber = said('CINdetailsID', 'integer')
const planNumber = said('CPPID', 'integer')

const header = censusModule('Header', {
  name: 'About the return',
  naturalKey: ['LEA', 'ReferenceDate', 'SerialNo'],
  subject: null,
  eventDate: null,
  sequences: [],
  fields: [
    said('Collection', 'string'),
    said('Year', 'integer'),
    said('ReferenceDate', 'date', { mayLieAhead: true }),
    said('SourceLevel', 'string'),
    said('LEA', 'id', required),
    said('SoftwareCode', 'string'),
    said('Release', 'string'),
    said('SerialNo', 'id'),
    said('DateTime', 'string'),
  ],
})

/** `Sex` stands where `GenderCurrent` stood to 2024: one of the two is always expected. */
const identifiers = censusModule('ChildIdentifiers', {
  name: 'Children',
  naturalKey: ['LAchildID'],
  subject: 'LAchildID',
  eventDate: null,
  sequences: [['PersonBirthDate', 'PersonDeathDate']],
  fields: [
    child,
    said('UPN', 'id'),
    said('FormerUPN', 'id'),
    coded('UPNunknown', 'cin_census_upn_unknown'),
    said('PersonBirthDate', 'date'),
    said('ExpectedPersonBirthDate', 'date', { mayLieAhead: true }),
    coded('Sex', 'cin_census_sex'),
    coded('GenderCurrent', 'cin_census_gender_current'),
    said('PersonDeathDate', 'date'),
  ],
})

const characteristics = censusModule('ChildCharacteristics', {
  name: 'Ethnicity',
  naturalKey: ['LAchildID'],
  subject: 'LAchildID',
  eventDate: null,
  sequences: [],
  fields: [child, coded('Ethnicity', 'cin_census_ethnicity', required)],
})

const disabilities = censusModule('Disabilities', {
  name: 'Disabilities',
  naturalKey: ['LAchildID', 'Disability'],
  subject: 'LAchildID',
  eventDate: null,
  sequences: [],
  fields: [child, coded('Disability', 'cin_census_disability', required)],
})

/** A referral, and the episode of need that it opened when it needed action. */
const details = censusModule('CINdetails', {
  name: 'Cases',
  naturalKey: ['LAchildID', 'CINreferralDate'],
  subject: 'LAchildID',
  eventDate: 'CINreferralDate',
  sequences: [
    ['CINreferralDate', 'CINclosureDate'],
    ['CINreferralDate', 'DateOfInitialCPC'],
  ],
  fields: [
    child,
    detailsNumber,
    said('CINreferralDate', 'date', required),
    coded('ReferralSource', 'cin_census_referral_source', required),
    coded('PrimaryNeedCode', 'cin_census_primary_need'),
    said('CINclosureDate', 'date'),
    coded('ReasonForClosure', 'cin_census_reason_for_closure'),
    said('DateOfInitialCPC', 'date'),
    flagged('ReferralNFA', required),
  ],
})

/** In the flattened form an assessment stands on a row for each of its factors; from XML it has one row with all of them. */
const assessments = censusModule('Assessments', {
  name: 'Assessments',
  naturalKey: ['LAchildID', 'AssessmentActualStartDate', 'AssessmentFactors'],
  subject: 'LAchildID',
  eventDate: 'AssessmentActualStartDate',
  sequences: [['AssessmentActualStartDate', 'AssessmentAuthorisationDate']],
  fields: [
    child,
    detailsNumber,
    said('AssessmentID', 'integer'),
    said('AssessmentActualStartDate', 'date', required),
    said('AssessmentInternalReviewDate', 'date', { mayLieAhead: true }),
    said('AssessmentAuthorisationDate', 'date'),
    said('AssessmentFactors', 'string'),
  ],
})

/** Since 2022. */
const planDates = censusModule('CINPlanDates', {
  name: 'Child in need plans',
  naturalKey: ['LAchildID', 'CINPlanStartDate'],
  subject: 'LAchildID',
  eventDate: 'CINPlanStartDate',
  sequences: [['CINPlanStartDate', 'CINPlanEndDate']],
  fields: [child, detailsNumber, said('CINPlanStartDate', 'date', required), said('CINPlanEndDate', 'date')],
})

const section47 = censusModule('Section47', {
  name: 'Section 47 enquiries and conferences',
  naturalKey: ['LAchildID', 'S47ActualStartDate'],
  subject: 'LAchildID',
  eventDate: 'S47ActualStartDate',
  sequences: [['S47ActualStartDate', 'DateOfInitialCPC']],
  fields: [
    child,
    detailsNumber,
    said('S47ActualStartDate', 'date', required),
    said('InitialCPCtarget', 'date', { mayLieAhead: true }),
    said('DateOfInitialCPC', 'date'),
    flagged('ICPCnotRequired', required),
  ],
})

const protectionPlans = censusModule('ChildProtectionPlans', {
  name: 'Child protection plans',
  naturalKey: ['LAchildID', 'CPPstartDate'],
  subject: 'LAchildID',
  eventDate: 'CPPstartDate',
  sequences: [['CPPstartDate', 'CPPendDate']],
  fields: [
    child,
    detailsNumber,
    planNumber,
    said('CPPstartDate', 'date', required),
    said('CPPendDate', 'date'),
    coded('InitialCategoryOfAbuse', 'cin_census_category_of_abuse', required),
    coded('LatestCategoryOfAbuse', 'cin_census_category_of_abuse', required),
    said('NumberOfPreviousCPP', 'integer', required),
  ],
})

const reviews = censusModule('Reviews', {
  name: 'Reviews of child protection plans',
  naturalKey: ['LAchildID', 'CPPreviewDate'],
  subject: 'LAchildID',
  eventDate: 'CPPreviewDate',
  sequences: [],
  fields: [child, detailsNumber, planNumber, said('CPPreviewDate', 'date', required)],
})

/** Since 2027. The codes of the outcome are not published yet, so it is kept as it is written. */
const preProceedings = censusModule('PreProceedingsandFGDM', {
  name: 'Pre-proceedings and family group decision making',
  naturalKey: ['LAchildID', 'CINdetailsID', 'PPStartDate'],
  subject: 'LAchildID',
  eventDate: null,
  sequences: [['PPStartDate', 'CourtAppDate']],
  fields: [
    child,
    detailsNumber,
    said('PPStartDate', 'date'),
    said('LBPSentDate', 'date'),
    flagged('FGDMMeetingOffer'),
    flagged('FGDMMeetingFac'),
    said('InitialPPMeetingDate', 'date'),
    said('ReviewMeetingsCount', 'integer'),
    said('StepDecisionDate', 'date'),
    said('PPOutcome', 'string'),
    said('CourtAppDate', 'date'),
    said('LetterInitCPDate', 'date'),
  ],
})

/** The modules of the census with the columns of every year from 2017 to 2027. */
export const CENSUS_MODULES: readonly CensusModule[] = [
  header,
  identifiers,
  characteristics,
  disabilities,
  details,
  assessments,
  planDates,
  section47,
  protectionPlans,
  reviews,
  preProceedings,
]
