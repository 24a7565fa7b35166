import type { IssueMark, Issue } from './issue-store.ts'
import { reportJson } from './report-json.ts'
import type { Report } from './report.ts'

export const REPORT_FORMATS = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  html: 'text/html; charset=utf-8',
  json: 'application/json; charset=utf-8',
} as const

export type ReportFormat = keyof typeof REPORT_FORMATS
export const isReportFormat = (text: string): text is ReportFormat => Object.hasOwn(REPORT_FORMATS, text)

/** The modules for HTML and Word load only when asked for. The HTML of an issued report is the file stored with it. */
export async function writeReport(
  report: Report,
  issue: Issue | null,
  format: ReportFormat,
): Promise<string | Buffer> {
  const mark: IssueMark | null = issue && {
    number: issue.number,
    issuedAt: issue.issuedAt,
    sha256: issue.sha256,
  }
  if (format === 'docx') return (await import('./report-word.tsx')).reportWord(report, mark)
  if (format === 'html') {
    // The stored file is the report as it was issued, whole.
    if (issue && !report.edition) return issue.html
    return (await import('./report-html.tsx')).reportHtml(report, mark)
  }
  return `${JSON.stringify(reportJson(report, mark), null, 2)}\n`
}
