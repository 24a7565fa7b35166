import { adoptionDecisionReversedReason } from '../annex-a/code-sets/adoption.ts'
import { reasonCeasedLookedAfter } from '../annex-a/code-sets/care-end-reason.ts'
import { activityStatus, laInTouch } from '../annex-a/code-sets/care-leaver.ts'
import { ethnicity } from '../annex-a/code-sets/ethnicity.ts'
import { legalStatus } from '../annex-a/code-sets/legal-status.ts'
import { categoryOfNeed } from '../annex-a/code-sets/need.ts'
import { placementProvider, placementType } from '../annex-a/code-sets/placement.ts'
import { bareCodes, code, codeSet, inYears, onlyRead, type Code, type CodeSet } from '../code-set.ts'

/** Annex A's codes, and those that the return alone has. */
const withMore = (set: CodeSet, more: readonly Code[]): CodeSet => {
  const bare = bareCodes(set)
  return { ...bare, codes: [...bare.codes, ...more] }
}

const SINCE_2019 = { since: 2019 }
const SINCE_2022 = { since: 2022 }
const SINCE_2025 = { since: 2025 }
const SINCE_2026 = { since: 2026 }
const UNTIL_2018 = { until: 2018 }
const UNTIL_2021 = { until: 2021 }
const UNTIL_2024 = { until: 2024 }

/** `WBRI` or `WBRI: its words`, and nothing else. */
const published = (code_: string, label: string, spellings: readonly string[] = []): Code =>
  code(code_, code_, label, [`${code_} ${label}`, ...spellings])

/** The file of unaccompanied children has had either form in any year. */
const sex = inYears(
  codeSet([
    published('M', 'Male'),
    code('M', '1', 'Male'),
    published('F', 'Female'),
    code('F', '2', 'Female'),
    published('U', 'Unknown'),
  ]),
  { M: SINCE_2025, F: SINCE_2025, U: SINCE_2025, '1': UNTIL_2024, '2': UNTIL_2024 },
)

const flag = codeSet([
  code('yes', '1', 'Yes', ['Y', 'True', '1 Yes']),
  code('no', '0', 'No', ['N', 'False', '0 No']),
])

const reasonNewEpisode = codeSet([
  published('S', 'Started to be looked after'),
  published('L', 'Change of legal status only'),
  published('P', 'Change of placement and carer'),
  published('T', 'Change of placement, same carer'),
  published('B', 'Change of legal status, placement and carer'),
  published('U', 'Change of legal status and placement, same carer'),
])

/** Z1 was parted into four in 2026. */
const placement = inYears(
  withMore(
    placementType,
    ['Z11', 'Z12', 'Z13', 'Z14'].map((part) => published(part, `Other placement (${part})`)),
  ),
  {
    K3: SINCE_2025,
    H5: UNTIL_2024,
    P2: UNTIL_2024,
    Z1: { until: 2025 },
    Z11: SINCE_2026,
    Z12: SINCE_2026,
    Z13: SINCE_2026,
    Z14: SINCE_2026,
  },
)

const reasonEpisodeCeased = inYears(onlyRead(bareCodes(reasonCeasedLookedAfter), ['E4']), {
  E43: UNTIL_2018,
  E44: UNTIL_2018,
  E45: SINCE_2019,
  E46: SINCE_2019,
  E47: SINCE_2019,
  E48: SINCE_2019,
})

const activity = inYears(withMore(activityStatus, [published('0', 'Not in touch')]), {
  F3: UNTIL_2021,
  P3: UNTIL_2021,
  F4: SINCE_2022,
  P4: SINCE_2022,
  F5: SINCE_2022,
  P5: SINCE_2022,
})

const reasonPlacementChange = codeSet([
  published('CARPL', 'Change to or implementing care plan'),
  published('CLOSE', 'Resignation or closure of provision'),
  published('ALLEG', 'Allegation (section 47)'),
  published('STAND', 'Standards of care concern'),
  published('APPRR', 'Approval removed'),
  published('CREQB', 'Carer asks, child’s behaviour'),
  published('CREQO', 'Carer asks, other reason'),
  published('CHILD', 'Child asks'),
  published('LAREQ', 'Responsible or area authority asks'),
  published('PLACE', 'Status of placement only'),
  { ...published('CUSTOD', 'Custody arrangement'), ...SINCE_2019 },
  published('OTHER', 'Other'),
])

const participation = codeSet([
  published('PN0', 'Under 4'),
  published('PN1', 'Attends and speaks'),
  published('PN2', 'Attends, advocate speaks'),
  published('PN3', 'Attends, views shown symbolically'),
  published('PN4', 'Attends, no contribution'),
  published('PN5', 'Absent, advocate briefed'),
  published('PN6', 'Absent, views sent another way'),
  published('PN7', 'Absent, views not conveyed'),
])

/** Kept by the word the dataset has for it, whose letters differ from one standard to the next. */
const missing = codeSet([
  code('missing', 'M', 'Missing'),
  code('away', 'A', 'Away without authorisation', ['Away', 'Absent']),
])

const sdqReason = codeSet([
  published('SDQ1', 'Under 4 or over 16'),
  published('SDQ2', 'Carer refused'),
  published('SDQ3', 'Severity of disability'),
  published('SDQ4', 'Other'),
  published('SDQ5', 'Child refused'),
])

const ACCOMMODATION: Readonly<Record<string, string>> = {
  B: 'With parents or relatives',
  C: 'Community home or other residential care',
  D: 'Semi-independent or transitional',
  E: 'Supported lodgings',
  G: 'Gone abroad',
  H: 'Deported',
  K: 'Ordinary lodgings',
  R: 'Residence not known',
  S: 'No fixed abode or homeless',
  T: 'Foyer or similar',
  U: 'Independent living',
  V: 'Emergency accommodation',
  W: 'Bed and breakfast',
  X: 'In custody',
  Y: 'Other',
  Z: 'With former foster carers',
}

/** A letter and whether it suits: `U1` is independent living that does. Synthetic files write 01 and 02 for a leaver not in touch. */
const accommodation = codeSet([
  ...Object.entries(ACCOMMODATION).flatMap(([letter, label]) => [
    published(`${letter}1`, `${label}, suitable`),
    published(`${letter}2`, `${label}, unsuitable`),
  ]),
  published('0', 'Not in touch', ['01', '02']),
])

const sexOfAdopters = codeSet([
  published('M1', 'Single male'),
  published('F1', 'Single female'),
  published('MM', 'Male couple'),
  published('FF', 'Female couple'),
  published('MF', 'Male and female couple'),
])

const legalStatusOfAdopters = codeSet([
  published('L0', 'Single'),
  published('L11', 'Different-gender married couple'),
  published('L12', 'Same-gender married couple'),
  published('L2', 'Civil partnership'),
  published('L3', 'Different-gender unmarried couple'),
  published('L4', 'Same-gender couple, neither'),
])

const numberOfAdopters = codeSet([published('1', 'One'), published('2', 'Two')])

const previousPermanence = codeSet([
  published('P1', 'Adoption'),
  published('P2', 'Special guardianship order'),
  published('P3', 'Residence or child arrangements order'),
  published('P4', 'Unknown'),
  published('Z1', 'None'),
])

const workerReason = codeSet([
  published('MANAGE', 'Managing caseloads'),
  published('FCONTA', 'First contact or re-referral'),
  published('LEFTRL', 'Left role'),
  published('ORGRST', 'Restructure'),
  published('TSPROC', 'Standard transfer'),
  published('ABSENC', 'Absence cover or return'),
  published('CHCHAN', 'Child asked'),
  published('PCCHAN', 'Parent or carer asked'),
  published('SWDIED', 'Worker died'),
  published('OTHERS', 'Other'),
])

/**
 * The codes of every year from 2017 to 2027 together: what one year dropped and another took up is read in each, for a
 * return of several years, or one that is a year behind, holds both.
 */
export const SSDA903_CODE_SETS = {
  ssda903_sex: sex,
  ssda903_flag: flag,
  ssda903_ethnicity: bareCodes(ethnicity),
  ssda903_reason_new_episode: reasonNewEpisode,
  ssda903_legal_status: bareCodes(legalStatus),
  ssda903_category_of_need: bareCodes(categoryOfNeed),
  ssda903_placement_type: placement,
  ssda903_placement_provider: bareCodes(placementProvider),
  ssda903_reason_episode_ceased: reasonEpisodeCeased,
  ssda903_reason_placement_change: reasonPlacementChange,
  ssda903_participation: participation,
  ssda903_missing: missing,
  ssda903_sdq_reason: sdqReason,
  ssda903_in_touch: bareCodes(laInTouch),
  ssda903_activity: activity,
  ssda903_accommodation: accommodation,
  ssda903_sex_of_adopters: sexOfAdopters,
  ssda903_legal_status_of_adopters: legalStatusOfAdopters,
  ssda903_number_of_adopters: numberOfAdopters,
  ssda903_previous_permanence: previousPermanence,
  ssda903_reason_placed_ceased: bareCodes(adoptionDecisionReversedReason),
  ssda903_worker_reason: workerReason,
} satisfies Readonly<Record<string, CodeSet>>

export type ReturnCodeSet = keyof typeof SSDA903_CODE_SETS
