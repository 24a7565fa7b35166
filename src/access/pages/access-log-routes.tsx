import { Hono } from 'hono'
import {
  allow,
  listPeople,
  readAccessLog,
  verifyAccessLog,
  whoSaw,
  type Person,
  type WebEnv,
} from '../index.ts'
import { AccessLogPage, WhoSawPage, type Names } from './access-log-pages.tsx'
import type { Services } from '../../platform/room.ts'

/** The access log, for the administrator. It counts children and names none. */
export function accessLogRoutes({ records, clock }: Services): Hono<WebEnv> {
  const namesFor = async (person: Person): Promise<Names> => {
    const people = await listPeople(records, allow(person, 'people:read'))
    return new Map(people.map((account) => [account.person.id, account.person.name]))
  }
  return (
    new Hono<WebEnv>()
      .get('/access-log', async (c) => {
        const { person, frame } = c.var
        const pass = allow(person, 'access-log:read')
        const asked = Number(c.req.query('page') ?? 1)
        const page = Number.isSafeInteger(asked) && asked > 0 ? asked : 1
        const { entries, total } = await readAccessLog(records, pass, page)
        const chain = await verifyAccessLog(records, person.council)
        const names = await namesFor(person)
        return c.html(
          <AccessLogPage
            frame={frame}
            entries={entries}
            names={names}
            total={total}
            page={page}
            chain={chain}
          />,
        )
      })
      // A POST although it changes nothing: a child's number does not belong in an address.
      .post('/access-log/who-saw', async (c) => {
        const { person, frame } = c.var
        const pass = allow(person, 'access-log:read')
        const typed = (await c.req.parseBody())['child']
        const childId = typeof typed === 'string' ? typed.trim() : ''
        if (childId === '') {
          return c.html(<WhoSawPage frame={frame} entries={[]} names={new Map()} childId={null} />, 422)
        }
        const entries = await whoSaw(records, clock, pass, childId)
        return c.html(
          <WhoSawPage frame={frame} entries={entries} names={await namesFor(person)} childId={childId} />,
        )
      })
  )
}
