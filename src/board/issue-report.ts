import type { Pass } from '../access/index.ts'
import { Refused } from '../platform/errors.ts'
import type { BoardDeps } from './board-deps.ts'
import type { ReviewItem } from './review-item.ts'
import { freeze, issueOf, type Issue } from './issue-store.ts'
import type { Meeting } from './meeting.ts'
import { reportHtml } from './report-html.tsx'
import { openReport } from './open-report.ts'

type IssueOutcome = { ok: true; issue: Issue } | { ok: false; reviewItems: readonly ReviewItem[] }

/**
 * Freezes every figure of a meeting's report, numbers it and hashes it. When something is unresolved, returns that
 * instead. Throws Refused when it has been issued already.
 */
export async function issueReport(
  deps: BoardDeps,
  pass: Pass<'report:issue'>,
  meeting: Meeting,
): Promise<IssueOutcome> {
  if (await issueOf(deps.records, pass, meeting.id)) throw new Refused('This report has been issued already.')
  const { draft, report, reviewItems } = await openReport(deps, pass, meeting)
  if (reviewItems.length > 0) return { ok: false, reviewItems }
  return { ok: true, issue: await freeze(deps.records, deps.clock, pass, draft.id, report, reportHtml) }
}
