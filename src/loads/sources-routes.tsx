import { Hono } from 'hono'
import { allow, type WebEnv } from '../access/index.ts'
import { NotFound } from '../platform/errors.ts'
import type { Records } from '../platform/records.ts'
import { type SnapshotPool, refuseDeleted, sealedLoad } from '../dataset/index.ts'
import { SourcesPage } from './sources-page.tsx'
import { tableSources } from './sources-read.ts'

/** Only counts, for all who may see loads. */
export const sourcesRoutes = ({ records, pool }: { records: Records; pool: SnapshotPool }): Hono<WebEnv> =>
  new Hono<WebEnv>().get('/loads/:id/sources', async (c) => {
    const pass = allow(c.var.person, 'load:read')
    const load = await sealedLoad(records, pass, c.req.param('id'))
    if (!load) throw new NotFound('no such load')
    refuseDeleted(load.snapshot)
    const snapshot = await pool.byId(pass.person.council, load.snapshot.snapshot)
    if (!snapshot) throw new NotFound('no such load')
    return c.html(
      <SourcesPage frame={c.var.frame} snapshot={load.snapshot} tables={await tableSources(snapshot)} />,
    )
  })
