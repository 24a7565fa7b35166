import { addRecord, changeRecord, listRecords } from '../records/index.ts'
import { bindingKind } from './binding.ts'
import type { Draft, PlanTransaction } from './plan-items.ts'

/** Binds a measure. One that was bound before and stopped counting counts again, with its history. */
export async function bindMeasure(open: PlanTransaction, draft: Draft<typeof bindingKind>): Promise<string> {
  const before = (await listRecords(open.records, open.pass, bindingKind)).find(
    ({ seriesId, actionId, recommendationId }) =>
      seriesId === draft.seriesId &&
      actionId === draft.actionId &&
      recommendationId === draft.recommendationId,
  )
  if (!before) return addRecord(open, bindingKind, draft)
  await changeRecord(open, bindingKind, before.id, null, draft)
  return before.id
}
