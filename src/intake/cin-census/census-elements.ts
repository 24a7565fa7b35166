import { fieldOf, keysOf, type FieldSpec } from '../../standards/table.ts'
import type { FieldValue } from '../values/field-value.ts'
import type { CensusModule } from '../../standards/cin-census/census-module.ts'
import { CENSUS_MODULES } from '../../standards/cin-census/modules.ts'

/**
 * What stands in each group of the XML and in which order: `?` none or one, `*` any number, `+` one or more, otherwise
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

/** Of the elements that not every year from 2017 has: the first year, and the last. */
const ELEMENT_YEARS: Readonly<Record<string, readonly [since: number, until: number]>> = {
  CINPlanDates: [2022, Infinity],
  Sex: [2025, Infinity],
  GenderCurrent: [0, 2024],
  PreProceedingsandFGDM: [2027, Infinity],
}

/** Other names that systems write, in lower case. */
const OTHER_NAMES: Readonly<Record<string, string>> = { cppreviews: 'Reviews' }

/** Values of which each is a row of its own module. */
const ROW_OF_ITS_OWN: Readonly<Record<string, string>> = {
  Disability: 'Disabilities',
  CPPreviewDate: 'Reviews',
}

/** Groups that are a row; what stands in any other belongs to the row around it. */
const moduleOf = new Map(
  CENSUS_MODULES.filter(({ module }) => !Object.values(ROW_OF_ITS_OWN).includes(module)).map((module) => [
    module.module,
    module,
  ]),
)

/** One kind of element, as it stands in one kind of group. */
export interface CensusElement {
  name: string
  /** Among what stands in its group, from 0; its bit in a set of those is `1 << order`. */
  order: number
  isRequired: boolean
  isMany: boolean
  years: readonly [since: number, until: number] | null
  /** Null of an element that holds a value. */
  group: CensusGroup | null
  /** Of a value: the module whose row it is in itself. */
  ownRow: CensusModule | null
}

export interface CensusGroup {
  name: string
  module: CensusModule | null
  elements: ReadonlyMap<string, CensusElement>
  /** Bits of the elements that must stand there. */
  required: number
  /** Bits of elements of which one must. */
  oneOf: number
}

function groupNamed(name: string): CensusGroup {
  const elements = new Map<string, CensusElement>()
  let required = 0
  let oneOf = 0
  for (const [order, text] of GROUPS[name]!.split(' ').entries()) {
    const [, element = '', often] = /^(\w+)([?*+]?)$/.exec(text)!
    const isRequired = often === '' || often === '+'
    if (isRequired) required |= 1 << order
    if (element === 'Sex' || element === 'GenderCurrent') oneOf |= 1 << order
    const ownRow = CENSUS_MODULES.find(({ module }) => module === ROW_OF_ITS_OWN[element]) ?? null
    elements.set(element, {
      name: element,
      order,
      isRequired,
      isMany: often === '*' || often === '+',
      years: ELEMENT_YEARS[element] ?? null,
      group: element in GROUPS ? groupNamed(element) : null,
      ownRow,
    })
  }
  return { name, module: moduleOf.get(name) ?? null, elements, required, oneOf }
}

export const MESSAGE = groupNamed('Message')

const byName = new Map<string, CensusElement>()
function gather({ elements }: CensusGroup): void {
  for (const element of elements.values()) {
    if (!byName.has(element.name.toLowerCase())) byName.set(element.name.toLowerCase(), element)
    if (element.group) gather(element.group)
  }
}
gather(MESSAGE)

/** The published name of an element written in another way; null when there is no such element anywhere in the census. */
export const publishedName = (name: string): string | null =>
  byName.get((OTHER_NAMES[name.toLowerCase()] ?? name).toLowerCase())?.name ?? null

/** An element by its published name, wherever it should stand. */
export const elementNamed = (name: string): CensusElement => byName.get(name.toLowerCase())!

/** What one row of a module begins as: every column is there, and blank. */
export const blankRow = ({ fields }: CensusModule): Record<string, FieldValue | null> =>
  Object.fromEntries(fields.map(({ key }) => [key, null]))

/** The column that an element's value goes to in a row of a module; null when the module has none. */
export const columnIn = (module: CensusModule, name: string): FieldSpec | null =>
  module.fields.some(({ key }) => key === name) ? fieldOf(module, name) : null

export const isKeyOf = (module: CensusModule, name: string): boolean => keysOf(module).includes(name)
