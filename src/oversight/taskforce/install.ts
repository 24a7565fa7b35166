import { allow, operator, type Pass, type Person } from '../../access/index.ts'
import { childReader, type SnapshotPool } from '../../dataset/index.ts'
import { stoppedClock, type Day } from '../../platform/day.ts'
import type { Records } from '../../platform/records.ts'
import { addRecord, recordTransaction } from '../../records/index.ts'
import { runTaskforce, workTaskforce } from '../permissions.ts'
import { narrowed } from './children-query.ts'
import { frameworkVersion } from './framework.ts'
import { taskforceWorkersIn } from './snapshot-read.ts'
import { isDrawn } from './taskforce-case.ts'
import { casesInScope, changeCases, freezeList } from './taskforce-store.ts'
import { taskforceWorker } from './taskforce-worker.ts'
import { newTaskforce, taskforce } from './taskforce.ts'

const STARTS: Day = '2015-02-02'
const GIVEN_EACH = 4

const FRAMEWORK = {
  fromDay: STARTS,
  agreedBy: 'Interim Strategic Director, and the lead of the taskforce',
  taskforceQuality: [
    'The child was seen, alone where old enough, and their views are written down',
    'Both parents, and everyone who cares for the child, were spoken to',
    'The history and earlier plans were read and weighed',
    'The analysis says what has changed for the child, and what would happen without help',
    'A manager of the taskforce authorised it, with the reason for the decision',
  ].join('\n'),
  taskforceTimescale: [
    'The child is seen within 5 working days of being given out',
    'The assessment is authorised within 20 working days of being given out',
    'A child at risk of harm is passed to the council the same day',
  ].join('\n'),
  councilQuality: [
    'The first worker keeps the child and joins the first visit',
    'A moderator grades one in five again, without the first grade',
  ].join('\n'),
  councilTimescale: [
    'Files and access are ready on the day the child is given out',
    'A child who is handed back has a named worker within 2 working days',
    'An answer to a question of the taskforce comes within 1 working day',
  ].join('\n'),
} as const

const CONTRACT = newTaskforce({
  title: 'Re-assessing children in need',
  startsOn: STARTS,
  endsOn: '2015-04-10',
  planDay: '2015-06-30',
  decideBy: '2015-03-13',
  whoDecides: 'Interim Strategic Director, with the Board’s view',
  boughtWeekly: 120,
  costWeekly: 2_500_000,
  agreedPence: 25_000_000,
  moneyFrom: 'the action plan’s £1,000k',
  extendTo: '2015-06-26',
})

type FilePerson = Awaited<ReturnType<typeof taskforceWorkersIn>>[number]

/** Each manager has a team. */
function teamsIn(people: readonly FilePerson[]): (person: FilePerson) => string {
  const managers = people.filter(({ role }) => role === 'team manager').map(({ worker }) => worker)
  return ({ worker, manager }) => `Taskforce ${managers.indexOf(manager ?? worker) + 1}`
}

/**
 * The demonstration's taskforce: sixteen social workers and three managers from 2 February, the list of every child in need
 * frozen before they came, the framework that binds both sides, and the first children given out.
 */
export async function installTaskforce(
  deps: { records: Records; pool: SnapshotPool },
  council: string,
): Promise<void> {
  const { records } = deps
  const head: Person = { ...operator(council), name: 'Head of service, taskforce', role: 'head_of_service' }
  const snapshot = await deps.pool.current(council)
  if (!snapshot) return
  const clock = stoppedClock(STARTS)
  const people = await taskforceWorkersIn(snapshot)
  const id = await setUp(records, allow(head, runTaskforce), people)
  const passes = { run: allow(head, runTaskforce), work: allow(head, workTaskforce) }
  await freezeList(records, passes, clock, snapshot, id)
  const children = await childReader({ records, clock }, allow(head, 'cases:read')).read(
    casesInScope(
      records,
      snapshot,
      id,
      (cases) => narrowed(cases, {}, { daysAllowed: 0, today: STARTS, isDrawn }),
      (found) => found,
    ),
    { what: 'cases', subject: `taskforce ${id}`, why: 'the demonstration' },
  )
  const workers = people.filter(({ role }) => role === 'social worker')
  const teamOf = teamsIn(people)
  for (const [index, person] of workers.entries()) {
    const own = children.filter((_child, place) => place % workers.length === index).slice(0, GIVEN_EACH)
    await changeCases(records, passes.work, clock, own, {
      taskforceWorker: person.worker,
      taskforceTeam: teamOf(person),
      givenOn: STARTS,
    })
  }
}

/** The contract, its people and the framework; answers the taskforce's id. */
function setUp(
  records: Records,
  pass: Pass<typeof runTaskforce>,
  people: readonly FilePerson[],
): Promise<string> {
  const teamOf = teamsIn(people)
  return recordTransaction(records, pass, stoppedClock(STARTS), taskforce, async (open) => {
    const taskforceId = await addRecord(open, taskforce, CONTRACT)
    for (const person of people)
      await addRecord(open, taskforceWorker, {
        taskforceId,
        worker: person.worker,
        role: person.role === 'team manager' ? 'team_manager' : 'social_worker',
        team: teamOf(person),
        manager: person.manager ?? '',
        startPlannedOn: person.startOn,
        startedOn: person.startOn,
        endedOn: null,
      })
    await addRecord(open, frameworkVersion, { taskforceId, ...FRAMEWORK })
    return taskforceId
  })
}
