import { allow, describeScope, may, type Person } from '../../access/index.ts'
import { childReader } from '../../dataset/index.ts'
import { NotFound } from '../../platform/errors.ts'
import { answerKey } from '../answers/answer.ts'
import { fromListsAround } from '../lists/list-read.ts'
import { subjectOf } from '../lists/list-rows.ts'
import { actionsOf, ownedIn } from './action-store.ts'
import type { Clinic } from './clinic.ts'
import { isAboutChild, type ClinicAction } from './clinic-action.ts'
import type { ClinicDeps, ShownAction } from './clinic-read.ts'
import { clinicsOf } from './clinic-store.ts'

/** An action with its clinic, and what the figures say of the child it is about. */
export interface ListedAction extends ShownAction {
  clinic: Clinic | null
  /** It is for the reader to do. */
  isMine: boolean
  /** The child is on that list no longer. */
  hasCleared: boolean
}

export interface ActionsView {
  /** Those the reader may see: the open ones first, the soonest first. */
  actions: readonly ListedAction[]
  /** Open ones about children whom the reader does not see. */
  hidden: number
}

/** Every action of clinics that a person may see. A read that shows children is written in the access log first. */
export async function actionsView(
  deps: ClinicDeps,
  person: Person,
  what: 'cases' | 'export' = 'cases',
): Promise<ActionsView> {
  const figures = allow(person, 'figures:read')
  const clinics = new Map((await clinicsOf(deps.records, figures)).map((clinic) => [clinic.id, clinic]))
  const all = await actionsOf(deps.records, figures)
  const listed = (action: ClinicAction, child: ShownAction['child'], hasCleared: boolean): ListedAction => ({
    action,
    child,
    clinic: clinics.get(action.clinicId) ?? null,
    isMine: ownedIn(clinics, person, action),
    hasCleared,
  })
  const aboutNoChild = all
    .filter((action) => !isAboutChild(action))
    .map((action) => listed(action, null, false))
  const about = all.filter((action) => isAboutChild(action))
  const snapshot = await deps.pool.current(person.council)
  const seen =
    snapshot && about.length > 0 && may(person, 'cases:read')
      ? await childReader(deps, allow(person, 'cases:read')).read(
          fromListsAround(
            snapshot,
            async ({ mine, all: rows, refsOf }) => {
              const refs = await refsOf(about.map(({ subject }) => subject))
              const key = (row: { list: string; subject: string }) => answerKey(row.list, row.subject)
              const keysOf = (among: typeof rows) =>
                new Set(among.map((row) => key({ list: row.list, subject: subjectOf(row) })))
              const [mineKeys, overdue] = [keysOf(mine), keysOf(rows.filter(({ isOverdue }) => isOverdue))]
              return about.flatMap((action) => {
                const ref = refs.get(action.subject) ?? null
                // A row about no child has no ref: it is in scope with its list.
                return ref !== null || mineKeys.has(key(action))
                  ? [listed(action, { id: action.subject, ref }, !overdue.has(key(action)))]
                  : []
              })
            },
            (actions) => actions.map(({ child }) => child?.id ?? null),
          ),
          { what, subject: 'actions of clinics', why: describeScope(person.scope) },
        )
      : []
  const shown = new Set(seen.map(({ action }) => action.id))
  const isOpen = ({ action }: ListedAction) => action.closedOn === null
  const actions = [...aboutNoChild, ...seen].toSorted(
    (a, b) =>
      Number(isOpen(b)) - Number(isOpen(a)) ||
      (a.action.dueOn < b.action.dueOn ? -1 : a.action.dueOn > b.action.dueOn ? 1 : 0),
  )
  return {
    actions,
    hidden: about.filter(({ id, closedOn }) => closedOn === null && !shown.has(id)).length,
  }
}

/** One action. Throws NotFound for one that is not there, and for one about a child whom the person may not open. */
export async function actionView(deps: ClinicDeps, person: Person, id: string): Promise<ListedAction> {
  const { actions } = await actionsView(deps, person)
  const found = actions.find(({ action }) => action.id === id)
  if (!found) throw new NotFound(`There is no action ${id}`)
  return found
}
