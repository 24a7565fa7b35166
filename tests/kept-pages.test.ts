import { afterAll, beforeAll, expect, test } from 'vitest'
import { demonstrationPeople } from '../src/access/index.ts'
import type { Waymark } from '../src/main.ts'
import { webApp } from '../src/web/index.ts'
import { norchester } from './support/demonstration.ts'
import { visitorOf, type Visitor } from './support/visitor.ts'

/** Pages that are kept for a role, on the demonstration: each is what its reader would get without keeping. */

let waymark: Waymark
beforeAll(async () => {
  waymark = await norchester()
})
afterAll(() => waymark?.close())

const ADDRESSES = [
  '/',
  '/tracker',
  '/tracker?group=area',
  '/tracker/overview',
  '/measures',
  '/measures/as-completed-45wd',
  '/measures/as-completed-45wd?by=team',
  '/measures/pl-overdue-actions',
  '/plan',
  '/board',
  '/board/2015-02-10',
  '/board/2015-02-10/read',
  '/handbook/measures/as-completed-45wd',
]

/** Everyone of the demonstration, each signed in at `app`. */
async function everyone(app: Awaited<ReturnType<typeof webApp>>): Promise<Map<string, Visitor>> {
  const visitors = new Map<string, Visitor>()
  for (const { person } of await demonstrationPeople(waymark.records, waymark.council)) {
    const visitor = visitorOf(app)
    await visitor.get('/demonstration')
    await visitor.post('/demonstration', { person: person.id })
    visitors.set(person.role, visitor)
  }
  return visitors
}

/** Without the proof, which is each session's, and the number of an error. */
const pageOf = async (visitor: Visitor, address: string): Promise<string> => {
  const answer = await visitor.get(address)
  const text = (await answer.text()).replaceAll(/name="_csrf" value="[^"]+"/g, '')
  return `${answer.status} ${answer.headers.get('Location') ?? ''} ${text.replaceAll(/[?&]_csrf=[0-9a-f]+/g, '')}`
}

test('whoever asked before, each role gets the page that it would get alone', async () => {
  const shared = await everyone(await webApp(waymark))
  // The same sessions, each at an application of its own, of which no other role has asked anything.
  const alone = new Map<string, Visitor>()
  for (const [role, visitor] of shared) alone.set(role, visitorOf(await webApp(waymark), visitor.cookie()))
  for (const address of ADDRESSES) {
    const different = new Set<string>()
    for (const [role, visitor] of shared) {
      const first = await pageOf(visitor, address)
      expect(await pageOf(visitor, address), `${address} asked again by ${role}`).toBe(first)
      different.add(first)
      expect(await pageOf(alone.get(role)!, address), `${address} for ${role}`).toBe(first)
    }
    expect(different.size, address).toBeGreaterThan(1)
  }
})
