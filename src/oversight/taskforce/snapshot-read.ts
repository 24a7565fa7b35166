import type { Person } from '../../access/index.ts'
import { holds, type SealedSnapshot, type SnapshotRows } from '../../dataset/index.ts'
import { rowsIn } from '../../dataset/rows.ts'
import { oncePerSnapshot, withinScope } from '../../measures/index.ts'
import type { Day } from '../../platform/day.ts'
import type { Holder } from './scope.ts'
import type { Outcome, TaskforceCase } from './taskforce-case.ts'

/** A child as the list is frozen. Child-level. */
export type FrozenChild = Pick<
  TaskforceCase,
  | 'child'
  | 'team'
  | 'worker'
  | 'openSince'
  | 'lastSeenOn'
  | 'triage'
  | 'taskforceWorker'
  | 'givenOn'
  | 'authorisedOn'
  | 'outcome'
>

export interface FrozenList {
  frozenOn: Day
  frozenBy: 'measure' | 'file'
  /** By the council's id, so that it comes out the same each time. */
  children: FrozenChild[]
  /** Why nobody can be found, where the files lack something; null otherwise. */
  why: string | null
}

/** Children whom the measure of children in need counts at the day of the files. */
const IN_NEED = `
  select distinct p.person_id as child, c.team, c.worker, p.child_key
  from case_row c
  join measure_available a on a.series_no = c.series_no
  join person p on p.child_key = c.child_key
  where a.series = 'cin-plan-cohort' and c.month_no = $month`

const monthNumber = (asAt: Day): number => Number(asAt.slice(0, 4)) * 12 + Number(asAt.slice(5, 7))

/** The council's own list, where the files have one; else every child in need at the day of the files. Child-level. */
export async function listToFreeze(snapshot: SealedSnapshot): Promise<FrozenList> {
  const rows = rowsIn(snapshot)
  return (await listInFiles(rows)) ?? (await childrenInNeed(rows, snapshot.asAt))
}

interface FileRow extends Omit<FrozenChild, 'triage' | 'outcome'> {
  frozenOn: Day
  triage: string | null
  outcome: string | null
}

const TRIAGE_OF: Readonly<Record<string, FrozenChild['triage']>> = {
  first: 'urgent',
  second: 'soon',
  third: 'routine',
}
const OUTCOME_OF: Readonly<Record<string, Outcome>> = {
  close: 'close',
  'early help': 'early_help',
  'go on as child in need': 'stay',
  'section 47': 'enquiry',
  'child protection': 'protection',
  care: 'care',
}

async function listInFiles(from: SnapshotRows): Promise<FrozenList | null> {
  if (!(await holds(from, 'taskforce_cases'))) return null
  const rows = await from.all<FileRow>(
    `select p.person_id as child, coalesce(t.team, '') as team, coalesce(t.worker, '') as worker,
         coalesce(t.open_since, t.frozen_on) as "openSince", t.last_seen_on as "lastSeenOn", t.frozen_on as "frozenOn",
         case when t.started_on is null then '' else coalesce(t.taskforce_worker, '') end as "taskforceWorker",
         case when t.taskforce_worker is not null then t.started_on end as "givenOn",
         t.triage, t.authorised_on as "authorisedOn", t.outcome
     from taskforce_cases t join person p on p.child_key = t.child_key
     where t.frozen_on = (select max(frozen_on) from taskforce_cases)
     order by p.person_id`,
  )
  const [first] = rows
  if (!first) return null
  return {
    frozenOn: first.frozenOn,
    frozenBy: 'file',
    why: null,
    children: rows.map(({ triage, outcome, ...row }) => ({
      child: row.child,
      team: row.team,
      worker: row.worker,
      openSince: row.openSince,
      lastSeenOn: row.lastSeenOn,
      taskforceWorker: row.taskforceWorker,
      givenOn: row.givenOn,
      authorisedOn: row.authorisedOn,
      triage: TRIAGE_OF[triage ?? ''] ?? null,
      outcome: OUTCOME_OF[outcome ?? ''] ?? null,
    })),
  }
}

async function childrenInNeed(from: SnapshotRows, asAt: Day): Promise<FrozenList> {
  const rows = await from.all<{
    child: string
    team: string | null
    worker: string | null
    since: Day | null
    seen: Day | null
  }>(
    `select n.child, max(n.team) as team, max(n.worker) as worker,
         (select max(e.referral_date) from cin_episodes e where e.child_key = n.child_key and e.referral_date <= $asAt
             and (e.close_date is null or e.close_date > $asAt)) as since,
         (select max(day) from (
             select e.last_seen_date as day from cin_episodes e where e.child_key = n.child_key
             union all
             select v.visit_date from cin_visits v where v.child_key = n.child_key and v.seen is distinct from false
         ) where day <= $asAt) as seen
     from (${IN_NEED}) n group by n.child, n.child_key order by n.child`,
    { month: monthNumber(asAt), asAt },
  )
  const [told] = await from.all<{ why: string | null }>(
    "select why from measure_available where series = 'cin-plan-cohort' and not available",
  )
  return {
    frozenOn: asAt,
    frozenBy: 'measure',
    why: told?.why ?? null,
    children: rows.map(({ child, team, worker, since, seen }) => ({
      child,
      team: team ?? '',
      worker: worker ?? '',
      openSince: since ?? asAt,
      lastSeenOn: seen,
      triage: null,
      taskforceWorker: '',
      givenOn: null,
      authorisedOn: null,
      outcome: null,
    })),
  }
}

/** What a taskforce's list is compared with as the figures move on. Child-level. */
export interface Compared {
  asAt: Day
  /** Everyone who is in need at the day of the figures, as they would be frozen. */
  inNeed: readonly FrozenChild[]
  /** Days of new referrals, by the council's id of the child. */
  referrals: ReadonlyMap<string, readonly Day[]>
  /** Days on which cases were closed. */
  closings: ReadonlyMap<string, readonly Day[]>
}

export async function compareWith(snapshot: SealedSnapshot, since: Day): Promise<Compared> {
  const rows = rowsIn(snapshot)
  const { asAt } = snapshot
  const daysOf = async (table: string, column: string, narrowed: string) => {
    const found = await rows.all<{ child: string; day: Day }>(
      `select distinct p.person_id as child, r.${column} as day from ${table} r join person p on p.child_key = r.child_key
       where r.${column} >= $since and r.${column} <= $asAt ${narrowed} order by 1, 2`,
      { since, asAt },
    )
    const byChild = Map.groupBy(found, ({ child }) => child)
    return new Map([...byChild].map(([child, days]) => [child, days.map(({ day }) => day)] as const))
  }
  return {
    asAt,
    inNeed: (await childrenInNeed(rows, asAt)).children,
    referrals: await daysOf('referrals', 'referral_date', 'and not r.artificial'),
    closings: await daysOf('cin_episodes', 'close_date', ''),
  }
}

/** Who holds each child at the day of the files. Child-level. */
export const holdersIn = oncePerSnapshot(
  async (snapshot): Promise<ReadonlyMap<string, readonly Holder[]>> => {
    const rows = await rowsIn(snapshot).all<Holder & { child: string }>(
      `select distinct p.person_id as child, a.worker, a.team from allocation a join person p on p.child_key = a.child_key
       where a.from_date <= $asAt and (a.to_date is null or a.to_date >= $asAt)`,
      { asAt: snapshot.asAt },
    )
    return Map.groupBy(rows, ({ child }) => child)
  },
)

/** Children whom a scope reaches by who they are: those chaired, drawn or missing; of any other scope none. Child-level. */
export async function givenIn(snapshot: SealedSnapshot, person: Person): Promise<ReadonlySet<string>> {
  const { kind } = person.scope
  if (kind !== 'chaired' && kind !== 'drawn' && kind !== 'missing') return new Set()
  const within = withinScope(person)
  const rows = await rowsIn(snapshot).all<{ child: string }>(
    `select p.person_id as child from person p where ${within.sql}`,
    within.parameters,
  )
  return new Set(rows.map(({ child }) => child))
}

/** Workers who hold a child at the day of the files, with their teams; about no child. */
export const workersIn = oncePerSnapshot(
  async (snapshot): Promise<readonly { worker: string; team: string }[]> =>
    rowsIn(snapshot).all(
      `select distinct worker, coalesce(team, '') as team from allocation
       where from_date <= $asAt and (to_date is null or to_date >= $asAt) order by team, worker`,
      { asAt: snapshot.asAt },
    ),
)

/** The taskforce's workers as the files have them; about no child. */
export async function taskforceWorkersIn(
  snapshot: SealedSnapshot,
): Promise<readonly { worker: string; role: string; manager: string | null; startOn: Day }[]> {
  const rows = rowsIn(snapshot)
  if (!(await holds(rows, 'taskforce_workers'))) return []
  return rows.all(
    'select worker, role, manager, start_planned_on as "startOn" from taskforce_workers order by role desc, worker',
  )
}
