import { Hono } from 'hono'
import { allow, caseSystemHref, type Council, type WebEnv } from '../../access/index.ts'
import { childReader, type SealedSnapshot } from '../../dataset/index.ts'
import type { Clock } from '../../platform/day.ts'
import { NotFound } from '../../platform/errors.ts'
import type { Ask } from '../../platform/room.ts'
import type { Records } from '../../platform/records.ts'
import { ChildPage } from './page.tsx'
import { placeOnList } from './place-on-list.ts'
import { whyTheyMaySee } from './reason.ts'
import { inOrder } from './record.ts'
import { readShown } from './shown.ts'
import { childRecord } from './record-store.ts'
import './record-events.ts'

interface ChildDeps {
  records: Records
  pool: { current(council: string): Promise<SealedSnapshot | null> }
  clock: Clock
  council: Pick<Council, 'caseSystem'>
  ask: Ask
}

/** Mounted at `/children`. */
export const childRoutes = ({ records, pool, clock, council, ask }: ChildDeps) =>
  new Hono<WebEnv>().get('/:ref', async (c) => {
    const { person, frame } = c.var
    const pass = allow(person, 'cases:read')
    const snapshot = await pool.current(person.council)
    if (!snapshot) throw new NotFound('child')
    const recordedAt = clock.now()
    const ref = c.req.param('ref')
    const query = readShown(c.req.query())
    const { found: record } = await childReader({ records, clock }, pass).read(
      childRecord(snapshot, ref),
      ({ found }) => ({
        what: 'child',
        subject: `record in snapshot ${snapshot.id}`,
        why: whyTheyMaySee(person, found.allocation),
      }),
    )
    const why = whyTheyMaySee(person, record.allocation)
    const kept = await ask('recordEvents', person, record.personId, clock.today())
    return c.html(
      <ChildPage
        frame={frame}
        record={{ ...record, events: inOrder([...record.events, ...kept]) }}
        place={await placeOnList({ records, clock }, snapshot, person, ref, c.req.query())}
        query={query}
        opened={c.req.query()}
        caseSystem={caseSystemHref(council.caseSystem, record.personId)}
        why={why}
        recordedAt={recordedAt}
      />,
    )
  })
