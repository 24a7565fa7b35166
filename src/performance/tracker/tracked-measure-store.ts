import type { Pass } from '../../access/index.ts'
import type { Records } from '../../platform/records.ts'
import '../tables.ts'
import type { PathStep } from './target-path.ts'
import { untouchedTracker, type TrackedMeasure } from './tracked-measure.ts'

/** What the council's tracker follows, in its order; none until someone has chosen. */
export async function trackedMeasures(
  records: Records,
  pass: Pass<'figures:read' | 'targets:write'>,
): Promise<TrackedMeasure[]> {
  const rows = await records
    .selectFrom('tracked_measure')
    .selectAll()
    .where('council_id', '=', pass.person.council)
    .orderBy('position')
    .execute()
  return rows.map(({ series_id: seriesId, ref, title, target, target_by: targetBy, path }) => ({
    seriesId,
    ref,
    title,
    target,
    targetBy,
    ...(path !== '[]' && { path: JSON.parse(path) as PathStep[] }),
  }))
}

/** Sets what the council's tracker follows, in this order, in place of what it followed before. */
export async function setTracked(
  records: Records,
  pass: Pass<'targets:write'>,
  tracked: readonly TrackedMeasure[],
): Promise<void> {
  const council = pass.person.council
  const within = async (transaction: Records) => {
    await transaction.deleteFrom('tracked_measure').where('council_id', '=', council).execute()
    if (tracked.length === 0) return
    await transaction
      .insertInto('tracked_measure')
      .values(
        tracked.map(({ seriesId, ref, title, target, targetBy, path }, position) => ({
          council_id: council,
          series_id: seriesId,
          ref,
          title,
          target,
          target_by: targetBy,
          position,
          path: JSON.stringify(path ?? []),
        })),
      )
      .execute()
  }
  await (records.isTransaction ? within(records) : records.transaction().execute(within))
}

/** What the council's tracker shows: what it chose or, until it has chosen, the headline measures. */
export async function shownTracked(
  records: Records,
  pass: Pass<'figures:read' | 'targets:write'>,
): Promise<TrackedMeasure[]> {
  const chosen = await trackedMeasures(records, pass)
  return chosen.length > 0 ? chosen : untouchedTracker()
}

/**
 * Sets one measure's target, where the measure is on the tracker or, if it is new, at the end. A council that had chosen
 * no measures keeps those that its tracker showed.
 */
export async function setTarget(
  records: Records,
  pass: Pass<'targets:write'>,
  measure: TrackedMeasure,
): Promise<void> {
  const before = await shownTracked(records, pass)
  const isHere = before.some(({ seriesId }) => seriesId === measure.seriesId)
  await setTracked(
    records,
    pass,
    isHere
      ? before.map((other) => (other.seriesId === measure.seriesId ? measure : other))
      : [...before, measure],
  )
}

/** Takes a measure off the council's tracker, with its target; one that is not on it stays off. */
export async function dropTracked(
  records: Records,
  pass: Pass<'targets:write'>,
  seriesId: string,
): Promise<void> {
  const before = await shownTracked(records, pass)
  await setTracked(
    records,
    pass,
    before.filter((measure) => measure.seriesId !== seriesId),
  )
}
