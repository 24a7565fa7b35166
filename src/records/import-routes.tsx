import { Hono, type Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { allow, type Permission, type WebEnv } from '../access/index.ts'
import type { FieldErrors } from '../platform/errors.ts'
import type { Fields } from './field.ts'
import { ImportPage, PreviewPage } from './import-page.tsx'
import { applyImport, namesFields, previewDigest, previewImport } from './import-preview.ts'
import { fileTableSchema, readFileTable, type FileTable } from './record-file.ts'
import type { RecordSite } from './record-site.ts'
import { recordTransaction } from './record-store.ts'
import type { RecordKind } from './record.ts'

/** Some ten thousand rows. */
const MAX_FILE = 4 * 1024 * 1024

/** A file is looked at first, and then brought in as it was looked at. */
export function importRoutes<Shape extends Fields, Read extends Permission, Write extends Permission>({
  kind,
  records,
  clock,
  place,
}: RecordSite<Shape, Read, Write>): Hono<WebEnv> {
  const choose = (c: Context<WebEnv>, errors: FieldErrors, status: 200 | 413 | 422) =>
    c.html(<ImportPage frame={c.var.frame} place={place} kind={kind} errors={errors} />, status)
  const limit = bodyLimit({
    maxSize: MAX_FILE,
    onError: (c: Context<WebEnv>) =>
      choose(c, { file: 'The file is larger than 4 MB: send it in parts' }, 413),
  })
  return new Hono<WebEnv>()
    .get('/import', (c) => {
      allow(c.var.person, kind.permissions.write)
      return choose(c, {}, 200)
    })
    .post('/import', limit, async (c) => {
      const pass = allow(c.var.person, kind.permissions.write)
      const { file } = await c.req.parseBody()
      // A browser sends a file without a name where none was chosen.
      if (!(file instanceof File) || file.name === '') return choose(c, { file: 'Choose a file' }, 422)
      if (file.size === 0) return choose(c, { file: 'The file is empty' }, 422)
      const table = await readFileTable(new Uint8Array(await file.arrayBuffer()))
      if (!table.ok) return choose(c, table.errors, 422)
      if (!namesFields(kind, table.value)) return choose(c, { file: noFields(kind) }, 422)
      const preview = await previewImport(records, pass, kind, clock, table.value)
      return c.html(
        <PreviewPage
          frame={c.var.frame}
          place={place}
          kind={kind}
          table={table.value}
          preview={preview}
          moved={false}
        />,
      )
    })
    .post('/import/confirm', limit, async (c) => {
      const pass = allow(c.var.person, kind.permissions.write)
      const body = await c.req.parseBody()
      const table = tableIn(body['table'])
      if (table === null) return choose(c, { file: 'Choose a file' }, 422)
      const stale = await recordTransaction(records, pass, clock, kind, async (open) => {
        const preview = await previewImport(open.records, pass, kind, clock, table)
        if (previewDigest(preview) !== body['seen']) return preview
        await applyImport(open, kind, preview)
        return null
      })
      if (stale === null) return c.redirect(place.at, 303)
      return c.html(
        <PreviewPage frame={c.var.frame} place={place} kind={kind} table={table} preview={stale} moved />,
        409,
      )
    })
}

const noFields = ({ words }: Pick<RecordKind, 'words'>): string =>
  `No column of the file is one that ${words.many} have: its first row must name them as a download does`

function tableIn(sent: unknown): FileTable | null {
  if (typeof sent !== 'string') return null
  try {
    const read = fileTableSchema.safeParse(JSON.parse(sent))
    return read.success ? read.data : null
  } catch {
    return null
  }
}
