import { publishedCode } from '../../src/standards/code-sets.ts'
import { ageAt } from '../day-number.ts'
import type { ChildLog } from '../event-log.ts'
import type { ExtractView } from '../extract-view.ts'

/** A cell of a list: words, a count, or a day's number in a column of days. Null is blank. */
export type AnnexACell = string | number | null
export type AnnexARow = readonly AnnexACell[]

/** The five cells that lists about children open with. */
export function opening({ id, sex, ethnicity, bornOn }: ChildLog, { asAt }: ExtractView): AnnexACell[] {
  return [
    id,
    publishedCode('gender', sex),
    publishedCode('ethnicity', ethnicity),
    bornOn,
    ageAt(bornOn, asAt),
  ]
}

export const yesNo = (is: boolean): string => publishedCode('yes_no', is)
export const yesNoUnknown = (is: boolean | null): string => publishedCode('yes_no_unknown', is ?? 'unknown')
