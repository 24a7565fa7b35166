import { Hono, type Context } from 'hono'
import {
  closeSession,
  demonstrationPeople,
  recordAuditEvent,
  signIn,
  signInAs,
  type Account,
} from '../access/index.ts'
import { NotFound } from '../platform/errors.ts'
import { localPath } from './local-path.ts'
import { landingPage } from './page-frame.ts'
import { DemonstrationPage, SignInPage } from './sign-in-pages.tsx'
import { giveToken, takeTokenAway } from './visitor.ts'
import { clocksOf, type DoorEnv, type WebDeps } from './web-deps.ts'

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** The ways in and out. */
export function signInRoutes(deps: WebDeps): Hono<DoorEnv> {
  const { records, council, clock } = deps
  const people = async (): Promise<Account[]> =>
    council.demonstration ? demonstrationPeople(records, council) : []

  /** A session under a new token: one that was set before sign-in is worth nothing after it. */
  const enter = async (
    c: Context<DoorEnv>,
    { person, token }: Awaited<ReturnType<typeof signInAs>>,
    next: string,
  ) => {
    await closeSession(records, c.var.token)
    giveToken(c, token)
    return c.redirect(localPath(next) ?? landingPage(person), 303)
  }

  return new Hono<DoorEnv>()
    .get('/sign-in', async (c) => {
      if (c.var.person) return c.redirect(landingPage(c.var.person), 303)
      const next = localPath(c.req.query('next'))
      return c.html(
        <SignInPage frame={c.var.frame} next={next} email="" message={null} people={await people()} />,
      )
    })
    .post('/sign-in', async (c) => {
      const form = await c.req.parseBody()
      const email = textOf(form['email'])
      const next = textOf(form['next'])
      const answer = await signIn(records, clocksOf(deps), council.id, {
        email,
        password: textOf(form['password']),
      })
      if (answer.ok) return enter(c, answer, next)
      return c.html(
        <SignInPage
          frame={c.var.frame}
          next={localPath(next)}
          email={email}
          message={answer.message}
          people={await people()}
        />,
        422,
      )
    })
    .post('/sign-out', async (c) => {
      const { person, token } = c.var
      if (person) {
        await closeSession(records, token)
        await recordAuditEvent(records, clock, council.id, person, 'sign-out', `account ${person.id}`)
      }
      takeTokenAway(c)
      return c.redirect('/sign-in', 303)
    })
    .get('/demonstration', async (c) =>
      c.html(<DemonstrationPage frame={c.var.frame} people={await demonstrationPeople(records, council)} />),
    )
    .post('/demonstration', async (c) => {
      const form = await c.req.parseBody()
      const chosen = (await demonstrationPeople(records, council)).find(
        (account) => account.person.id === form['person'],
      )
      if (!chosen) throw new NotFound('person of the demonstration')
      return enter(c, await signInAs(records, clocksOf(deps), chosen.person), textOf(form['next']))
    })
}
