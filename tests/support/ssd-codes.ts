import { publishedCodes } from '../../src/standards/code-set.ts'
import { codeSetOf } from '../../src/standards/code-sets.ts'
import type { SsdColumn } from '../../src/standards/ssd/ssd-table.ts'

/** The codes published for a column; null where none are, as for a flag that scripts write in any form. */
export function ssdCodesOf({ type, codes, codeSet }: SsdColumn): readonly string[] | null {
  if (codes !== undefined) return codes
  return codeSet == null || type === 'boolean' ? null : publishedCodes(codeSetOf(codeSet))
}
