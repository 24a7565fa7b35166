import { publishedCodes } from '../../src/standards/code-set.ts'
import { CIN_CENSUS_CODE_SETS, type CensusCodeSet } from '../../src/standards/cin-census/code-sets.ts'
import { CENSUS_GROUPS, isPartOfYear } from '../../src/standards/cin-census/elements.ts'
import type { XmlElement } from './xml-element.ts'

/** A census of the year N is of 1 April N-1 to 31 March N. An edition stays in use until the next. */
export const CENSUS_EDITIONS = [2018, 2021, 2022, 2023, 2025, 2026] as const
export type CensusEdition = (typeof CENSUS_EDITIONS)[number]

/** The edition a year's census is written in; years before the first are written in the first. */
export const editionOf = (year: number): CensusEdition =>
  CENSUS_EDITIONS.findLast((edition) => edition <= year) ?? CENSUS_EDITIONS[0]

/** The element with what the edition has of its content, in the edition's order. Throws for what no edition has there. */
export function inEdition({ name, content }: XmlElement, edition: CensusEdition): XmlElement {
  if (typeof content === 'string') return { name, content }
  const parts = CENSUS_GROUPS.get(name) ?? []
  const strange = content.find((element) => !parts.some((part) => part.name === element.name))
  if (strange) throw new Error(`The census has no ${strange.name} in ${name}`)
  return {
    name,
    content: parts
      .filter((part) => isPartOfYear(part, edition))
      .flatMap((part) => content.filter((element) => element.name === part.name))
      .map((element) => inEdition(element, edition)),
  }
}

/** What was written until a later code came. */
const EARLIER_CODES: Readonly<Record<string, string>> = {
  '18B': '18A',
  '18C': '18A',
  '19B': '19A',
  '19C': '19A',
  // Child criminal exploitation was among "other" factors.
  '24A': '20',
  // Early help was a department of the authority like another.
  '5D': '5B',
  // A referral on to early help was a case closed after assessment.
  RC9: 'RC8',
}

/** A code as the edition has it. */
export const codeIn = (edition: CensusEdition, set: CensusCodeSet, code: string): string =>
  publishedCodes(CIN_CENSUS_CODE_SETS[set], edition).includes(code) ? code : (EARLIER_CODES[code] ?? code)

/** Factors as the edition has them, none twice. */
export const factorsIn = (edition: CensusEdition, factors: readonly string[]): string[] => [
  ...new Set(factors.map((factor) => codeIn(edition, 'cin_census_assessment_factors', factor))),
]
