import { Hono } from 'hono'
import { allow, type WebEnv } from '../access/index.ts'
import { blankTemplate } from '../standards/capture/blank-template.ts'
import type { CaptureTemplate } from '../standards/capture/template.ts'
import { captureTemplateNamed } from '../standards/capture/templates.ts'
import { NotFound } from '../platform/errors.ts'
import { TemplatePage, TemplatesPage } from './templates-pages.tsx'

/** The capture templates and their blank files; mounted at `/data`. */
export const templatesRoutes = (): Hono<WebEnv> =>
  new Hono<WebEnv>()
    .get('/templates', (c) => {
      allow(c.var.person, 'load:read')
      return c.html(<TemplatesPage frame={c.var.frame} />)
    })
    .get('/templates/:file{[a-z-]+\\.csv}', (c) => {
      allow(c.var.person, 'load:read')
      const file = c.req.param('file')
      c.header('Content-Type', 'text/csv; charset=utf-8')
      c.header('Content-Disposition', `attachment; filename="${file}"`)
      return c.body(blankTemplate(templateNamed(file.slice(0, -'.csv'.length))))
    })
    .get('/templates/:name', (c) => {
      allow(c.var.person, 'load:read')
      return c.html(<TemplatePage frame={c.var.frame} template={templateNamed(c.req.param('name'))} />)
    })

function templateNamed(name: string): CaptureTemplate {
  const template = captureTemplateNamed(name)
  if (!template) throw new NotFound('no such template')
  return template
}
