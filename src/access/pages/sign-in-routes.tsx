import { Hono, type Context } from 'hono'
import {
  closeSession,
  demonstrationPeople,
  recordAuditEvent,
  signIn,
  signInAs,
  type Account,
} from '../index.ts'
import { NotFound } from '../../platform/errors.ts'
import { localPath } from './local-path.ts'
import type { Services } from '../../platform/room.ts'
import { landingPage } from '../navigation.ts'
import { DemonstrationPage, SignInPage } from './sign-in-pages.tsx'
import { giveToken, takeTokenAway } from './visitor.ts'
import type { VisitorEnv } from '../web-env.ts'

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** Starts a session under a new token, because one that was set before sign-in may be known to somebody else. */
async function enter(
  { records, rooms }: Services,
  c: Context<VisitorEnv>,
  { person, token }: Awaited<ReturnType<typeof signInAs>>,
  next: string,
) {
  await closeSession(records, c.var.token)
  giveToken(c, token)
  return c.redirect(localPath(next) ?? landingPage(rooms, person), 303)
}

export function signInRoutes(services: Services): Hono<VisitorEnv> {
  const { records, council, clock, realClock, rooms } = services
  const people = async (): Promise<Account[]> =>
    council.demonstration ? demonstrationPeople(records, council) : []

  return new Hono<VisitorEnv>()
    .get('/sign-in', async (c) => {
      if (c.var.person) return c.redirect(landingPage(rooms, c.var.person), 303)
      const next = localPath(c.req.query('next'))
      return c.html(
        <SignInPage frame={c.var.frame} next={next} email="" message={null} people={await people()} />,
      )
    })
    .post('/sign-in', async (c) => {
      const form = await c.req.parseBody()
      const email = textOf(form['email'])
      const next = textOf(form['next'])
      const answer = await signIn(records, { council: clock, real: realClock }, council.id, {
        email,
        password: textOf(form['password']),
      })
      if (answer.ok) return enter(services, c, answer, next)
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
    .route('/', demonstrationRoutes(services))
}

const demonstrationRoutes = (services: Services) => {
  const { records, council, clock, realClock } = services
  return new Hono<VisitorEnv>()
    .get('/demonstration', async (c) =>
      c.html(<DemonstrationPage frame={c.var.frame} people={await demonstrationPeople(records, council)} />),
    )
    .post('/demonstration', async (c) => {
      const form = await c.req.parseBody()
      const chosen = (await demonstrationPeople(records, council)).find(
        (account) => account.person.id === form['person'],
      )
      if (!chosen) throw new NotFound('person of the demonstration')
      return enter(
        services,
        c,
        await signInAs(records, { council: clock, real: realClock }, chosen.person),
        textOf(form['next']),
      )
    })
}
