import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { createMiddleware } from 'hono/factory'
import { HTTPException } from 'hono/http-exception'
import { csrfMatches, type VisitorEnv } from '../access/index.ts'

/** Of a form without files. */
const MAX_FORM_BYTES = 1024 * 1024

/** A form that was not made by us for this browser. */
export class ForgedForm extends Error {
  override name = 'ForgedForm'
}

const SAFE_METHODS = ['GET', 'HEAD', 'OPTIONS']

/**
 * Refuses every request that could change something unless it comes from one of our own pages and has the CSRF token of
 * its form. A form with files has the token in its address, because its body is streamed.
 */
export const formCheck = createMiddleware<VisitorEnv>(async (c, next) => {
  if (!SAFE_METHODS.includes(c.req.method)) {
    if (!isSameOrigin(c)) throw new ForgedForm('The form was sent from another site')
    if (!csrfMatches(c.var.token, await csrfTokenOf(c)))
      throw new ForgedForm('The form does not have our token')
  }
  await next()
})

/** By headers that no page can forge; older browsers do not send them. */
function isSameOrigin(c: Context): boolean {
  const site = c.req.header('Sec-Fetch-Site')
  if (site) return site === 'same-origin' || site === 'none'
  const origin = c.req.header('Origin')
  return !origin || (URL.canParse(origin) && new URL(origin).host === new URL(c.req.url).host)
}

async function csrfTokenOf(c: Context): Promise<unknown> {
  const type = c.req.header('Content-Type')?.split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/x-www-form-urlencoded') return c.req.query('_csrf')
  // From a copy, so that the room can still read the form with limits of its own.
  return new URLSearchParams(await c.req.raw.clone().text()).get('_csrf')
}

const limit = bodyLimit({
  maxSize: MAX_FORM_BYTES,
  onError: () => {
    throw new HTTPException(413)
  },
})

/** Files are streamed to disk and have a limit of their own. */
export const formLimit = createMiddleware((c, next) =>
  c.req.header('Content-Type')?.startsWith('multipart/form-data') ? next() : limit(c, next),
)
