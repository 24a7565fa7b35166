import { setTimeout as wait } from 'node:timers/promises'
import { basename, join } from 'node:path'
import { Hono } from 'hono'
import { allow, type WebEnv } from '../access/index.ts'
import { beginIncoming, removeIncoming, rewriteJournal } from './incoming.ts'
import type { LoadJobs } from './load-job.ts'
import { UploadPage } from './load-pages.tsx'
import type { LoadDeps } from './load-deps.ts'
import { receiveUpload } from './upload.ts'

/** A small load ends before its page would be read, so the person who sent it is answered with the result. */
const PATIENCE_MS = 1500

export const uploadRoutes = ({ dataDir, clock }: LoadDeps, jobs: LoadJobs): Hono<WebEnv> =>
  new Hono<WebEnv>()
    .get('/upload', (c) => {
      allow(c.var.person, 'load:write')
      return c.html(<UploadPage frame={c.var.frame} />)
    })
    .post('/upload', async (c) => {
      const pass = allow(c.var.person, 'load:write')
      let incoming = await beginIncoming(dataDir, pass.person, clock.now(), [])
      const upload = await receiveUpload(c.req.raw, join(incoming.folder, 'files')).catch(
        async (error: unknown) => {
          await removeIncoming(dataDir, incoming.folder)
          throw error
        },
      )
      if (!upload.ok) {
        await removeIncoming(dataDir, incoming.folder)
        return c.html(<UploadPage frame={c.var.frame} errors={upload.errors} />, 400)
      }
      const files = upload.value.paths.map((path) => basename(path))
      incoming = await rewriteJournal(incoming, { files })
      const job = jobs.begin(pass, incoming, upload.value)
      await Promise.race([job.ended, wait(PATIENCE_MS, undefined, { ref: false })])
      return c.redirect(`/data/loads/${job.id}`, 303)
    })
