import type { MissingEpisode } from './episode.ts'
import { dayOf, epochOf, hasHour } from './moment.ts'
import type { SourcedEpisode } from './sourced.ts'

type Span = Pick<MissingEpisode, 'childId' | 'episode' | 'missingFrom' | 'returnedAt'>

/** One time missing: the record of it, the row of the files, or both. */
export interface JoinedEpisode {
  record: MissingEpisode | null
  sourced: SourcedEpisode | null
}

/**
 * The records with the rows of the files, each time once. A row and a record are the same time when they have the same
 * name, or when the child would otherwise be missing twice at once; where one has no hour, when both began on one day.
 */
export function joinEpisodes(
  records: readonly MissingEpisode[],
  sourced: readonly SourcedEpisode[],
): JoinedEpisode[] {
  const byChild = Map.groupBy(sourced, ({ childId }) => childId)
  const taken = new Set<SourcedEpisode>()
  const pick = (record: MissingEpisode, isSame: (row: SourcedEpisode) => boolean) => {
    const found = (byChild.get(record.childId) ?? [])
      .filter((row) => !taken.has(row) && isSame(row))
      .toSorted((left, right) => apart(record, left) - apart(record, right))[0]
    if (found) taken.add(found)
    return found ?? null
  }
  // Those with the same name first, so that no nearer one takes their place.
  const named = new Map(
    records.map((record) => [
      record.id,
      record.episode === '' ? null : pick(record, ({ episode }) => episode === record.episode),
    ]),
  )
  return [
    ...records.map((record) => ({
      record,
      sourced: named.get(record.id) ?? pick(record, (row) => isSameTime(record, row)),
    })),
    ...sourced.filter((row) => !taken.has(row)).map((row) => ({ record: null, sourced: row })),
  ]
}

const apart = (left: Span, right: Span): number =>
  Math.abs(epochOf(left.missingFrom, 'start') - epochOf(right.missingFrom, 'start'))

export function isSameTime(left: Span, right: Span): boolean {
  if (!hasHour(left.missingFrom) || !hasHour(right.missingFrom))
    return dayOf(left.missingFrom) === dayOf(right.missingFrom)
  return startOf(left) < endOf(right) && startOf(right) < endOf(left)
}

const startOf = ({ missingFrom }: Span): number => epochOf(missingFrom, 'start')
/** Nobody knows when one ends that has no return: it is taken to overlap only what begins at the same hour. */
const endOf = ({ missingFrom, returnedAt }: Span): number =>
  returnedAt === '' ? epochOf(missingFrom, 'start') + 3_600_000 : epochOf(returnedAt, 'end')
