import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { Hono } from 'hono'
import { allow, type WebEnv } from '../access/index.ts'
import { NotFound } from '../platform/errors.ts'
import {
  EXPORT_FORMATS,
  isExportFormat,
  type ExportFormat,
  exportAnnexA,
  type ExportDeps,
  sealedLoad,
} from '../dataset/index.ts'

const MEDIA_TYPE: Record<ExportFormat, string> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
}

/** A sealed load as an Annex A workbook, for those who may load files; mounted at `/data`. */
export function exportRoutes(deps: ExportDeps): Hono<WebEnv> {
  return new Hono<WebEnv>().get('/loads/:id/:file{annex-a\\.[a-z]+}', async (c) => {
    const pass = allow(c.var.person, 'load:write')
    const format = c.req.param('file').replace('annex-a.', '')
    if (!isExportFormat(format)) throw new NotFound('no such format')
    const load = await sealedLoad(deps.records, allow(pass.person, 'load:read'), c.req.param('id'))
    if (!load) throw new NotFound('no such load')
    const { fileName, bytes, content } = await exportAnnexA(deps, pass, format, load.snapshot.snapshot)
    c.header('Content-Type', MEDIA_TYPE[format])
    c.header('Content-Disposition', `attachment; filename="${fileName}"`)
    c.header('Content-Length', String(bytes))
    return c.body(Readable.toWeb(content) as ReadableStream<Uint8Array<ArrayBuffer>>)
  })
}

export const ExportLinks = ({ loadId }: { loadId: string }) => (
  <p class="govuk-body">
    Download the accepted rows as an Annex A workbook:{' '}
    {EXPORT_FORMATS.map((format, index) => (
      <>
        {index > 0 ? ' or ' : ''}
        <a href={`/data/loads/${loadId}/annex-a.${format}`}>.{format}</a>
      </>
    ))}
  </p>
)
