import type { Pass } from '../access/index.ts'
import type { Clock } from '../platform/day.ts'
import { Refused, type Checked } from '../platform/errors.ts'
import type { Records } from '../platform/records.ts'
import { addRecord, changeRecord, instantText, type Fields, type Values } from '../records/index.ts'
import { actionKind } from './action.ts'
import { bindingKind } from './binding.ts'
import { evidenceKind } from './evidence.ts'
import { installChanges, installRatings } from './history-install.ts'
import { milestoneKind } from './milestone.ts'
import { measureRef, type PlanDocument } from './plan-document.ts'
import { planTransaction, type ItemKind, type PlanTransaction, type Subject } from './plan-items.ts'
import { refsById } from './plan-reading.ts'
import { recommendationKind, themeKind } from './recommendation.ts'
import { planItems } from './tree-store.ts'

export interface PlanOutcome {
  added: number
  changed: number
  unchanged: number
}

/** Something in the document cannot be taken; undoes everything that was. */
class InvalidPlan extends Error {
  override name = 'InvalidPlan'
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
    const outcome = await planTransaction(records, pass, clock, (open) => install(open, document))
    return { ok: true, value: outcome }
  } catch (error) {
    if (error instanceof InvalidPlan) return { ok: false, errors: error.errors }
    throw error
  }
}

async function install(open: PlanTransaction, document: PlanDocument): Promise<PlanOutcome> {
  const parts = await planItems(open.records, open.pass)
  const installer = new PlanInstaller(open, document, parts)
  await installer.themes()
  await installer.recommendations()
  await installer.actions()
  await installer.milestones()
  await installer.measures()
  await installer.evidence()
  const { ids, errors } = installer
  await installRatings(open, document, ids, errors)
  if (Object.keys(errors).length === 0) await installChanges(open, document, ids, errors)
  if (Object.keys(errors).length > 0) throw new InvalidPlan(errors)
  return installer.outcome
}

type Held = Awaited<ReturnType<typeof planItems>>

/** Takes a document's items one kind after another, parents before what belongs to them. */
class PlanInstaller {
  /** Of what the plan holds so far, by kind and ref: `action 3.2`. */
  readonly ids = new Map<string, string>()
  readonly errors: Record<string, string> = {}
  readonly outcome: PlanOutcome = { added: 0, changed: 0, unchanged: 0 }
  readonly #open: PlanTransaction
  readonly #document: PlanDocument
  readonly #held: Held
  readonly #seen = new Map<string, string>()
  /** Items whose document brings their history from its first line. */
  readonly #ownHistory: ReadonlySet<string>

  constructor(open: PlanTransaction, document: PlanDocument, held: Held) {
    this.#open = open
    this.#document = document
    this.#held = held
    this.#ownHistory = new Set(
      document.changes
        .filter(({ field }) => field === 'created')
        .map(({ subject, ref }) => `${subject} ${ref}`),
    )
    const refs = refsById(held)
    const known = (kind: Subject, items: readonly { id: string }[]) => {
      for (const { id } of items) this.ids.set(`${kind} ${refs.get(id)}`, id)
    }
    known('theme', held.themes)
    known('recommendation', held.recommendations)
    known('action', held.actions)
    known('milestone', held.milestones)
    known('measure', held.bindings)
    known('evidence', held.evidence)
  }

  async themes(): Promise<void> {
    const next = positionAfter([...this.#held.themes, ...this.#document.themes])
    for (const entry of this.#document.themes) {
      const { row: _row, ref, ...fields } = entry
      await this.#put(themeKind, ref, entry, fields, () => ({ ref, title: entry.title, position: next() }))
    }
  }

  async recommendations(): Promise<void> {
    const next = positionAfter([...this.#held.recommendations, ...this.#document.recommendations])
    for (const entry of this.#document.recommendations) {
      const { row: _row, theme, ...fields } = entry
      const themeId = this.#parent('theme', theme, whereIn('recommendation', entry, entry.ref))
      if (!themeId) continue
      await this.#put(recommendationKind, entry.ref, entry, { ...fields, themeId }, () => ({
        asked: '',
        sourceNote: '',
        owner: '',
        sponsor: '',
        position: entry.position ?? next(),
        ...fields,
        themeId,
      }))
    }
  }

  async actions(): Promise<void> {
    for (const entry of this.#document.actions) {
      const { row: _row, recommendation, reason, ...fields } = entry
      const where = whereIn('action', entry, entry.ref)
      const recommendationId = this.#parent('recommendation', recommendation, where)
      if (!recommendationId) continue
      if (this.ids.has(`recommendation ${entry.ref}`)) {
        this.errors[where] = `${entry.ref} is a recommendation's ref: give the action another`
        continue
      }
      const fresh = () => ({
        owner: '',
        startOn: null,
        baselineDueOn: entry.dueOn,
        progress: 'not_started' as const,
        deliveredOn: null,
        embeddedOn: null,
        note: '',
        ...fields,
        recommendationId,
      })
      await this.#put(actionKind, entry.ref, entry, { ...fields, recommendationId }, fresh, reason)
    }
  }

  async milestones(): Promise<void> {
    for (const entry of this.#document.milestones) {
      const { row: _row, action, ref: given, ...fields } = entry
      const ref = given ?? this.#nextRef('milestone', action, 'M')
      const actionId = this.#parent('action', action, whereIn('milestone', entry, ref))
      if (!actionId) continue
      await this.#put(milestoneKind, ref, entry, { ...fields, actionId }, () => ({
        metOn: null,
        ...fields,
        ref,
        actionId,
      }))
    }
  }

  async measures(): Promise<void> {
    for (const entry of this.#document.measures) {
      const { row: _row, of: above, ...fields } = entry
      const ref = measureRef(above, entry.seriesId)
      const actionId = this.ids.get(`action ${above}`) ?? null
      const recommendationId = actionId
        ? null
        : this.#parent('recommendation', above, whereIn('measure', entry, ref))
      if (!actionId && !recommendationId) continue
      await this.#put(bindingKind, ref, entry, { ...fields, actionId, recommendationId }, () => ({
        landedOn: null,
        aim: null,
        monthsToHold: 3,
        removedOn: null,
        ...fields,
        actionId,
        recommendationId,
      }))
    }
  }

  async evidence(): Promise<void> {
    const { at, pass } = this.#open
    for (const entry of this.#document.evidence) {
      const { row: _row, action, ref: given, uploadedAt, ...rest } = entry
      const fields = { ...rest, ...(uploadedAt !== undefined && { uploadedAt: instantText(uploadedAt) }) }
      const ref = given ?? this.#nextRef('evidence', action, 'E')
      const actionId = this.#parent('action', action, whereIn('evidence', entry, ref))
      if (!actionId) continue
      await this.#put(evidenceKind, ref, entry, { ...fields, actionId }, () => ({
        place: '',
        expiresOn: null,
        uploadedAt: at,
        uploadedBy: pass.person.name,
        ...fields,
        ref,
        actionId,
      }))
    }
  }

  /** Adds or changes one item, once in a document. `fresh` is a new one; the entry's own `given` has the last word. */
  async #put<Shape extends Fields>(
    kind: ItemKind<Shape>,
    ref: string,
    entry: { row?: number },
    given: Partial<Values<NoInfer<Shape>>>,
    fresh: () => Values<NoInfer<Shape>>,
    reason = '',
  ): Promise<void> {
    const key = `${kind.name} ${ref}`
    const where = whereIn(kind.name, entry, ref)
    const earlier = this.#seen.get(key)
    if (earlier) {
      this.errors[where] = `The ${key} is here twice, first in ${earlier}: keep one`
      return
    }
    this.#seen.set(key, where)
    const id = this.ids.get(key)
    if (!id) {
      const draft = { ...fresh(), ...given }
      this.ids.set(key, await addRecord(this.#open, kind, draft, !this.#ownHistory.has(key)))
      this.outcome.added += 1
      return
    }
    try {
      const changed = await changeRecord(this.#open, kind, id, null, given, reason)
      this.outcome[changed.length > 0 ? 'changed' : 'unchanged'] += 1
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      this.errors[where] = `${ref}: ${error.message}`
    }
  }

  #parent(kind: Subject, ref: string, where: string): string | null {
    const id = this.ids.get(`${kind} ${ref}`)
    if (!id)
      this.errors[where] = `There is no ${kind} ${ref} for this to belong to: add it, or put the ref right`
    return id ?? null
  }

  /** `3.2 M1`, then M2: the first number that is not taken. */
  #nextRef(kind: Subject, action: string, letter: string): string {
    for (let number = 1; ; number += 1) {
      const ref = `${action} ${letter}${number}`
      if (!this.ids.has(`${kind} ${ref}`)) return ref
    }
  }
}

const whereIn = (kind: string, entry: { row?: number }, ref: string): string =>
  entry.row === undefined ? `${kind} ${ref}` : `row ${entry.row}`

function positionAfter(items: readonly { position?: number }[]): () => number {
  let last = Math.max(0, ...items.map(({ position }) => position ?? 0))
  return () => (last += 1)
}
