import { allow, describeScope, may, type Person } from '../../access/index.ts'
import { childReader, type SealedSnapshot } from '../../dataset/index.ts'
import type { Day } from '../../platform/day.ts'
import type { Services } from '../../platform/room.ts'
import type { ListAnswer } from '../answers/answer.ts'
import { answersForCounts } from '../answers/answer-store.ts'
import { countOverLists, fromListsAround } from '../lists/list-read.ts'
import { subjectOf } from '../lists/list-rows.ts'
import { actionsOf } from './action-store.ts'
import { clinicBefore, teamsOf, type Clinic } from './clinic.ts'
import { isAboutChild, type ClinicAction } from './clinic-action.ts'
import {
  packOf,
  type Pack,
  type PackCounts,
  type PackEntry,
  type PackParts,
  type ReasonCount,
} from './clinic-pack.ts'
import { clinicOf, clinicsOf } from './clinic-store.ts'
import { judgedIn, leftMarksIn } from './came-back.ts'
import { itemsForCounts, silencesIn, unansweredIn } from './item-store.ts'
import { rulesToldIn } from '../lists/rules-told.ts'

export type ClinicDeps = Pick<Services, 'records' | 'clock' | 'pool'>

/** An action with the child that it is about, where the reader may open the child. */
export interface ShownAction {
  action: ClinicAction
  /** Null of one about no child. */
  child: { id: string; ref: string | null } | null
}

/** A clinic as one person sees it. */
export interface ClinicView {
  clinic: Clinic
  before: Clinic | null
  /** The day of the figures; null while there is none, or when those it was held on are deleted. */
  asAt: Day | null
  counts: PackCounts
  reasons: readonly ReasonCount[]
  since: Day | null
  teams: readonly {
    team: string
    /** Of all its children, whatever the reader sees. */
    total: number
    discussed: number
    entries: readonly PackEntry[]
  }[]
  /** Children who have left their list, of those the reader may open; `counts.kept` counts all. */
  left: readonly { promise: ListAnswer; ref: string | null }[]
  leftTotal: number
  /** Promises of children who have left their list that the figures no longer say anything of. */
  untold: number
  /** Those the reader may see, the soonest first. */
  actions: readonly ShownAction[]
  agreed: number
  /** The actions of the clinic before: how many there were, and how many are closed. */
  earlier: { raised: number; closed: number }
  /** Of every child the reader sees: all answers on that list, newest first. */
  historyOf: (entry: PackEntry) => readonly ListAnswer[]
  /** The address of a child's record, by the council's id; null where the reader may not open it now. */
  refOf: (entry: PackEntry) => string | null
  pack: Pack | null
}

interface Found {
  clinic: Clinic
  clinics: Clinic[]
  actions: ClinicAction[]
  now: SealedSnapshot | null
  /** The figures of the clinic: those in use, or once it has closed those it was held on. */
  at: SealedSnapshot | null
}

/** Reads a clinic for a person. A read that shows children is written in the access log first. */
export async function clinicView(
  deps: ClinicDeps,
  person: Person,
  id: string,
  what: 'cases' | 'export' = 'cases',
): Promise<ClinicView> {
  const found = await findClinic(deps, person, id)
  if (found.at && may(person, 'cases:read')) return await withChildren(deps, person, found, what)
  return await withCounts(deps, person, found)
}

/** A clinic without its children, whatever the person may see: nothing is written in the access log. */
export const clinicCounts = async (deps: ClinicDeps, person: Person, id: string): Promise<ClinicView> =>
  await withCounts(deps, person, await findClinic(deps, person, id))

async function findClinic(deps: ClinicDeps, person: Person, id: string): Promise<Found> {
  const figures = allow(person, 'figures:read')
  const clinic = await clinicOf(deps.records, figures, id)
  const now = await deps.pool.current(person.council)
  return {
    clinic,
    clinics: await clinicsOf(deps.records, figures),
    actions: await actionsOf(deps.records, figures),
    now,
    at:
      clinic.state === 'closed' && clinic.snapshot !== now?.id
        ? await deps.pool.byId(person.council, clinic.snapshot)
        : now,
  }
}

async function partsOf(
  { records }: ClinicDeps,
  person: Person,
  { clinic, clinics }: Found,
  at: SealedSnapshot,
): Promise<Omit<PackParts, 'rows'>> {
  const figures = allow(person, 'figures:read')
  const items = await itemsForCounts(records, figures)
  // A clinic that has closed is shown with what was known when it did.
  const earlier = items.filter(
    ({ clinicId, saidAt }) => clinicId !== clinic.id && (clinic.closedAt === '' || saidAt <= clinic.closedAt),
  )
  return {
    clinic,
    clinics,
    answers: await answersForCounts(records, figures),
    items: items.filter(({ clinicId }) => clinicId === clinic.id),
    marks: leftMarksIn(earlier, clinics),
    judged: judgedIn(earlier),
    unanswered: unansweredIn(earlier),
    silences: silencesIn(items),
    asAt: at.asAt,
    isTold: await rulesToldIn(at),
  }
}

async function withChildren(
  deps: ClinicDeps,
  person: Person,
  found: Found,
  what: 'cases' | 'export',
): Promise<ClinicView> {
  const at = found.at!
  const parts = await partsOf(deps, person, found, at)
  const ofClinic = found.actions.filter(({ clinicId }) => clinicId === found.clinic.id)
  return await childReader(deps, allow(person, 'cases:read')).read(
    fromListsAround(
      at,
      async ({ mine, all, refsOf }) => {
        const pack = packOf({ ...parts, rows: all })
        const entries = pack.teams.flatMap((team) => team.entries)
        const inScope = new Set(mine.map(({ list, ref, caseId }) => JSON.stringify([list, ref, caseId])))
        const refs = await refsOf([
          ...entries.flatMap(({ row }) => row.childId ?? []),
          ...pack.left.map(({ promise }) => promise.subject),
          ...ofClinic.map(({ subject }) => subject),
        ])
        const isShown = ({ row: { list, ref, caseId, childId } }: PackEntry) =>
          inScope.has(JSON.stringify([list, ref, caseId])) && (childId === null || refs.has(childId))
        return viewOf(found, at.asAt, pack, {
          isShown,
          refs,
          actions: ofClinic.flatMap((action): ShownAction[] =>
            !isAboutChild(action)
              ? [{ action, child: null }]
              : refs.has(action.subject)
                ? [{ action, child: { id: action.subject, ref: refs.get(action.subject)! } }]
                : [],
          ),
          answers: parts.answers,
        })
      },
      (view) => [
        ...view.teams.flatMap(({ entries }) => entries.map(({ row }) => row.childId)),
        ...view.left.map(({ promise }) => promise.subject),
        ...view.actions.map(({ child }) => child?.id ?? null),
      ],
      found.now ?? at,
    ),
    { what, subject: `clinic ${found.clinic.id}`, why: describeScope(person.scope) },
  )
}

interface InScope {
  isShown: (entry: PackEntry) => boolean
  refs: ReadonlyMap<string, string>
  actions: readonly ShownAction[]
  answers: readonly ListAnswer[]
}

function viewOf(found: Found, asAt: Day, pack: Pack, scope: InScope): ClinicView {
  return {
    ...sharedOf(found, asAt, pack),
    teams: pack.teams.map(({ team, entries }) => ({
      team,
      total: entries.length,
      discussed: entries.filter(({ item }) => item !== null).length,
      entries: entries.filter((entry) => scope.isShown(entry)),
    })),
    left: pack.left.flatMap(({ promise }) => {
      const ref = scope.refs.get(promise.subject)
      return ref === undefined ? [] : [{ promise, ref }]
    }),
    leftTotal: pack.left.length,
    untold: pack.untold.length,
    actions: scope.actions,
    historyOf: ({ row }) =>
      scope.answers
        .filter(({ list, subject }) => list === row.list && subject === subjectOf(row))
        .toSorted((left, right) => (left.answeredAt < right.answeredAt ? 1 : -1)),
    refOf: ({ row }) => (row.childId === null ? null : (scope.refs.get(row.childId) ?? null)),
    pack,
  }
}

type Shared = Pick<
  ClinicView,
  'clinic' | 'before' | 'asAt' | 'counts' | 'reasons' | 'since' | 'agreed' | 'earlier'
>

function sharedOf({ clinic, clinics, actions }: Found, asAt: Day | null, pack: Pack | null): Shared {
  const before = clinicBefore(clinics, clinic)
  const earlier = actions.filter(({ clinicId }) => clinicId === before?.id)
  return {
    clinic,
    before,
    asAt,
    counts: clinic.state === 'closed' || !pack ? countsAsClosed(clinic) : pack.counts,
    reasons: pack?.reasons ?? [],
    since: before?.heldOn ?? null,
    agreed: actions.filter(({ clinicId }) => clinicId === clinic.id).length,
    earlier: {
      raised: earlier.length,
      closed: earlier.filter(({ closedOn }) => closedOn !== null).length,
    },
  }
}

const countsAsClosed = (clinic: Clinic): PackCounts => ({
  children: clinic.children ?? 0,
  discussed: clinic.discussed ?? 0,
  silent: clinic.silent ?? 0,
  promised: clinic.promised ?? 0,
  kept: clinic.kept ?? 0,
  notKept: clinic.notKept ?? 0,
  cannotTell: clinic.cannotTell ?? 0,
})

/** For those who see no child: counts, and what is about no child. */
async function withCounts(deps: ClinicDeps, person: Person, found: Found): Promise<ClinicView> {
  const { at, clinic } = found
  const shared = sharedOf(found, at?.asAt ?? clinic.figuresOn, null)
  const rest = {
    left: [],
    actions: found.actions
      .filter((action) => action.clinicId === clinic.id && !isAboutChild(action))
      .map((action) => ({ action, child: null })),
    historyOf: () => [],
    refOf: () => null,
    pack: null,
  }
  if (!at) return { ...shared, ...rest, teams: [], leftTotal: 0, untold: 0 }
  const parts = await partsOf(deps, person, found, at)
  const figures = allow(person, 'figures:read')
  const count = <Counts extends Record<string, number>>(of: (pack: Pack) => Counts) =>
    countOverLists(at, figures, (rows) => of(packOf({ ...parts, rows })))
  const total = await count((pack) => ({
    ...pack.counts,
    left: pack.left.length,
    untold: pack.untold.length,
  }))
  const byTeam = await count(({ teams }) =>
    Object.fromEntries(teams.map(({ team, entries }) => [team, entries.length])),
  )
  const discussed = await count(({ teams }) =>
    Object.fromEntries(
      teams.map(({ team, entries }) => [team, entries.filter(({ item }) => item !== null).length]),
    ),
  )
  const last = await count(({ reasons }) => Object.fromEntries(reasons.map((of) => [of.reason, of.last])))
  const today = await count(({ reasons }) => Object.fromEntries(reasons.map((of) => [of.reason, of.today])))
  const { left, untold, ...counts } = total
  return {
    ...shared,
    ...rest,
    counts: clinic.state === 'closed' ? shared.counts : counts,
    reasons: Object.keys(today).map((reason) => ({
      reason,
      last: last[reason] ?? 0,
      today: today[reason] ?? 0,
    })),
    teams: teamsOf(clinic).map((team) => ({
      team,
      total: byTeam[team] ?? 0,
      discussed: discussed[team] ?? 0,
      entries: [],
    })),
    leftTotal: left,
    untold,
  }
}
