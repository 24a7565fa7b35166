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

/** A code as Ofsted publishes it: `WBRI` is `a) WBRI`. Of a yes/no column `true` and `false` too. */
export function publishedCode(codeSet: string, code: string | boolean): string {
  const bare = code === true ? 'yes' : code === false ? 'no' : code
  const set = codeSetOf(codeSet)
  const found = set.codes.find((known) => known.code === bare)
  if (found) return found.published
  if (set.open) return bare
  throw new Error(`There is no code ${bare} in ${codeSet}`)
}
