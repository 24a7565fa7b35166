import { may, type Pass } from '../access/index.ts'
import type { Clock } from '../platform/day.ts'
import { Refused, type Checked } from '../platform/errors.ts'
import { newId } from '../platform/id.ts'
import type { Records } from '../platform/records.ts'
import { instantText, type Subject } from './change.ts'
import { measureRef, type PlanDocument } from './plan-document.ts'
import { refsById } from './plan-reading.ts'
import { ratings, recordRating } from './rating-store.ts'
import { without } from './row-case.ts'
import type { Draft } from './thing.ts'
import { add, amend, changes, everyThing, writing, type Writing } from './thing-store.ts'

export interface PlanOutcome {
  added: number
  changed: number
  unchanged: number
}

/** Something in the document cannot be taken; undoes everything that was. */
class Unfit extends Error {
  readonly errors: Record<string, string>
  constructor(errors: Record<string, string>) {
    super('The plan cannot be taken as it is')
    this.errors = errors
  }
}

/**
 * Takes a plan into the council's own: what is new is added, what the plan has is changed where it differs, and
 * what the document does not name is left alone. All of it in one change; nothing is kept when anything is refused.
 * Ratings and history that the plan already holds are not taken twice. Errors are by row, or by ref.
 */
export async function installPlan(
  records: Records,
  pass: Pass<'plan:write'>,
  clock: Clock,
  document: PlanDocument,
): Promise<Checked<PlanOutcome>> {
  try {
    const outcome = await writing(records, pass, clock, (open) => install(open, document))
    return { ok: true, value: outcome }
  } catch (error) {
    if (error instanceof Unfit) return { ok: false, errors: error.errors }
    throw error
  }
}

async function install(open: Writing, document: PlanDocument): Promise<PlanOutcome> {
  const { records, pass } = open
  const parts = {
    themes: await everyThing(records, pass, 'theme'),
    recommendations: await everyThing(records, pass, 'recommendation'),
    actions: await everyThing(records, pass, 'action'),
    milestones: await everyThing(records, pass, 'milestone'),
    bindings: await everyThing(records, pass, 'measure'),
    evidence: await everyThing(records, pass, 'evidence'),
  }
  /** Of what the plan holds so far, by kind and ref. */
  const ids = new Map<string, string>()
  const refs = refsById(parts)
  const known = (kind: Subject, things: readonly { id: string }[]) => {
    for (const { id } of things) ids.set(`${kind} ${refs.get(id)}`, id)
  }
  known('theme', parts.themes)
  known('recommendation', parts.recommendations)
  known('action', parts.actions)
  known('milestone', parts.milestones)
  known('measure', parts.bindings)
  known('evidence', parts.evidence)

  const ownHistory = new Set(
    document.changes
      .filter(({ field }) => field === 'created')
      .map(({ subject, ref }) => `${subject} ${ref}`),
  )
  const outcome: PlanOutcome = { added: 0, changed: 0, unchanged: 0 }
  const errors: Record<string, string> = {}
  const seen = new Map<string, string>()
  const placeOf = (kind: string, entry: { row?: number }, ref: string) =>
    entry.row === undefined ? `${kind} ${ref}` : `row ${entry.row}`

  const parent = (kind: Subject, ref: string, place: string): string | null => {
    const id = ids.get(`${kind} ${ref}`)
    if (!id)
      errors[place] = `There is no ${kind} ${ref} for this to stand under: add it, or put the ref right`
    return id ?? null
  }

  /** Adds or changes one thing, once in a document. */
  async function put<Kind extends Subject>(
    kind: Kind,
    ref: string,
    entry: { row?: number },
    fields: Partial<Draft<Kind>>,
    defaults: () => Draft<Kind>,
    reason = '',
  ): Promise<void> {
    const place = placeOf(kind, entry, ref)
    const earlier = seen.get(`${kind} ${ref}`)
    if (earlier) {
      errors[place] = `The ${kind} ${ref} is here twice, first in ${earlier}: keep one`
      return
    }
    seen.set(`${kind} ${ref}`, place)
    const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
    const id = ids.get(`${kind} ${ref}`)
    if (!id) {
      const draft = { ...defaults(), ...given }
      ids.set(`${kind} ${ref}`, await add(open, kind, draft, !ownHistory.has(`${kind} ${ref}`)))
      outcome.added += 1
      return
    }
    try {
      const changed = await amend(open, kind, id, null, given as Partial<Draft<Kind>>, reason)
      outcome[changed.length > 0 ? 'changed' : 'unchanged'] += 1
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      errors[place] = `${ref}: ${error.message}`
    }
  }

  const positionAfter = (things: readonly { position: number }[]) => {
    let last = Math.max(0, ...things.map(({ position }) => position))
    return () => (last += 1)
  }

  /** `3.2 M1`, then M2: the first number that is not taken. */
  const nextRef = (kind: Subject, action: string, letter: string): string => {
    for (let number = 1; ; number += 1) {
      const ref = `${action} ${letter}${number}`
      if (!ids.has(`${kind} ${ref}`)) return ref
    }
  }

  const themePosition = positionAfter([...parts.themes, ...document.themes.map(withPosition)])
  for (const entry of document.themes) {
    const { ref, title, position } = entry
    const fields = { title, ...(position !== undefined && { position }) }
    await put('theme', ref, entry, fields, () => ({ ref, title, position: themePosition() }))
  }

  const position = positionAfter([...parts.recommendations, ...document.recommendations.map(withPosition)])
  for (const entry of document.recommendations) {
    const { theme, ...fields } = without(entry, 'row')
    const themeId = parent('theme', theme, placeOf('recommendation', entry, entry.ref))
    if (!themeId) continue
    await put('recommendation', entry.ref, entry, { ...fields, themeId }, () => ({
      sourceNote: '',
      owner: '',
      sponsor: '',
      position: entry.position ?? position(),
      ...fields,
      themeId,
    }))
  }

  for (const entry of document.actions) {
    const { recommendation, reason, ...fields } = without(entry, 'row')
    const recommendationId = parent('recommendation', recommendation, placeOf('action', entry, entry.ref))
    if (!recommendationId) continue
    if (ids.has(`recommendation ${entry.ref}`)) {
      errors[placeOf('action', entry, entry.ref)] =
        `${entry.ref} is a recommendation's ref: give the action another`
      continue
    }
    await put(
      'action',
      entry.ref,
      entry,
      { ...fields, recommendationId },
      () => ({
        owner: '',
        startOn: null,
        baselineDueOn: entry.dueOn,
        progress: 'not_started' as const,
        deliveredOn: null,
        embeddedOn: null,
        note: '',
        ...fields,
        recommendationId,
      }),
      reason,
    )
  }

  for (const entry of document.milestones) {
    const { action, ref: given, ...fields } = without(entry, 'row')
    const ref = given ?? nextRef('milestone', action, 'M')
    const actionId = parent('action', action, placeOf('milestone', entry, ref))
    if (!actionId) continue
    await put('milestone', ref, entry, { ...fields, actionId }, () => ({
      metOn: null,
      ...fields,
      ref,
      actionId,
    }))
  }

  for (const entry of document.measures) {
    const { of, ...fields } = without(entry, 'row')
    const ref = measureRef(of, entry.seriesId)
    const actionId = ids.get(`action ${of}`) ?? null
    const recommendationId = actionId ? null : parent('recommendation', of, placeOf('measure', entry, ref))
    if (!actionId && !recommendationId) continue
    await put('measure', ref, entry, { ...fields, actionId, recommendationId }, () => ({
      landedOn: null,
      aim: null,
      monthsToHold: 3,
      removedOn: null,
      ...fields,
      actionId,
      recommendationId,
    }))
  }

  for (const entry of document.evidence) {
    const { action, ref: given, uploadedAt, ...rest } = without(entry, 'row')
    const fields = { ...rest, ...(uploadedAt !== undefined && { uploadedAt: instantText(uploadedAt) }) }
    const ref = given ?? nextRef('evidence', action, 'E')
    const actionId = parent('action', action, placeOf('evidence', entry, ref))
    if (!actionId) continue
    await put('evidence', ref, entry, { ...fields, actionId }, () => ({
      expiresOn: null,
      uploadedAt: open.at,
      uploadedBy: pass.person.name,
      ...fields,
      ref,
      actionId,
    }))
  }

  await installRatings(open, document, ids, errors)
  if (Object.keys(errors).length === 0) await installChanges(open, document, ids, errors)
  if (Object.keys(errors).length > 0) throw new Unfit(errors)
  return outcome
}
const withPosition = ({ position }: { position?: number }) => ({ position: position ?? 0 })

async function installRatings(
  open: Writing,
  document: PlanDocument,
  ids: ReadonlyMap<string, string>,
  errors: Record<string, string>,
): Promise<void> {
  const { records, pass, at: now } = open
  const key = (actionId: string, given: { at: string; step: string; rating: string; reason: string }) =>
    [actionId, given.at, given.step, given.rating, given.reason].join('\u0000')
  const standing = await ratings(records, pass)
  const held = new Set(standing.map((rating) => key(rating.actionId, rating)))
  const inOrder = document.ratings
    .map((entry) => ({ ...entry, at: entry.at === undefined ? now : instantText(entry.at) }))
    .sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0))
  const latest = new Map(standing.map((rating) => [`${rating.actionId} ${rating.step}`, rating.rating]))

  for (const { row, action, rating, step = 'proposed', reason, by, at } of inOrder) {
    const place = row === undefined ? `rating of ${action}` : `row ${row}`
    const actionId = ids.get(`action ${action}`)
    if (!actionId) {
      errors[place] = `There is no action ${action} to rate: add it, or put the ref right`
      continue
    }
    if (held.has(key(actionId, { at, step, rating, reason }))) continue
    if (step === 'confirmed' && !may(pass.person, 'plan:confirm')) {
      errors[place] = 'Your role proposes ratings and does not confirm them: change step to proposed'
      continue
    }
    const was = latest.get(`${actionId} ${step}`) ?? null
    await recordRating(open, actionId, { was, rating, step, reason, byName: by ?? pass.person.name, at })
    latest.set(`${actionId} ${step}`, rating)
    held.add(key(actionId, { at, step, rating, reason }))
  }
}

async function installChanges(
  { records, pass }: Writing,
  document: PlanDocument,
  ids: ReadonlyMap<string, string>,
  errors: Record<string, string>,
): Promise<void> {
  if (document.changes.length === 0) return
  const pages = new Map<string, string>()
  for (const kind of ['milestone', 'evidence', 'measure'] as const) {
    for (const thing of await everyThing(records, pass, kind)) {
      const recommendationId = 'recommendationId' in thing ? thing.recommendationId : null
      pages.set(thing.id, thing.actionId ?? recommendationId ?? thing.id)
    }
  }
  const key = (change: { subjectId: string; field: string; was: string; now: string; at: string }) =>
    [change.subjectId, change.field, change.was, change.now, change.at].join('\u0000')
  const held = new Set((await changes(records, pass)).map(key))
  const rows = []
  for (const {
    row,
    subject,
    ref,
    field,
    was = '',
    now = '',
    reason = '',
    by,
    at: given,
  } of document.changes) {
    const subjectId = ids.get(`${subject} ${ref}`)
    if (!subjectId) {
      errors[row === undefined ? `change of ${ref}` : `row ${row}`] =
        `There is no ${subject} ${ref} for this change to be about: add it, or put the ref right`
      continue
    }
    const change = { subjectId, field, was, now, at: instantText(given) }
    if (held.has(key(change))) continue
    held.add(key(change))
    rows.push({
      id: newId('chg'),
      council_id: pass.person.council,
      subject,
      subject_id: subjectId,
      about_id: pages.get(subjectId) ?? subjectId,
      field,
      was,
      now,
      reason,
      by_name: by,
      at: change.at,
      recorded_by: pass.person.id,
    })
  }
  // PostgreSQL takes 65,535 values in one statement, SQLite 32,766.
  for (let start = 0; start < rows.length; start += 500) {
    await records
      .insertInto('plan_change')
      .values(rows.slice(start, start + 500))
      .execute()
  }
}
