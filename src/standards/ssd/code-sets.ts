import { categoryOfAbuse } from '../annex-a/code-sets/abuse.ts'
import { accommodationType, careLeaverEligibility, suitability } from '../annex-a/code-sets/care-leaver.ts'
import { reasonForClosure } from '../annex-a/code-sets/closure-reason.ts'
import { contactSource } from '../annex-a/code-sets/contact-source.ts'
import { ethnicity } from '../annex-a/code-sets/ethnicity.ts'
import { legalStatus } from '../annex-a/code-sets/legal-status.ts'
import { primaryNeed } from '../annex-a/code-sets/need.ts'
import { bareCodes, code, codeSet, onlyRead, type Code, type CodeSet } from '../code-set.ts'

/** The same code in each of the forms in which the dataset has it. */
const inForms = (bare: string, label: string, forms: readonly string[]): Code[] =>
  forms.map((form) => code(bare, form, label))

const flag = codeSet([
  ...inForms('yes', 'Yes', ['Y', 'Yes', '1', 'True', 'T']),
  ...inForms('no', 'No', ['N', 'No', '0', 'False', 'F']),
])

/**
 * Three systems of codes are in use at once: 00 to 09 in the guidance, 0 to 9 in the list of categories, letters in the
 * scripts. None says anything that another contradicts.
 */
const SEXES = [
  ...inForms('M', 'Male', ['M', '01', '1']),
  ...inForms('F', 'Female', ['F', '02', '2']),
  ...inForms('U', 'Not known', ['U', '00', '0']),
  ...inForms('I', 'Neither', ['I', '09', '9']),
]
const sex = onlyRead(codeSet(SEXES), ['01', '1', '02', '2', '00', '0', 'I', '09', '9'])
const gender = onlyRead(
  codeSet([...SEXES, code('I', 'I', 'Prefers to self-describe', ['Self-described', 'Non-binary'])]),
  ['M', '1', 'F', '2', 'U', '0', 'I', '9'],
)

/** The guidance has CNHE where it means CHNE. */
const ethnicities = bareCodes(ethnicity)
const ethnicityOfChild: CodeSet = {
  ...ethnicities,
  codes: ethnicities.codes.map((code) =>
    code.code === 'CHNE' ? { ...code, spellings: [...code.spellings, 'CNHE'] } : code,
  ),
}

/** In the guidance Y or N; in the list of categories 0 for a plan and 1 for none. */
const sendFlag = codeSet([...inForms('yes', 'Yes', ['Y', 'Yes']), ...inForms('no', 'No', ['N', 'No'])], {
  elsewhere: [[/^[01]$/, 'is a number, of which the standard says in two places two opposite things']],
})

const DISABILITIES: Readonly<Record<string, string>> = {
  NONE: 'No disability',
  MOB: 'Mobility',
  HAND: 'Hand function',
  PC: 'Personal care',
  INC: 'Incontinence',
  COMM: 'Communication',
  LD: 'Learning',
  HEAR: 'Hearing',
  VIS: 'Vision',
  BEH: 'Behaviour',
  CON: 'Consciousness',
  AUT: 'Diagnosed autism or Asperger syndrome',
  DDA: 'Other',
}
const disability = codeSet(Object.entries(DISABILITIES).map(([bare, label]) => code(bare, bare, label)))

/** Stored as words; those of several categories follow "Multiple". */
const ABUSE_WORDS: Readonly<Record<string, string>> = {
  NEG: 'Neglect',
  PHY: 'Physical abuse',
  SAB: 'Sexual abuse',
  EMO: 'Emotional abuse',
  MUL: 'Multiple',
}
const abuse = onlyRead(
  {
    ...categoryOfAbuse,
    codes: categoryOfAbuse.codes.flatMap((category) => [
      {
        ...category,
        published: ABUSE_WORDS[category.code]!,
        spellings: [...category.spellings, category.published],
      },
      code(category.code, category.code, category.label),
    ]),
  },
  Object.keys(ABUSE_WORDS),
)

const ELIGIBILITY_WORDS: Readonly<Record<string, string>> = {
  relevant: 'Relevant',
  former_relevant: 'Former Relevant',
  qualifying: 'Qualifying',
  eligible: 'Eligible',
}
const eligibility: CodeSet = {
  ...careLeaverEligibility,
  codes: [
    ...careLeaverEligibility.codes.map((category) => ({
      ...category,
      published: ELIGIBILITY_WORDS[category.code]!,
      spellings: [...category.spellings, category.published],
    })),
    code('none', 'No Current Eligibility', 'None'),
  ],
}

const suitable: CodeSet = {
  ...suitability,
  codes: [code('yes', '1', 'Suitable'), code('no', '2', 'Unsuitable'), ...suitability.codes],
}

const missing = codeSet([
  code('missing', 'Missing', 'Missing', ['M']),
  code('away', 'Away', 'Away without authorisation', ['A', 'Absent']),
])

const healthStatus = codeSet([
  code('planned', 'Planned', 'Planned'),
  code('refused', 'Refused', 'Refused'),
  code('cancelled', 'Cancelled', 'Cancelled'),
  code('completed', 'Completed', 'Completed'),
])

const permanenceOrder = codeSet([
  code('adoption', 'Adoption', 'Adoption', ['Adoption Order']),
  code('special_guardianship', 'Special Guardianship', 'Special guardianship', [
    'SGO',
    'Special Guardianship Order',
  ]),
  code(
    'child_arrangements',
    'Child Arrangements Order/ Residence Order',
    'Child arrangements or residence order',
    ['CAO', 'Child Arrangements Order', 'Residence Order'],
  ),
])

export const SSD_CODE_SETS = {
  ssd_flag: flag,
  ssd_sex: sex,
  ssd_gender: gender,
  ssd_ethnicity: ethnicityOfChild,
  ssd_send_flag: sendFlag,
  ssd_disability: disability,
  ssd_source: bareCodes(contactSource),
  ssd_primary_need: bareCodes(primaryNeed),
  ssd_closure_reason: bareCodes(reasonForClosure),
  ssd_category_of_abuse: abuse,
  // Wider than any list of it: orders of permanence, private fostering and leaving care are here too.
  ssd_legal_status: { ...bareCodes(legalStatus), open: true },
  ssd_missing: missing,
  ssd_health_status: healthStatus,
  ssd_eligibility: eligibility,
  ssd_accommodation: bareCodes(accommodationType),
  ssd_suitable: suitable,
  ssd_permanence_order: permanenceOrder,
} satisfies Readonly<Record<string, CodeSet>>
