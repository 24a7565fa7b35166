import { beforeEach, expect, test } from 'vitest'
import { doorWorld, PASSWORD, type DoorWorld } from '../../../tests/support/door-world.ts'
import { UNNAMED_COUNCIL } from '../index.ts'
import { visitorOf } from '../../../tests/support/visitor.ts'

let world: DoorWorld
beforeEach(async () => {
  world = await doorWorld()
  return () => world.close()
})

test('someone who has not signed in is sent to do so, and then on to where they were going', async () => {
  await world.newPerson()
  const visitor = visitorOf(await world.app())
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
  await world.newPerson()
  const visitor = visitorOf(await world.app())
  await visitor.get('/sign-in')
  const before = visitor.cookie()
  const answer = await visitor.post('/sign-in', { email: 'pm@norchester.example', password: PASSWORD })
  expect(visitor.cookie()).not.toBe(before)
  expect(answer.headers.get('Set-Cookie')).toMatch(/^waymark=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/)
})

test('the cookie is Secure and kept to this host everywhere but on this machine', async () => {
  const answer = await (await world.app()).request('http://waymark.norchester.example/sign-in')
  expect(answer.headers.get('Set-Cookie')).toMatch(/^__Host-waymark=.*; Secure/)
  expect(answer.headers.get('Strict-Transport-Security')).toContain('max-age')
})

test('a wrong password and an unknown address get the same page', async () => {
  await world.newPerson()
  const page = async (email: string, password: string) => {
    const visitor = visitorOf(await world.app())
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
  await world.newPerson()
  const visitor = await world.signedIn()
  const cookie = visitor.cookie()
  await visitor.get('/people')
  expect((await visitor.post('/sign-out')).headers.get('Location')).toBe('/sign-in')
  const again = await (await world.app()).request('/people', { headers: { Cookie: cookie } })
  expect(again.status).toBe(303)
  expect((await world.log()).map((entry) => entry.what)).toEqual(['sign-out', 'sign-in', 'person'])
})

test('an account of another council does not open this one', async () => {
  await world.newPerson({}, 'southby')
  const visitor = visitorOf(await world.app())
  await visitor.get('/sign-in')
  const answer = await visitor.post('/sign-in', { email: 'pm@norchester.example', password: PASSWORD })
  expect(answer.status).toBe(422)
})

test('anyone may be signed in as in a demonstration alone', async () => {
  const person = await world.newPerson()
  const real = visitorOf(await world.app())
  expect(await real.read('/sign-in')).not.toContain('sign in as')
  expect((await real.get('/demonstration')).status).toBe(404)
  expect((await real.post('/demonstration', { person: person.id })).status).toBe(404)
  const council = { ...UNNAMED_COUNCIL, id: 'norchester', demonstration: true }
  const visitor = visitorOf(await world.app({ council }))
  expect(await visitor.read('/demonstration')).toContain('everything without a child in it')
  expect((await visitor.post('/demonstration', { person: person.id })).status).toBe(303)
  expect((await visitor.get('/people')).status).toBe(200)
})
