import { createHash } from 'node:crypto'
import { Hono, type Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { createMiddleware } from 'hono/factory'
import { allow, type WebEnv } from '../access/index.ts'
import type { Services } from '../platform/room.ts'
import { PEOPLE_TEMPLATE, bringInPeople, previewPeople, type PeoplePreview } from './people-import.ts'
import { PasswordsPage, PeopleFilePage, PeoplePreviewPage } from './people-import-pages.tsx'

/** Some two thousand people. */
const MAX_FILE = 256 * 1024

const keepers = createMiddleware<WebEnv>((c, next) => {
  allow(c.var.person, 'people:write')
  return next()
})

/**
 * People from a CSV, mounted at `/people-import`: the file, what it would do, and then the first passwords. Between the
 * pages the file is in the form alone.
 */
export const peopleImportRoutes = (deps: Pick<Services, 'records' | 'clock' | 'ask'>): Hono<WebEnv> =>
  new Hono<WebEnv>()
    .get('/', keepers, (c) => c.html(<PeopleFilePage frame={c.var.frame} error={null} />))
    .get('/template.csv', keepers, (c) =>
      c.body(PEOPLE_TEMPLATE, 200, {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': 'attachment; filename="people.csv"',
      }),
    )
    .post(
      '/',
      keepers,
      bodyLimit({ maxSize: MAX_FILE, onError: (c: Context<WebEnv>) => tooLarge(c) }),
      async (c) => {
        const { file } = await c.req.parseBody()
        if (!(file instanceof File) || file.size === 0) return fileFault(c, 'Choose a CSV file of people')
        const content = new Uint8Array(await file.arrayBuffer())
        const preview = await previewPeople(deps, allow(c.var.person, 'people:write'), content)
        return preview.ok
          ? previewPage(c, content, preview.value, null)
          : fileFault(c, Object.values(preview.errors).join('. '))
      },
    )
    .post('/confirm', keepers, async (c) => {
      const pass = allow(c.var.person, 'people:write')
      const form = await c.req.parseBody()
      const sent = (name: string) => (typeof form[name] === 'string' ? form[name] : '')
      const content = Buffer.from(sent('content'), 'base64')
      if (content.length === 0) return fileFault(c, 'Choose a CSV file of people')
      const preview = await previewPeople(deps, pass, content)
      if (!preview.ok) return fileFault(c, Object.values(preview.errors).join('. '))
      if (preview.value.refused.length > 0 || sent('shown') !== markOf(preview.value))
        return previewPage(
          c,
          content,
          preview.value,
          'Accounts have changed since this file was read. Look at what it would do now, and confirm again',
        )
      const change = sent('change') === 'yes'
      const outcome = await bringInPeople(deps, pass, preview.value, { change })
      return c.html(<PasswordsPage frame={c.var.frame} outcome={outcome} />, 200, {
        'Cache-Control': 'no-store',
      })
    })

const fileFault = (c: Context<WebEnv>, error: string) =>
  c.html(<PeopleFilePage frame={c.var.frame} error={error} />, 422)

const tooLarge = (c: Context<WebEnv>) =>
  c.html(
    <PeopleFilePage
      frame={c.var.frame}
      error="The file is larger than 256 KB: send the people in several files"
    />,
    413,
  )

function previewPage(c: Context<WebEnv>, content: Uint8Array, preview: PeoplePreview, error: string | null) {
  return c.html(
    <PeoplePreviewPage
      frame={c.var.frame}
      preview={preview}
      content={Buffer.from(content).toString('base64')}
      shown={markOf(preview)}
      error={error}
    />,
    error !== null || preview.refused.length > 0 ? 422 : 200,
  )
}

/** The same for the same preview: what is confirmed is what was shown. */
function markOf({ added, changed, unchanged, refused }: PeoplePreview): string {
  const shown = [
    added.map(({ row, draft }) => [row, draft]),
    changed.map(({ row, draft, what, account }) => [row, draft, what, account.version]),
    unchanged,
    refused,
  ]
  return createHash('sha256').update(JSON.stringify(shown)).digest('hex')
}
