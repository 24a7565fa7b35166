import { beforeAll, describe, expect, test } from 'vitest'
import { councilWorld, type CouncilWorld } from '../../tests/support/council-world.ts'
import { allow, GIVEN_ROLES, operator, readAccessLog, type Role } from '../access/index.ts'

/** The roles of the world whose scope holds its one child, N20417. */
const SEE_THE_CHILD: readonly Role[] = [
  'head_of_service',
  'team_manager',
  'social_worker',
  'reviewing_officer',
  'data_team',
]

let world: CouncilWorld
beforeAll(async () => {
  world = await councilWorld()
  return () => world.close()
})

const search = async (role: Role, q: string) => (await world.visitor(role)).post('/search', { q })
/** What a search answers, with the words that were typed and the proof of its forms taken out. */
const pageFor = async (role: Role, q: string) => {
  const answer = await search(role, q)
  const html = (await answer.text()).replaceAll(q, 'TYPED').replaceAll(/name="_csrf" value="[^"]+"/g, '')
  return { status: answer.status, html, to: answer.headers.get('Location') }
}
const newestEntry = async () => {
  const log = await readAccessLog(world.records, allow(operator('norchester'), 'access-log:read'), 1)
  return log.entries[0]
}

describe.each(GIVEN_ROLES.map((role) => [role] as const))('a %s', (role) => {
  test('is answered for a child who is not theirs to see as for one who does not exist', async () => {
    const [ours, nobody, theirs] = [
      await pageFor(role, 'N20417'),
      await pageFor(role, 'N99999'),
      await pageFor(role, 'S90001'),
    ]
    expect(nobody).toEqual(theirs)
    expect(nobody.status).toBe(404)
    if (SEE_THE_CHILD.includes(role)) expect(ours.to).toBe(`/children/${world.ours.child}`)
    else expect(ours).toEqual(nobody)
  })

  test('never has the number of a child in an address', async () => {
    for (const q of ['N20417', 'n20417', '20417', 'S90001', 'child N20417'])
      expect((await search(role, q)).headers.get('Location') ?? '').not.toMatch(/20417|90001/)
    const visitor = await world.visitor(role)
    const answer = await visitor.get('/search?q=N20417')
    expect(answer.status).toBe(200)
    expect(await answer.text()).not.toContain('20417')
  })

  test('has the search box on every page, and can open what it finds', async () => {
    const visitor = await world.visitor(role)
    expect(await visitor.read('/account')).toMatch(/<search[^>]*><form[^>]*action="\/search"/)
    for (const q of ['assessments', 'Agree a standard', 'Board', 'Director', 'timely']) {
      const page = await visitor.read(`/search?q=${encodeURIComponent(q)}`)
      const main = page.slice(page.indexOf('<main'), page.indexOf('</main>'))
      const found = [...main.matchAll(/<a href="([^"]+)"/g)].map((match) => match[1]!)
      for (const href of found.slice(0, 3))
        expect([q, href, (await visitor.get(href)).status]).toEqual([q, href, 200])
    }
  })
})

test('a child is found by their number however it is written, and the access log says so first', async () => {
  for (const typed of ['N20417', ' n20417 ', 'N 20417', '\u200bN20417', '000N20417'])
    expect((await search('team_manager', typed)).headers.get('Location')).toBe(
      `/children/${world.ours.child}`,
    )
  expect(await newestEntry()).toMatchObject({
    what: 'list',
    subject: 'search by number in snapshot norchester-1',
    children: ['N20417'],
  })
})

test('a child who is out of scope is not named in the log of the search', async () => {
  await search('auditor', 'N20417')
  expect(await newestEntry()).toMatchObject({ role: 'auditor', what: 'list', children: [] })
})

test('what only one thing is called leads straight to it', async () => {
  const leadsTo = async (q: string) => {
    const answer = await search('programme_manager', q)
    const to = answer.headers.get('Location')
    return to?.startsWith('/search?')
      ? (await (await world.visitor('programme_manager')).get(to)).headers.get('Location')
      : to
  }
  expect(await leadsTo('10/02/2015')).toBe('/board/2015-02-10')
  expect(await leadsTo('1.1')).toBe(`/plan/actions/${world.ours.action}`)
  expect(await leadsTo('agree standard')).toBe(`/plan/actions/${world.ours.action}`)
  expect(await leadsTo('as-completed-45wd')).toBe('/measures/as-completed-45wd.from_start')
})

test('several results come by their kinds, and people are found for those who may see them', async () => {
  const found = async (role: Role) => (await world.visitor(role)).read('/search?q=manager')
  expect(await found('administrator')).toMatch(/<h2[^>]*>People<\/h2>/)
  expect(await found('director')).not.toContain('programme_manager@')
  const page = await (await world.visitor('director')).read('/search?q=assessments')
  expect(page).toMatch(/<h2[^>]*>Measures<\/h2>/)
  expect(page).toMatch(/results for “assessments”/)
})

test('where nothing is found the page says what this reader can search for', async () => {
  const said = async (role: Role) => (await world.visitor(role)).read('/search?q=xyzzy')
  expect(await said('team_manager')).toContain('a child that you may see')
  expect(await said('board_member')).not.toContain('a child that you may see')
  expect(await said('administrator')).toContain('a person with an account')
  expect(await said('administrator')).not.toContain('a measure,')
  const nearly = await (await world.visitor('director')).read('/search?q=asessments')
  expect(nearly).toContain('Measures with words like these')
  expect(nearly).toContain('href="/measures/as-completed-45wd.from_start"')
  const empty = await search('director', '  ')
  expect(empty.status).toBe(422)
  expect(await empty.text()).toContain('Type what you look for')
})
