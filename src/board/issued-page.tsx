import { formatDay, formatWeekday } from '../platform/day.ts'
import { InsetText } from '../ui/components/inset-text.tsx'
import type { FrameProps } from '../ui/frame.tsx'
import { Page } from '../ui/page.tsx'
import { Contents, Downloads } from './draft-page.tsx'
import { formatReference } from './report-build.ts'
import { ReportBody, typedSources } from './report-view.tsx'
import { boundIn, unitsOf, type Report } from './report.ts'
import type { Issue } from './issue-store.ts'
import { lookUp, type FigureBook } from './figure-book.ts'
import { parseReference } from './figure-reference.ts'
import type { Meeting } from './meeting.ts'

/** A figure that has moved since the report was issued. It is listed above the report, which never changes. */
interface LaterFigure {
  where: string
  sectionId: string
  ref: string
  issued: string
  now: string
}

/** The figures of an issued report that the data has changed since, once for each part that prints them. */
export function laterFigures(report: Report, book: FigureBook, meeting: Meeting): LaterFigure[] {
  return report.sections.flatMap((section) => {
    const figures = section.blocks.flatMap(unitsOf).flatMap(boundIn)
    const byRef = new Map(figures.map((figure) => [figure.ref, figure]))
    return [...byRef.values()].flatMap((figure) => {
      const reference = parseReference(figure.ref)
      const current = reference && lookUp(book, meeting, reference)
      return current && current.shown !== figure.shown
        ? [
            {
              where: section.number,
              sectionId: section.id,
              ref: figure.ref,
              issued: figure.shown,
              now: current.shown,
            },
          ]
        : []
    })
  })
}

interface CleanPageProps {
  frame: FrameProps
  report: Report
  /** Null for a draft that is read as a Board member would read it. */
  issue: Issue | null
  later: readonly LaterFigure[]
  book: FigureBook
  mayPublish?: boolean
}

/** The report as the Board reads it, without review marks. An issued one shows its number and hash. */
export function CleanPage({ frame, report, issue, later, book, mayPublish }: CleanPageProps) {
  const { meeting } = report
  const path = `/board/${meeting.heldOn}`
  const sources = typedSources(report)
  return (
    <Page
      frame={frame}
      title={report.subject}
      section="/board"
      breadcrumbs={[
        { text: 'Board', href: '/board' },
        { text: `Meeting of ${formatDay(meeting.heldOn)}`, href: path },
      ]}
    >
      <div class="wm-report-head">
        <div>
          <span class="wm-caption">
            {meeting.title}, {formatWeekday(meeting.heldOn)} ·{' '}
            {issue ? `report ${issue.number}` : `draft ${report.version}, as a Board member would read it`}
          </span>
          <h1 class="wm-title">{report.subject}</h1>
          <p>
            From the {report.author}. Figures as at {report.asAt ? formatDay(report.asAt) : 'no day yet'}.
          </p>
        </div>
        <Downloads path={path} read={issue ? undefined : { href: path, text: 'Back to the draft' }} />
      </div>
      <div class="wm-report">
        <Contents report={report} reviewItems={[]} />
        <div class="wm-report__body">
          {issue ? (
            <InsetText>
              <b>
                Issued on {formatDay(issue.issuedAt.slice(0, 10) as typeof meeting.heldOn)} by{' '}
                {issue.issuedBy} as report {issue.number}.
              </b>{' '}
              Nothing in it has changed since. SHA-256 of its frozen record:{' '}
              <span class="wm-hash">{issue.sha256}</span>
            </InsetText>
          ) : null}
          {later.length > 0 ? <Later later={later} book={book} /> : null}
          <ForTheCouncil path={path} mayPublish={issue !== null && mayPublish === true} />
          <ReportBody report={report} medium="page" />
          {sources.length > 0 ? (
            <section class="wm-report__section">
              <h2 class="wm-report__heading">Sources of figures that are not measures</h2>
              <ul>
                {sources.map(({ figure, source }) => (
                  <li>
                    “{figure}”: {source}
                  </li>
                ))}
              </ul>
            </section>
          ) : null}
        </div>
      </div>
    </Page>
  )
}

/** The report has every count: whoever passes it on must know. */
const ForTheCouncil = ({ path, mayPublish }: { path: string; mayPublish: boolean }) => (
  <p class="wm-note">
    This report is for the council and its Board. It shows small numbers: do not publish it.
    {mayPublish ? (
      <>
        {' '}
        To publish it, take the public edition: <a href={`${path}/report.docx?for=public`}>
          public Word
        </a>, <a href={`${path}/report.html?for=public`}>public HTML file</a>.
      </>
    ) : null}
  </p>
)

const Later = ({ later, book }: { later: readonly LaterFigure[]; book: FigureBook }) => (
  <aside class="wm-report-note wm-report-note--wide" aria-labelledby="later">
    <h2 class="wm-report-note__title" id="later">
      Figures that have moved since it was issued
    </h2>
    <ul>
      {later.map(({ where, sectionId, ref, issued, now }) => (
        <li>
          <a href={`#${sectionId}`}>{where}</a> {formatReference(ref, book)}: {issued}, <b>now {now}</b>
        </li>
      ))}
    </ul>
  </aside>
)
