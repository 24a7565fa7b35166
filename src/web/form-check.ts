import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { createMiddleware } from 'hono/factory'
import { HTTPException } from 'hono/http-exception'
import { csrfMatches, type VisitorEnv } from '../access/index.ts'

/** The most that a form without files may send. */
const LARGEST_FORM = 1024 * 1024

/** A form that was not drawn by us for this browser. */
export class ForgedForm extends Error {
  override name = 'ForgedForm'
}

const SAFE_METHODS = ['GET', 'HEAD', 'OPTIONS']

/**
 * Refuses every request that could change something unless it comes from one of our own pages and carries the
 * proof that was drawn into its form. A form with files carries it in its address, for its body is streamed.
 */
export const formCheck = createMiddleware<VisitorEnv>(async (c, next) => {
  if (!SAFE_METHODS.includes(c.req.method)) {
    if (!comesFromUs(c)) throw new ForgedForm('The form was sent from another site')
    if (!csrfMatches(c.var.token, await proofOf(c))) throw new ForgedForm('The form does not carry our proof')
  }
  await next()
})

/** What browsers say of where a form was sent from, which no page can forge; older ones say nothing. */
function comesFromUs(c: Context): boolean {
  const site = c.req.header('Sec-Fetch-Site')
  if (site) return site === 'same-origin' || site === 'none'
  const origin = c.req.header('Origin')
  return !origin || (URL.canParse(origin) && new URL(origin).host === new URL(c.req.url).host)
}

async function proofOf(c: Context): Promise<unknown> {
  const type = c.req.header('Content-Type')?.split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/x-www-form-urlencoded') return c.req.query('_csrf')
  // Of a copy, so that the room reads the form itself, with whatever limits it sets.
  return new URLSearchParams(await c.req.raw.clone().text()).get('_csrf')
}

const limit = bodyLimit({
  maxSize: LARGEST_FORM,
  onError: () => {
    throw new HTTPException(413)
  },
})

/** Stops a form that is longer than any of ours. Files are streamed to disk, with a limit of their own. */
export const formLimit = createMiddleware((c, next) =>
  c.req.header('Content-Type')?.startsWith('multipart/form-data') ? next() : limit(c, next),
)
