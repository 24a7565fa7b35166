import { Hono } from 'hono'
import { createMiddleware } from 'hono/factory'
import { methodNotAllowed } from 'hono/method-not-allowed'
import { landingPage, type VisitorEnv } from '../access/index.ts'
import { localPath, visitor } from '../access/web.ts'
import { gather, type MountedRoutes, type Room, type Services } from '../platform/room.ts'
import { assetRoutes } from './asset-routes.ts'
import { errorAnswers, ErrorPage, notFoundAnswer, wrongMethod } from './error-pages.tsx'
import { footerRoutes } from './footer-pages.tsx'
import { formCheck, formLimit } from './form-check.ts'
import { healthRoutes } from './health.ts'
import { keptPages } from './kept-pages.ts'
import { pageFrame } from './page-frame.ts'
import { searchRoutes } from './search-routes.tsx'
import { workbooks } from './workbooks.ts'
import { securityHeaders } from './security-headers.ts'

/** The pages that every footer links to. */
const FOOTER: MountedRoutes = {
  path: '/',
  routes: footerRoutes(),
  open: ['/help', '/accessibility', '/privacy', '/cookies'],
}

/** Sends visitors to sign in first, and then on to the page they asked for, unless the page is open to anyone. */
const signedIn = (open: readonly string[]) =>
  createMiddleware<VisitorEnv>((c, next) => {
    if (c.var.person || open.includes(c.req.path)) return next()
    if (c.req.path.startsWith('/api/')) return Promise.resolve(c.json({ error: 'not signed in' }, 401))
    const { pathname, search } = new URL(c.req.url)
    // A form sent after the session ended: they go back to the page of the form.
    const wanted = c.req.method === 'GET' ? pathname + search : refererPath(c.req.header('Referer'))
    const target = wanted === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(wanted)}`
    return Promise.resolve(c.redirect(target, 303))
  })

/** People who may not open the first page go to the first section that they may open. */
const firstPage = (rooms: readonly Room[]) =>
  createMiddleware<VisitorEnv>((c, next) => {
    const landing = c.var.person && c.req.path === '/' ? landingPage(rooms, c.var.person) : '/'
    return landing === '/' ? next() : Promise.resolve(c.redirect(landing, 303))
  })

const refererPath = (referer: string | undefined): string => {
  if (!referer || !URL.canParse(referer)) return '/'
  const { pathname, search } = new URL(referer)
  return localPath(pathname + search) ?? '/'
}

export async function webApp(services: Services): Promise<Hono<VisitorEnv>> {
  const roomRoutes = await gather(services.rooms, (room) => room.routes?.(services))
  const search: MountedRoutes = { path: '/search', routes: searchRoutes(services) }
  const mounted = [FOOTER, search, ...roomRoutes.flat()]
  const app = new Hono<VisitorEnv>()
  app.use(securityHeaders)
  app.route('/', healthRoutes(services))
  app.route('/', assetRoutes(services.council))
  app.use(formLimit)
  app.use(visitor(services))
  app.use(pageFrame(services))
  app.use(
    methodNotAllowed({
      app,
      onMethodNotAllowed: (c, methods) =>
        c.html(<ErrorPage frame={c.get('frame')} answer={wrongMethod} />, 405, { Allow: methods.join(', ') }),
    }),
  )
  app.use(formCheck)
  app.use(signedIn(mounted.flatMap(({ open }) => open ?? [])))
  app.use(firstPage(services.rooms))
  app.use(workbooks(services, app))
  app.use(keptPages(services, mounted))
  for (const { path, routes } of mounted) app.route(path, routes)
  app.notFound(notFoundAnswer)
  app.onError(errorAnswers(services))
  return app
}
