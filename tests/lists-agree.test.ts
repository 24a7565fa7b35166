import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { demonstrationPeople, signInAs, type Role } from '../src/access/index.ts'
import type { Waymark } from '../src/main.ts'
import { catalogue, needsActionOf } from '../src/measures/index.ts'
import { webApp } from '../src/web/index.ts'
import { norchester } from './support/demonstration.ts'
import { visitorOf, type Visitor } from './support/visitor.ts'

/* Of every link to a list on the pages of the demonstration: its words, its count and the length of the list agree. */

let waymark: Waymark
let app: Awaited<ReturnType<typeof webApp>>
beforeAll(async () => {
  waymark = await norchester()
  app = await webApp(waymark)
})
afterAll(() => waymark.close())

const visitorAs = async (role: Role): Promise<Visitor> => {
  const { records, council, clock, realClock } = waymark
  const { person } = (await demonstrationPeople(records, council)).find(
    (found) => found.person.role === role,
  )!
  const session = await signInAs(records, { council: clock, real: realClock }, person)
  return visitorOf(app, `waymark=${session.token}`)
}

const plain = (html: string) =>
  html
    .replace(/<[^>]+>/g, '')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim()

interface ListLink {
  on: string
  href: string
  words: string
}

/** The links of a page's main part to lists of cases, with what a reader hears. */
const listLinks = (on: string, html: string): ListLink[] =>
  [...html.matchAll(/<a\b([^>]*)>(.*?)<\/a>/gs)].flatMap(([, attributes = '', inner = '']) => {
    const href = /href="([^"]*\/cases\?[^"]*)"/.exec(attributes)?.[1]
    if (href === undefined) return []
    const label = /aria-label="([^"]*)"/.exec(attributes)?.[1]
    return [{ on, href: href.replaceAll('&amp;', '&'), words: plain(label ?? inner) }]
  })

const countIn = (words: string): number | null => {
  const [, count] = /^(?:All )?([\d,]+)\b(?!%)/.exec(words) ?? []
  return count === undefined ? null : Number(count.replaceAll(',', ''))
}

/** How many the list says that its figure has, and how many rows it has. */
async function listOf(visitor: Visitor, href: string): Promise<{ says: number; rows: number }> {
  const html = await visitor.read(href)
  const [, all] =
    /<p class="wm-sentence"><b>(?:All|You can see [\w,]+ of the) ([\d,]+) in this figure/.exec(html) ?? []
  const only = html.includes('The only one in this figure.')
  const [, table = ''] = /<tbody[^>]*>(.*?)<\/tbody>/s.exec(html) ?? []
  return { says: only ? 1 : Number((all ?? '0').replaceAll(',', '')), rows: table.split('<tr').length - 1 }
}

async function pagesFor(visitor: Visitor): Promise<string[]> {
  const tracker = await visitor.read('/tracker')
  const plan = await visitor.read('/plan')
  const hrefs = (html: string, pattern: RegExp) => [
    ...new Set([...html.matchAll(pattern)].map(([, href]) => href!)),
  ]
  const measures = hrefs(tracker, /href="(\/measures\/[^"/?#]+)"/g)
  const recommendations = hrefs(plan, /href="(\/plan\/recommendations\/[^"/?#]+)"/g)
  return ['/', '/tracker', '/tracker/overview', ...measures, `${measures[0]}?by=team`, ...recommendations]
}

describe.each([['data_team'], ['head_of_service']] as const)('for a %s', (role) => {
  test('each link to a list says as many as the list has', async () => {
    const visitor = await visitorAs(role)
    const links = new Map<string, ListLink>()
    for (const path of await pagesFor(visitor)) {
      for (const link of listLinks(path, await visitor.read(path))) {
        // A page shows eight months of each measure: the last one is a proof of all, which are made alike.
        const isOld = !/period=2015-01/.test(link.href)
        if (!isOld && countIn(link.words) !== null) links.set(`${link.href} ${link.words}`, link)
      }
    }
    const wrong: string[] = []
    for (const { on, href, words } of links.values()) {
      const { says, rows } = await listOf(visitor, href)
      const seesAll = role === 'data_team'
      if (says !== countIn(words) || (seesAll && rows !== says))
        wrong.push(`${on}: ${words} opens ${says}, ${rows} rows: ${href}`)
    }
    expect(wrong).toEqual([])
    expect(links.size).toBeGreaterThan(60)
  })

  test('home, the tracker and the plan open those who need action, in the words of the measure', async () => {
    const visitor = await visitorAs(role)
    const [recommendation] = (await pagesFor(visitor)).filter((path) =>
      path.startsWith('/plan/recommendations/'),
    )
    for (const path of ['/', '/tracker', recommendation!]) {
      const links = listLinks(path, await visitor.read(path))
      // The first page of some roles opens lists of work instead.
      if (path !== '/') expect([path, links.length > 0]).toEqual([path, true])
      for (const { href, words } of links) {
        const id = /\/measures\/([^/]+)\/cases/.exec(href)![1]!
        const action = needsActionOf(catalogue().find((series) => series.id === id)!)
        if (action && action.met !== 'all')
          expect([href, words]).toEqual([
            expect.stringContaining(`met=${action.met}`),
            expect.stringContaining(action.words),
          ])
      }
    }
  })
})

test('a role that opens no list is told the same counts without a link', async () => {
  const [director, dataTeam] = [await visitorAs('director'), await visitorAs('data_team')]
  const tracker = await director.read('/tracker')
  expect(listLinks('/tracker', tracker).filter(({ href }) => !href.includes('/pl-'))).toEqual([])
  for (const { words } of listLinks('/tracker', await dataTeam.read('/tracker')))
    expect(plain(tracker)).toContain(words)
})
