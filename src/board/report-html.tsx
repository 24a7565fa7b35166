import { raw } from 'hono/html'
import { formatDay } from '../platform/day.ts'
import type { IssueMark } from './issue-store.ts'
import { ReportBody, typedSources } from './report-view.tsx'
import type { Report } from './report.ts'

/** The file is read outside the service, so it has its own styles. */
const STYLE = `
body { max-width: 44rem; margin: 2rem auto; padding: 0 1rem; font: 1.0625rem/1.5 Arial, Helvetica, sans-serif; color: #0b0c0c; }
h1 { font-size: 2.25rem; line-height: 1.15; margin: 0 0 .5rem; } h2 { font-size: 1.5rem; margin: 2.5rem 0 .75rem; border-top: 1px solid; padding-top: .75rem; }
h3 { font-size: 1.1875rem; margin: 1.75rem 0 .5rem; }
table { border-collapse: collapse; width: 100%; margin: 0 0 1.25rem; font-size: .9375rem; } caption { text-align: left; font-weight: bold; padding-bottom: .5rem; }
th, td { text-align: left; vertical-align: top; padding: .375rem .75rem .375rem 0; border-bottom: 1px solid #b1b4b6; } tbody th { font-weight: normal; }
.govuk-table__header--numeric, .govuk-table__cell--numeric { text-align: right; white-space: nowrap; }
figure { margin: 1.5rem 0; } figcaption { font-weight: bold; margin-bottom: .5rem; } svg { max-width: 100%; height: auto; }
.note, .wm-note { color: #484949; font-size: .875rem; } .wm-scroll { overflow-x: auto; } dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1rem; } dd { margin: 0; }
@media print { body { max-width: none; } h2, h3 { break-after: avoid; } figure, tr { break-inside: avoid; } }`

const PUBLIC_EDITION =
  'For the public. Counts of 1 to 5, and what would give them away, are left out to protect children.'

/** The lines above the text, in every form. */
export function reportFacts(report: Report): { name: string; value: string }[] {
  const { meeting } = report
  return [
    { name: 'To', value: meeting.title },
    { name: 'Date of the meeting', value: formatDay(meeting.heldOn) },
    { name: 'From', value: report.author },
    { name: 'Subject', value: report.subject },
    ...(meeting.previousOn ? [{ name: 'Since the meeting of', value: formatDay(meeting.previousOn) }] : []),
    ...(report.edition ? [{ name: 'Edition', value: PUBLIC_EDITION }] : []),
    { name: 'Figures as at', value: report.asAt ? formatDay(report.asAt) : 'no data loaded' },
    ...(report.otherDays ?? []).map(({ title, sentence }) => ({
      name: 'Another day',
      value: `${title}: ${sentence}`,
    })),
  ]
}

export const describeIssue = (report: Report, issue: IssueMark | null): string =>
  issue
    ? `Report ${issue.number}, issued ${formatDay(issue.issuedAt.slice(0, 10) as typeof report.meeting.heldOn)}. SHA-256 of its frozen record: ${issue.sha256}`
    : `Draft ${report.version}: not issued.`

export const reportTitle = (report: Report): string =>
  `${report.subject}: ${report.meeting.title}, ${formatDay(report.meeting.heldOn)}`

/** The report as one HTML file, with header cells in tables and text alternatives for pictures. */
export function reportHtml(report: Report, issue: IssueMark | null): string {
  const sources = typedSources(report)
  const page = (
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <title>{reportTitle(report)}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <style>{raw(STYLE)}</style>
      </head>
      <body>
        <main>
          <p class="note">{report.council}</p>
          <h1>{report.subject}</h1>
          <dl>
            {reportFacts(report).map(({ name, value }) => (
              <>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </>
            ))}
          </dl>
          <ReportBody report={report} medium="file" />
          {sources.length > 0 ? (
            <section>
              <h2>Sources of figures that are not measures</h2>
              <ul>
                {sources.map(({ figure, source }) => (
                  <li>
                    “{figure}”: {source}
                  </li>
                ))}
              </ul>
            </section>
          ) : null}
          <p class="note">{describeIssue(report, issue)}</p>
        </main>
      </body>
    </html>
  )
  return documentOf(page)
}

const documentOf = (page: { toString(): string }): string => `<!DOCTYPE html>\n${page.toString()}\n`
