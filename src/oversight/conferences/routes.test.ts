import { Hono } from 'hono'
import { beforeAll, expect, test } from 'vitest'
import { measured } from '../../../tests/support/measured.ts'
import { someFrame } from '../../../tests/support/someone.ts'
import { onBothStores, type TestStore } from '../../../tests/support/stores.ts'
import { visitorOf, type Visitor } from '../../../tests/support/visitor.ts'
import {
  accessMigrations,
  allow,
  createPerson,
  giveChildren,
  listPeople,
  operator,
  readAccessLog,
  type Person,
  type PersonDraft,
  type WebEnv,
} from '../../access/index.ts'
import type { OpenSnapshot } from '../../dataset/snapshots/sealed.ts'
import { stoppedClock } from '../../platform/day.ts'
import { NotAllowed, NotFound } from '../../platform/errors.ts'
import { recordMigrations } from '../../records/index.ts'
import { oversightMigrations } from '../migrations.ts'
import { calendarFeed, calendarRoutes } from './calendar-routes.tsx'
import { diaryFile, diaryRoutes } from './diary-routes.tsx'
import { readMeetings } from './meeting-read.ts'
import { bookMeeting } from './meeting-store.ts'
import { keepMeetings } from './permissions.ts'

const insert = `
  insert into person (child_key, person_id, dob) values (1, 'N20417', '2007-01-15'), (2, 'S90001', '2010-01-15');
  insert into allocation (child_key, worker, team, from_date, to_date) values
    (1, 'SW-1', 'North', '2014-01-01', '2015-12-31'), (2, 'SW-9', 'South', '2014-01-01', '2015-12-31');
  insert into conference_attendance
    (conference_attendance_id, meeting, child_key, kind, booked_on, held_on, team, worker, worker_attended, attended_instead,
     chair)
  values
    ('1', 'IC-N20417', 1, 'initial conference', '2015-01-20', '2015-01-20', 'North', 'SW-1', false, 'duty worker', null),
    ('2', 'RC-N20417', 1, 'review conference', '2015-02-02', null, 'North', 'SW-1', null, null, null),
    ('3', 'CR-N20417', 1, 'care review', '2015-02-20', null, 'North', 'SW-1', null, null, 'IRO-7'),
    ('4', 'IC-S90001', 2, 'initial conference', '2015-01-21', '2015-01-21', 'South', 'SW-9', false, 'nobody', null),
    ('5', 'RC-S90001', 2, 'review conference', '2015-02-20', null, 'South', 'SW-9', null, null, 'IRO-8');`

let snapshot: OpenSnapshot
beforeAll(async () => {
  snapshot = { ...(await measured({ asAt: '2015-01-31', insert })), id: 'january' }
})
const clock = stoppedClock('2015-02-05')

const DRAFTS = {
  head: { role: 'head_of_service', scope: { kind: 'service', service: 'N', teams: ['North'] } },
  officer: { role: 'reviewing_officer', scope: { kind: 'chaired', children: ['N20417'] } },
  worker: { role: 'social_worker', scope: { kind: 'own', worker: 'SW-1' } },
  south: { role: 'team_manager', scope: { kind: 'team', teams: ['South'] } },
  auditor: { role: 'auditor', scope: { kind: 'drawn', children: [] } },
  chair: { role: 'reviewing_officer', scope: { kind: 'chaired', children: [] } },
  gone: { role: 'team_manager', scope: { kind: 'team', teams: ['North'] }, lastDay: '2015-02-04' },
} as const satisfies Record<string, Pick<PersonDraft, 'role' | 'scope' | 'lastDay'>>
type Who = keyof typeof DRAFTS

async function world(store: TestStore): Promise<(who: Who) => Visitor> {
  const people = new Map<Who, Person>()
  for (const [who, draft] of Object.entries(DRAFTS)) {
    const made = await createPerson(store.records, clock, allow(operator('norchester'), 'people:write'), {
      ...draft,
      name: who,
      email: `${who}@norchester.example`,
      password: 'three plain words',
    })
    if (made.ok) people.set(who as Who, made.value)
  }
  const deps = {
    records: store.records,
    clock,
    realClock: clock,
    council: { id: 'norchester', name: 'Norchester' },
    pool: { current: () => Promise.resolve(snapshot) },
  } as unknown as Parameters<typeof diaryRoutes>[0] & Parameters<typeof calendarRoutes>[0]
  return (who) =>
    visitorOf(
      new Hono<WebEnv>()
        .use(async (c, next) => {
          c.set('person', people.get(who)!)
          c.set('frame', someFrame({ asAt: snapshot.asAt, today: clock.today() }))
          await next()
        })
        .route('/diary', diaryRoutes(deps))
        .route('/diary.csv', diaryFile(deps))
        .route('/calendar', calendarRoutes(deps))
        .route('/calendar.ics', calendarFeed(deps) as unknown as Hono<WebEnv>)
        .onError((error, c) => {
          if (error instanceof NotFound) return c.text(error.message, 404)
          if (error instanceof NotAllowed) return c.text(error.message, 403)
          throw error
        }),
    )
}

const words = (page: string): string => page.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
const seenIn = (page: string): string =>
  /name="seen" value="([^"]*)"/.exec(page)![1]!.replaceAll('&quot;', '"').replaceAll('&#34;', '"')
const refsIn = (page: string): string[] => [
  ...new Set([...page.matchAll(/\/diary\/(meetings\/m-[0-9a-f]+)/g)].map(([, ref]) => `/diary/${ref}`)),
]
const on = (name: string, day: string) => {
  const [year = '', month = '', of = ''] = day.split('-')
  return { [`${name}-day`]: of, [`${name}-month`]: month, [`${name}-year`]: year }
}

onBothStores({ ...accessMigrations, ...recordMigrations, ...oversightMigrations }, (open) => {
  test('the diary, its files and its calendar hold no child outside the reader’s scope', async () => {
    const store = await open()
    const as = await world(store)
    const pages = [
      '/diary',
      '/diary.csv',
      '/diary/not-attended?month=2015-01',
      '/diary/not-attended.csv?month=2015-01',
    ]
    for (const path of pages) {
      for (const who of ['head', 'officer', 'worker'] as const) {
        const text = await as(who).read(path)
        expect(text, `${who} ${path}`).toContain('N20417')
        expect(text, `${who} ${path}`).not.toContain('S90001')
      }
      expect(await as('south').read(path)).not.toContain('N20417')
      expect(await as('auditor').read(path)).not.toMatch(/N20417|S90001/)
    }
    const [first] = refsIn(await as('worker').read('/diary'))
    expect((await as('south').get(first!)).status).toBe(404)
    expect((await as('south').post(`${first!}/report`)).status).toBe(404)
    await store.close()
  })

  test('what is opened is in the access log with the children, before it is shown', async () => {
    const store = await open()
    const as = await world(store)
    await as('worker').read('/diary?kind=care')
    const { entries } = await readAccessLog(
      store.records,
      allow(operator('norchester'), 'access-log:read'),
      1,
    )
    expect(entries[0]).toMatchObject({ what: 'cases', children: ['N20417'] })
    expect(entries[0]!.subject).toContain('kind:care')
    await store.close()
  })

  test('the chair records who came, the manager is asked why, and the answer is counted', async () => {
    const store = await open()
    const as = await world(store)
    const officer = as('officer')
    const page = await officer.read('/diary')
    expect(words(page)).toContain('Attendance to record: 1')
    const toRecord = page.slice(page.indexOf('Attendance to record'))
    const review = refsIn(toRecord)[0]!
    const form = await officer.read(review)
    const empty = await officer.post(`${review}/attendance`, { seen: seenIn(form) })
    expect(empty.status).toBe(422)
    expect(words(await empty.text())).toContain('Say who came')
    const late = { seen: seenIn(form), 'came-0': 'duty', ...on('held_on', '2015-02-06') }
    expect(words(await (await officer.post(`${review}/attendance`, late)).text())).toContain(
      'The day must be today or earlier',
    )
    const sent = { ...late, ...on('held_on', '2015-02-02') }
    expect((await officer.post(`${review}/attendance`, sent)).status).toBe(303)
    // A second who looked before the first wrote is told, and keeps what was typed.
    const second = await as('head').post(`${review}/attendance`, { ...sent, 'came-0': 'nobody' })
    expect(second.status).toBe(409)
    expect(words(await second.text())).toContain('Somebody else recorded something about this meeting first')
    const missed = '/diary/not-attended?month=2015-02'
    expect(words(await as('head').read(missed))).toContain('No reason yet: 1 child, 1 meeting')
    const head = as('head')
    const why = {
      seen: seenIn(await head.read(review)),
      missed: 'In court',
      missed_words: 'A hearing all day.',
    }
    expect((await head.post(`${review}/reason`, { ...why, missed: 'Forgot' })).status).toBe(422)
    expect((await head.post(`${review}/reason`, why)).status).toBe(303)
    expect(words(await head.read(missed))).toContain('In court. A hearing all day.')
    expect(await head.read('/diary/not-attended.csv?month=2015-02')).toContain('In court,A hearing all day.')
    await store.close()
  })

  test('a meeting is booked for one’s own children alone, and cancelled with a reason', async () => {
    const store = await open()
    const as = await world(store)
    const worker = as('worker')
    await worker.get('/diary/new')
    const booked = {
      kind: 'review',
      children: 'N20417',
      starts_at: '10:00',
      ...on('booked_on', '2015-02-26'),
    }
    const other = await worker.post('/diary/new', { ...booked, children: 'N20417 S90001' })
    expect(other.status).toBe(422)
    expect(words(await other.text())).toContain('You have no child S90001')
    const made = await worker.post('/diary/new', booked)
    expect(made.status).toBe(303)
    const at = made.headers.get('Location')!
    expect(words(await worker.read(at))).toContain('The report must reach the family by 19 February 2015')
    expect((await worker.post(`${at}/cancel`, {})).status).toBe(422)
    expect((await worker.post(`${at}/cancel`, { why: 'Adjourned' })).status).toBe(303)
    expect((await worker.get(at)).status).toBe(404)
    await store.close()
  })

  test('a calendar opens by its secret alone, has no child, follows a change, and says when it was revoked', async () => {
    const store = await open()
    const as = await world(store)
    const worker = as('worker')
    const nobody = as('auditor')
    await worker.get('/calendar')
    const feed = /value="[^"]*(\/calendar\.ics\?key=[\w-]+)"/.exec(
      await (await worker.post('/calendar')).text(),
    )![1]!
    expect(await worker.read('/calendar')).not.toContain('key=')
    const first = await nobody.get(feed)
    expect(first.headers.get('Content-Type')).toContain('text/calendar')
    const text = await first.text()
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(3)
    expect(text).not.toMatch(/N20417|S90001|SW-1|North/)
    expect(text).toContain('DTSTART;VALUE=DATE:20150220')
    const review = refsIn(text.replaceAll(/\r\n /g, '')).at(-1)!
    await worker.get(review)
    const time = { seen: '{}', starts_at: '14:30', place: 'Room 2' }
    expect((await worker.post(`${review}/booking`, time)).status).toBe(303)
    const second = await nobody.read(feed)
    expect(second).toMatch(/SEQUENCE:1\r\n/)
    expect(second).not.toContain('Room 2')
    expect((await nobody.get('/calendar.ics?key=other')).status).toBe(404)
    await worker.post('/calendar/revoke')
    expect((await nobody.get(feed)).status).toBe(410)
    const asked = await Promise.all(Array.from({ length: 21 }, () => nobody.get(feed)))
    expect(asked.some(({ status }) => status === 429)).toBe(true)
    await store.close()
  })

  test('a calendar has the meetings of children who are given to its person, and ends with the last day of an account', async () => {
    const store = await open()
    const as = await world(store)
    const feedOf = async (who: Who) => {
      await as(who).get('/calendar')
      const page = await (await as(who).post('/calendar')).text()
      return /value="[^"]*(\/calendar\.ics\?key=[\w-]+)"/.exec(page)![1]!
    }
    const feed = await feedOf('chair')
    expect((await as('auditor').read(feed)).match(/BEGIN:VEVENT/g)).toBeNull()
    const pass = allow(operator('norchester'), 'assignments:write')
    const people = await listPeople(store.records, allow(operator('norchester'), 'people:read'))
    const { id: personId } = people.find(({ person }) => person.name === 'chair')!.person
    const given = {
      personId,
      kind: 'chair',
      subject: 'IRO-7',
      from: '2015-02-01',
      to: null,
      reason: '',
    } as const
    await giveChildren(store.records, clock, pass, [given])
    expect((await as('auditor').read(feed)).match(/BEGIN:VEVENT/g)).toHaveLength(3)
    expect((await as('auditor').get(await feedOf('gone'))).status).toBe(410)
    await store.close()
  })

  test('a meeting booked in Waymark is in the diary of those who chair, by the child or by the meeting, and of no other chair', async () => {
    const store = await open()
    const keeping = allow(operator('norchester'), keepMeetings)
    const booked = {
      kind: 'review',
      bookedOn: '2015-02-26',
      startsAt: '10:00',
      place: '',
      chair: 'IRO-9',
    } as const
    const child = { childId: 'N20417', team: 'North', worker: 'SW-1' }
    await bookMeeting(store.records, keeping, clock, booked, [child])
    const placesOf = async (scope: Person['scope'], role: Person['role'] = 'reviewing_officer') => {
      const person: Person = { id: 'per_1', council: 'norchester', name: 'One', role, scope }
      const window = { from: '2015-02-25', to: '2015-02-27' } as const
      return await readMeetings(snapshot, store.records, allow(person, 'cases:read'), window)
    }
    expect(await placesOf({ kind: 'chaired', children: [], chairs: ['IRO-7'] })).toHaveLength(1)
    expect(await placesOf({ kind: 'chaired', children: [], chairs: ['IRO-9'] })).toHaveLength(1)
    expect(await placesOf({ kind: 'chaired', children: ['N20417'] })).toHaveLength(1)
    expect(await placesOf({ kind: 'chaired', children: [], chairs: ['IRO-8'] })).toEqual([])
    expect(await placesOf({ kind: 'drawn', children: ['N20417'] }, 'auditor')).toHaveLength(1)
    expect(await placesOf({ kind: 'missing' }, 'childrens_rights')).toEqual([])
    const restricted = { kind: 'chaired', children: ['N20417'], restricted: ['N20417'] } as const
    expect(await placesOf(restricted)).toEqual([])
    await store.close()
  })
})
