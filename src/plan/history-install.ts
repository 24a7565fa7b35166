import { may } from '../access/index.ts'
import { appendHistory, instantText, type NewChange } from '../records/index.ts'
import type { PlanDocument } from './plan-document.ts'
import { planChanges, type PlanTransaction } from './plan-items.ts'
import { ratings, recordRating } from './rating-store.ts'
import { PLAN_RECORDS } from './recommendation.ts'
import { planItems } from './tree-store.ts'

/** The ratings of a document that the plan does not hold yet, each with its own day and words. */
export async function installRatings(
  open: PlanTransaction,
  document: PlanDocument,
  ids: ReadonlyMap<string, string>,
  errors: Record<string, string>,
): Promise<void> {
  const { records, pass, at: now } = open
  const key = (actionId: string, given: { at: string; step: string; rating: string; reason: string }) =>
    [actionId, given.at, given.step, given.rating, given.reason].join('\u0000')
  const before = await ratings(records, pass)
  const held = new Set(before.map((rating) => key(rating.actionId, rating)))
  const inOrder = document.ratings
    .map((entry) => ({ ...entry, at: entry.at === undefined ? now : instantText(entry.at) }))
    .sort((left, right) => (left.at < right.at ? -1 : left.at > right.at ? 1 : 0))
  const latest = new Map(before.map((rating) => [`${rating.actionId} ${rating.step}`, rating.rating]))

  for (const { row, action, rating, step = 'proposed', reason, by, at } of inOrder) {
    const where = row === undefined ? `rating of ${action}` : `row ${row}`
    const actionId = ids.get(`action ${action}`)
    if (!actionId) {
      errors[where] = `There is no action ${action} to rate: add it, or put the ref right`
      continue
    }
    if (held.has(key(actionId, { at, step, rating, reason }))) continue
    if (step === 'confirmed' && !may(pass.person, 'plan:confirm')) {
      errors[where] = 'Your role proposes ratings and does not confirm them: change step to proposed'
      continue
    }
    const was = latest.get(`${actionId} ${step}`) ?? null
    await recordRating(open, actionId, { was, rating, step, reason, byName: by ?? pass.person.name, at })
    latest.set(`${actionId} ${step}`, rating)
    held.add(key(actionId, { at, step, rating, reason }))
  }
}

/** The history of a document that the plan does not hold yet, under the names that the document gives. */
export async function installChanges(
  { records, pass }: PlanTransaction,
  document: PlanDocument,
  ids: ReadonlyMap<string, string>,
  errors: Record<string, string>,
): Promise<void> {
  if (document.changes.length === 0) return
  const { milestones, evidence, bindings } = await planItems(records, pass)
  const pages = new Map<string, string>([
    ...[...milestones, ...evidence].map(({ id, actionId }) => [id, actionId] as const),
    ...bindings.map(
      ({ id, actionId, recommendationId }) => [id, actionId ?? recommendationId ?? id] as const,
    ),
  ])
  const key = (change: { subjectId: string; field: string; was: string; now: string; at: string }) =>
    [change.subjectId, change.field, change.was, change.now, change.at].join('\u0000')
  const held = new Set((await planChanges(records, pass)).map(key))
  const added: NewChange[] = []
  for (const entry of document.changes) {
    const { row, subject, ref, field, was = '', now = '', reason = '', by } = entry
    const subjectId = ids.get(`${subject} ${ref}`)
    if (!subjectId) {
      errors[row === undefined ? `change of ${ref}` : `row ${row}`] =
        `There is no ${subject} ${ref} for this change to be about: add it, or put the ref right`
      continue
    }
    const change = { subjectId, field, was, now, at: instantText(entry.at) }
    if (held.has(key(change))) continue
    held.add(key(change))
    added.push({ ...change, subject, aboutId: pages.get(subjectId) ?? subjectId, reason, byName: by })
  }
  await appendHistory(records, pass, PLAN_RECORDS.historyTable, added)
}
