import { Hono } from 'hono'
import { beforeEach, describe, expect, test } from 'vitest'
import { sqliteStore, type TestStore } from '../../tests/support/stores.ts'
import { visitorOf } from '../../tests/support/visitor.ts'
import {
  accessMigrations,
  allow,
  createPerson,
  operator,
  readAccessLog,
  setActive,
  UNNAMED_COUNCIL,
  type Council,
  type Person,
  type PersonDraft,
  type WebEnv,
} from '../access/index.ts'
import { stoppedClock } from '../platform/day.ts'
import { Refused, Stale } from '../platform/errors.ts'
import type { Log } from '../platform/log.ts'
import { webApp } from './app.tsx'
import { localPath } from './local-path.ts'
import type { WebDeps } from './web-deps.ts'

const PASSWORD = 'three plain words'
const council: Council = { ...UNNAMED_COUNCIL, id: 'norchester', name: 'Norchester City Council' }
const clock = stoppedClock('2015-02-05')
const logged: { happening: string; about: Record<string, unknown> }[] = []
const log: Log = {
  info: () => {},
  error: (happening, _error, about = {}) => void logged.push({ happening, about }),
}

/** A room whose pages go wrong in each way. */
const troubled = () =>
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

let store: TestStore
let deps: WebDeps
beforeEach(async () => {
  store = await sqliteStore(accessMigrations)
  logged.length = 0
  deps = {
    records: store.records,
    council,
    shelf: { current: () => Promise.resolve(null) },
    clock,
    realClock: clock,
    log,
    version: '0.1.0',
    store: 'sqlite',
    rooms: [{ at: '/room', routes: troubled() }],
  }
  return () => store.close()
})

const newPerson = async (change: Partial<PersonDraft> = {}, at = council.id): Promise<Person> => {
  const made = await createPerson(store.records, clock, allow(operator(at), 'people:write'), {
    email: 'pm@norchester.example',
    name: 'Programme manager',
    role: 'programme_manager',
    scope: { kind: 'none' },
    password: PASSWORD,
    ...change,
  })
  if (!made.ok) throw new Error(JSON.stringify(made.errors))
  return made.value
}
const signedIn = async (email = 'pm@norchester.example') => {
  const visitor = visitorOf(webApp(deps))
  await visitor.get('/sign-in')
  const answer = await visitor.post('/sign-in', { email, password: PASSWORD })
  expect(answer.status).toBe(303)
  return visitor
}
const logOf = async (at = council.id) =>
  (await readAccessLog(store.records, allow(operator(at), 'access-log:read'), 1)).entries

describe('signing in', () => {
  test('someone who has not signed in is sent to do so, and then on to where they were going', async () => {
    await newPerson()
    const visitor = visitorOf(webApp(deps))
    const answer = await visitor.get('/people?sort=role')
    expect([answer.status, answer.headers.get('Location')]).toEqual([
      303,
      '/sign-in?next=%2Fpeople%3Fsort%3Drole',
    ])
    expect(await visitor.read('/sign-in?next=%2Fpeople%3Fsort%3Drole')).toContain('value="/people?sort=role"')
    const entered = await visitor.post('/sign-in', {
      email: 'pm@norchester.example',
      password: PASSWORD,
      next: '/people?sort=role',
    })
    expect(entered.headers.get('Location')).toBe('/people?sort=role')
    expect((await visitor.get('/people')).status).toBe(200)
  })

  test('a new cookie is given at sign-in, which scripts cannot read', async () => {
    await newPerson()
    const visitor = visitorOf(webApp(deps))
    await visitor.get('/sign-in')
    const before = visitor.cookie()
    const answer = await visitor.post('/sign-in', { email: 'pm@norchester.example', password: PASSWORD })
    expect(visitor.cookie()).not.toBe(before)
    expect(answer.headers.get('Set-Cookie')).toMatch(/^waymark=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/)
  })

  test('the cookie is Secure and kept to this host everywhere but on this machine', async () => {
    const answer = await webApp(deps).request('http://waymark.norchester.example/sign-in')
    expect(answer.headers.get('Set-Cookie')).toMatch(/^__Host-waymark=.*; Secure/)
    expect(answer.headers.get('Strict-Transport-Security')).toContain('max-age')
  })

  test('a wrong password and an unknown address get the same page', async () => {
    await newPerson()
    const page = async (email: string, password: string) => {
      const visitor = visitorOf(webApp(deps))
      await visitor.get('/sign-in')
      const answer = await visitor.post('/sign-in', { email, password })
      expect(answer.status).toBe(422)
      const html = await answer.text()
      expect(html).toContain('<title>Error: Sign in to Waymark')
      return html.replaceAll(/name="_csrf" value="[^"]+"/g, '').replaceAll(email, '')
    }
    const wrong = await page('pm@norchester.example', 'not the password')
    expect(wrong).toContain('The email address and password do not match an account')
    expect(await page('nobody@norchester.example', PASSWORD)).toBe(wrong)
  })

  test('signing out ends the session itself, not the cookie alone', async () => {
    await newPerson()
    const visitor = await signedIn()
    const cookie = visitor.cookie()
    await visitor.get('/people')
    expect((await visitor.post('/sign-out')).headers.get('Location')).toBe('/sign-in')
    const again = await webApp(deps).request('/people', { headers: { Cookie: cookie } })
    expect(again.status).toBe(303)
    expect((await logOf()).map((entry) => entry.what)).toEqual(['sign-out', 'sign-in', 'person'])
  })

  test('an account of another council does not open this one', async () => {
    await newPerson({}, 'southby')
    const visitor = visitorOf(webApp(deps))
    await visitor.get('/sign-in')
    const answer = await visitor.post('/sign-in', { email: 'pm@norchester.example', password: PASSWORD })
    expect(answer.status).toBe(422)
  })

  test('anyone may be signed in as in a demonstration alone', async () => {
    const person = await newPerson()
    const real = visitorOf(webApp(deps))
    expect(await real.read('/sign-in')).not.toContain('sign in as')
    expect((await real.get('/demonstration')).status).toBe(404)
    expect((await real.post('/demonstration', { person: person.id })).status).toBe(404)
    deps = { ...deps, council: { ...council, demonstration: true } }
    const visitor = visitorOf(webApp(deps))
    expect(await visitor.read('/demonstration')).toContain('everything without a child in it')
    expect((await visitor.post('/demonstration', { person: person.id })).status).toBe(303)
    expect((await visitor.get('/people')).status).toBe(200)
  })
})

describe('forms', () => {
  test.each<[string, Record<string, string>, Record<string, string>]>([
    ['without our proof', { _csrf: '' }, {}],
    ['with another browser’s proof', { _csrf: 'a'.repeat(64) }, {}],
    ['from another site', {}, { 'Sec-Fetch-Site': 'cross-site' }],
    ['from a neighbouring site', {}, { 'Sec-Fetch-Site': 'same-site' }],
    ['from another origin', {}, { Origin: 'https://elsewhere.example' }],
    ['from a page that hides its origin', {}, { Origin: 'null' }],
  ])('a form sent %s is refused and changes nothing', async (_how, fields, headers) => {
    await newPerson({ email: 'admin@norchester.example', role: 'administrator' })
    const visitor = await signedIn('admin@norchester.example')
    await visitor.get('/people/new')
    const before = await store.records.selectFrom('person').selectAll().execute()
    const answer = await visitor.post(
      '/people/new',
      { email: 'x@norchester.example', name: 'X', role: 'director', password: PASSWORD, ...fields },
      headers,
    )
    expect(answer.status).toBe(403)
    expect(await answer.text()).toContain('Nothing has changed')
    expect(await store.records.selectFrom('person').selectAll().execute()).toEqual(before)
  })

  test('a form with files carries its proof in its address', async () => {
    await newPerson()
    const visitor = await signedIn()
    const page = await visitor.read('/people')
    const proof = /name="_csrf" value="([^"]+)"/.exec(page)![1]!
    const send = (path: string) => {
      const body = new FormData()
      body.set('file', new File(['rows'], 'rows.csv'))
      return webApp(deps).request(path, { method: 'POST', body, headers: { Cookie: visitor.cookie() } })
    }
    expect((await send('/room/write')).status).toBe(403)
    expect((await send(`/room/write?_csrf=${proof}`)).status).toBe(303)
  })

  test('a form that comes after the session has ended leads back to its page', async () => {
    const visitor = visitorOf(webApp(deps))
    await visitor.get('/sign-in')
    const answer = await visitor.post('/room/write', {}, { Referer: 'http://localhost/room/form?day=1' })
    expect(answer.headers.get('Location')).toBe('/sign-in?next=%2Froom%2Fform%3Fday%3D1')
  })

  test('a form beyond all measure is refused', async () => {
    const visitor = visitorOf(webApp(deps))
    await visitor.get('/sign-in')
    expect((await visitor.post('/sign-in', { email: 'x'.repeat(1_100_000) })).status).toBe(413)
  })
})

describe('answers', () => {
  test('each page says nothing but ours may run in it, and is never kept', async () => {
    const answer = await webApp(deps).request('/sign-in')
    expect(answer.headers.get('Content-Security-Policy')).toContain("default-src 'none'; script-src 'self'")
    expect(answer.headers.get('Content-Security-Policy')).not.toContain('unsafe')
    expect(answer.headers.get('Cache-Control')).toBe('no-store')
    expect(answer.headers.get('X-Content-Type-Options')).toBe('nosniff')
    const html = await answer.text()
    expect(html).not.toMatch(/<[^>]+\sstyle=/)
    expect(html).not.toMatch(/<script(?![^>]*\ssrc=)/)
  })

  test('the sections are those that the role may open', async () => {
    await newPerson({ email: 'admin@norchester.example', role: 'administrator' })
    const html = await (await signedIn('admin@norchester.example')).read('/people')
    expect(html).toContain('href="/people"')
    expect(html).not.toContain('href="/tracker"')
  })

  test('a page the role does not open says who may', async () => {
    await newPerson()
    const answer = await (await signedIn()).get('/room/asks')
    expect(answer.status).toBe(403)
    expect(await answer.text()).toMatch(/It is open to:.*Data team/)
  })

  test('each thing that can go wrong has its own page', async () => {
    await newPerson()
    const visitor = await signedIn()
    const answerOf = async (path: string) => {
      const answer = await visitor.get(path)
      return [answer.status, /<h1[^>]*>([^<]+)/.exec(await answer.text())?.[1]]
    }
    expect(await answerOf('/nowhere')).toEqual([404, 'Page not found'])
    expect(await answerOf('/room/stale')).toEqual([409, 'Someone else changed this first'])
    expect(await answerOf('/room/refused')).toEqual([422, 'That cannot be done'])
    expect(await answerOf('/room/write')).toEqual([405, 'That address does not take what was sent'])
    expect(await answerOf('/room/broken/N1')).toEqual([500, 'Sorry, something went wrong'])
  })

  test('when we are broken the page and the log share a reference, and neither says more', async () => {
    await newPerson()
    const html = await (await signedIn()).read('/room/broken/N1')
    const reference = /[0-9A-F]{4}-[0-9A-F]{4}/.exec(html)?.[0]
    expect(html).not.toContain('secret')
    expect(logged).toEqual([
      { happening: 'broken', about: { reference, method: 'GET', route: '/room/broken/:child' } },
    ])
  })

  test('a snapshot that cannot be opened is our fault, and the page says so', async () => {
    await newPerson()
    deps = { ...deps, shelf: { current: () => Promise.reject(new Error('no file')) } }
    const answer = await (await signedIn()).get('/people')
    expect(answer.status).toBe(500)
    expect(await answer.text()).toContain('Sign out')
  })

  test('health says what is up, and 503 with what is down', async () => {
    const up = await webApp(deps).request('/health')
    expect([up.status, await up.json()]).toEqual([
      200,
      { status: 'up', version: '0.1.0', records: 'sqlite', latestSnapshot: null },
    ])
    deps = { ...deps, shelf: { current: () => Promise.reject(new Error('no file')) } }
    const down = await webApp(deps).request('/health')
    expect([down.status, await down.json()]).toMatchObject([503, { status: 'down', down: ['snapshots'] }])
  })

  test('styles may be kept, and are asked after by their mark', async () => {
    const app = webApp(deps)
    const first = await app.request('/assets/waymark.css')
    expect(first.headers.get('Content-Type')).toContain('text/css')
    const headers = { 'If-None-Match': first.headers.get('ETag')! }
    expect((await app.request('/assets/waymark.css', { headers })).status).toBe(304)
    expect(await (await app.request('/assets/council.css')).text()).toContain('#0b4a4f')
  })
})

describe('accounts', () => {
  const admin = async () => {
    await newPerson({ email: 'admin@norchester.example', role: 'administrator', name: 'Administrator' })
    return signedIn('admin@norchester.example')
  }

  test('an administrator opens an account, changes it and closes it', async () => {
    const visitor = await admin()
    await visitor.get('/people/new')
    const typed = {
      name: 'Team manager',
      email: 'tm@norchester.example',
      role: 'team_manager',
      teams: '',
      password: 'short',
    }
    const wrong = await visitor.post('/people/new', typed)
    const html = await wrong.text()
    expect(wrong.status).toBe(422)
    expect(html).toContain('href="#teams"')
    expect(html).toContain('href="#password"')
    expect(html).toContain('value="tm@norchester.example"')
    const made = await visitor.post('/people/new', { ...typed, teams: 'North 2', password: PASSWORD })
    expect(made.headers.get('Location')).toBe('/people')
    const id = /\/people\/(per_\w+)">Team manager/.exec(await visitor.read('/people'))![1]!
    const changed = { ...typed, teams: 'North 1\nNorth 2', version: '1' }
    expect((await visitor.post(`/people/${id}`, changed)).status).toBe(303)
    expect(await visitor.read('/people')).toContain('North 1, North 2')
    expect((await visitor.post(`/people/${id}`, changed)).status).toBe(409)
    expect((await visitor.post(`/people/${id}/password`, { password: 'short' })).status).toBe(422)
    expect((await visitor.post(`/people/${id}/password`, { password: 'three new words' })).status).toBe(303)
    expect((await visitor.post(`/people/${id}/close`, { version: '3' })).status).toBe(303)
    expect(await visitor.read(`/people/${id}`)).toContain('This account is closed.')
    expect((await visitor.post(`/people/${id}/reopen`, { version: '4' })).status).toBe(303)
  })

  test('an account of another council is not found', async () => {
    const other = await newPerson({}, 'southby')
    const visitor = await admin()
    expect((await visitor.get(`/people/${other.id}`)).status).toBe(404)
    expect((await visitor.post(`/people/${other.id}/close`, { version: '1' })).status).toBe(404)
  })

  test('a closed account is signed out at its next request', async () => {
    const person = await newPerson()
    const visitor = await signedIn()
    await setActive(store.records, clock, allow(operator(council.id), 'people:write'), person.id, 1, false)
    expect((await visitor.get('/people')).status).toBe(303)
  })

  test('the log page says that its chain holds, and where it does not', async () => {
    const visitor = await admin()
    expect(await visitor.read('/people/access-log')).toContain('All 2 entries are as they were written.')
    await store.records.updateTable('access_log').set({ subject: 'other' }).where('seq', '=', 1).execute()
    expect(await visitor.read('/people/access-log?page=nonsense')).toContain(
      'The log has been tampered with: entry 1 was changed after it was written.',
    )
  })

  test('who saw a child is asked by a form, so that no address names a child', async () => {
    const visitor = await admin()
    await visitor.get('/people/access-log')
    expect((await visitor.post('/people/access-log/who-saw', { child: ' ' })).status).toBe(422)
    const answer = await visitor.post('/people/access-log/who-saw', { child: 'N20417' })
    expect(await answer.text()).toContain('Nobody has been shown this child’s rows.')
  })
})

test.each([
  ['/plan?by=team', '/plan?by=team'],
  ['//elsewhere.example', null],
  ['/\\elsewhere.example', null],
  ['/\t/elsewhere.example', null],
  ['https://elsewhere.example', null],
  ['javascript:alert(1)', null],
  ['/..//elsewhere.example', null],
  ['', null],
  [undefined, null],
])('a path to go on to: %s is taken as %s', (text, path) => {
  expect(localPath(text)).toBe(path)
})
