import { demonstrationPeople, type Role } from '../../src/access/index.ts'
import type { Waymark } from '../../src/main.ts'
import { webApp } from '../../src/web/index.ts'
import { unescaped } from './page-tree.ts'
import { visitorOf, type Visitor } from './visitor.ts'

/** What one reader got from one address. */
export interface CrawledPage {
  role: Role | 'command line'
  path: string
  status: number
  /** Without its charset: `text/html`, `text/csv`. */
  type: string
  /** As it was sent; empty for files that are not text. */
  body: string
}

/** Those who between them get every page of measures and lists that differs; the others see what one of these sees. */
const WIDE: readonly Role[] = [
  'programme_manager',
  'board_member',
  'head_of_service',
  'team_manager',
  'data_team',
]

/** How many addresses of a shape are opened: every headline measure as some, a few as everyone, one of what repeats. */
function limitOf(role: Role, shape: string): number {
  const isWide = WIDE.includes(role)
  if (shape === '/measures/:' || shape === '/api/measures/:')
    return isWide ? (['programme_manager', 'data_team'].includes(role) ? 40 : 12) : 2
  if (shape === '/measures/:.csv') return isWide ? 6 : 1
  if (shape === '/measures/:/cases?met&period') return role === 'data_team' ? 2 : 1
  if (shape === '/measures/:/cases?by&met&period&value') return 4
  if (shape === '/measures/:?by') return isWide ? 4 : 1
  if (/^\/measures\/:.*(svg|txt|comparison|sort|months)/.test(shape)) return 1
  if (/^\/(data|people|handbook)\/|\/(change|new|add|rating|target|limits)(\?|$)/.test(shape)) return 1
  if (shape === '/lists/:') return isWide ? 8 : 3
  // Of the ways to narrow a child's record, which multiply, each one by itself.
  if (shape.startsWith('/children/:?')) return shape.includes('&') ? 0 : 1
  if (/^\/(lists\/:|clinics\/:|plan|diary)\b.*\?/.test(shape) || shape.startsWith('/lists/:.')) return 1
  return isWide ? 2 : 1
}

/** Where a reader begins, and what programs ask without a link. */
const START = ['/', '/tracker/latest.csv', '/tracker/overview.csv', '/api/tracker']

const TEXT = /^(text|application\/json|image\/svg)/

/** Where links lead that a reader may follow by GET; what the page says of itself is not followed twice. */
export function linksOf(html: string, from: string): string[] {
  const main = html.replaceAll(/<(script|style)\b[\s\S]*?<\/\1>/g, '')
  const links = [...main.matchAll(/\shref="([^"]+)"/g)].map(([, href]) => unescaped(href!))
  const paths = links.map((href) => {
    const url = new URL(href, `http://waymark.example${from}`)
    return url.origin === 'http://waymark.example' ? url.pathname + url.search : null
  })
  return [...new Set(paths.filter((path) => path !== null))].filter(
    // What may be published says less than a page does, to other readers: tests/small-numbers.test.ts holds it together.
    (path) => !/^\/(assets|sign-out)|\.(xlsx|ods|docx|png)(\?|$)|[?&]for=public/.test(path),
  )
}

/** The figures of each measure that the tracker answers with. */
const answeredBy = (path: string, status: number, body: string): string[] =>
  path === '/api/tracker' && status === 200
    ? (JSON.parse(body) as { id: string }[]).map(({ id }) => `/api/measures/${id}?from=2014-12`)
    : []

/** An address with what it is about taken out: `/measures/:/cases?period&met`. */
export function shapeOf(path: string): string {
  const { pathname, searchParams } = new URL(path, 'http://waymark.example')
  const parts = pathname.split('/').map((part, index, all) => (isName(part, all[index - 1]) ? ':' : part))
  const asked = [...new Set(searchParams.keys())].sort().join('&')
  const ending = /\.(csv|html|txt|svg)$/.exec(pathname)?.[0] ?? ''
  return parts.join('/') + (parts.at(-1) === ':' ? ending : '') + (asked && `?${asked}`)
}

const isName = (part: string, before: string | undefined): boolean =>
  /\d|_/.test(part) ||
  (['measures', 'lists'].includes(before ?? '') && part !== '') ||
  /^[a-z0-9]+-[a-z0-9.-]*\.[a-z]/.test(part)

/** Everyone of the demonstration, signed in. */
export async function demonstrationVisitors(waymark: Waymark): Promise<Map<Role, Visitor>> {
  const app = await webApp(waymark)
  const visitors = new Map<Role, Visitor>()
  for (const { person } of await demonstrationPeople(waymark.records, waymark.council)) {
    const visitor = visitorOf(app)
    await visitor.get('/demonstration')
    await visitor.post('/demonstration', { person: person.id })
    visitors.set(person.role, visitor)
  }
  return visitors
}

/** What is counted towards a limit: lists of different measures are pages of their own for those who see most of them. */
const kindOf = (role: Role, shape: string, path: string): string =>
  WIDE.includes(role) && shape === '/measures/:/cases?met&period' ? `${shape} ${path.split('/')[2]}` : shape

/** All pages that this reader comes to from the first page, nearest first. */
export async function crawl(role: Role, visitor: Visitor): Promise<CrawledPage[]> {
  const pages: CrawledPage[] = []
  const seen = new Set(START)
  const opened = new Map<string, number>()
  const waiting = [...START]
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const shape = shapeOf(path)
    const kind = kindOf(role, shape, path)
    const count = opened.get(kind) ?? 0
    if (count >= limitOf(role, shape)) continue
    opened.set(kind, count + 1)
    const answer = await visitor.get(path)
    const type = (answer.headers.get('Content-Type') ?? '').split(';')[0]!
    const body = TEXT.test(type) ? await answer.text() : ''
    pages.push({ role, path, status: answer.status, type, body })
    const next =
      answer.status >= 400
        ? []
        : type === 'text/html'
          ? linksOf(body, path)
          : answeredBy(path, answer.status, body)
    const moved = answer.headers.get('Location')
    for (const link of moved ? [moved, ...next] : next) {
      if (seen.has(link)) continue
      seen.add(link)
      waiting.push(link)
    }
  }
  return pages
}
