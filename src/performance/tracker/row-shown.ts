import type { Person } from '../../access/index.ts'
import { isWithheld, shownTo } from '../../measures/index.ts'
import { describeParts } from '../spc/sentence.ts'
import type { TrackerRow } from './tracker-row.ts'

/** Why a reader is given two counts and no percentage. */
export const WITHHELD = 'Percentage hidden: fewer than 10 cases.'

/**
 * The row with the values that this reader may be shown. What is said of the measure (its change, whether it meets its
 * target, its group) rests on all that was counted, and is the same for everyone.
 */
export function rowShownTo(person: Person, row: TrackerRow): TrackerRow {
  const points = shownTo(person, row.series, row.points)
  const latest = points.at(-1) ?? null
  return { ...row, points, latest, previous: points.at(-2) ?? null, sentence: sentenceFor(person, row) }
}

function sentenceFor(person: Person, { series, latest, sentence }: TrackerRow): string {
  if (!latest || !isWithheld(person, series, latest)) return sentence
  const parts = describeParts(series, latest)
  return [parts && !sentence.includes(parts) ? parts : null, WITHHELD, sentence]
    .filter((part) => part !== null)
    .join(' ')
}
