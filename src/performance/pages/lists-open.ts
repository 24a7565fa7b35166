import type { Person } from '../../access/index.ts'
import type { SealedSnapshot } from '../../dataset/index.ts'
import { behindFigure } from '../../measures/index.ts'
import type { TrackerRow } from '../tracker/tracker-row.ts'

/** Of the tracker's measures, those whose lists the person may open. */
export async function listsOpenTo(
  snapshot: SealedSnapshot,
  person: Person,
  rows: readonly Pick<TrackerRow, 'id'>[],
): Promise<ReadonlySet<string>> {
  const behind = await Promise.all(rows.map(({ id }) => behindFigure(snapshot, person, id)))
  return new Set(rows.filter((_, index) => behind[index]!.mayOpen).map(({ id }) => id))
}
