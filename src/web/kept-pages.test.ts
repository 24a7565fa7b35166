import { Hono } from 'hono'
import { html } from 'hono/html'
import { beforeEach, expect, test } from 'vitest'
import { doorWorld, emptyPool, type DoorWorld } from '../../tests/support/door-world.ts'
import { allow, operator, recordAuditEvent, recordRead, setActive, type WebEnv } from '../access/index.ts'
import { access } from '../access/room.ts'
import type { SealedSnapshot, SnapshotPool } from '../dataset/index.ts'
import { stoppedClock } from '../platform/day.ts'
import type { Services } from '../platform/room.ts'

let world: DoorWorld
/** Addresses whose page was made, each time that it was. */
let made: string[]
beforeEach(async () => {
  world = await doorWorld()
  made = []
  return () => world.close()
})

const clock = stoppedClock('2015-02-05')

/** A room with pages that are kept, one that is not, and pages that must not be. */
const keptRoom = () => ({
  name: 'kept',
  routes: () =>
    Promise.resolve([
      {
        path: '/kept',
        kept: ['/', '/:id', '/about/reader', '/about/name', '/about/children'],
        routes: new Hono<WebEnv>()
          .get('/about/reader', (c) => c.html(`for ${c.var.person.id}`))
          .get('/about/name', (c) => c.html(`for ${c.var.frame.person!.name}`))
          .get('/about/children', async (c) => {
            const { person } = c.var
            const read = { what: 'list', subject: 'all', children: ['900001'], why: 'a test' } as const
            await recordRead(world.records, clock, person, read)
            return c.html('child 900001')
          })
          .get('/leaders', (c) => {
            made.push('leaders')
            allow(c.var.person, 'targets:write')
            return c.html('for leaders')
          })
          .get('/:id', (c) => {
            const { person, frame } = c.var
            made.push(c.req.param('id'))
            return c.html(
              html`<p>${person.role} ${JSON.stringify(person.scope)} ${c.req.query('by') ?? ''}</p>
                <input type="hidden" name="_csrf" value="${frame.csrf}" />`,
            )
          })
          .get('/below/:id', (c) => {
            made.push(`below ${c.req.param('id')}`)
            return c.html(c.var.person.id)
          }),
      },
    ]),
})

const services = (change: Partial<Services> = {}): Partial<Services> => ({
  rooms: [{ name: 'access', routes: access.routes! }, keptRoom()],
  ...change,
})

/** Signs people in at one server. Two of a kind have two sessions. */
async function visitors(emails: readonly string[], change: Partial<Services> = {}) {
  const app = await world.app(services(change))
  const { visitorOf } = await import('../../tests/support/visitor.ts')
  const { PASSWORD } = await import('../../tests/support/door-world.ts')
  const signedIn = []
  for (const email of emails) {
    const visitor = visitorOf(app)
    await visitor.get('/sign-in')
    await visitor.post('/sign-in', { email, password: PASSWORD })
    signedIn.push(visitor)
  }
  return signedIn
}

const proofIn = (page: string): string => /name="_csrf" value="([^"]+)"/.exec(page)![1]!

test('a page is made once for all of a role, and each session has its own proof in it', async () => {
  await world.newPerson()
  await world.newPerson({ email: 'second@norchester.example', name: 'Second' })
  const [first, second] = await visitors(['pm@norchester.example', 'second@norchester.example'])
  const [shown, again, toSecond] = [
    await first!.read('/kept/plan'),
    await first!.read('/kept/plan'),
    await second!.read('/kept/plan'),
  ]
  expect(made).toEqual(['plan'])
  expect(again).toBe(shown)
  expect(proofIn(toSecond)).not.toBe(proofIn(shown))
  expect(toSecond.replace(proofIn(toSecond), '')).toBe(shown.replace(proofIn(shown), ''))
  expect((await first!.get('/kept/plan')).headers.get('Cache-Control')).toBe('no-store')
})

test('many who ask at once for a page that is not made yet have it made once', async () => {
  await world.newPerson()
  const [first, second] = await visitors(['pm@norchester.example', 'pm@norchester.example'])
  const pages = await Promise.all([first!, second!, first!].map((visitor) => visitor.read('/kept/plan')))
  expect(made).toEqual(['plan'])
  expect(new Set(pages.map(proofIn)).size).toBe(2)
})

test('another role, scope or team has a page of its own', async () => {
  const team = (name: string) => ({ kind: 'team' as const, teams: [name] })
  await world.newPerson()
  await world.newPerson({ email: 'n@norchester.example', role: 'team_manager', scope: team('North') })
  await world.newPerson({ email: 's@norchester.example', role: 'team_manager', scope: team('South') })
  const people = await visitors(['pm@norchester.example', 'n@norchester.example', 's@norchester.example'])
  const pages = []
  for (const visitor of people) pages.push(await visitor.read('/kept/plan'))
  expect(made).toEqual(['plan', 'plan', 'plan'])
  expect(pages[0]).toContain('programme_manager')
  expect(pages[1]).toContain('North')
  expect(pages[1]).not.toContain('South')
  expect(pages[2]).toContain('South')
})

test('another address, question, snapshot or day has a page of its own', async () => {
  await world.newPerson()
  let id = '2015-01-31-aaaa'
  let today = clock.today()
  const snapshot = (): SealedSnapshot => ({ id, asAt: '2015-01-31', loadedAt: clock.now(), sources: [] })
  const pool: SnapshotPool = { ...emptyPool, current: () => Promise.resolve(snapshot()) }
  const [visitor] = await visitors(['pm@norchester.example'], {
    pool,
    clock: { today: () => today, now: () => clock.now() },
  })
  await visitor!.read('/kept/plan')
  await visitor!.read('/kept/plan?by=team')
  await visitor!.read('/kept/tracker')
  expect(made).toEqual(['plan', 'plan', 'tracker'])
  id = '2015-01-31-bbbb'
  await visitor!.read('/kept/plan')
  expect(made).toHaveLength(4)
  today = '2015-02-06'
  await visitor!.read('/kept/plan')
  expect(made).toHaveLength(5)
  await visitor!.read('/kept/plan')
  expect(made).toHaveLength(5)
})

test('a page is made anew after a record has changed, and kept while people only look and sign in', async () => {
  const { id } = await world.newPerson()
  const someone = await world.newPerson({ email: 'other@norchester.example' })
  const [visitor] = await visitors(['pm@norchester.example'])
  await visitor!.read('/kept/plan')
  await recordAuditEvent(world.records, clock, 'norchester', null, 'who-saw', 'one child', ['900001'])
  await visitors(['pm@norchester.example'])
  await visitor!.read('/kept/plan')
  expect([made, id]).toEqual([['plan'], id])
  await setActive(world.records, clock, allow(operator('norchester'), 'people:write'), someone.id, 1, false)
  await visitor!.read('/kept/plan')
  expect(made).toEqual(['plan', 'plan'])
})

test('who may not open a page is told so, whoever opened it before', async () => {
  await world.newPerson()
  await world.newPerson({ email: 'board@norchester.example', role: 'board_member' })
  const [leader, reader] = await visitors(['pm@norchester.example', 'board@norchester.example'])
  expect((await leader!.get('/kept/leaders')).status).toBe(200)
  for (const _ of [1, 2]) expect((await reader!.get('/kept/leaders')).status).toBe(403)
  expect(made).toEqual(['leaders', 'leaders', 'leaders'])
  expect((await (await world.app(services())).request('/kept/leaders')).status).toBe(303)
})

test('a page that asks who it is for, or shows a child, is not kept: it breaks, and shows nothing', async () => {
  await world.newPerson()
  const [visitor] = await visitors(['pm@norchester.example'])
  for (const address of ['reader', 'name', 'children']) {
    const answer = await visitor!.get(`/kept/about/${address}`)
    expect(answer.status).toBe(500)
    const text = await answer.text()
    expect(text).not.toMatch(/900001|for per_/)
    expect(text).toContain('Sign out')
  }
  expect((await world.log()).filter(({ what }) => what === 'list')).toEqual([])
})

test('an address that is not declared knows its reader and is made each time', async () => {
  const { id } = await world.newPerson()
  const [visitor] = await visitors(['pm@norchester.example'])
  expect(await visitor!.read('/kept/below/plan')).toBe(id)
  await visitor!.read('/kept/below/plan')
  expect(made).toEqual(['below plan', 'below plan'])
})
