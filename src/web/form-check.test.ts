import { beforeEach, expect, test } from 'vitest'
import { doorWorld, PASSWORD, type DoorWorld } from '../../tests/support/door-world.ts'
import { visitorOf } from '../../tests/support/visitor.ts'

let world: DoorWorld
beforeEach(async () => {
  world = await doorWorld()
  return () => world.close()
})

test.each<[string, Record<string, string>, Record<string, string>]>([
  ['without our proof', { _csrf: '' }, {}],
  ['with another browser’s proof', { _csrf: 'a'.repeat(64) }, {}],
  ['from another site', {}, { 'Sec-Fetch-Site': 'cross-site' }],
  ['from a neighbouring site', {}, { 'Sec-Fetch-Site': 'same-site' }],
  ['from another origin', {}, { Origin: 'https://elsewhere.example' }],
  ['from a page that hides its origin', {}, { Origin: 'null' }],
])('a form sent %s is refused and changes nothing', async (_how, fields, headers) => {
  await world.newPerson({ email: 'admin@norchester.example', role: 'administrator' })
  const visitor = await world.signedIn('admin@norchester.example')
  await visitor.get('/people/new')
  const before = await world.records.selectFrom('person').selectAll().execute()
  const answer = await visitor.post(
    '/people/new',
    { email: 'x@norchester.example', name: 'X', role: 'director', password: PASSWORD, ...fields },
    headers,
  )
  expect(answer.status).toBe(403)
  expect(await answer.text()).toContain('Nothing has changed')
  expect(await world.records.selectFrom('person').selectAll().execute()).toEqual(before)
})

test('a form with files carries its proof in its address', async () => {
  await world.newPerson()
  const visitor = await world.signedIn()
  const page = await visitor.read('/people')
  const proof = /name="_csrf" value="([^"]+)"/.exec(page)![1]!
  const send = async (path: string) => {
    const body = new FormData()
    body.set('file', new File(['rows'], 'rows.csv'))
    return (await world.app()).request(path, { method: 'POST', body, headers: { Cookie: visitor.cookie() } })
  }
  expect((await send('/room/write')).status).toBe(403)
  expect((await send(`/room/write?_csrf=${proof}`)).status).toBe(303)
})

test('a form that comes after the session has ended leads back to its page', async () => {
  const visitor = visitorOf(await world.app())
  await visitor.get('/sign-in')
  const answer = await visitor.post('/room/write', {}, { Referer: 'http://localhost/room/form?day=1' })
  expect(answer.headers.get('Location')).toBe('/sign-in?next=%2Froom%2Fform%3Fday%3D1')
})

test('a form beyond all measure is refused', async () => {
  const visitor = visitorOf(await world.app())
  await visitor.get('/sign-in')
  expect((await visitor.post('/sign-in', { email: 'x'.repeat(1_100_000) })).status).toBe(413)
})
