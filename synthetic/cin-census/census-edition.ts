/** A census of the year N is of 1 April N-1 to 31 March N. An edition stands from its year until the next. */
export const CENSUS_EDITIONS = [2018, 2021, 2022, 2023, 2025, 2026] as const
export type CensusEdition = (typeof CENSUS_EDITIONS)[number]

/** The edition a year's census is written in; years before the first are written in the first. */
export const editionOf = (year: number): CensusEdition =>
  CENSUS_EDITIONS.findLast((edition) => edition <= year) ?? CENSUS_EDITIONS[0]

/** Child in need plans have their dates in the census from 2022. */
export const hasPlanDates = (edition: CensusEdition): boolean => edition >= 2022

/** `Sex` took the place of `GenderCurrent`, and letters that of numbers, in 2025. A child unborn has neither yet. */
export function sexElement(
  edition: CensusEdition,
  sex: 'M' | 'F' | 'U',
  isUnborn: boolean,
): [name: 'Sex' | 'GenderCurrent', code: string] {
  if (edition >= 2025) return ['Sex', isUnborn ? 'U' : sex]
  return ['GenderCurrent', isUnborn ? '0' : { M: '1', F: '2', U: '0' }[sex]]
}

/** Codes that came later, and what was written for them until then. */
const LATER_CODES: readonly (readonly [code: string, since: CensusEdition, until: string])[] = [
  ['18B', 2021, '18A'],
  ['18C', 2021, '18A'],
  ['19B', 2021, '19A'],
  ['19C', 2021, '19A'],
  // Child criminal exploitation was among "other" factors.
  ['24A', 2022, '20'],
  // Early help was a department of the authority like another.
  ['5D', 2023, '5B'],
  // A referral on to early help was a case closed after assessment.
  ['RC9', 2023, 'RC8'],
]

/** A referral source, reason for closure or factor as the edition has it. */
export const codeIn = (edition: CensusEdition, code: string): string =>
  LATER_CODES.find(([later, since]) => later === code && edition < since)?.[2] ?? code

/** Factors as the edition has them, none twice. */
export const factorsIn = (edition: CensusEdition, factors: readonly string[]): string[] => [
  ...new Set(factors.map((factor) => codeIn(edition, factor))),
]
