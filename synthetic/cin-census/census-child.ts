import { ageAt, dayOf, workingDaysAfter, type DayNumber } from '../day-number.ts'
import type {
  AssessmentEvent,
  ChildLog,
  EnquiryEvent,
  NeedEpisode,
  ProtectionPlan,
  ReferralEvent,
} from '../event-log.ts'
import { isInPeriod, knownDay, wasGoingOn, type ExtractView } from '../extract-view.ts'
import { publishedCode } from '../../src/standards/code-sets.ts'
import { codeIn, factorsIn, inEdition, type CensusEdition } from './census-edition.ts'
import { group, value, type XmlElement } from './xml-element.ts'

/** Working Together: the initial conference within 15 working days of the strategy discussion. */
const WORKING_DAYS_TO_CONFERENCE = 15
/** Schools, and so unique pupil numbers, begin with the reception year. */
const AGE_OF_FIRST_NUMBER = 4

const day = (name: string, on: DayNumber | null): XmlElement[] => value(name, on === null ? null : dayOf(on))
const flag = (name: string, is: boolean): XmlElement[] => value(name, is ? 1 : 0)

/**
 * A child as the census has it: none when no referral of the child's came, and no episode of need was open, in the
 * days of the view. Child-level.
 */
export function censusChild(child: ChildLog, view: ExtractView, edition: CensusEdition): XmlElement | null {
  const details = child.referrals.flatMap((referral) => detailsOf(child, referral, view, edition))
  if (details.length === 0) return null
  const element: XmlElement = {
    name: 'Child',
    content: [
      ...group('ChildIdentifiers', identifiers(child, view)),
      ...group('ChildCharacteristics', [
        ...value('Ethnicity', child.ethnicity),
        ...group(
          'Disabilities',
          (child.isDisabled ? child.disabilities : ['NONE']).flatMap((code) => value('Disability', code)),
        ),
      ]),
      ...details,
    ],
  }
  return inEdition(element, edition)
}

function identifiers(child: ChildLog, { asAt }: ExtractView): XmlElement[] {
  const isUnborn = child.bornOn > asAt
  const upn = ageAt(child.bornOn, asAt) >= AGE_OF_FIRST_NUMBER ? child.upn : null
  return [
    ...value('LAchildID', child.id),
    ...value('UPN', upn),
    ...value('UPNunknown', upn === null ? whyNoNumber(child, asAt) : null),
    ...day(isUnborn ? 'ExpectedPersonBirthDate' : 'PersonBirthDate', child.bornOn),
    // An edition has one of the two. A child unborn has neither sex yet.
    ...value('Sex', publishedCode('cin_census_sex', isUnborn ? 'U' : child.sex)),
    ...value('GenderCurrent', publishedCode('cin_census_gender_current', isUnborn ? 'U' : child.sex)),
  ]
}

/** UN1: not of an age to have one. UN3: educated outside England. UN4: not yet known. */
const whyNoNumber = ({ bornOn, isUnaccompanied }: ChildLog, asAt: DayNumber): string => {
  if (ageAt(bornOn, asAt) < AGE_OF_FIRST_NUMBER) return 'UN1'
  return isUnaccompanied ? 'UN3' : 'UN4'
}

/**
 * What came of one referral; none when it was before the year and nothing of it was open in it. A conference stands
 * under its enquiry: one directly under the referral would be of a child who came with a plan from elsewhere, and
 * nobody in the simulation does.
 */
function detailsOf(
  child: ChildLog,
  referral: ReferralEvent,
  view: ExtractView,
  edition: CensusEdition,
): XmlElement[] {
  const { number, received, source, isNfa } = referral
  const need = child.needs.find((need) => need.referral === number && knownDay(view, need.started) !== null)
  if (knownDay(view, received) === null) return []
  if (!isInPeriod(view, received) && !(need && wasGoingOn(view, need.started, need.closed))) return []
  const closedOn = need ? knownDay(view, need.closed) : null
  const ofReferral = (event: { referral: number }) => event.referral === number
  const enquiries = child.enquiries.filter(ofReferral)
  const plans = child.plans
    .filter(ofReferral)
    .filter(({ started, ended }) => wasGoingOn(view, started, ended))
  return group('CINdetails', [
    ...day('CINreferralDate', received.on),
    ...value('ReferralSource', codeIn(edition, 'cin_census_referral_source', source)),
    ...value('PrimaryNeedCode', need?.needCode ?? null),
    ...day('CINclosureDate', closedOn),
    ...value(
      'ReasonForClosure',
      need && closedOn !== null ? codeIn(edition, 'cin_census_reason_for_closure', need.closeReason) : null,
    ),
    ...child.assessments.filter(ofReferral).flatMap((assessment) => assessmentOf(assessment, view, edition)),
    ...(need ? planDates(need, view) : []),
    ...enquiries.flatMap((enquiry) => enquiryOf(enquiry, view)),
    ...flag('ReferralNFA', isNfa),
    ...plans.flatMap((plan) => protectionPlan(plan, view)),
  ])
}

function assessmentOf(assessment: AssessmentEvent, view: ExtractView, edition: CensusEdition): XmlElement[] {
  const { started, authorised, factors, managerReviews } = assessment
  if (!wasGoingOn(view, started, authorised)) return []
  const authorisedOn = knownDay(view, authorised)
  const reviewedOn = managerReviews[0] ?? null
  return group('Assessments', [
    ...day('AssessmentActualStartDate', started.on),
    ...day(
      'AssessmentInternalReviewDate',
      reviewedOn !== null && reviewedOn <= view.asAt ? reviewedOn : null,
    ),
    ...day('AssessmentAuthorisationDate', authorisedOn),
    ...group(
      'FactorsIdentifiedAtAssessment',
      authorisedOn === null
        ? []
        : factorsIn(edition, factors).flatMap((factor) => value('AssessmentFactors', factor)),
    ),
  ])
}

const planDates = ({ plans }: NeedEpisode, { from, asAt }: ExtractView): XmlElement[] =>
  plans
    .filter((plan) => plan.from <= asAt && (plan.to === null || plan.to >= from))
    .flatMap((plan) =>
      group('CINPlanDates', [
        ...day('CINPlanStartDate', plan.from),
        ...day('CINPlanEndDate', plan.to !== null && plan.to <= asAt ? plan.to : null),
      ]),
    )

function enquiryOf({ started, ended, conference }: EnquiryEvent, view: ExtractView): XmlElement[] {
  if (!wasGoingOn(view, started, conference ?? ended)) return []
  const isOver = knownDay(view, ended) !== null
  const isNotRequired = conference === null && isOver
  return group('Section47', [
    ...day('S47ActualStartDate', started.on),
    ...day(
      'InitialCPCtarget',
      isNotRequired ? null : workingDaysAfter(started.on, WORKING_DAYS_TO_CONFERENCE),
    ),
    ...day('DateOfInitialCPC', knownDay(view, conference)),
    ...flag('ICPCnotRequired', isNotRequired),
  ])
}

function protectionPlan(plan: ProtectionPlan, view: ExtractView): XmlElement[] {
  const reviews = plan.reviews.filter(({ on }) => on >= view.from && on <= view.asAt)
  return group('ChildProtectionPlans', [
    ...day('CPPstartDate', plan.started.on),
    ...day('CPPendDate', knownDay(view, plan.ended)),
    ...value('InitialCategoryOfAbuse', plan.firstCategory),
    ...value('LatestCategoryOfAbuse', plan.latestCategory),
    ...value('NumberOfPreviousCPP', plan.previousPlans),
    ...group(
      'Reviews',
      reviews.flatMap(({ on }) => day('CPPreviewDate', on)),
    ),
  ])
}
