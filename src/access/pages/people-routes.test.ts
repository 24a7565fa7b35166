import { beforeEach, expect, test } from 'vitest'
import { doorWorld, PASSWORD, type DoorWorld } from '../../../tests/support/door-world.ts'
import { allow, operator, setActive } from '../index.ts'
import { stoppedClock } from '../../platform/day.ts'
import type { Ask } from '../../platform/room.ts'

let world: DoorWorld
beforeEach(async () => {
  world = await doorWorld()
  return () => world.close()
})

const admin = async () => {
  await world.newPerson({ email: 'admin@norchester.example', role: 'administrator', name: 'Administrator' })
  return world.signedIn('admin@norchester.example')
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
  const other = await world.newPerson({}, 'southby')
  const visitor = await admin()
  expect((await visitor.get(`/people/${other.id}`)).status).toBe(404)
  expect((await visitor.post(`/people/${other.id}/close`, { version: '1' })).status).toBe(404)
})

test('a closed account is signed out at its next request', async () => {
  const person = await world.newPerson()
  const visitor = await world.signedIn()
  await setActive(
    world.records,
    stoppedClock('2015-02-05'),
    allow(operator('norchester'), 'people:write'),
    person.id,
    1,
    false,
  )
  expect((await visitor.get('/people')).status).toBe(303)
})

test('the log page says that its chain holds, and where it does not', async () => {
  const visitor = await admin()
  expect(await visitor.read('/people/access-log')).toContain('All 2 entries are as they were written.')
  await world.records.updateTable('access_log').set({ subject: 'other' }).where('seq', '=', 1).execute()
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

const TEAMS = ['North 2', 'North 10', 'East 1']

test('a team that the data does not have is refused, with the names that it has', async () => {
  await world.newPerson({ email: 'admin@norchester.example', role: 'administrator', name: 'Administrator' })
  const visitor = await world.signedIn('admin@norchester.example', {
    ask: ((question) => Promise.resolve(question === 'teamNames' ? TEAMS : [])) as Ask,
  })
  await visitor.get('/people/new')
  const typed = {
    name: 'Team manager',
    email: 'tm@norchester.example',
    role: 'team_manager',
    password: PASSWORD,
  }
  const wrong = await visitor.post('/people/new', { ...typed, teams: 'Nroth 2' })
  expect(wrong.status).toBe(422)
  expect(await wrong.text()).toContain(
    'The data has no team called ‘Nroth 2’. The nearest is North 2. Its teams are East 1, North 2, North 10',
  )
  expect((await visitor.post('/people/new', { ...typed, teams: 'North 2' })).status).toBe(303)
})

test('a reviewing officer is given the children that they chair, and it is said when there are none', async () => {
  const visitor = await admin()
  await visitor.get('/people/new')
  const typed = {
    name: 'Officer',
    email: 'iro@norchester.example',
    role: 'reviewing_officer',
    password: PASSWORD,
  }
  expect((await visitor.post('/people/new', { ...typed, children: 'C-1\nC-2' })).status).toBe(303)
  expect(await visitor.read('/people')).toContain('2 children they chair')
  const other = { ...typed, email: 'iro2@norchester.example' }
  expect((await visitor.post('/people/new', { ...other, children: '' })).status).toBe(303)
  expect(await visitor.read('/people')).toContain('no child yet: nobody has named those that they chair')
})
