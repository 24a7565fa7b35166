import { Hono } from 'hono'
import { createMiddleware } from 'hono/factory'
import { methodNotAllowed } from 'hono/method-not-allowed'
import { accessLogRoutes } from './access-log-routes.tsx'
import { assetRoutes } from './asset-routes.ts'
import { errorAnswers, ErrorPage, notFoundAnswer, wrongMethod } from './error-pages.tsx'
import { footerRoutes } from './footer-pages.tsx'
import { formCheck, formLimit } from './form-check.ts'
import { healthRoutes } from './health.ts'
import { localPath } from './local-path.ts'
import { landingPage, pageFrame } from './page-frame.ts'
import { peopleRoutes } from './people-routes.tsx'
import { securityHeaders } from './security-headers.ts'
import { signInRoutes } from './sign-in-routes.tsx'
import { visitor } from './visitor.ts'
import type { DoorEnv, WebDeps } from './web-deps.ts'

/** Open to anyone: the ways in, and the pages that every footer links to. */
const OPEN_PATHS = [
  '/sign-in',
  '/sign-out',
  '/demonstration',
  '/help',
  '/accessibility',
  '/privacy',
  '/cookies',
]

/** Everyone else signs in first, and then goes on to where they were going. */
const signedIn = createMiddleware<DoorEnv>((c, next) => {
  if (c.var.person || OPEN_PATHS.includes(c.req.path)) return next()
  const { pathname, search } = new URL(c.req.url)
  // A form that came too late: they go back to the page it stood on.
  const to = c.req.method === 'GET' ? pathname + search : refererPath(c.req.header('Referer'))
  const target = to === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(to)}`
  return Promise.resolve(c.redirect(target, 303))
})

/** The first page is not everyone's: whoever has none there goes on to the first that is theirs. */
const firstPage = createMiddleware<DoorEnv>((c, next) => {
  const landing = c.var.person && c.req.path === '/' ? landingPage(c.var.person) : '/'
  return landing === '/' ? next() : Promise.resolve(c.redirect(landing, 303))
})

const refererPath = (referer: string | undefined): string => {
  if (!referer || !URL.canParse(referer)) return '/'
  const { pathname, search } = new URL(referer)
  return localPath(pathname + search) ?? '/'
}

/** The whole web application: the door, and every room behind it. */
export function webApp(deps: WebDeps): Hono<DoorEnv> {
  const app = new Hono<DoorEnv>()
  app.use(securityHeaders)
  app.route('/', healthRoutes(deps))
  app.route('/', assetRoutes(deps.council))
  app.use(formLimit)
  app.use(visitor(deps))
  app.use(pageFrame(deps))
  app.use(
    methodNotAllowed({
      app,
      onMethodNotAllowed: (c, methods) =>
        c.html(<ErrorPage frame={c.get('frame')} answer={wrongMethod} />, 405, { Allow: methods.join(', ') }),
    }),
  )
  app.use(formCheck)
  app.use(signedIn)
  app.use(firstPage)
  app.route('/', signInRoutes(deps))
  app.route('/', footerRoutes())
  app.route('/people', accessLogRoutes(deps))
  app.route('/people', peopleRoutes(deps))
  for (const room of deps.rooms) app.route(room.at, room.routes)
  app.notFound(notFoundAnswer)
  app.onError(errorAnswers(deps))
  return app
}
