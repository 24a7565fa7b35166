import { afterAll, beforeAll, expect, test } from 'vitest'
import { GIVEN_ROLES } from '../src/access/index.ts'
import { councilWorld, type CouncilWorld } from './support/council-world.ts'

/** The first page of every role, in the whole application. */

let world: CouncilWorld
beforeAll(async () => {
  world = await councilWorld()
})
afterAll(() => world.close())

const plain = (address: string): string => address.replaceAll('&amp;', '&')

/** What the page behind the first link must show, by the words of the link. */
const leadsTo = (text: string): string =>
  [
    [/^Answer for child (.+)$/, '$1'],
    [/^Open the account of (.+)$/, '$1'],
    [/^Give children to (.+)$/, '$1'],
    [/^Open an account$/, 'Open an account'],
    [/^Bring files in$/, 'Load files'],
    [/^Open the tracker$/, 'Tracker'],
    [/^Open the first record$/, 'A child’s record'],
    [/^Open the first time missing$/, 'One time missing'],
    [/^Record who came to the .+$/, 'Who came'],
    [
      /^Open the (?:initial conference|review conference|looked-after review) of .+$/,
      'The report must reach the family by',
    ],
    [/^Open (?:the first )?(.+)$/, '$1'],
  ].reduce<string | null>((found, [words, shown]) => {
    const match = found === null && (words as RegExp).exec(text)
    return match ? (shown as string).replace('$1', match[1] ?? '') : found
  }, null) ?? text

test.each(GIVEN_ROLES)('%s: the first page opens, and its first link leads to what it says', async (role) => {
  const visitor = await world.visitor(role)
  const answer = await visitor.get('/')
  expect(answer.status).toBe(200)
  const page = await answer.text()
  expect(page).not.toContain('S90001')
  const [, href, text] = /<a href="([^"]+)" role="button"[^>]*>\s*([^<]+?)\s*</.exec(page) ?? []
  if (href && text) {
    const behind = await visitor.get(plain(href))
    expect(behind.status, href).toBe(200)
    expect(await behind.text(), text).toContain(leadsTo(text))
  }
  const main = /<main[\s\S]*<\/main>/.exec(page)![0]
  for (const [, address] of main.matchAll(/href="(\/[^"#]*)/g))
    expect((await visitor.get(plain(address!))).status, address).toBe(200)
})

test('a first page of somebody’s own work is never another’s', async () => {
  const [worker, manager] = [await world.visitor('social_worker'), await world.visitor('team_manager')]
  expect(await worker.read('/')).toContain('Your children, your fortnight')
  expect(await manager.read('/')).toContain('Your team')
  expect(await (await world.visitor('director')).read('/')).toContain('What changed, what needs you')
})
