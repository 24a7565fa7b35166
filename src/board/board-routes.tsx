import { Hono } from 'hono'
import { allow, may, type Person, type WebEnv } from '../access/index.ts'
import { NotFound } from '../platform/errors.ts'
import type { Day } from '../platform/day.ts'
import { blockRoutes } from './block-routes.tsx'
import { MeetingsPage, NewMeetingPage, NoReportPage, type MeetingLine } from './board-pages.tsx'
import type { BoardDeps } from './board-deps.ts'
import { materialFor } from './board-material.tsx'
import { readBook } from './figure-book-read.ts'
import { DraftPage } from './draft-page.tsx'
import type { FigureBook } from './figure-book.ts'
import { parseReference } from './figure-reference.ts'
import { beginReport, STANDARD_SECTIONS } from './install-report.ts'
import { CleanPage, laterFigures } from './issued-page.tsx'
import { issueReport } from './issue-report.ts'
import { issueOf } from './issue-store.ts'
import { checkMeeting, meetingFields } from './meeting-form.ts'
import type { Meeting } from './meeting.ts'
import { addMeeting, listMeetings, getMeeting } from './meeting-store.ts'
import { readPublicReport } from './open-public-report.ts'
import { openDraft, openReport, readReport } from './open-report.ts'
import { isReportFormat, REPORT_FORMATS, writeReport } from './report-writer.ts'
import { boundIn, unitsOf, type Report } from './report.ts'

/** Meetings of the Board and their reports, under `/board`. */
export const boardRoutes = (deps: BoardDeps): Hono<WebEnv> =>
  new Hono<WebEnv>()
    .route('/', meetingRoutes(deps))
    .route('/', reportRoutes(deps))
    .route('/', blockRoutes(deps))

const meetingRoutes = (deps: BoardDeps) =>
  new Hono<WebEnv>()
    .get('/', async (c) => {
      const { person, frame } = c.var
      const all = await listMeetings(deps.records, allow(person, 'report:read'))
      const lines: MeetingLine[] = []
      for (const meeting of all) lines.push({ meeting, state: await stateOf(deps, person, meeting) })
      return c.html(<MeetingsPage frame={frame} lines={lines} mayWrite={may(person, 'report:draft')} />)
    })
    .get('/new', async (c) => {
      const pass = allow(c.var.person, 'report:draft')
      const [last] = await listMeetings(deps.records, pass)
      return c.html(<NewMeetingPage frame={c.var.frame} fields={nextMeeting(last)} errors={{}} />)
    })
    .post('/new', async (c) => {
      const pass = allow(c.var.person, 'report:draft')
      const fields = meetingFields(await c.req.parseBody())
      const checked = checkMeeting(fields)
      const added = checked.ok ? await addMeeting(deps.records, pass, checked.value) : checked
      if (!checked.ok || !added.ok) {
        const errors = added.ok ? {} : added.errors
        return c.html(<NewMeetingPage frame={c.var.frame} fields={fields} errors={errors} />, 422)
      }
      await beginReport(deps, pass, added.value, { ...checked.value, sections: STANDARD_SECTIONS })
      return c.redirect(`/board/${added.value.heldOn}`, 303)
    })

const reportRoutes = (deps: BoardDeps) =>
  new Hono<WebEnv>()
    .get('/:meeting', async (c) => {
      const { person, frame } = c.var
      const meeting = await getMeeting(deps.records, allow(person, 'report:read'), c.req.param('meeting'))
      const issue = await issueOf(deps.records, allow(person, 'report:read'), meeting.id)
      if (issue) {
        const book = await bookOf(deps, person, issue.report)
        const later = laterFigures(issue.report, book, meeting)
        return c.html(
          <CleanPage
            frame={frame}
            report={issue.report}
            issue={issue}
            later={later}
            book={book}
            mayPublish={may(person, 'report:issue')}
          />,
        )
      }
      const open = await openDraft(deps, person, meeting)
      if (!open)
        return c.html(<NoReportPage frame={frame} meeting={meeting} waits={!may(person, 'report:draft')} />)
      const material = await materialFor(deps, person, meeting)
      const mayIssue = may(person, 'report:issue')
      return c.html(<DraftPage frame={frame} open={open} mayIssue={mayIssue} material={material} />)
    })
    .get('/:meeting/read', async (c) => {
      const { person, frame } = c.var
      const { meeting, report, issue } = await readReport(deps, person, c.req.param('meeting'))
      if (issue) return c.redirect(`/board/${meeting.heldOn}`, 303)
      const book = await bookOf(deps, person, report)
      return c.html(<CleanPage frame={frame} report={report} issue={null} later={[]} book={book} />)
    })
    .post('/:meeting/issue', async (c) => {
      const { person, frame } = c.var
      const pass = allow(person, 'report:issue')
      const meeting = await getMeeting(deps.records, pass, c.req.param('meeting'))
      const outcome = await issueReport(deps, pass, meeting)
      if (outcome.ok) return c.redirect(`/board/${meeting.heldOn}`, 303)
      const open = await openReport(deps, pass, meeting)
      const material = await materialFor(deps, person, meeting)
      return c.html(<DraftPage frame={frame} open={open} mayIssue material={material} refused />, 422)
    })
    .get('/:meeting/:file{report\\.[a-z]+}', async (c) => {
      const format = c.req.param('file').split('.')[1] ?? ''
      if (!isReportFormat(format)) throw new NotFound(`report in ${format}`)
      const isPublic = c.req.query('for') === 'public'
      const { meeting, report, issue } = await (isPublic
        ? readPublicReport(deps, allow(c.var.person, 'report:issue'), c.req.param('meeting'))
        : readReport(deps, c.var.person, c.req.param('meeting')))
      const written = await writeReport(report, issue, format)
      const body = typeof written === 'string' ? written : new Uint8Array(written)
      return c.body(body, 200, {
        'Content-Type': REPORT_FORMATS[format],
        'Content-Disposition': `attachment; filename="board-report-${meeting.heldOn}${isPublic ? '-public' : ''}.${format}"`,
      })
    })

async function stateOf(deps: BoardDeps, person: Person, meeting: Meeting): Promise<MeetingLine['state']> {
  const issue = await issueOf(deps.records, allow(person, 'report:read'), meeting.id)
  if (issue) return { kind: 'issued', number: issue.number, on: issue.issuedAt.slice(0, 10) as Day }
  const open = await openDraft(deps, person, meeting)
  return open
    ? { kind: 'draft', version: open.draft.version, toResolve: open.reviewItems.length }
    : { kind: may(person, 'report:draft') ? 'none' : 'closed' }
}

const bookOf = (deps: BoardDeps, person: Person, report: Report): Promise<FigureBook> =>
  readBook(
    deps,
    person,
    report.sections
      .flatMap(({ blocks }) => blocks.flatMap(unitsOf).flatMap(boundIn))
      .flatMap(({ ref }) => {
        const reference = parseReference(ref)
        return reference?.kind === 'measure' ? [reference.series] : []
      }),
  )

/** The form for the next meeting, filled in from the last one. */
function nextMeeting(last: Meeting | undefined) {
  const [year = '', month = '', day = ''] = last?.heldOn.split('-') ?? []
  return {
    title: last?.title ?? 'Improvement Board',
    subject: 'Progress report',
    author: '',
    heldOn: { day: '', month: '', year: '' },
    previousOn: { day: String(Number(day) || ''), month: String(Number(month) || ''), year },
  }
}
