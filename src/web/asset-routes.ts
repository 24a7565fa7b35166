import { Hono } from 'hono'
import type { Council } from '../access/index.ts'
import { assets, councilCss, type Asset } from '../ui/assets.ts'

/** The same for everyone, so a browser may cache them and check by their ETag. */
export function assetRoutes(council: Council): Hono {
  const served = new Map<string, Asset>([
    ...assets(),
    ['/assets/council.css', councilCss(council.brandColour)],
  ])
  const routes = new Hono()
  for (const [path, { body, type, etag }] of served) {
    routes.get(path, (c) => {
      c.header('ETag', etag)
      c.header('Cache-Control', 'public, max-age=300')
      if (c.req.header('If-None-Match') === etag) return c.body(null, 304)
      return c.body(body, 200, { 'Content-Type': type })
    })
  }
  return routes
}
