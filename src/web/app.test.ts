import { beforeEach, expect, test } from 'vitest'
import { doorWorld, emptyPool, type DoorWorld } from '../../tests/support/door-world.ts'

let world: DoorWorld
beforeEach(async () => {
  world = await doorWorld()
  return () => world.close()
})

test('each page says nothing but ours may run in it, and is never kept', async () => {
  const answer = await (await world.app()).request('/sign-in')
  expect(answer.headers.get('Content-Security-Policy')).toContain("default-src 'none'; script-src 'self'")
  expect(answer.headers.get('Content-Security-Policy')).not.toContain('unsafe')
  expect(answer.headers.get('Cache-Control')).toBe('no-store')
  expect(answer.headers.get('X-Content-Type-Options')).toBe('nosniff')
  const html = await answer.text()
  expect(html).not.toMatch(/<[^>]+\sstyle=/)
  expect(html).not.toMatch(/<script(?![^>]*\ssrc=)/)
})

test('the sections are those that the role may open', async () => {
  await world.newPerson({ email: 'admin@norchester.example', role: 'administrator' })
  const html = await (await world.signedIn('admin@norchester.example')).read('/people')
  expect(html).toContain('href="/people"')
  expect(html).not.toContain('href="/tracker"')
})

test('a page the role does not open says who may', async () => {
  await world.newPerson()
  const answer = await (await world.signedIn()).get('/room/asks')
  expect(answer.status).toBe(403)
  expect(await answer.text()).toMatch(/It is open to:.*Data team/)
})

test('each thing that can go wrong has its own page', async () => {
  await world.newPerson()
  const visitor = await world.signedIn()
  const answerOf = async (path: string) => {
    const answer = await visitor.get(path)
    return [answer.status, /<h1[^>]*>([^<]+)/.exec(await answer.text())?.[1]]
  }
  expect(await answerOf('/nowhere')).toEqual([404, 'Page not found'])
  expect(await answerOf('/room/stale')).toEqual([409, 'Someone else changed this first'])
  expect(await answerOf('/room/refused')).toEqual([422, 'That cannot be done'])
  expect(await answerOf('/room/write')).toEqual([405, 'That page cannot do what was asked'])
  expect(await answerOf('/room/broken/N1')).toEqual([500, 'Sorry, something went wrong'])
})

test('when we are broken the page and the log share a reference, and neither says more', async () => {
  await world.newPerson()
  const html = await (await world.signedIn()).read('/room/broken/N1')
  const reference = /[0-9A-F]{4}-[0-9A-F]{4}/.exec(html)?.[0]
  expect(html).not.toContain('secret')
  expect(world.logged).toEqual([
    { happening: 'broken', about: { reference, method: 'GET', route: '/room/broken/:child' } },
  ])
})

test('a snapshot that cannot be opened is our fault, and the page says so', async () => {
  await world.newPerson()
  const pool = { ...emptyPool, current: () => Promise.reject(new Error('no file')) }
  const answer = await (await world.signedIn(undefined, { pool })).get('/people')
  expect(answer.status).toBe(500)
  expect(await answer.text()).toContain('Sign out')
})

test('health says what is up, and 503 with what is down', async () => {
  const up = await (await world.app()).request('/health')
  expect([up.status, await up.json()]).toEqual([
    200,
    { status: 'up', version: '0.1.0', records: 'sqlite', latestSnapshot: null },
  ])
  const pool = { ...emptyPool, current: () => Promise.reject(new Error('no file')) }
  const down = await (await world.app({ pool })).request('/health')
  expect([down.status, await down.json()]).toMatchObject([503, { status: 'down', down: ['snapshots'] }])
})

test('styles may be kept, and are asked after by their mark', async () => {
  const app = await world.app()
  const first = await app.request('/assets/waymark.css')
  expect(first.headers.get('Content-Type')).toContain('text/css')
  const headers = { 'If-None-Match': first.headers.get('ETag')! }
  expect((await app.request('/assets/waymark.css', { headers })).status).toBe(304)
  expect(await (await app.request('/assets/council.css')).text()).toContain('#0b4a4f')
})
