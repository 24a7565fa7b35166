import { ANNEX_A_CODE_SETS } from './annex-a/code-sets.ts'
import { CAPTURE_CODE_SETS } from './capture/code-sets.ts'
import { CIN_CENSUS_CODE_SETS } from './cin-census/code-sets.ts'
import { SSD_CODE_SETS } from './ssd/code-sets.ts'
import { SSDA903_CODE_SETS } from './ssda903/code-sets.ts'
import type { CodeSet } from './code-set.ts'

/** Of every standard. A standard whose set differs from Annex A's gives it a name of its own. */
const CODE_SETS: Readonly<Record<string, CodeSet>> = {
  ...ANNEX_A_CODE_SETS,
  ...SSD_CODE_SETS,
  ...SSDA903_CODE_SETS,
  ...CIN_CENSUS_CODE_SETS,
  ...CAPTURE_CODE_SETS,
}

/** A code set by the name its columns give it; asking for another is our fault. */
export function codeSetOf(name: string): CodeSet {
  const set = CODE_SETS[name]
  if (!set) throw new Error(`There is no code set ${name}`)
  return set
}

export const codeSetNames = (): string[] => Object.keys(CODE_SETS)

const publishedForms = new Map<CodeSet, ReadonlyMap<string, string>>()

/** A code has one published form: of several in which it is read, the first. */
function publishedFormsOf(set: CodeSet): ReadonlyMap<string, string> {
  let forms = publishedForms.get(set)
  if (!forms) {
    forms = new Map(set.codes.toReversed().map(({ code, published }) => [code, published]))
    publishedForms.set(set, forms)
  }
  return forms
}

/** A code as its standard publishes it: in Annex A `WBRI` is `a) WBRI`. Of a yes/no column `true` and `false` too. */
export function publishedCode(codeSet: string, code: string | boolean): string {
  const bare = code === true ? 'yes' : code === false ? 'no' : code
  const set = codeSetOf(codeSet)
  const published = publishedFormsOf(set).get(bare)
  if (published !== undefined) return published
  if (set.open) return bare
  throw new Error(`There is no code ${bare} in ${codeSet}`)
}
