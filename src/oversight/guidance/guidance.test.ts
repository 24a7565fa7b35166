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
  homePartsFor,
  operator,
  type HomePart,
  type Person,
  type PersonDraft,
  type WebEnv,
} from '../../access/index.ts'
import type { OpenSnapshot } from '../../dataset/snapshots/sealed.ts'
import { stoppedClock, type Day } from '../../platform/day.ts'
import { NotAllowed, NotFound, Refused } from '../../platform/errors.ts'
import {
  addRecord,
  listRecords,
  recordMigrations,
  recordTableFaults,
  recordTransaction,
} from '../../records/index.ts'
import { OVERSIGHT_KINDS } from '../kinds.ts'
import { oversightMigrations } from '../migrations.ts'
import { guidanceMaterial } from './board-material.ts'
import { confirmVersion } from './guidance-store.ts'
import { guidance, guidanceConfirmation, guidanceVersion, type GuidanceVersion } from './guidance.ts'
import { guidanceMounts } from './guidance-routes.tsx'
import { guidanceDigest, guidanceHome } from './home-part.tsx'
import { installGuidance } from './install.ts'
import { confirmGuidance, issueGuidance } from './permissions.ts'
import { reaches } from './staff.ts'

/* SW-1 works in North 1, SW-2 in South; nothing is known of SW-3. */
const insert = `
  insert into person (child_key, person_id, dob) values (1, 'N20417', '2007-01-15'), (2, 'S90001', '2010-01-15');
  insert into allocation (child_key, worker, team, from_date, to_date) values
    (1, 'SW-1', 'North 1', '2014-01-01', '2015-12-31'), (2, 'SW-2', 'South', '2014-01-01', '2015-12-31');`

let snapshot: OpenSnapshot
beforeAll(async () => {
  snapshot = { ...(await measured({ asAt: '2015-01-31', insert }, 'cin-open')), id: 'january' }
})

const DRAFTS = {
  programme: { role: 'programme_manager', scope: { kind: 'none' } },
  director: { role: 'director', scope: { kind: 'none' } },
  board: { role: 'board_member', scope: { kind: 'none' } },
  head: { role: 'head_of_service', scope: { kind: 'service', service: 'N', teams: ['North 1', 'North 2'] } },
  manager: { role: 'team_manager', scope: { kind: 'team', teams: ['North 1'] } },
  south: { role: 'team_manager', scope: { kind: 'team', teams: ['South'] } },
  worker: { role: 'social_worker', scope: { kind: 'own', worker: 'SW-1' } },
  other: { role: 'social_worker', scope: { kind: 'own', worker: 'SW-2' } },
  unknown: { role: 'social_worker', scope: { kind: 'own', worker: 'SW-3' } },
  finance: { role: 'finance_partner', scope: { kind: 'none' } },
} as const satisfies Record<string, Pick<PersonDraft, 'role' | 'scope'>>
type Who = keyof typeof DRAFTS
/** The accounts of those who are asked are kept; to hash a password takes long, so that the others have none. */
const KEPT: readonly Who[] = ['manager', 'south', 'worker', 'other', 'unknown']

interface World {
  as: (who: Who, today?: Day) => Visitor
  person: (who: Who) => Person
  deps: (today?: Day) => Parameters<typeof guidanceMounts>[0]
}

const TODAY: Day = '2015-02-05'

async function world(store: TestStore): Promise<World> {
  const people = new Map<Who, Person>()
  // Made once the demonstration's clock has stopped, as there.
  const opened = stoppedClock('2026-11-02')
  for (const [who, draft] of Object.entries(DRAFTS) as [Who, Pick<PersonDraft, 'role' | 'scope'>][]) {
    if (!KEPT.includes(who)) {
      people.set(who, { id: `per_${who}`, council: 'norchester', name: `The ${who}`, ...draft })
      continue
    }
    const made = await createPerson(store.records, opened, allow(operator('norchester'), 'people:write'), {
      ...draft,
      name: `The ${who}`,
      email: `${who}@norchester.example`,
      password: 'three plain words',
    })
    if (made.ok) people.set(who, made.value)
  }
  const deps = (today: Day = TODAY) =>
    ({
      records: store.records,
      clock: stoppedClock(today),
      pool: { current: () => Promise.resolve(snapshot) },
      ask: (_question: string, _person: Person, ref: string) =>
        Promise.resolve(
          ref === '3.4' ? [{ text: 'Action 3.4', href: '/plan/actions/act_1', note: 'Guidance' }] : [],
        ),
    }) as unknown as Parameters<typeof guidanceMounts>[0]
  const as = (who: Who, today: Day = TODAY) => {
    const app = new Hono<WebEnv>().use(async (c, next) => {
      c.set('person', people.get(who)!)
      c.set('frame', someFrame({ asAt: snapshot.asAt, today }))
      await next()
    })
    for (const { path, routes } of guidanceMounts(deps(today))) app.route(path, routes)
    return visitorOf(
      app.onError((error, c) => {
        if (error instanceof NotFound) return c.text(error.message, 404)
        if (error instanceof NotAllowed) return c.text(error.message, 403)
        if (error instanceof Refused) return c.text(error.message, 422)
        throw error
      }),
    )
  }
  return { as, deps, person: (who) => people.get(who)! }
}

const pass = allow({ ...operator('norchester'), role: 'head_of_service' }, issueGuidance)

const GUIDANCE = {
  title: 'Visits to children in need',
  roles: 'Social worker\nTeam manager',
  teams: '',
  confirmWithin: 10,
  serves: '3.4',
}
const VERSION = {
  issuedOn: '2015-02-02',
  fromOn: '2015-02-02',
  issuedBy: 'Head of Assessment',
  summary: 'How often a child is seen',
  link: '',
  body: 'See the child within ten working days.',
  changed: '',
} as const

interface Issued {
  id: string
  versionId: string
}

const issued = ({ records }: TestStore, change: Partial<typeof GUIDANCE> = {}): Promise<Issued> =>
  recordTransaction(records, pass, stoppedClock('2015-02-02'), guidance, async (open) => {
    const id = await addRecord(open, guidance, { ...GUIDANCE, ...change })
    return { id, versionId: await addRecord(open, guidanceVersion, { guidanceId: id, ...VERSION }) }
  })

const nextVersion = ({ records }: TestStore, guidanceId: string, issuedOn: Day): Promise<string> =>
  recordTransaction(records, pass, stoppedClock(issuedOn), guidanceVersion, (open) =>
    addRecord(open, guidanceVersion, {
      ...(VERSION as Omit<GuidanceVersion, 'id' | 'version' | 'guidanceId'>),
      guidanceId,
      issuedOn,
      fromOn: issuedOn,
      changed: 'Fifteen days',
    }),
  )

const words = (page: string): string => page.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')

/** Opens the guidance and presses its button. */
async function confirm(browser: Visitor, id: string): Promise<Response> {
  const page = await browser.read(`/guidance/${id}`)
  const version = /name="version" value="([^"]+)"/.exec(page)?.[1] ?? ''
  return await browser.post(`/guidance/${id}/have-read`, { version })
}

const partsOf = (at: World, who: Who, today?: Day): Promise<readonly HomePart[]> =>
  homePartsFor(guidanceHome(at.deps(today)), at.person(who))
const bodyOf = (parts: readonly HomePart[]): string =>
  words(
    parts.map(({ heading, body }) => `${heading} ${(body as { toString(): string }).toString()}`).join(' '),
  )

onBothStores({ ...accessMigrations, ...recordMigrations, ...oversightMigrations }, (open) => {
  test('the tables are what the definitions say', async () => {
    const store = await open()
    expect(await recordTableFaults(store.records, OVERSIGHT_KINDS)).toEqual([])
    await store.close()
  })

  test('everybody it is for finds it on their first page, reads it, confirms it and is asked no more', async () => {
    const store = await open()
    const at = await world(store)
    const { id } = await issued(store)
    expect(bodyOf(await partsOf(at, 'worker'))).toContain('Guidance to read and confirm: 1')
    expect(await partsOf(at, 'finance')).toEqual([])
    // Their first page is kept for all of their role: it may hold nothing of one person.
    for (const role of ['director', 'board_member', 'programme_manager'] as const)
      expect(guidanceHome(at.deps()).some(({ roles }) => roles.includes(role))).toBe(false)
    const worker = at.as('worker')
    const page = words(await worker.read(`/guidance/${id}`))
    expect(page).toContain('Read it, and confirm that you have.')
    expect(page).toContain('See the child within ten working days.')
    expect(page).toContain('Action 3.4 : Guidance')
    expect((await confirm(worker, id)).status).toBe(303)
    const after = await worker.read(`/guidance/${id}`)
    expect(words(after)).toContain('You confirmed it on 5 February 2015.')
    expect(words(after)).toContain('1 of 5 people with an account has confirmed it')
    expect(after).not.toContain('I have read this')
    expect(await partsOf(at, 'worker')).toEqual([])
    await store.close()
  })

  test('a new version asks again, and who confirmed the earlier one is kept with it', async () => {
    const store = await open()
    const at = await world(store)
    const { id, versionId } = await issued(store)
    await confirm(at.as('worker'), id)
    const second = await nextVersion(store, id, '2015-02-12')
    // It is not asked for before the day of its issue.
    expect(await partsOf(at, 'worker', '2015-02-11')).toEqual([])
    expect(bodyOf(await partsOf(at, 'worker', '2015-02-12'))).toContain('Issued 12 February 2015')
    const worker = at.as('worker', '2015-02-12')
    const page = words(await worker.read(`/guidance/${id}`))
    expect(page).toContain('Version 2, issued 12 February 2015')
    expect(page).toContain('0 of 5 people')
    expect(page).toMatch(/Version 1 2 February 2015 2 February 2015 Earlier 1/)
    // The page of the first version was still open in another tab.
    const stale = await worker.post(`/guidance/${id}/have-read`, { version: second })
    expect(stale.status).toBe(303)
    const manager = at.as('manager', '2015-02-12')
    await manager.get(`/guidance/${id}`)
    const old = await manager.post(`/guidance/${id}/have-read`, { version: versionId })
    expect([old.status, await old.text()]).toEqual([
      422,
      'A new version was issued on 12 February 2015: read that one and confirm it',
    ])
    const kept = await listRecords(
      store.records,
      allow(operator('norchester'), 'figures:read'),
      guidanceConfirmation,
    )
    expect(
      new Set(kept.map(({ guidanceVersionId, personId }) => `${guidanceVersionId} ${personId}`)),
    ).toEqual(new Set([versionId, second].map((version) => `${version} ${at.person('worker').id}`)))
    expect(kept).toHaveLength(2)
    await store.close()
  })

  test('two tabs at once confirm once, and the person is the one who is signed in', async () => {
    const store = await open()
    const at = await world(store)
    const { id, versionId } = await issued(store)
    const confirming = () =>
      confirmVersion(
        store.records,
        allow(at.person('worker'), confirmGuidance),
        stoppedClock(TODAY),
        versionId,
        ['North 1'],
      )
    expect(await Promise.all([confirming(), confirming(), confirming()])).toEqual([TODAY, TODAY, TODAY])
    const manager = at.as('manager')
    await manager.get(`/guidance/${id}`)
    const named = await manager.post(`/guidance/${id}/have-read`, {
      version: versionId,
      person_id: at.person('other').id,
    })
    expect(named.status).toBe(303)
    const kept = await listRecords(
      store.records,
      allow(operator('norchester'), 'figures:read'),
      guidanceConfirmation,
    )
    expect(kept.map(({ personId }) => personId).sort()).toEqual(
      [at.person('worker').id, at.person('manager').id].sort(),
    )
    await store.close()
  })

  test('who is not asked, a version that is not there and a form that says none are refused in words', async () => {
    const store = await open()
    const at = await world(store)
    const { id, versionId } = await issued(store, { teams: 'North 1' })
    const other = await issued(store, { title: 'Another' })
    const sent = async (who: Who, version: string, today?: Day) => {
      const browser = at.as(who, today)
      await browser.get(`/guidance/${id}`)
      const answer = await browser.post(`/guidance/${id}/have-read`, version === '' ? {} : { version })
      return [answer.status, await answer.text()]
    }
    const notTheirs = 'This guidance is for other roles or teams: there is nothing for you to confirm'
    expect(await sent('finance', versionId)).toEqual([403, notTheirs])
    expect(await sent('other', versionId)).toEqual([403, notTheirs])
    // Nobody knows in which team they work: they are asked.
    expect((await sent('unknown', versionId))[0]).toBe(303)
    expect(await sent('worker', '')).toEqual([
      422,
      'Say which version you have read: open the guidance and confirm it there',
    ])
    expect((await sent('worker', other.versionId))[0]).toBe(404)
    expect((await sent('worker', versionId, '2015-02-01'))[1]).toContain('is issued on 2 February 2015')
    await store.close()
  })

  test('a manager sees by name their own team alone, and is reminded of those who are past the day', async () => {
    const store = await open()
    const at = await world(store)
    const { id, versionId } = await issued(store)
    const manager = at.as('manager')
    const page = words(await manager.read(`/guidance/${id}/people`))
    expect(page).toContain('2 of 2 people have not confirmed it.')
    expect(page).toContain('The worker Social worker North 1 Not yet 16 February 2015')
    for (const path of [`/guidance/${id}/people`, `/guidance/${id}/people.csv`, `/guidance/${id}`])
      for (const name of ['The other', 'The unknown', 'The south', 'The head'])
        expect(await manager.read(path), `${path} ${name}`).not.toContain(name)
    // Nor those above them, who have the team among others.
    const above = { person: at.person('head'), teams: ['North 1', 'North 2'], openedOn: TODAY }
    expect(reaches(at.person('manager'), above)).toBe(false)
    expect(bodyOf(await partsOf(at, 'manager'))).toContain('1 of 1 person in your teams not yet')
    expect(bodyOf(await partsOf(at, 'manager', '2015-02-16'))).not.toContain('past the day')
    expect(bodyOf(await partsOf(at, 'manager', '2015-02-17'))).toContain('1 past the day: remind them')
    await confirm(at.as('worker'), id)
    for (const path of [
      `/guidance/${id}`,
      `/guidance/${id}/history`,
      `/guidance-versions/${versionId}`,
      `/guidance-versions/${versionId}/history`,
      '/guidance',
      '/guidance.csv',
    ])
      for (const who of ['board', 'other', 'south'] as const)
        expect(await at.as(who).read(path), `${who} ${path}`).not.toContain('The worker')
    expect(words(await manager.read(`/guidance/${id}/people?only=waiting`))).not.toContain('The worker')
    expect(await manager.read(`/guidance/${id}/people.csv`)).toContain(
      'Visits to children in need,1,The worker,Social worker,North 1,2015-02-05,2015-02-16,no',
    )
    const everybody = await at.as('director').read(`/guidance/${id}/people`)
    for (const who of ['worker', 'other', 'unknown', 'manager', 'south'])
      expect(everybody).toContain(`The ${who}`)
    for (const who of ['board', 'worker', 'finance'] as const)
      expect((await at.as(who).get(`/guidance/${id}/people`)).status).toBe(403)
    await store.close()
  })

  test('the Board has counts and no name, and none of fewer than five people', async () => {
    const store = await open()
    const at = await world(store)
    const { id } = await issued(store)
    await confirm(at.as('worker'), id)
    await issued(store, { title: 'For managers', roles: 'Team manager' })
    const board = at.as('board')
    const list = words(await board.read('/guidance'))
    expect(list).toContain('1 of 5')
    expect(list).toContain('Hidden: fewer than 5 people')
    expect(list).not.toContain('The worker')
    const file = (await board.read('/guidance.csv')).split('\n')
    expect(file[1]).toMatch(/^For managers,1,2015-02-02,.*,c,c,c/)
    expect(file[2]).toMatch(/^Visits to children in need,1,2015-02-02,.*,5,1,0/)
    expect((await at.as('director').read('/guidance.csv')).split('\n')[1]).toMatch(/,2,0,0/)
    const material = await guidanceMaterial(at.deps(), at.person('director'), '2015-01-16', '2015-02-10')
    expect(material.flatMap(({ sentences }) => sentences)).toEqual([
      'The guidance ‘For managers’ was issued on 2 February 2015 and is in effect from 2 February 2015.',
      'The guidance ‘Visits to children in need’ was issued on 2 February 2015 and is in effect from 2 February 2015.',
      '1 of 5 people who are asked has confirmed that they have read it.',
    ])
    expect(material.map(({ source }) => source)).toEqual([
      'Guidance: For managers, 2 February 2015',
      'Guidance: Visits to children in need, 2 February 2015',
    ])
    expect(await guidanceMaterial(at.deps(), at.person('director'), '2015-02-03', '2015-02-10')).toEqual([])
    await store.close()
  })

  test('guidance is added, given a text and briefed by its forms, and faults are said in words', async () => {
    const store = await open()
    const at = await world(store)
    const head = at.as('head')
    await head.get('/guidance/new')
    const fields = { title: 'Case planning', roles: 'Social worker', confirm_within: '5' }
    const wrong = await head.post('/guidance/new', { ...fields, roles: 'Social workers\nTeam manager' })
    expect(wrong.status).toBe(422)
    expect(words(await wrong.text())).toContain('There is no role “Social workers”: the roles are Director')
    const added = await head.post('/guidance/new', fields)
    expect(added.status).toBe(303)
    const page = added.headers.get('Location')!
    expect(words(await head.read(page))).toContain('No version is issued yet. Nobody is asked to confirm it.')
    const id = page.split('/').at(-1)!
    const of = { 'issued_on-day': '3', 'issued_on-month': '2', 'issued_on-year': '2015' }
    const from = { 'from_on-day': '2', 'from_on-month': '2', 'from_on-year': '2015' }
    const text = { ...of, ...from, issued_by: 'Head of service', summary: 'Plans', link: 'intranet/plans' }
    const at1 = `/guidance-versions/new?guidance_id=${id}`
    const noLink = words(await (await head.post(at1, text)).text())
    expect(noLink).toContain('The link must be a whole address, like https://intranet.example/guidance')
    const tooEarly = words(await (await head.post(at1, { ...text, link: '' })).text())
    expect(tooEarly).toContain('It is in effect from the day on which it is issued, or later')
    expect(tooEarly).toContain('Enter the text, or a link to it')
    const whole = { ...text, 'from_on-day': '9', link: 'https://intranet.example/plans' }
    const first = await head.post(at1, whole)
    expect(first.status).toBe(303)
    expect(words(await (await head.post(at1, whole)).text())).toContain(
      'A version was issued on 3 February 2015 already: withdraw it, or enter another day',
    )
    const versionId = first.headers.get('Location')!.split('/').at(-1)!
    const briefing = {
      audience: 'North 1',
      led_by: 'Head of service',
      attended: '7',
      'held_on-day': '6',
      'held_on-month': '2',
      'held_on-year': '2015',
    }
    const manager = at.as('manager')
    const at2 = `/guidance-briefings/new?guidance_version_id=${versionId}`
    await manager.get(at2)
    expect(words(await (await manager.post(at2, briefing)).text())).toContain(
      'The day of the briefing must be today or earlier',
    )
    expect((await manager.post(at2, { ...briefing, 'held_on-day': '5' })).status).toBe(303)
    const shown = words(await head.read(page))
    expect(shown).toContain('Of version 1: 1 briefing, 7 came.')
    expect(words(await head.read('/guidance-briefings'))).toContain('Case planning: North 1, 5 February 2015')
    expect(words(await head.read('/guidance-versions'))).toContain('Case planning: Issued 3 February 2015')
    expect((await at.as('worker').get('/guidance/new')).status).toBe(403)
    await store.close()
  })

  test('what was withdrawn is asked of nobody and stays readable with its versions', async () => {
    const store = await open()
    const at = await world(store)
    const { id, versionId } = await issued(store)
    const head = at.as('head')
    await head.get(`/guidance/${id}/withdraw`)
    const reason = { version: '1', withdrawal_reason: 'Taken into the handbook' }
    expect((await head.post(`/guidance/${id}/withdraw`, reason)).status).toBe(303)
    expect(await partsOf(at, 'worker')).toEqual([])
    expect(words(await head.read('/guidance'))).toContain(
      '1 withdrawn Visits to children in need , withdrawn on',
    )
    const page = await at.as('worker').read(`/guidance/${id}`)
    expect(words(page)).toContain('Taken into the handbook')
    expect(page).toContain(`/guidance-versions/${versionId}`)
    const worker = at.as('worker')
    await worker.get(`/guidance/${id}`)
    const confirmed = await worker.post(`/guidance/${id}/have-read`, { version: versionId })
    expect(confirmed.status).toBe(404)
    await store.close()
  })

  test('a week says what waits, and nothing of another council is asked or shown', async () => {
    const store = await open()
    const at = await world(store)
    await issued(store)
    const week = { since: '2015-01-29', today: TODAY, until: '2015-02-12' } as const
    const lines = async (who: Who, today: Day = TODAY) =>
      (await guidanceDigest(at.deps(today)).lines(at.person(who), { ...week, today })).map(({ text }) => text)
    expect(await lines('worker')).toEqual(['1 piece of guidance waits for you to read and confirm.'])
    expect(await lines('head', '2015-02-17')).toEqual([
      '2 confirmations of guidance are past the day among those whom you see.',
    ])
    const theirs = allow({ ...operator('southby'), role: 'head_of_service' }, issueGuidance)
    const { records } = store
    const foreign = await recordTransaction(records, theirs, stoppedClock(TODAY), guidance, (open2) =>
      addRecord(open2, guidance, { ...GUIDANCE, title: 'Of Southby' }),
    )
    expect(await at.as('director').read('/guidance')).not.toContain('Of Southby')
    expect((await at.as('director').get(`/guidance/${foreign}/people`)).status).toBe(404)
    await store.close()
  })

  test('the demonstration has the guidance of the week of 2 February: briefed, confirmed by some and not by others', async () => {
    const store = await open()
    const at = await world(store)
    const story = { council: 'norchester', teams: ['North 1', 'North 2'], today: TODAY }
    const { records, pool } = at.deps()
    await installGuidance({ records, pool }, story)
    const page = words(await at.as('director').read('/guidance'))
    expect(page).toContain('Visiting children in need and planning with them 2 February 2015, version 1')
    expect(page).toContain('3 briefings, 43 came')
    expect(page).toContain('1 of 5')
    expect(words(await at.as('director').read('/practice-standards'))).toContain(
      'Since 2 February 2015: the first visit within 10 working days',
    )
    await store.close()
  })
})
