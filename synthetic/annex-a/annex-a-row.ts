import { published } from './published-code.ts'
import { ageAt } from '../day-number.ts'
import type { ChildLog } from '../event-log.ts'
import type { ExtractView } from '../extract-view.ts'

/** A cell of a list: words, a count, or a day's number in a column of days. Null is blank. */
export type AnnexACell = string | number | null
export type AnnexARow = readonly AnnexACell[]

/** The five cells that lists about children open with. */
export function opening({ id, sex, ethnicity, bornOn }: ChildLog, { asAt }: ExtractView): AnnexACell[] {
  return [id, published('gender', sex), published('ethnicity', ethnicity), bornOn, ageAt(bornOn, asAt)]
}
