import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { createMiddleware } from 'hono/factory'
import { newToken, sessionPerson } from '../index.ts'
import type { VisitorEnv } from '../web-env.ts'
import type { Services } from '../../platform/room.ts'

/** Whether the browser speaks plain HTTP to this very machine: the one place where a cookie need not be Secure. */
export function isLoopback(c: Context): boolean {
  const { protocol, hostname } = new URL(c.req.url)
  return protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
}

/** `__Host-` keeps a neighbouring site from setting our cookie; a browser allows it on secure cookies alone. */
const cookieName = (c: Context) => (isLoopback(c) ? 'waymark' : '__Host-waymark')

/** The cookie goes when the browser is closed. */
export function giveToken(c: Context, token: string): void {
  setCookie(c, cookieName(c), token, {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure: !isLoopback(c),
  })
}

export const takeTokenAway = (c: Context): void =>
  void deleteCookie(c, cookieName(c), { path: '/', secure: !isLoopback(c) })

/**
 * Settles who is asking. Every browser gets a token, so that the sign-in form too can show that it is ours; it
 * opens a session only once its person has signed in, and then it is a new one.
 */
export const visitor = ({ records, realClock, clock, council }: Services) =>
  createMiddleware<VisitorEnv>(async (c, next) => {
    const given = getCookie(c, cookieName(c))
    if (given && /^[\w-]{43}$/.test(given)) {
      c.set('token', given)
      c.set('person', await sessionPerson(records, realClock, council.id, given, clock.today()))
    } else {
      const token = newToken()
      giveToken(c, token)
      c.set('token', token)
      c.set('person', null)
    }
    await next()
  })
