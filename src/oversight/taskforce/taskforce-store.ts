import { allow, isRestricted, operator, type Pass } from '../../access/index.ts'
import { questionOutside, type ChildQuestion, type SealedSnapshot } from '../../dataset/index.ts'
import { addDays, type Clock, type Day } from '../../platform/day.ts'
import { NotFound, Refused } from '../../platform/errors.ts'
import type { Records } from '../../platform/records.ts'
import {
  addRecord,
  changeRecord,
  findRecord,
  listRecords,
  recordTransaction,
  type Values,
} from '../../records/index.ts'
import type { moderateTaskforce, runTaskforce, workTaskforce } from '../permissions.ts'
import { isInScope } from './scope.ts'
import { compareWith, givenIn, holdersIn, listToFreeze, type FrozenChild } from './snapshot-read.ts'
import { HAS_LEFT, stateOf, taskforceCase, type TaskforceCase } from './taskforce-case.ts'
import { taskforce, type Taskforce } from './taskforce.ts'

type CaseValues = Values<typeof taskforceCase.fields>

/** Throws NotFound for one that is not there, was withdrawn, or is another council's. */
export async function taskforceOf(
  records: Records,
  pass: Pass<'figures:read'>,
  id: string,
): Promise<Taskforce> {
  const { record, withdrawal } = await findRecord(records, pass, taskforce, id)
  if (withdrawal) throw new NotFound(`There is no taskforce ${id}`)
  return record
}

/** A child as they go on a list. */
export const listedChild = (
  taskforceId: string,
  list: TaskforceCase['list'],
  listedOn: Day,
  child: FrozenChild,
): CaseValues => ({
  taskforceId,
  list,
  listedOn,
  taskforceTeam: '',
  standardsMet: '',
  frameworkNumber: null,
  grade: null,
  moderatedGrade: null,
  moderatedOn: null,
  safetyCheckedOn: null,
  leftOn: null,
  returnedOn: null,
  ...child,
})

/**
 * Freezes the list from a snapshot, once, and answers how many children it has. Made again from the same snapshot it is
 * the same list. Throws Refused when it is frozen already, or when nobody would be on it.
 */
export async function freezeList(
  records: Records,
  passes: { run: Pass<typeof runTaskforce>; work: Pass<typeof workTaskforce> },
  clock: Clock,
  snapshot: SealedSnapshot,
  id: string,
): Promise<number> {
  const { frozenOn, frozenBy, children, why } = await listToFreeze(snapshot)
  if (children.length === 0)
    throw new Refused(
      why === null
        ? 'The figures in use have no child in need, so there is no list to freeze. Load the files first.'
        : `The figures in use cannot say which child is in need, so there is no list to freeze. ${why}`,
    )
  return await recordTransaction(records, passes.work, clock, taskforce, async (open) => {
    const found = await taskforceOf(open.records, allow(passes.work.person, 'figures:read'), id)
    if (found.frozenOn !== null)
      throw new Refused(
        'The list is frozen already: it never changes. Children in need since are on a second list.',
      )
    for (const child of children)
      await addRecord(open, taskforceCase, listedChild(id, 'frozen', frozenOn, child), false)
    const change = { frozenOn, frozenBy, frozenFrom: snapshot.id, comparedOn: snapshot.asAt }
    await changeRecord({ ...open, pass: passes.run }, taskforce, id, null, change)
    return children.length
  })
}

/** Every child of both lists of a taskforce. Child-level. */
async function casesOf(records: Records, pass: Pass<'cases:read'>, id: string): Promise<TaskforceCase[]> {
  const cases = await listRecords(records, pass, taskforceCase)
  return cases.filter(({ taskforceId }) => taskforceId === id)
}

/** Asks of the children of a taskforce who are in the reader's scope; `shown` says which are in the answer. Child-level. */
export const casesInScope = <Answer>(
  records: Records,
  snapshot: SealedSnapshot | null,
  id: string,
  select: (cases: readonly TaskforceCase[]) => Answer,
  shown: (answer: Answer) => readonly TaskforceCase[],
  asked: string | null = null,
): ChildQuestion<Answer> =>
  questionOutside(
    async (person, refuse) => {
      const cases = await casesOf(records, allow(person, 'cases:read'), id)
      const one = cases.find((child) => child.id === asked)
      if (one && isRestricted(person.scope, one.child)) refuse(one.child)
      const holders = snapshot ? await holdersIn(snapshot) : new Map()
      const given = snapshot ? await givenIn(snapshot, person) : new Set<string>()
      return select(cases.filter((child) => isInScope(person.scope, child, holders, given)))
    },
    (answer) => shown(answer).map(({ child }) => child),
  )

/** Changes several children as one: all or none. The caller has read them in the person's scope. */
export const changeCases = (
  records: Records,
  pass: Pass<typeof workTaskforce>,
  clock: Clock,
  cases: readonly Pick<TaskforceCase, 'id' | 'version'>[],
  change: Partial<CaseValues>,
): Promise<void> =>
  recordTransaction(records, pass, clock, taskforceCase, async (open) => {
    for (const { id, version } of cases) await changeRecord(open, taskforceCase, id, version, change)
  })

/** Keeps a moderator's grade: one who grades does not otherwise write. */
export const moderateCase = (
  records: Records,
  pass: Pass<typeof moderateTaskforce>,
  clock: Clock,
  { id, version }: Pick<TaskforceCase, 'id' | 'version'>,
  change: Partial<CaseValues>,
): Promise<void> =>
  recordTransaction(
    records,
    { ...pass, permission: taskforceCase.permissions.write },
    clock,
    taskforceCase,
    async (open) => void (await changeRecord(open, taskforceCase, id, version, change)),
  )

/** What has changed in the figures since the list was frozen, as counts. */
export interface ListChanges {
  left: number
  joined: number
  returned: number
}

const RETURN_DAYS = 183

/**
 * Brings in what a newer snapshot says: who left before they were given out, who has come into need since (on the second
 * list), and who was referred again within 183 days of being closed or stepped down. The frozen list itself stays.
 */
export async function compareList(
  records: Records,
  passes: { run: Pass<typeof runTaskforce>; work: Pass<typeof workTaskforce> },
  clock: Clock,
  snapshot: SealedSnapshot,
  id: string,
): Promise<ListChanges> {
  return await recordTransaction(records, passes.work, clock, taskforce, async (open) => {
    const { person } = passes.work
    const found = await taskforceOf(open.records, allow(person, 'figures:read'), id)
    if (found.frozenOn === null) throw new Refused('Freeze the list first')
    const now = await compareWith(snapshot, found.frozenOn)
    const rows = await listRecords(open.records, allow(operator(person.council), 'cases:read'), taskforceCase)
    const cases = rows.filter(({ taskforceId }) => taskforceId === id)
    const inNeed = new Set(now.inNeed.map(({ child }) => child))
    const counts = { left: 0, joined: 0, returned: 0 }
    for (const child of cases) {
      const change: Partial<CaseValues> = {}
      const closedOn = now.closings.get(child.child)?.find((day) => day > child.listedOn)
      if (stateOf(child, now.asAt) === 'waiting' && closedOn && !inNeed.has(child.child)) {
        change.leftOn = closedOn
        counts.left++
      }
      const returnedOn = returnOf(child, now.referrals.get(child.child) ?? [])
      if (returnedOn !== null && child.returnedOn === null) {
        change.returnedOn = returnedOn
        counts.returned++
      }
      if (Object.keys(change).length > 0)
        await changeRecord(open, taskforceCase, child.id, child.version, change)
    }
    const known = new Set(cases.map(({ child }) => child))
    for (const child of now.inNeed.filter((one) => !known.has(one.child))) {
      await addRecord(open, taskforceCase, listedChild(id, 'joined', now.asAt, child), false)
      counts.joined++
    }
    await changeRecord({ ...open, pass: passes.run }, taskforce, id, null, { comparedOn: now.asAt })
    return counts
  })
}

/** The first referral 1 to 183 days after a child was closed or stepped down; null where there is none. */
export function returnOf(
  { authorisedOn, outcome }: Pick<TaskforceCase, 'authorisedOn' | 'outcome'>,
  referrals: readonly Day[],
): Day | null {
  if (authorisedOn === null || outcome === null || !HAS_LEFT.includes(outcome)) return null
  const last = addDays(authorisedOn, RETURN_DAYS)
  return referrals.find((day) => day > authorisedOn && day <= last) ?? null
}

/** Of a council: its taskforces and every child on their lists, for the next load. Child-level. */
export async function everyCase(
  records: Records,
  council: string,
): Promise<{ taskforces: Taskforce[]; cases: TaskforceCase[] }> {
  const person = operator(council)
  const taskforces = await listRecords(records, allow(person, 'figures:read'), taskforce)
  const ids = new Set(taskforces.map(({ id }) => id))
  const cases = await listRecords(records, allow(person, 'cases:read'), taskforceCase)
  return { taskforces, cases: cases.filter(({ taskforceId }) => ids.has(taskforceId)) }
}
