import { Hono } from 'hono'
import { expect } from 'vitest'
import {
  accessMigrations,
  allow,
  createPerson,
  operator,
  readAccessLog,
  UNNAMED_COUNCIL,
  type AccessEntry,
  type Council,
  type Person,
  type PersonDraft,
  type WebEnv,
} from '../../src/access/index.ts'
import { stoppedClock } from '../../src/platform/day.ts'
import { Refused, Stale } from '../../src/platform/errors.ts'
import type { Room, Services } from '../../src/platform/room.ts'
import type { Records } from '../../src/platform/records.ts'
import { webApp } from '../../src/web/app.tsx'
import { access } from '../../src/access/room.ts'
import type { SnapshotPool } from '../../src/dataset/index.ts'
import { readConfig } from '../../src/platform/config.ts'
import { rooms } from '../../src/rooms.ts'
import { sqliteStore } from './stores.ts'
import { visitorOf, type Visitor } from './visitor.ts'

export const PASSWORD = 'three plain words'
const clock = stoppedClock('2015-02-05')
const council: Council = { ...UNNAMED_COUNCIL, id: 'norchester', name: 'Norchester City Council' }

/** A room whose pages go wrong in each way. */
const troubledPages = () =>
  new Hono<WebEnv>()
    .get('/stale', () => {
      throw new Stale('The action has changed.')
    })
    .get('/refused', () => {
      throw new Refused('The report has 3 sentences to settle.')
    })
    .get('/broken/:child', () => {
      throw new Error('a secret of the database')
    })
    .get('/asks', (c) => c.text(allow(c.var.person, 'load:write').person.id))
    .post('/write', (c) => c.redirect('/room/written', 303))

const troubledRoom: Room = {
  name: 'troubled',
  routes: () => Promise.resolve([{ path: '/room', routes: troubledPages() }]),
}

/** No snapshot at all. */
export const emptyPool: SnapshotPool = {
  current: () => Promise.resolve(null),
  earlier: () => Promise.resolve(null),
  byId: () => Promise.resolve(null),
  release: () => Promise.resolve(),
  close: () => {},
}

/** The headers' entries of every room, and the pages of two: sign-in, and pages that go wrong. */
const DOOR_ROOMS: readonly Room[] = [
  ...rooms.map(({ name, navigation = [] }) => ({ name, navigation })),
  { name: 'access', routes: access.routes! },
  troubledRoom,
]

/** The web door over an empty store, with one troubled room behind it. */
export interface DoorWorld {
  records: Records
  /** The application; with changes to what it depends on. */
  app(change?: Partial<Services>): ReturnType<typeof webApp>
  newPerson(change?: Partial<PersonDraft>, council?: string): Promise<Person>
  /** Someone at a browser who has signed in. */
  signedIn(email?: string, change?: Partial<Services>): Promise<Visitor>
  log(): Promise<AccessEntry[]>
  /** What went to the server's log. */
  logged: { happening: string; about: Record<string, unknown> }[]
  close(): Promise<void>
}

export async function doorWorld(): Promise<DoorWorld> {
  const store = await sqliteStore(accessMigrations)
  const { records } = store
  const logged: DoorWorld['logged'] = []
  const deps: Services = {
    records,
    council,
    pool: emptyPool,
    clock,
    realClock: clock,
    log: { info: () => {}, error: (happening, _error, about = {}) => void logged.push({ happening, about }) },
    version: '0.1.0',
    store: 'sqlite',
    config: readConfig({ data: '/nowhere' }, {}),
    isNew: false,
    migrated: [],
    rooms: DOOR_ROOMS,
    ask: () => Promise.resolve([]),
  }
  const app: DoorWorld['app'] = (change) => webApp({ ...deps, ...change })
  return {
    records,
    app,
    logged,
    async newPerson(change = {}, at = council.id) {
      const made = await createPerson(records, clock, allow(operator(at), 'people:write'), {
        email: 'pm@norchester.example',
        name: 'Programme manager',
        role: 'programme_manager',
        scope: { kind: 'none' },
        password: PASSWORD,
        ...change,
      })
      if (!made.ok) throw new Error(JSON.stringify(made.errors))
      return made.value
    },
    async signedIn(email = 'pm@norchester.example', change = {}) {
      const visitor = visitorOf(await app(change))
      await visitor.get('/sign-in')
      const answer = await visitor.post('/sign-in', { email, password: PASSWORD })
      expect(answer.status).toBe(303)
      return visitor
    },
    log: async () =>
      (await readAccessLog(records, allow(operator(council.id), 'access-log:read'), 1)).entries,
    close: () => store.close(),
  }
}
