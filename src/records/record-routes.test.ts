import { OpenAPIHono } from '@hono/zod-openapi'
import { Hono } from 'hono'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { councillorVisit, visitMigrations, visitPromise } from '../../tests/support/councillor-visit.ts'
import { onBothStores, type TestStore } from '../../tests/support/stores.ts'
import { allow, may, type Person, type Role, type WebEnv } from '../access/index.ts'
import { stoppedClock } from '../platform/day.ts'
import { NotAllowed, NotFound } from '../platform/errors.ts'
import { recordAddresses } from './record-addresses.ts'
import { recordApi } from './record-api.ts'
import { recordRoutes } from './record-routes.tsx'
import { getRecord, listRecords } from './record-store.ts'

const clock = stoppedClock('2015-02-05')
const person = (role: Role, council = 'norchester'): Person => ({
  id: `per_${role}`,
  council,
  name: role.replaceAll('_', ' '),
  role,
  scope: { kind: 'none' },
})
const manager = person('programme_manager')
const reader = person('board_member')

const VISIT = {
  ref: '007',
  'visited_on-day': '30',
  'visited_on-month': '1',
  'visited_on-year': '2015',
  team: 'North 1',
  outcome: 'good',
  seen: '4',
  cost: '£1,250.50',
  notes: 'Calm',
}

onBothStores(visitMigrations, (open) => {
  let store: TestStore
  beforeEach(async () => {
    store = await open()
  })
  afterEach(() => store.close())

  const appFor = (who: Person) => {
    const app = new Hono<WebEnv>()
    app.use(async (c, next) => {
      c.set('person', who)
      c.set('frame', {
        councilName: 'Norchester City Council',
        brandColour: '#0b4a4f',
        person: { name: who.name, roleTitle: who.name },
        sections: [],
        demonstration: false,
        asAt: null,
        loadedOn: null,
        today: '2015-02-05',
        csrf: 'proof',
      })
      await next()
    })
    const stores = { records: store.records, clock }
    app.route('/visits', recordRoutes(councillorVisit, { ...stores, at: '/visits' }))
    app.route('/promises', recordRoutes(visitPromise, { ...stores, at: '/promises' }))
    app.onError((error, c) =>
      c.text(error.message, error instanceof NotFound ? 404 : error instanceof NotAllowed ? 403 : 500),
    )
    return app
  }
  const get = async (who: Person, path: string) => {
    const response = await appFor(who).request(path)
    return { status: response.status, text: await response.text() }
  }
  const post = async (who: Person, path: string, form: Record<string, string>) => {
    const response = await appFor(who).request(path, { method: 'POST', body: new URLSearchParams(form) })
    return {
      status: response.status,
      to: response.headers.get('location') ?? '',
      text: await response.text(),
    }
  }
  const added = async () => (await post(manager, '/visits/new', VISIT)).to.split('/').at(-1)!
  const pass = allow(manager, 'plan:write')

  test('a record is added by a form, listed, opened, and kept in the types of its fields', async () => {
    const { status, to } = await post(manager, '/visits/new', VISIT)
    expect([status, to]).toEqual([303, expect.stringMatching(/^\/visits\/vis_/)])
    const id = to.split('/').at(-1)!
    expect(await getRecord(store.records, pass, councillorVisit, id)).toMatchObject({
      visitedOn: '2015-01-30',
      plannedOn: null,
      seen: 4,
      cost: 125_050,
    })
    const page = await get(reader, to)
    expect(page.text).toContain('30 January 2015')
    expect(page.text).toContain('£1,250.50')
    expect(page.text).toContain('Visit by a councillor added: 007')
    const list = await get(reader, '/visits')
    expect(list.text).toContain('1 visit by a councillor.')
    expect(list.text).toContain('North 1')
    expect(list.text).toMatch(/govuk-table__cell--numeric"[^>]*>£1,250.50/)
    expect(list.text).not.toMatch(/style=|<script>/)
  })

  test('a form with mistakes says all of them, leads to each, and keeps what was typed', async () => {
    const { status, text } = await post(manager, '/visits/new', {
      ...VISIT,
      ref: '',
      'visited_on-day': '31',
      'visited_on-month': '4',
      outcome: 'splendid',
      seen: '-1',
      cost: '12.345',
      notes: 'A <b>line</b>',
    })
    expect(status).toBe(422)
    for (const line of [
      'href="#ref">Enter the reference',
      'href="#visited_on-day">Day of the visit must be a real day, like 30 April 2015',
      'href="#outcome">Choose what came of it from the list',
      'href="#seen">Workers spoken to must be 0 or more',
      'href="#cost">Cost must be an amount of pounds, like 1200 or 1200.50',
    ]) {
      expect(text).toContain(line)
    }
    expect(text).toContain('<title>Error: ')
    expect(text).toContain('A &lt;b&gt;line&lt;/b&gt;')
    expect(text).toMatch(/name="visited_on-day"[^>]*value="31"/)
    expect(await listRecords(store.records, pass, councillorVisit)).toEqual([])
  })

  test('a rule of the kind, and a reference that is taken, are refused like any other mistake', async () => {
    const future = await post(manager, '/visits/new', { ...VISIT, 'visited_on-year': '2016' })
    expect(future.text).toContain('href="#visited_on-day">The day of the visit must be today or earlier')
    await added()
    const twice = await post(manager, '/visits/new', VISIT)
    expect(twice.status).toBe(422)
    expect(twice.text).toContain('007 is another visit: give this one another reference')
  })

  test('two people at once: the second sees both texts and loses neither', async () => {
    const path = `/visits/${await added()}/change`
    expect((await get(manager, path)).text).toContain('value="1250.50"')
    expect((await post(manager, path, { ...VISIT, version: '1', notes: 'Theirs' })).status).toBe(303)
    const second = await post(manager, path, { ...VISIT, version: '1', notes: 'Mine' })
    expect(second.status).toBe(409)
    expect(second.text).toMatch(/Saved now:<\/b> Theirs/)
    expect(second.text).toMatch(/You typed:<\/b> Mine/)
    expect(second.text).toContain('name="version" value="2"')
    expect((await post(manager, path, { ...VISIT, version: '2', notes: 'Mine' })).status).toBe(303)
  })

  test('a field that asks for a reason is changed with one, and its history says so', async () => {
    const id = await added()
    const moved = { ...VISIT, version: '1', 'visited_on-day': '29' }
    const silent = await post(manager, `/visits/${id}/change`, moved)
    expect(silent.text).toContain('href="#change_reason">Say why the day of the visit changes')
    const said = await post(manager, `/visits/${id}/change`, { ...moved, change_reason: 'Snow' })
    expect(said.status).toBe(303)
    const history = await get(reader, `/visits/${id}/history`)
    expect(history.text).toContain('Day of the visit: 29 January 2015; it was 30 January 2015')
    expect(history.text).toContain('programme manager: Snow')
  })

  test('a record is withdrawn with a reason and listed apart', async () => {
    const id = await added()
    const silent = await post(manager, `/visits/${id}/withdraw`, { version: '1' })
    expect(silent.text).toContain('Say why this visit by a councillor is withdrawn')
    const done = await post(manager, `/visits/${id}/withdraw`, {
      version: '1',
      withdrawal_reason: 'Entered twice',
    })
    expect([done.status, done.to]).toEqual([303, '/visits'])
    const list = await get(reader, '/visits')
    expect(list.text).toContain('There are no visits by councillors yet.')
    expect(list.text).toContain('1 withdrawn')
    const page = await get(manager, `/visits/${id}`)
    expect(page.text).toContain('Withdrawn on 5 February 2015: Entered twice')
    expect(page.text).not.toContain('/change')
    for (const form of ['change', 'withdraw']) {
      await expect(get(manager, `/visits/${id}/${form}`)).resolves.toMatchObject({
        text: 'This visit by a councillor was withdrawn on 5 February 2015: it stays as it was',
      })
    }
    expect(list.text).not.toContain('Download')
    expect((await get(manager, '/visits')).text).toContain('Download an empty file as CSV')
    expect((await get(manager, '/visits/records.csv')).text).toMatch(/^.?id,version,ref,visited_on,.*\r?\n$/)
  })

  test('a record that belongs to another is added under it, and nowhere else', async () => {
    const visit = await added()
    const under = await post(manager, `/promises/new?visit_id=${visit}`, { title: 'A second desk' })
    expect(under.status).toBe(303)
    expect((await post(manager, '/promises/new', { title: 'Adrift' })).text).toContain('Choose the visit')
    const nowhere = await post(manager, '/promises/new?visit_id=vis_none', { title: 'Adrift' })
    expect(nowhere.status).toBe(422)
  })

  test('the API answers what the definition says that it answers', async () => {
    const id = await added()
    const api = new OpenAPIHono<WebEnv>()
    api.use(async (c, next) => {
      c.set('person', reader)
      await next()
    })
    api.route('/', recordApi(councillorVisit, { records: store.records, path: '/visits' }))
    const list: unknown = await (await api.request('/visits')).json()
    expect(list).toMatchObject([{ id, ref: '007', visitedOn: '2015-01-30', cost: 125_050, version: 1 }])
    expect(await (await api.request(`/visits/${id}`)).json()).toEqual((list as unknown[])[0])
    const { paths } = api.getOpenAPI31Document({ openapi: '3.1.0', info: { title: 'Visits', version: '1' } })
    expect(Object.keys(paths ?? {})).toEqual(['/visits', '/visits/{id}'])
    expect(JSON.stringify(paths)).toContain('"visitedOn":{"type":"string","format":"date"')
    expect(JSON.stringify(paths)).toContain('"enum":["good","mixed","worrying"]')
    expect(JSON.stringify(paths)).toContain('Whole pence')
  })

  test('each address is there for those who hold its permission and for nobody else', async () => {
    const id = await added()
    for (const { route, permission, answer } of recordAddresses(councillorVisit)) {
      const [method, path] = route.split(' ') as [string, string]
      const address = `/visits${path === '/' ? '' : path.replace(':id', id)}`
      for (const who of [
        manager,
        reader,
        person('administrator'),
        person('programme_manager', 'elsewhere'),
      ]) {
        const found = method === 'GET' ? await get(who, address) : await post(who, address, {})
        const foreign = who.council === 'elsewhere' && path.includes(':id')
        expect([route, who.role, found.status]).toEqual([
          route,
          who.role,
          !may(who, permission) ? 403 : foreign ? 404 : answer,
        ])
      }
    }
  })
})
