import { censusModule, coded, flagged, plain, type CensusModule } from './census-module.ts'

const required = { required: true }

/** Local ids are often bare numbers. */
const child = plain('LAchildID', 'id', required)
/** Numbers that the XML does not have: its blocks are counted for each child from 1, as every flattened form does. */
const detailsNumber = plain('CINdetailsID', 'integer')
const planNumber = plain('CPPID', 'integer')

const header = censusModule('Header', {
  name: 'About the return',
  naturalKey: ['LEA', 'ReferenceDate', 'SerialNo'],
  subject: null,
  eventDate: null,
  sequences: [],
  fields: [
    plain('Collection', 'string'),
    plain('Year', 'integer'),
    plain('ReferenceDate', 'date', { mayLieAhead: true }),
    plain('SourceLevel', 'string'),
    plain('LEA', 'id', required),
    plain('SoftwareCode', 'string'),
    plain('Release', 'string'),
    plain('SerialNo', 'id'),
    plain('DateTime', 'string'),
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
    plain('UPN', 'id'),
    plain('FormerUPN', 'id'),
    coded('UPNunknown', 'cin_census_upn_unknown'),
    plain('PersonBirthDate', 'date'),
    plain('ExpectedPersonBirthDate', 'date', { mayLieAhead: true }),
    coded('Sex', 'cin_census_sex'),
    coded('GenderCurrent', 'cin_census_gender_current'),
    plain('PersonDeathDate', 'date'),
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
    plain('CINreferralDate', 'date', required),
    coded('ReferralSource', 'cin_census_referral_source', required),
    coded('PrimaryNeedCode', 'cin_census_primary_need'),
    plain('CINclosureDate', 'date'),
    coded('ReasonForClosure', 'cin_census_reason_for_closure'),
    plain('DateOfInitialCPC', 'date'),
    flagged('ReferralNFA', required),
  ],
})

/** In the flattened form an assessment has a row for each of its factors; from XML it has one row with all of them. */
const assessments = censusModule('Assessments', {
  name: 'Assessments',
  naturalKey: ['LAchildID', 'AssessmentActualStartDate', 'AssessmentFactors'],
  subject: 'LAchildID',
  eventDate: 'AssessmentActualStartDate',
  sequences: [['AssessmentActualStartDate', 'AssessmentAuthorisationDate']],
  fields: [
    child,
    detailsNumber,
    plain('AssessmentID', 'integer'),
    plain('AssessmentActualStartDate', 'date', required),
    plain('AssessmentInternalReviewDate', 'date', { mayLieAhead: true }),
    plain('AssessmentAuthorisationDate', 'date'),
    plain('AssessmentFactors', 'string'),
  ],
})

/** Since 2022. */
const planDates = censusModule('CINPlanDates', {
  name: 'Child in need plans',
  naturalKey: ['LAchildID', 'CINPlanStartDate'],
  subject: 'LAchildID',
  eventDate: 'CINPlanStartDate',
  sequences: [['CINPlanStartDate', 'CINPlanEndDate']],
  fields: [
    child,
    detailsNumber,
    plain('CINPlanStartDate', 'date', required),
    plain('CINPlanEndDate', 'date'),
  ],
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
    plain('S47ActualStartDate', 'date', required),
    plain('InitialCPCtarget', 'date', { mayLieAhead: true }),
    plain('DateOfInitialCPC', 'date'),
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
    plain('CPPstartDate', 'date', required),
    plain('CPPendDate', 'date'),
    coded('InitialCategoryOfAbuse', 'cin_census_category_of_abuse', required),
    coded('LatestCategoryOfAbuse', 'cin_census_category_of_abuse', required),
    plain('NumberOfPreviousCPP', 'integer', required),
  ],
})

const reviews = censusModule('Reviews', {
  name: 'Reviews of child protection plans',
  naturalKey: ['LAchildID', 'CPPreviewDate'],
  subject: 'LAchildID',
  eventDate: 'CPPreviewDate',
  sequences: [],
  fields: [child, detailsNumber, planNumber, plain('CPPreviewDate', 'date', required)],
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
    plain('PPStartDate', 'date'),
    plain('LBPSentDate', 'date'),
    flagged('FGDMMeetingOffer'),
    flagged('FGDMMeetingFac'),
    plain('InitialPPMeetingDate', 'date'),
    plain('ReviewMeetingsCount', 'integer'),
    plain('StepDecisionDate', 'date'),
    plain('PPOutcome', 'string'),
    plain('CourtAppDate', 'date'),
    plain('LetterInitCPDate', 'date'),
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
