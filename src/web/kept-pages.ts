import { randomUUID } from 'node:crypto'
import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import type { Person, VisitorEnv } from '../access/index.ts'
import { recordsVersion } from '../platform/records.ts'
import type { MountedRoutes, Services } from '../platform/room.ts'
import type { FrameProps } from '../ui/frame.tsx'

/** A page in pieces: between them goes the proof that its forms are ours, which is each session's own. */
type KeptPage = readonly Buffer[]

const MAX_BYTES = 64 * 1024 * 1024

/** In place of each session's proof while a page is made. Nobody outside this process can write it into a page. */
const PROOF = randomUUID()

/**
 * Keeps the pages that rooms declare `kept`. A page is a function of the records, the snapshot, the day and what its
 * reader may see, and none of these changes from one click to the next: so each page is made once for every council, role
 * and scope. Everything that is kept goes when a record changes. Makes nothing that the page itself would not: who may
 * not open it is told so each time.
 */
export function keptPages({ records, pool, clock }: Services, mounted: readonly MountedRoutes[]) {
  const addresses = mounted.flatMap(({ path, kept = [], keptFor }) =>
    kept.map((address) => ({ pattern: patternOf(path, address), keptFor })),
  )
  const isKept = (path: string, role: string): boolean =>
    addresses.some(({ pattern, keptFor }) => pattern.test(path) && (keptFor?.includes(role) ?? true))
  const pages = pageStore()
  return createMiddleware<VisitorEnv>(async (c, next) => {
    const { person } = c.var
    if (!person || c.req.method !== 'GET' || !isKept(c.req.path, person.role)) return next()
    const version = await recordsVersion(records)
    if (version === null) return next()
    const snapshot = await pool.current(person.council)
    pages.only(`${version} ${clock.today()}`)
    const { pathname, search } = new URL(c.req.url)
    const key = JSON.stringify([
      person.council,
      person.role,
      person.scope,
      snapshot?.id ?? null,
      pathname + search,
    ])
    // Of many who ask for a page that is not made yet, one has it made and the others wait for it.
    const known = pages.get(key) ?? (await pages.underWay(key))
    if (known) return answerWith(known, c)
    const done = pages.begin(key)
    const { frame } = c.var
    c.set('person', withoutName(person))
    c.set('frame', { ...frame, csrf: PROOF, person: frame.person && withoutNameInFrame(frame.person) })
    let page: KeptPage | null = null
    try {
      await next()
      const { status, headers } = c.res
      if (!headers.get('Content-Type')?.startsWith('text/html')) return
      const made = piecesOf(await c.res.text())
      if (status === 200) page = made
      c.res = undefined
      c.res = new Response(joined(made, frame), { status, headers })
    } finally {
      c.set('person', person)
      c.set('frame', frame)
      done(page)
    }
  })
}

/** `/measures` and `/:id` are any address of the one measure, and nothing below it. */
function patternOf(path: string, address: string): RegExp {
  const whole = `${path}${address}`.replace(/\/+/g, '/').replace(/(.)\/$/, '$1')
  return new RegExp(`^${whole.replaceAll('.', '\\.').replaceAll(/:\w+/g, '[^/]+')}$`)
}

/** The rights and the scope of a person. A page that asks who it is for cannot be kept for others: it breaks here. */
const withoutName = ({ council, role, scope }: Person): Person => ({
  council,
  role,
  scope,
  get id(): string {
    throw new Error('A page that is kept asked for the id of its reader')
  },
  get name(): string {
    throw new Error('A page that is kept asked for the name of its reader')
  },
})

const withoutNameInFrame = ({ roleTitle }: NonNullable<FrameProps['person']>) => ({
  roleTitle,
  get name(): string {
    throw new Error('A page that is kept asked for the name of its reader')
  },
})

const piecesOf = (html: string): KeptPage => html.split(PROOF).map((piece) => Buffer.from(piece))

/** The page with this session's proof in its forms. */
function joined(page: KeptPage, { csrf }: FrameProps): Buffer<ArrayBuffer> {
  const proof = Buffer.from(csrf)
  return Buffer.concat(page.flatMap((piece, index) => (index === 0 ? [piece] : [proof, piece])))
}

const answerWith = (page: KeptPage, c: Context<VisitorEnv>): Response =>
  new Response(joined(page, c.var.frame), { headers: { 'Content-Type': 'text/html; charset=UTF-8' } })

/** The pages of one version of the records and one day, the longest unused of them thrown away when they are too many. */
function pageStore() {
  let kept = new Map<string, KeptPage>()
  let making = new Map<string, Promise<KeptPage | null>>()
  let bytes = 0
  let version = ''
  const size = (page: KeptPage) => page.reduce((sum, piece) => sum + piece.length, 0)

  function keep(key: string, page: KeptPage): void {
    kept.set(key, page)
    bytes += size(page)
    for (const [old, oldPage] of kept) {
      if (bytes <= MAX_BYTES) break
      kept.delete(old)
      bytes -= size(oldPage)
    }
  }

  return {
    /** Throws away what is of another version. */
    only(wanted: string) {
      if (wanted === version) return
      version = wanted
      kept = new Map()
      making = new Map()
      bytes = 0
    },
    get(key: string): KeptPage | undefined {
      const page = kept.get(key)
      if (page) {
        kept.delete(key)
        kept.set(key, page)
      }
      return page
    },
    /** The page that someone else is having made; null when nobody is, or when it cannot be kept. */
    underWay: (key: string): Promise<KeptPage | null> => making.get(key) ?? Promise.resolve(null),
    /** Call what it answers when the page is made, with null for one that is not to be kept. */
    begin(key: string): (page: KeptPage | null) => void {
      const { promise, resolve } = Promise.withResolvers<KeptPage | null>()
      const begun = making
      begun.set(key, promise)
      return (page) => {
        begun.delete(key)
        // A page is kept among those of the version that it was begun in, or not at all.
        if (page && begun === making) keep(key, page)
        resolve(page)
      }
    },
  }
}
