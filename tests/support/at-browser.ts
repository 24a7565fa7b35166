import { Hono } from 'hono'
import type { Person, Role, Scope, WebEnv } from '../../src/access/index.ts'
import { NotAllowed, NotFound, Refused, Stale } from '../../src/platform/errors.ts'
import type { FrameProps } from '../../src/ui/frame.tsx'
import { someFrame } from './someone.ts'
import { visitorOf, type Visitor } from './visitor.ts'

/** A person of Norchester. */
export const personOf = (role: Role, scope: Scope, change: Partial<Person> = {}): Person => ({
  id: `per_${role}`,
  council: 'norchester',
  name: role,
  role,
  scope,
  ...change,
})

/** Someone at a browser with these addresses mounted; refusals have the statuses and the words that the web gives them. */
export function atBrowser(
  who: Person,
  frame: Partial<FrameProps>,
  mounts: readonly { path: string; routes: Hono<WebEnv> }[],
): Visitor {
  const app = new Hono<WebEnv>().use(async (c, next) => {
    c.set('person', who)
    c.set('frame', someFrame(frame))
    await next()
  })
  for (const { path, routes } of mounts) app.route(path, routes)
  return visitorOf(
    app.onError((error, c) => {
      if (error instanceof NotFound) return c.text(error.message, 404)
      if (error instanceof NotAllowed) return c.text(error.message, 403)
      if (error instanceof Stale) return c.text(error.message, 409)
      if (error instanceof Refused) return c.text(error.message, 422)
      throw error
    }),
  )
}
