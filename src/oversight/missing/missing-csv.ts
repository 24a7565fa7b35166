import { toCsv } from '../../platform/csv.ts'
import { CARED, INTERVIEWERS } from './episode.ts'
import type { MissingEntry } from './missing-read.ts'
import { describeEntry } from './missing-words.ts'

export const MISSING_COLUMNS = [
  'child_id',
  'team',
  'worker',
  'who_looks_after_them',
  'lives_at',
  'miles_away',
  'missing_from',
  'reported_at',
  'reported_by',
  'recorded_at',
  'hours_to_record',
  'returned_at',
  'hours_missing',
  'state',
  'limit',
  'first_offer_at',
  'offers',
  'held_at',
  'independent',
  'interviewer',
  'themes',
  'what_has_happened',
  'from',
] as const

const hours = (number: number | null): number | null =>
  number === null ? null : Math.round(number * 10) / 10

/** One time missing as it is written to a file, in the order of the columns; null where nothing is known. Child-level. */
export function missingCells(entry: MissingEntry): (string | number | null)[] {
  const { clock, child, record, sourced } = entry
  const held = clock.final?.kind === 'held' ? clock.final : null
  const said = describeEntry(entry)
  const cells = [
    entry.childId,
    child?.team || record?.team,
    child?.worker || record?.worker,
    CARED[entry.cared],
    entry.livesAt,
    entry.milesAway,
    entry.missingFrom,
    entry.reportedAt,
    entry.reportedBy,
    entry.recordedAt,
    hours(clock.hoursToRecord),
    entry.returnedAt,
    hours(clock.hoursMissing),
    clock.state,
    clock.limit,
    entry.steps.find(({ kind }) => kind === 'offered')?.at,
    clock.offers.length,
    held?.at,
    held?.independent,
    held?.interviewer ? INTERVIEWERS[held.interviewer] : null,
    entry.steps
      .map(({ themes }) => themes)
      .filter(Boolean)
      .join('; '),
    [said.bold, ...said.rest].join(' '),
    [...(record ? ['recorded in Waymark'] : []), ...(sourced?.sources ?? [])].join('; '),
  ]
  return cells.map((cell) => (cell === '' || cell === undefined ? null : cell))
}

/** Times missing as a file: one row each. Child-level. */
export const missingCsv = (entries: readonly MissingEntry[]): string =>
  toCsv(MISSING_COLUMNS, entries.map(missingCells))
