import { Hono } from 'hono'
import { allow, digestLinesFor, type DigestKind, type WebEnv } from '../../access/index.ts'
import { mailSettings } from '../../platform/config.ts'
import type { Services } from '../../platform/room.ts'
import { openHome } from '../permissions.ts'
import { DigestPage } from './digest-page.tsx'
import { weekAround } from './digest.ts'
import { chooseMail, wantsMail } from './digest-store.ts'

/** A person's own week, mounted at `/digest`. */
export const digestRoutes = (
  { records, clock, council }: Pick<Services, 'records' | 'clock' | 'council'>,
  kinds: readonly DigestKind[],
): Hono<WebEnv> =>
  new Hono<WebEnv>()
    .get('/', async (c) => {
      const { person } = allow(c.var.person, openHome)
      const week = weekAround(clock.today())
      const lines = await digestLinesFor(kinds, person, week)
      const sends = mailSettings() !== null && !council.demonstration
      const byMail = sends ? await wantsMail(records, person) : null
      return c.html(<DigestPage frame={c.var.frame} lines={lines} week={week} byMail={byMail} />)
    })
    .post('/', async (c) => {
      const { person } = allow(c.var.person, openHome)
      const form = await c.req.parseBody()
      await chooseMail(records, person, form['wanted'] === 'yes')
      return c.redirect('/digest', 303)
    })
