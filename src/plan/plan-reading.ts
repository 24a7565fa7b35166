import type { Pass } from '../access/index.ts'
import type { Records } from '../platform/records.ts'
import { compareRefs } from './action.ts'
import { compareChanges } from '../records/index.ts'
import { SUBJECTS } from './plan-items.ts'
import { measureRef, type PlanDocument } from './plan-document.ts'
import type { PlanParts } from './plan-tree.ts'
import { compareRatings } from './rating.ts'
import { planParts } from './tree-store.ts'

/** The ref of every item in the plan, by its id. */
export function refsById(parts: Omit<PlanParts, 'ratings' | 'changes'>): ReadonlyMap<string, string> {
  const refs = new Map<string, string>()
  const { themes, recommendations, actions, milestones, evidence } = parts
  for (const item of [...themes, ...recommendations, ...actions, ...milestones, ...evidence]) {
    refs.set(item.id, item.ref)
  }
  for (const { id, actionId, recommendationId, seriesId } of parts.bindings) {
    refs.set(id, measureRef(refs.get(actionId ?? recommendationId ?? '') ?? '', seriesId))
  }
  return refs
}

/** The whole plan as plain data with all of its history, in one order wherever it is read. */
export async function readPlan(records: Records, pass: Pass<'plan:read'>): Promise<PlanDocument> {
  const parts = await planParts(records, pass)
  const refs = refsById(parts)
  const ref = (id: string | null) => refs.get(id ?? '') ?? ''
  const inOrder = <Part extends { id: string }>(all: readonly Part[]) =>
    [...all].sort((a, b) => compareRefs(ref(a.id), ref(b.id)))

  return {
    themes: inOrder(parts.themes).map(({ ref, title, position }) => ({ ref, title, position })),
    recommendations: inOrder(parts.recommendations).map(
      ({ id: _id, version: _version, themeId, ...fields }) => ({
        ...fields,
        theme: ref(themeId),
      }),
    ),
    actions: inOrder(parts.actions).map(({ id: _id, version: _version, recommendationId, ...fields }) => ({
      ...fields,
      recommendation: ref(recommendationId),
    })),
    milestones: inOrder(parts.milestones).map(({ id: _id, version: _version, actionId, ...fields }) => ({
      ...fields,
      action: ref(actionId),
    })),
    measures: inOrder(parts.bindings).map(
      ({ id: _id, version: _version, actionId, recommendationId, ...fields }) => ({
        ...fields,
        of: ref(actionId ?? recommendationId),
      }),
    ),
    evidence: inOrder(parts.evidence).map(({ id: _id, version: _version, actionId, ...fields }) => ({
      ...fields,
      action: ref(actionId),
    })),
    ratings: ratingsOf(parts, ref),
    changes: changesOf(parts, ref),
  }
}

const ratingsOf = ({ ratings }: PlanParts, ref: (id: string | null) => string): PlanDocument['ratings'] =>
  [...ratings]
    .sort(
      (a, b) =>
        compareRefs(ref(a.actionId), ref(b.actionId)) ||
        compareRatings(a, b) ||
        (a.reason < b.reason ? -1 : 1),
    )
    .map(({ actionId, rating, step, reason, byName, at }) => ({
      action: ref(actionId),
      rating,
      step,
      reason,
      by: byName,
      at,
    }))

const changesOf = ({ changes }: PlanParts, ref: (id: string | null) => string): PlanDocument['changes'] =>
  [...changes]
    .sort(
      (a, b) =>
        SUBJECTS.indexOf(a.subject) - SUBJECTS.indexOf(b.subject) ||
        compareRefs(ref(a.subjectId), ref(b.subjectId)) ||
        compareChanges(a, b),
    )
    .map(({ subject, subjectId, field, was, now, reason, byName, at }) => ({
      subject,
      ref: ref(subjectId),
      field,
      was,
      now,
      reason,
      by: byName,
      at,
    }))
