import { Hono, type Context } from 'hono'
import { searchKindsFor, type Person, type WebEnv } from '../access/index.ts'
import type { Services } from '../platform/room.ts'
import { SearchPage, type FoundKind } from './search-page.tsx'

const MAX_TYPED = 200

/**
 * The search of every page, at `/search`. It is asked by a form, and words go on to an address that can be kept. What has
 * a digit in it may be the number of a child: it is answered where it is, so that it is in no address, log or history.
 */
export const searchRoutes = (services: Services): Hono<WebEnv> =>
  new Hono<WebEnv>()
    .get('/', (c) => {
      const text = (c.req.query('q') ?? '').trim()
      return text === '' || hasDigit(text) ? ask(c, services) : answer(c, services, text, 'address')
    })
    .post('/', async (c) => {
      const { q } = await c.req.parseBody()
      const text = (typeof q === 'string' ? q : '').trim().slice(0, MAX_TYPED)
      if (text === '') return ask(c, services, 'Type what you look for')
      return hasDigit(text)
        ? answer(c, services, text, 'body')
        : c.redirect(`/search?q=${encodeURIComponent(text)}`, 303)
    })

const hasDigit = (text: string): boolean => /\p{Nd}/u.test(text)

async function ask(c: Context<WebEnv>, services: Services, error?: string) {
  const { frame, person } = c.var
  const kinds = await searchKindsFor(services, person)
  return c.html(<SearchPage frame={frame} kinds={kinds} error={error} />, error ? 422 : 200)
}

async function answer(c: Context<WebEnv>, services: Services, text: string, from: 'address' | 'body') {
  const { frame, person } = c.var
  const kinds = await searchKindsFor(services, person)
  const found = await findIn(kinds, person, text, from)
  const results = found.flatMap((kind) => kind.results)
  const exact = results.filter((result) => result.exact)
  const [only, ...more] = exact.length > 0 ? exact : results
  if (only && more.length === 0) return c.redirect(only.href, 303)
  const nearest = only ? [] : await findIn(kinds, person, text, from, 'nearest')
  return c.html(
    <SearchPage frame={frame} kinds={kinds} search={{ text, found, nearest }} />,
    only ? 200 : 404,
  )
}

async function findIn(
  kinds: Awaited<ReturnType<typeof searchKindsFor>>,
  person: Person,
  text: string,
  from: 'address' | 'body',
  by: 'find' | 'nearest' = 'find',
): Promise<FoundKind[]> {
  const found: FoundKind[] = []
  for (const kind of kinds) {
    if (kind.inBodyAlone && from === 'address') continue
    const results = (await kind[by]?.(person, text)) ?? []
    if (results.length > 0) found.push({ heading: kind.heading, results })
  }
  return found
}
