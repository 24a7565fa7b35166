import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { onBothStores } from '../../tests/support/stores.ts'
import {
  accessMigrations,
  allow,
  createPerson,
  listPeople,
  operator,
  type Person,
  type Role,
  type WebEnv,
} from '../access/index.ts'
import { stoppedClock } from '../platform/day.ts'
import { NotAllowed } from '../platform/errors.ts'
import type { Ask } from '../platform/room.ts'
import type { Records } from '../platform/records.ts'
import { peopleImportRoutes } from './people-import-routes.tsx'

const clock = stoppedClock('2015-02-05')
const ask = ((question) => Promise.resolve(question === 'teamNames' ? ['North 2', 'North 3'] : [])) as Ask
const person = (role: Role): Person => ({
  id: `per_${role}`,
  council: 'norchester',
  name: role,
  role,
  scope: { kind: 'none' },
})
const HEAD = 'Name,E-mail,Role,Teams,Worker,Start\r\n'
const NEW = `${HEAD}José,j@example.gov.uk,Director,,,\r\nManager,m@example.gov.uk,team_manager,North 3,,\r\n`

function visitorIn(records: Records, role: Role = 'administrator') {
  const app = new Hono<WebEnv>()
  app.use(async (c, next) => {
    c.set('person', person(role))
    c.set('frame', {
      councilName: 'Norchester City Council',
      brandColour: '#0b4a4f',
      person: { name: role, roleTitle: role },
      sections: [],
      demonstration: false,
      asAt: null,
      loadedOn: null,
      today: clock.today(),
      csrf: 'proof',
    })
    await next()
  })
  app.route('/people-import', peopleImportRoutes({ records, clock, ask }))
  app.onError((error, c) => c.text(error.message, error instanceof NotAllowed ? 403 : 500))
  const answer = async (response: Response | Promise<Response>) => {
    const { status, headers } = await response
    return { status, headers, text: await (await response).text() }
  }
  return {
    get: (path: string) => answer(app.request(`/people-import${path}`)),
    send: (csv: string | Uint8Array<ArrayBuffer>) => {
      const body = new FormData()
      body.set('file', new File([csv], 'people.csv'))
      return answer(app.request('/people-import', { method: 'POST', body }))
    },
    confirm: (page: string, more: Record<string, string> = {}) =>
      answer(
        app.request('/people-import/confirm', {
          method: 'POST',
          body: new URLSearchParams({ ...hiddenIn(page), ...more }),
        }),
      ),
  }
}

const hiddenIn = (page: string) =>
  Object.fromEntries(
    [...page.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(
      ([, name, value]) => [name!, value!] as const,
    ),
  )

onBothStores(accessMigrations, (open) => {
  const pass = allow(operator('norchester'), 'people:write')
  const people = async (records: Records) =>
    (await listPeople(records, allow(operator('norchester'), 'people:read'))).map(({ person, email }) => [
      person.name,
      email,
      person.scope.kind === 'team' ? person.scope.teams : person.role,
    ])
  const manager = (records: Records) =>
    createPerson(records, clock, pass, {
      email: 'm@example.gov.uk',
      name: 'Manager',
      role: 'team_manager',
      scope: { kind: 'team', teams: ['North 2'] },
      password: 'three plain words',
    })

  test('a file is shown before it does anything, and its passwords are shown once when it is confirmed', async () => {
    const store = await open()
    const { records } = store
    await manager(records)
    const admin = visitorIn(records)
    // As Excel of many an office saves a CSV: in its own encoding, not in UTF-8.
    const preview = await admin.send(new Uint8Array(Buffer.from(NEW, 'latin1')))
    expect(preview.status).toBe(200)
    expect(preview.text).toContain('Nothing has been done yet.')
    expect(preview.text).toContain('1 to add, 1 not as the file says, 0 as they are, 0 refused.')
    expect(preview.text).toContain('North 2 becomes North 3')
    expect(await people(records)).toHaveLength(1)

    const done = await admin.confirm(preview.text)
    expect(done.text).toContain('1 account opened, 0 changed.')
    expect(done.text).toMatch(/José<\/th>.*j@example\.gov\.uk.*[a-z2-9]{4}(-[a-z2-9]{4}){3}/s)
    expect(done.headers.get('Cache-Control')).toBe('no-store')
    expect(await people(records)).toEqual([
      ['José', 'j@example.gov.uk', 'director'],
      ['Manager', 'm@example.gov.uk', ['North 2']],
    ])

    const again = await admin.confirm(preview.text)
    expect([again.status, again.text.includes('Accounts have changed since this file was read')]).toEqual([
      422,
      true,
    ])
    const changed = await admin.confirm(again.text, { change: 'yes' })
    expect(changed.text).toContain('0 accounts opened, 1 changed.')
    expect(await people(records)).toContainEqual(['Manager', 'm@example.gov.uk', ['North 3']])
    expect((await admin.send(NEW)).text).toContain('Everyone in the file has an account')
    await store.close()
  })

  test('with a row that cannot be taken nothing is done, and each is named with its reason', async () => {
    const store = await open()
    const { records } = store
    const admin = visitorIn(records)
    const answer = await admin.send(`${NEW}Other,o@example.gov.uk,team_manager,Nroth 2,,\n`)
    expect(answer.status).toBe(422)
    expect(answer.text).toMatch(/Row 4: .*The nearest is North 2/)
    expect(answer.text).not.toContain('/people-import/confirm')
    const forced = await admin.confirm('', {
      content: Buffer.from(`${HEAD}Other,o@example.gov.uk,team_manager,Nroth 2,,\n`).toString('base64'),
    })
    expect(forced.status).toBe(422)
    expect(await people(records)).toEqual([])
    await store.close()
  })

  test('an administrator does not lose their own role to a file', async () => {
    const store = await open()
    const { records } = store
    const made = await createPerson(records, clock, pass, {
      email: 'a@example.gov.uk',
      name: 'A',
      role: 'administrator',
      scope: { kind: 'none' },
      password: 'three plain words',
    })
    if (!made.ok) throw new Error('No administrator')
    await records
      .updateTable('person')
      .set({ id: 'per_administrator' })
      .where('id', '=', made.value.id)
      .execute()
    const answer = await visitorIn(records).send(`${HEAD}A,a@example.gov.uk,director,,,\n`)
    expect(answer.text).toContain('Row 2: You cannot change your own role')
    await store.close()
  })

  test('no file, a file without the columns and one that is too large are refused in words', async () => {
    const store = await open()
    const { records } = store
    const admin = visitorIn(records)
    const found = [
      await admin.send(''),
      await admin.send('name,emial,role\n'),
      await admin.send('x'.repeat(300_000)),
    ]
    expect(found.map(({ status }) => status)).toEqual([422, 422, 413])
    expect(found[0]!.text).toContain('Choose a CSV file of people')
    expect(found[1]!.text).toContain('The nearest is email')
    expect(found[2]!.text).toContain('larger than 256 KB')
    const template = await admin.get('/template.csv')
    expect((await admin.send(template.text)).text).toContain('name@example.gov.uk')
    await store.close()
  })

  test('it is for those who keep accounts alone', async () => {
    const store = await open()
    const { records } = store
    const reader = visitorIn(records, 'programme_manager')
    const found = [
      await reader.get(''),
      await reader.get('/template.csv'),
      await reader.send(NEW),
      await reader.confirm(''),
    ]
    expect(found.map(({ status }) => status)).toEqual([403, 403, 403, 403])
    await store.close()
  })
})
