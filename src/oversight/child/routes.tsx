import { Hono } from 'hono'
import { allow, recordRead, type WebEnv } from '../../access/index.ts'
import type { SealedSnapshot } from '../../dataset/index.ts'
import { childByRef, childInScope } from '../../measures/index.ts'
import type { Clock } from '../../platform/day.ts'
import { NotFound } from '../../platform/errors.ts'
import type { Records } from '../../platform/records.ts'
import { ChildPage } from './page.tsx'
import { whyTheyMaySee } from './reason.ts'
import { readChild } from './record-store.ts'

export interface ChildDeps {
  records: Records
  pool: { current(council: string): Promise<SealedSnapshot | null> }
  clock: Clock
}

/** Stands under `/children`. */
export const childRoutes = ({ records, pool, clock }: ChildDeps) =>
  new Hono<WebEnv>().get('/:ref', async (c) => {
    const { person, frame } = c.var
    const pass = allow(person, 'cases:read')
    const snapshot = await pool.current(person.council)
    const child = snapshot && (await childByRef(snapshot, c.req.param('ref')))
    // No such child and a child who is not theirs get the same answer.
    if (!child || !(await childInScope(snapshot, pass, child.personId))) throw new NotFound('child')
    const record = await readChild(snapshot, child.childKey)
    const why = whyTheyMaySee(person, record.allocation)
    const recordedAt = clock.now()
    await recordRead(records, clock, person, {
      what: 'child',
      subject: `record in snapshot ${snapshot.id}`,
      children: [child.personId],
      why,
    })
    return c.html(<ChildPage frame={frame} record={record} why={why} recordedAt={recordedAt} />)
  })
