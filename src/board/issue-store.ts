import type { Pass } from '../access/index.ts'
import type { Clock, Instant } from '../platform/day.ts'
import { newId } from '../platform/id.ts'
import type { Records } from '../platform/records.ts'
import { canonicalJson, sha256 } from './canonical-json.ts'
import { changeDraft } from './draft-change.ts'
import type { Report } from './report.ts'
import type { ReportIssueTable } from './tables.ts'

/** An issued report: frozen, numbered and hashed. */
export interface Issue {
  number: number
  issuedAt: Instant
  issuedBy: string
  /** Of the report as canonical JSON. */
  sha256: string
  report: Report
  /** The whole report as one HTML file, as it was on the day. */
  html: string
}

const toIssue = (row: ReportIssueTable): Issue => ({
  number: row.number,
  issuedAt: row.issued_at,
  issuedBy: row.issued_by_name,
  sha256: row.sha256,
  report: JSON.parse(row.frozen) as Report,
  html: row.html,
})

/** The issue of a meeting's report; null while it has not been issued. */
export async function issueOf(
  records: Records,
  pass: Pass<'report:read' | 'report:draft' | 'report:issue'>,
  meetingId: string,
): Promise<Issue | null> {
  const row = await records
    .selectFrom('report_issue')
    .innerJoin('board_report', 'board_report.id', 'report_issue.report_id')
    .selectAll('report_issue')
    .where('report_issue.council_id', '=', pass.person.council)
    .where('board_report.meeting_id', '=', meetingId)
    .executeTakeFirst()
  return row ? toIssue(row) : null
}

export type IssueMark = Pick<Issue, 'number' | 'issuedAt' | 'sha256'>

/**
 * Freezes a report. The caller has checked that nothing is left to resolve. Throws Stale when the draft has changed
 * since `report` was built, and Refused when it has been issued already.
 */
export async function freeze(
  records: Records,
  clock: Clock,
  pass: Pass<'report:issue'>,
  reportId: string,
  report: Report,
  htmlOf: (report: Report, issue: IssueMark) => string,
): Promise<Issue> {
  const council = pass.person.council
  return changeDraft(records, clock, pass, reportId, report.version, async (change) => {
    const { last } = await change.records
      .selectFrom('report_issue')
      .select((eb) => eb.fn.max('number').as('last'))
      .where('council_id', '=', council)
      .executeTakeFirstOrThrow()
    const frozen = canonicalJson(report)
    const mark = { number: (last ?? 0) + 1, issuedAt: change.at, sha256: sha256(frozen) }
    const html = htmlOf(report, mark)
    const row: ReportIssueTable = {
      id: newId('iss'),
      council_id: council,
      report_id: reportId,
      number: mark.number,
      issued_at: mark.issuedAt,
      issued_by: pass.person.id,
      issued_by_name: pass.person.name,
      sha256: mark.sha256,
      frozen,
      html,
      html_sha256: sha256(html),
    }
    await change.records.insertInto('report_issue').values(row).execute()
    await change.records
      .updateTable('board_report')
      .set({ issued_at: change.at })
      .where('council_id', '=', council)
      .where('id', '=', reportId)
      .execute()
    return toIssue(row)
  })
}

export interface IssueCheck {
  ok: boolean
  /** How many were checked, or which do not match their hash. */
  detail: string
}

/** Compares every issued report of every council with its hashes, for `waymark check`. */
export async function verifyIssues(records: Records): Promise<IssueCheck> {
  const rows = await records.selectFrom('report_issue').selectAll().orderBy('number').execute()
  const broken = rows.filter(
    (row) =>
      sha256(row.frozen) !== row.sha256 ||
      sha256(row.html) !== row.html_sha256 ||
      canonicalJson(JSON.parse(row.frozen)) !== row.frozen,
  )
  return broken.length === 0
    ? { ok: true, detail: rows.length === 1 ? '1 issued report' : `${rows.length} issued reports` }
    : { ok: false, detail: `Changed since issue: report ${broken.map(({ number }) => number).join(', ')}` }
}
