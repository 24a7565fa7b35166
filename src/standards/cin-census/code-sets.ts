import { categoryOfAbuse } from '../annex-a/code-sets/abuse.ts'
import { reasonForClosure } from '../annex-a/code-sets/closure-reason.ts'
import { contactSource } from '../annex-a/code-sets/contact-source.ts'
import { ethnicity } from '../annex-a/code-sets/ethnicity.ts'
import { primaryNeed } from '../annex-a/code-sets/need.ts'
import { bareCodes, code, codeSet, inYears, onlyRead, type Code, type CodeSet } from '../code-set.ts'

/** `WBRI` or `WBRI: its words`, and nothing else. */
const published = (bare: string, label: string): Code => code(bare, bare, label, [`${bare} ${label}`])

const eachPublished = (labels: Readonly<Record<string, string>>): CodeSet =>
  codeSet(Object.entries(labels).map(([bare, label]) => published(bare, label)))

/** The numbers of the years before are often left under the new name. */
const SINCE_2025 = { since: 2025 }
const sex = inYears(
  onlyRead(
    codeSet([
      code('M', 'M', 'Male', ['1']),
      code('F', 'F', 'Female', ['2']),
      code('U', 'U', 'Unknown', ['0']),
      code('I', '9', 'Indeterminate'),
    ]),
    ['9'],
  ),
  { M: SINCE_2025, F: SINCE_2025, U: SINCE_2025 },
)

const UNTIL_2024 = { until: 2024 }
const genderCurrent = inYears(
  codeSet([
    code('M', '1', 'Male', ['M']),
    code('F', '2', 'Female', ['F']),
    code('U', '0', 'Not recorded or unborn', ['U']),
    code('I', '9', 'Indeterminate'),
  ]),
  { '1': UNTIL_2024, '2': UNTIL_2024, '0': UNTIL_2024, '9': UNTIL_2024 },
)

const flag = codeSet([
  code('yes', '1', 'Yes', ['Y', 'True', '1 Yes']),
  code('no', '0', 'No', ['N', 'False', '0 No']),
])

/** The schema has UN6 and UN7, and no words for them. */
const upnUnknown = eachPublished({
  UN1: 'Not of an age to have one, or not yet assigned',
  UN2: 'Never attended a maintained school in England',
  UN3: 'Educated outside England',
  UN4: 'Not yet known',
  UN5: 'Sources disagree',
  UN6: 'Another reason (UN6)',
  UN7: 'Another reason (UN7)',
})

const disability = eachPublished({
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
  AUT: 'Autism',
  DDA: 'Other disability',
})

const SINCE_2021 = { since: 2021 }

/** 18A and 19A were parted in 2021 into B, by another child, and C, by an adult. All are read in any year. */
export const assessmentFactors = inYears(
  eachPublished({
    '1A': 'Alcohol misuse by the child',
    '1B': 'Alcohol misuse by a parent or carer',
    '1C': 'Alcohol misuse by another person in the household',
    '2A': 'Drug misuse by the child',
    '2B': 'Drug misuse by a parent or carer',
    '2C': 'Drug misuse by another person in the household',
    '3A': 'Domestic abuse of the child',
    '3B': 'Domestic abuse of a parent or carer',
    '3C': 'Domestic abuse of another person in the household',
    '4A': 'Mental health of the child',
    '4B': 'Mental health of a parent or carer',
    '4C': 'Mental health of another person in the household',
    '5A': 'Learning disability of the child',
    '5B': 'Learning disability of a parent or carer',
    '5C': 'Learning disability of another person in the household',
    '6A': 'Physical disability or illness of the child',
    '6B': 'Physical disability or illness of a parent or carer',
    '6C': 'Physical disability or illness of another person in the household',
    '7A': 'Young carer',
    '8B': 'Privately fostered, from overseas and returning',
    '8C': 'Privately fostered, from overseas and staying',
    '8D': 'Privately fostered, in a UK educational placement',
    '8E': 'Privately fostered, other family arrangements in the UK',
    '8F': 'Privately fostered, other',
    '9A': 'Unaccompanied asylum-seeking child',
    '10A': 'Missing',
    '11A': 'Child sexual exploitation',
    '12A': 'Trafficking',
    '13A': 'Gangs',
    '14A': 'Socially unacceptable behaviour',
    '15A': 'Self-harm',
    '16A': 'Neglect',
    '17A': 'Emotional abuse',
    '18A': 'Physical abuse',
    '18B': 'Physical abuse, child on child',
    '18C': 'Physical abuse, adult on child',
    '19A': 'Sexual abuse',
    '19B': 'Sexual abuse, child on child',
    '19C': 'Sexual abuse, adult on child',
    '20': 'Other',
    '21': 'No factors identified',
    '22A': 'Female genital mutilation',
    '23A': 'Abuse linked to faith or belief',
    '24A': 'Child criminal exploitation',
  }),
  { '18B': SINCE_2021, '18C': SINCE_2021, '19B': SINCE_2021, '19C': SINCE_2021, '24A': { since: 2022 } },
)

/**
 * The codes of every year from 2017 to 2027 together: a file is one year behind often enough that a code of another
 * year is read and not refused.
 */
export const CIN_CENSUS_CODE_SETS = {
  cin_census_sex: sex,
  cin_census_gender_current: genderCurrent,
  cin_census_flag: flag,
  cin_census_upn_unknown: upnUnknown,
  cin_census_ethnicity: bareCodes(ethnicity),
  cin_census_disability: disability,
  cin_census_referral_source: inYears(bareCodes(contactSource), { '5D': { since: 2023 } }),
  cin_census_primary_need: bareCodes(primaryNeed),
  cin_census_reason_for_closure: inYears(bareCodes(reasonForClosure), { RC9: { since: 2023 } }),
  cin_census_category_of_abuse: bareCodes(categoryOfAbuse),
  cin_census_assessment_factors: assessmentFactors,
} satisfies Readonly<Record<string, CodeSet>>

export type CensusCodeSet = keyof typeof CIN_CENSUS_CODE_SETS
