import { setTimeout as wait } from 'node:timers/promises'
import { basename, join } from 'node:path'
import { Hono } from 'hono'
import { allow, type WebEnv } from '../access/index.ts'
import type { Day } from '../platform/day.ts'
import type { FieldErrors } from '../platform/errors.ts'
import { beginIncoming, removeIncoming, rewriteJournal } from './incoming.ts'
import type { LoadJobs } from './load-job.ts'
import { UploadPage } from './load-pages.tsx'
import type { LoadDeps } from './load-deps.ts'
import { receiveUpload } from './upload.ts'

/** A small load ends before its page would be read, so the person who sent it is answered with the result. */
export const PATIENCE_MS = 1500

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
      const errors = upload.ok ? dayAheadErrors(upload.value.asAt, clock.today()) : upload.errors
      if (!upload.ok || errors) {
        await removeIncoming(dataDir, incoming.folder)
        return c.html(<UploadPage frame={c.var.frame} errors={errors ?? {}} />, 400)
      }
      const files = upload.value.paths.map((path) => basename(path))
      incoming = await rewriteJournal(incoming, { files })
      const job = jobs.begin(pass, incoming, upload.value)
      await Promise.race([job.ended, wait(PATIENCE_MS, undefined, { ref: false })])
      return c.redirect(`/data/loads/${job.id}`, 303)
    })

const dayAheadErrors = (asAt: Day | null, today: Day): FieldErrors | null =>
  asAt !== null && asAt > today ? { as_at: 'The day the files are as at must be today or in the past' } : null
