import { EVERY_TEMPLATE } from './templates.ts'
import { contactSource } from '../annex-a/code-sets/contact-source.ts'
import { placementType } from '../annex-a/code-sets/placement.ts'
import { bareCodes, code, codeSet, type CodeSet } from '../code-set.ts'

/** Columns whose words are a national code set, written bare: `2A`. */
const NATIONAL: Readonly<Record<string, CodeSet>> = {
  capture_contact_decisions_source: bareCodes(contactSource),
  capture_unit_costs_placement_type: bareCodes(placementType),
}

export const YES_NO = 'capture_yes_no'

export const codeSetName = (template: string, column: string): string =>
  `capture_${template.replaceAll('-', '_')}_${column}`

export const isNational = (name: string): boolean => name in NATIONAL

/** The words that each column of codes may hold are its codes. */
export const CAPTURE_CODE_SETS: Readonly<Record<string, CodeSet>> = {
  [YES_NO]: codeSet([
    code('yes', 'yes', 'Yes', ['Y', '1', 'True']),
    code('no', 'no', 'No', ['N', '0', 'False']),
  ]),
  ...NATIONAL,
  ...Object.fromEntries(
    EVERY_TEMPLATE.flatMap(({ name, columns }) =>
      Object.entries(columns)
        .filter(([, { kind }]) => kind === 'code')
        .map(([column, { allowed }]) => [
          codeSetName(name, column),
          codeSet(allowed.map((word) => code(word, word, word))),
        ]),
    ),
  ),
}
