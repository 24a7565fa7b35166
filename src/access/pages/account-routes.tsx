import { Hono } from 'hono'
import type { Services } from '../../platform/room.ts'
import { changeOwnPassword, type WebEnv } from '../index.ts'
import { AccountPage } from './account-page.tsx'

/** A page of whoever is signed in. */
export const accountRoutes = ({ records, clock, realClock, ask }: Services): Hono<WebEnv & TokenEnv> =>
  new Hono<WebEnv & TokenEnv>()
    .get('/', async (c) =>
      c.html(
        <AccountPage
          frame={c.var.frame}
          person={c.var.person}
          errors={{}}
          links={await ask('accountLinks', c.var.person)}
          isChanged={c.req.query('changed') !== undefined}
        />,
      ),
    )
    .post('/', async (c) => {
      const { person, token, frame } = c.var
      const form = await c.req.parseBody()
      const text = (field: string) => (typeof form[field] === 'string' ? form[field] : '')
      const typed = { current: text('current'), password: text('password') }
      const clocks = { council: clock, real: realClock }
      const changed = await changeOwnPassword(records, clocks, person, typed, token)
      if (changed.ok) return c.redirect('/account?changed', 303)
      return c.html(
        <AccountPage
          frame={frame}
          person={person}
          errors={changed.errors}
          links={await ask('accountLinks', person)}
          isChanged={false}
        />,
        422,
      )
    })

interface TokenEnv {
  Variables: { token: string }
}
