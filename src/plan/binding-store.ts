import type { Draft } from './thing.ts'
import { add, amend, everyThing, type Writing } from './thing-store.ts'

/** Binds a measure. One that was bound before and stopped counting counts again, with its history. */
export async function bindMeasure(open: Writing, draft: Draft<'measure'>): Promise<string> {
  const before = (await everyThing(open.records, open.pass, 'measure')).find(
    ({ seriesId, actionId, recommendationId }) =>
      seriesId === draft.seriesId &&
      actionId === draft.actionId &&
      recommendationId === draft.recommendationId,
  )
  if (!before) return add(open, 'measure', draft)
  await amend(open, 'measure', before.id, null, draft)
  return before.id
}
