import { Hono } from 'hono'
import { allow, type WebEnv } from '../../access/index.ts'
import { childReader, type SealedSnapshot } from '../../dataset/index.ts'
import type { Clock } from '../../platform/day.ts'
import { NotFound } from '../../platform/errors.ts'
import type { Records } from '../../platform/records.ts'
import { ChildPage } from './page.tsx'
import { whyTheyMaySee } from './reason.ts'
import { childRecord } from './record-store.ts'

interface ChildDeps {
  records: Records
  pool: { current(council: string): Promise<SealedSnapshot | null> }
  clock: Clock
}

/** Mounted at `/children`. */
export const childRoutes = ({ records, pool, clock }: ChildDeps) =>
  new Hono<WebEnv>().get('/:ref', async (c) => {
    const { person, frame } = c.var
    const pass = allow(person, 'cases:read')
    const snapshot = await pool.current(person.council)
    if (!snapshot) throw new NotFound('child')
    const recordedAt = clock.now()
    const { found: record } = await childReader({ records, clock }, pass).read(
      childRecord(snapshot, c.req.param('ref')),
      ({ found }) => ({
        what: 'child',
        subject: `record in snapshot ${snapshot.id}`,
        why: whyTheyMaySee(person, found.allocation),
      }),
    )
    const why = whyTheyMaySee(person, record.allocation)
    return c.html(<ChildPage frame={frame} record={record} why={why} recordedAt={recordedAt} />)
  })
