import type { Pass } from '../access/index.ts'
import { Refused } from '../platform/errors.ts'
import type { BoardDeps } from './board-deps.ts'
import type { Doubt } from './doubt.ts'
import { freeze, issueOf, type Issue } from './issue-store.ts'
import type { Meeting } from './meeting.ts'
import { reportHtml } from './report-html.tsx'
import { openReport } from './report-reading.ts'

export type IssueOutcome = { ok: true; issue: Issue } | { ok: false; doubts: readonly Doubt[] }

/**
 * Issues a meeting's report: freezes every figure, numbers it and hashes it. While anything is unsettled it is not
 * issued, and the answer says what is. Throws Refused when it has been issued already.
 */
export async function issueReport(
  deps: BoardDeps,
  pass: Pass<'report:issue'>,
  meeting: Meeting,
): Promise<IssueOutcome> {
  if (await issueOf(deps.records, pass, meeting.id)) throw new Refused('This report has been issued already.')
  const { draft, report, doubts } = await openReport(deps, pass, meeting)
  if (doubts.length > 0) return { ok: false, doubts }
  return { ok: true, issue: await freeze(deps.records, deps.clock, pass, draft.id, report, reportHtml) }
}
