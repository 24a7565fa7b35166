import {
  allow,
  createPerson,
  GIVEN_ROLES,
  operator,
  ROLES,
  signInAs,
  UNNAMED_COUNCIL,
  type Council,
  type Role,
  type Scope,
} from '../../src/access/index.ts'
import type { OpenSnapshot } from '../../src/dataset/snapshots/sealed.ts'
import type { SnapshotPool } from '../../src/dataset/snapshots/snapshot-pool.ts'
import { installReport, openReport } from '../../src/board/index.ts'
import { measuredRooms, withRecordCases } from '../../src/measures/index.ts'
import { childRef } from '../../src/measures/figures/child-ref.ts'
import { gatherMigrations } from '../../src/platform/migrate.ts'
import { rooms as allRooms } from '../../src/rooms.ts'
import { installPlan, planTree } from '../../src/plan/index.ts'
import { readConfig } from '../../src/platform/config.ts'
import { stoppedClock } from '../../src/platform/day.ts'
import { silentLog } from '../../src/platform/log.ts'
import { askRooms, gather, type Room, type Services } from '../../src/platform/room.ts'
import type { Records } from '../../src/platform/records.ts'
import { webApp } from '../../src/web/index.ts'
import { measured } from './measured.ts'
import { sqliteStore } from './stores.ts'
import { visitorOf, type Visitor } from './visitor.ts'

export const clock = stoppedClock('2015-02-05')

/** Whose children each role is given: all of them hold the one child of the world where they can hold any. */
const SCOPES: Partial<Record<Role, Scope>> = {
  head_of_service: { kind: 'service', service: 'North', teams: ['North 1', 'North 2'] },
  team_manager: { kind: 'team', teams: ['North 2'] },
  social_worker: { kind: 'own', worker: 'SW-207' },
  reviewing_officer: { kind: 'chaired', children: ['N20417'] },
  auditor: { kind: 'drawn', children: [] },
  data_team: { kind: 'everything' },
}

/** The things of one council that addresses name. */
export interface CouncilThings {
  child: string
  account: string
  theme: string
  recommendation: string
  action: string
  milestone: string
  measure: string
  evidence: string
  meeting: string
  section: string
  block: string
  /** A hand-typed figure of the block, and a word of direction. */
  figure: string
  word: string
}

/** Two councils in one records store, each with people, a plan and a snapshot of one child; the web serves the first. */
export interface CouncilWorld {
  records: Records
  services: Services
  app: Awaited<ReturnType<typeof webApp>>
  ours: CouncilThings
  theirs: CouncilThings
  /** The first council's person of that role at their browser, signed in, with a page of ours open; null for nobody. */
  visitor(role: Role | null): Promise<Visitor>
  close(): Promise<void>
}

/** `others` fills the first council's tables with children of other teams, before its measures are worked out. */
export async function councilWorld(
  change: Partial<Council> = {},
  rooms: readonly Room[] = allRooms,
  others = '',
): Promise<CouncilWorld> {
  const store = await sqliteStore(gatherMigrations(rooms.map((room) => room.migrations)))
  const { records } = store
  const snapshots: Record<string, OpenSnapshot> = {
    norchester: await snapshotOf('norchester-1', 'N20417', others),
    southby: await snapshotOf('southby-1', 'S90001'),
  }
  const sealed: SnapshotPool = {
    current: (council) => Promise.resolve(snapshots[council] ?? null),
    earlier: async () => null,
    byId: (council, id) => Promise.resolve(snapshots[council]?.id === id ? snapshots[council] : null),
    release: () => Promise.resolve(),
    close: () => {},
  }
  const pool = withRecordCases(sealed, { records, clock, log: silentLog, rooms: measuredRooms(rooms) })
  const ours = await furnish(records, pool, rooms, 'norchester')
  const theirs = await furnish(records, pool, rooms, 'southby')
  const council = { ...UNNAMED_COUNCIL, id: 'norchester', name: 'Norchester City Council', ...change }
  const services: Services = {
    config: readConfig({ data: '/nowhere' }, {}),
    records,
    council,
    pool,
    clock,
    realClock: clock,
    log: silentLog,
    version: '0.1.0',
    store: 'sqlite',
    isNew: false,
    migrated: [],
    rooms,
    ask: askRooms(rooms, () => services),
  }
  const app = await webApp(services)
  const visitors = new Map<Role | null, Promise<Visitor>>()
  const arrive = async (role: Role | null): Promise<Visitor> => {
    const person = role && ours.people.get(role)
    const session = person && (await signInAs(records, { council: clock, real: clock }, person))
    const visitor = visitorOf(app, session ? `waymark=${session.token}` : '')
    await visitor.get(session ? '/help' : '/sign-in')
    return visitor
  }
  return {
    records,
    services,
    app,
    ours: ours.things,
    theirs: theirs.things,
    visitor(role) {
      const known = visitors.get(role) ?? arrive(role)
      visitors.set(role, known)
      return known
    },
    close: () => store.close(),
  }
}

async function furnish(records: Records, pool: SnapshotPool, rooms: readonly Room[], council: string) {
  const pass = allow(operator(council), 'people:write')
  const people = new Map<Role, Awaited<ReturnType<typeof newPerson>>>()
  const newPerson = async (role: Role, email: string) => {
    const scope = SCOPES[role] ?? { kind: 'none' as const }
    const draft = { email, name: ROLES[role].title, role, scope, password: 'three plain words' }
    return valueOf(await createPerson(records, clock, pass, draft))
  }
  for (const role of GIVEN_ROLES) people.set(role, await newPerson(role, `${role}@${council}.example`))
  const spare = await newPerson('director', `spare@${council}.example`)
  const plan = await plant(records, council)
  const board = await write(records, pool, council)
  const ofRooms: Readonly<Record<string, string>> = Object.assign(
    {},
    ...(await gather(rooms, (room) => room.accessThings?.({ records, clock }, council))),
  )
  const child = childRef({ id: `${council}-1` }, CHILD_KEY)
  return { people, things: { child, account: spare.id, ...plan, ...board, ...ofRooms } }
}

const valueOf = <T>(checked: { ok: true; value: T } | { ok: false; errors: unknown }): T => {
  if (!checked.ok) throw new Error(JSON.stringify(checked.errors))
  return checked.value
}

/** A plan with one of everything, under the same refs in each council. */
async function plant(records: Records, council: string) {
  const document: Parameters<typeof installPlan>[3] = {
    themes: [{ ref: 'T1', title: `Theme of ${council}` }],
    recommendations: [
      { ref: 'R1', theme: 'T1', title: 'Timely', asked: 'Be on time', source: 'area_for_improvement' },
    ],
    actions: [{ ref: '1.1', recommendation: 'R1', title: 'Agree a standard', dueOn: '2015-03-31' }],
    milestones: [{ action: '1.1', title: 'Drafted', dueOn: '2015-02-28' }],
    measures: [{ of: 'R1', seriesId: 'as-completed-45wd.from_start' }],
    evidence: [{ action: '1.1', title: 'Minutes', place: 'Records', effectiveOn: '2015-01-15' }],
    ratings: [],
    changes: [],
  }
  valueOf(await installPlan(records, allow(operator(council), 'plan:write'), clock, document))
  const [theme] = (await planTree(records, allow(operator(council), 'plan:read'))).themes
  const recommendation = theme!.recommendations[0]!
  const action = recommendation.actions[0]!
  return {
    theme: theme!.id,
    recommendation: recommendation.id,
    action: action.id,
    milestone: action.milestones[0]!.id,
    measure: recommendation.bindings[0]!.id,
    evidence: action.evidence[0]!.id,
  }
}

/** A meeting whose report has one sentence, with a figure of each kind in it. */
async function write(records: Records, pool: SnapshotPool, council: string) {
  const deps = { records, pool, clock }
  const pass = allow(operator(council), 'report:draft')
  const text = 'The share in time rose to {{as-completed-45wd@2015-01}} as 12 people joined.'
  const meeting = await installReport(deps, pass, {
    meeting: { heldOn: '2015-02-10', previousOn: '2015-01-16', title: `Board of ${council}` },
    subject: 'Progress',
    author: 'Programme manager',
    sections: [{ heading: 'Purpose', level: 1, blocks: [{ text }] }],
  })
  const { report } = await openReport(deps, pass, meeting)
  const section = report.sections[0]!
  const block = section.blocks[0]!
  const keys = JSON.stringify(block)
  const keyOf = (kind: string) => new RegExp(`"kind":"${kind}"[^}]*"key":"([^"]+)"`).exec(keys)![1]!
  return {
    meeting: meeting.id,
    section: section.id,
    block: block.id,
    figure: keyOf('typed'),
    word: keyOf('direction'),
  }
}

/** Far from the keys of any other children. */
const CHILD_KEY = 900_001

const snapshotOf = async (id: string, personId: string, others = ''): Promise<OpenSnapshot> => ({
  ...(await measured({
    asAt: '2015-01-31',
    insert: `${others}
      insert into person (child_key, person_id, sex, dob) values (${CHILD_KEY}, '${personId}', 'F', '2000-06-01');
      insert into cin_assessments (assessment_id, child_key, start_date, auth_date, team, worker) values
        ('a${CHILD_KEY}', ${CHILD_KEY}, '2014-11-03', '2015-01-12', 'North 2', 'SW-207');
      insert into allocation (child_key, worker, team, from_date, to_date) values
        (${CHILD_KEY}, 'SW-207', 'North 2', '2015-01-31', '2015-01-31');`,
  })),
  id,
})
