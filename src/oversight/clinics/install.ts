import { allow, operator, type Person } from '../../access/index.ts'
import { childReader, type SnapshotPool } from '../../dataset/index.ts'
import { addDays, stoppedClock, type Day } from '../../platform/day.ts'
import type { Records } from '../../platform/records.ts'
import { addAnswer, writeFirstReasons, type GivenAnswer } from '../answers/answer-store.ts'
import { fromLists } from '../lists/list-read.ts'
import { sortRows, type ListRow } from '../lists/list-rows.ts'
import { answerLists, holdClinics, keepActions, planClinics, setReasons } from '../permissions.ts'
import { actionsOf, addAction, closeAction } from './action-store.ts'
import { isAboutChild } from './clinic-action.ts'
import type { PackEntry } from './clinic-pack.ts'
import { clinicView } from './clinic-read.ts'
import { closeClinic, planClinic, type PlannedClinic } from './clinic-store.ts'
import { sayOf } from './item-store.ts'

interface InstallDeps {
  records: Records
  pool: SnapshotPool
}

/** The service whose clinics are shown, and the days on which things were done. */
export interface ClinicStory {
  council: string
  service: string
  teams: readonly string[]
  /** The team whose clinic is today. */
  team: string
  today: Day
}

/** The list that the clinics go through, and the rule that the promises of January were about. */
const [LIST, RULE] = ['drift', 'not seen']
const [LISTED_ON, HELD_ON, NEXT_ON] = ['2015-01-23', '2015-02-03', '2015-02-27'] as const

const PROMISES: readonly Omit<GivenAnswer, 'owner'>[] = [
  {
    reason: 'Worker away',
    plan: 'A duty worker sees the child this week; the school sees them each day until then',
    checkBackOn: '2015-01-30',
  },
  {
    reason: 'Family not engaging',
    plan: 'A joint visit with the health visitor, unannounced; the grandmother has the children at weekends',
    checkBackOn: '2015-02-13',
  },
  {
    reason: 'Recording backlog',
    plan: 'The visit of 14 January is written up; it was seen by the manager',
    checkBackOn: '2015-01-30',
  },
  {
    reason: 'Allocation gap',
    plan: 'A new worker from Monday; the team manager holds the child until then',
    checkBackOn: '2015-02-06',
  },
]

const AGREED: readonly Omit<GivenAnswer, 'owner'>[] = [
  {
    reason: 'Worker away',
    plan: 'The manager sees the child; a duty worker telephones each day until then',
    checkBackOn: '2015-02-04',
  },
  {
    reason: 'Court timetable',
    plan: 'The hearing of 11 February settles the plan; the aunt cares for the child until then',
    checkBackOn: '2015-02-13',
  },
  {
    reason: 'Awaiting another agency',
    plan: 'The head of service writes to the hospital; the worker sees the child each week until then',
    checkBackOn: '2015-02-10',
  },
]

/**
 * The demonstration's clinics: the drift list was sent to managers in January and some answered; a clinic of 3 February heard
 * some children and closed with others unanswered; the team's own is today, and the service's from 27 February.
 */
export async function installClinics(deps: InstallDeps, story: ClinicStory): Promise<void> {
  const head: Person = {
    ...operator(story.council),
    name: `Head of service, ${story.service}`,
    role: 'head_of_service',
    scope: { kind: 'service', service: story.service, teams: story.teams },
  }
  const manager: Person = { ...head, name: `Team manager, ${story.team}` }
  await writeFirstReasons(deps.records, allow(head, setReasons), stoppedClock(LISTED_ON))
  const snapshot = await deps.pool.current(story.council)
  if (!snapshot) return
  const rows = await childReader(
    { records: deps.records, clock: stoppedClock(HELD_ON) },
    allow(head, 'cases:read'),
  ).read(
    fromLists(
      snapshot,
      (found) => found.filter(({ childId, isOverdue }) => childId !== null && isOverdue),
      (found) => found,
    ),
    { what: 'cases', subject: `list ${LIST}`, why: 'the demonstration' },
  )
  await answerInJanuary(deps, manager, rows)
  await holdClinic(deps, head, story)
  const clock = stoppedClock(story.today)
  const plan = (change: Partial<PlannedClinic>) =>
    planClinic(deps.records, allow(head, planClinics), clock, { ...plannedFor(story), ...change })
  await plan({
    title: story.team,
    heldOn: story.today,
    startsAt: '2pm',
    chair: 'Team manager',
    attending: `Everybody in ${story.team}`,
    teams: story.team,
  })
  await plan({ heldOn: NEXT_ON })
  await plan({ heldOn: addDays(NEXT_ON, 28) })
}

const plannedFor = ({ service, teams }: ClinicStory): PlannedClinic => ({
  title: service,
  heldOn: HELD_ON,
  startsAt: '10am to 11:30am',
  chair: 'Head of service',
  attending: `The managers of ${teams.join(' and ')}, and performance`,
  teams: teams.join('\n'),
  lists: LIST,
})

/** Some of those who are on the list still were answered for, and three who have left it since. */
async function answerInJanuary(
  { records }: InstallDeps,
  manager: Person,
  rows: readonly ListRow[],
): Promise<void> {
  const drift = sortRows(
    rows.filter(({ list }) => list === LIST),
    'over',
  )
  const listed = new Set(drift.map(({ childId }) => childId))
  const elsewhere = [
    ...Map.groupBy(
      rows.filter(({ childId }) => !listed.has(childId)),
      ({ childId }) => childId,
    ).values(),
  ].map((of) => of[0]!)
  const left = elsewhere.slice(0, 3).map((row): ListRow => ({
    ...row,
    list: LIST,
    rules: [{ rule: RULE, startsOn: null, dueOn: null, isOverdue: true, daysOver: null, detail: null }],
  }))
  // Every other child: the rest are silent.
  const answered = drift.filter((_row, index) => index % 2 === 0).slice(0, 8)
  for (const [index, row] of [...answered, ...left].entries())
    await addAnswer(
      records,
      allow(manager, answerLists),
      stoppedClock(LISTED_ON),
      row,
      { ...PROMISES[index % PROMISES.length]!, owner: row.worker ?? 'Team manager' },
      { asAt: '2014-12-31', after: null },
    )
}

/** A clinic that discussed three children in four of those that it came to, and closed before the end of its pack. */
async function holdClinic(deps: InstallDeps, head: Person, story: ClinicStory): Promise<void> {
  const clock = stoppedClock(HELD_ON)
  const { records } = deps
  const withClock = { ...deps, clock }
  const id = await planClinic(records, allow(head, planClinics), clock, plannedFor(story))
  const before = await clinicView(withClock, head, id)
  const entries = before.teams.flatMap((team) => team.entries)
  // Of each team a promise that was not kept is passed over, and stays broken.
  const broken = new Set(
    before.teams.map(({ entries: ofTeam }) => ofTeam.find(({ verdict }) => verdict === 'not kept')?.key),
  )
  for (const entry of entries.slice(0, Math.ceil((entries.length * 2) / 3)))
    if (entry.number % 4 !== 0 && !broken.has(entry.key)) await discuss(deps, head, id, entry, before.asAt!)
  const acting = allow(head, keepActions)
  const actions = [
    { action: 'Send every manager the drift list each Monday', owner: 'Data team', dueOn: '2015-02-04' },
    {
      action: `Two agency workers for ${story.team}: ask for them`,
      owner: 'HR partner',
      dueOn: '2015-02-13',
    },
  ] as const
  for (const asked of actions) await addAction(records, acting, clock, id, asked)
  const { clinic, pack } = await clinicView(withClock, head, id)
  const snapshot = (await deps.pool.current(story.council))!
  if (pack) await closeClinic(records, allow(head, holdClinics), clock, clinic, { snapshot, pack })
  const raised = (await actionsOf(records, allow(head, 'figures:read'))).filter(
    ({ clinicId }) => clinicId === id,
  )
  const done = [raised.find((one) => !isAboutChild(one)), raised.find((one) => isAboutChild(one))]
  for (const [index, action] of done.entries())
    if (action)
      await closeAction(records, acting, stoppedClock('2015-02-04'), action, {
        closedOn: '2015-02-04',
        outcome: index === 0 ? 'The first list went out on Wednesday' : 'Seen at home; the record is written',
      })
}

async function discuss(
  { records }: InstallDeps,
  head: Person,
  clinicId: string,
  { number, row, promise }: PackEntry,
  asAt: Day,
): Promise<void> {
  const owner = row.worker ?? 'Team manager'
  const given = number % 5 === 0 && promise ? null : { ...AGREED[number % AGREED.length]!, owner }
  await sayOf(records, allow(head, answerLists), stoppedClock(HELD_ON), row, given, {
    clinicId,
    asAt,
    afterAnswer: promise?.id ?? null,
    afterItem: null,
  })
}
