import { allow, may, getCouncil, type Pass, type Person } from '../access/index.ts'
import { NotFound } from '../platform/errors.ts'
import { readBook } from './figure-book-read.ts'
import type { BoardDeps } from './board-deps.ts'
import { reviewItemsIn, type ReviewItem } from './review-item.ts'
import { getDraft } from './draft-store.ts'
import type { FigureBook } from './figure-book.ts'
import { seriesIn } from './figure-reference.ts'
import { issueOf, type Issue } from './issue-store.ts'
import type { Meeting } from './meeting.ts'
import { getMeeting } from './meeting-store.ts'
import { buildReport } from './report-build.ts'
import type { Report } from './report.ts'
import type { Draft } from './report-draft.ts'

/** A draft with its figures looked up, and what is left to resolve. */
export interface OpenReport {
  meeting: Meeting
  draft: Draft
  book: FigureBook
  report: Report
  reviewItems: readonly ReviewItem[]
}

/** The draft of a meeting's report against the council's current figures; throws NotFound when there is none. */
export async function openReport(
  deps: BoardDeps,
  pass: Pass<'report:draft' | 'report:issue'>,
  meeting: Meeting,
): Promise<OpenReport> {
  const { records } = deps
  const draft = await getDraft(records, pass, meeting.id)
  const ids = draft.sections.flatMap(({ blocks }) => blocks.flatMap(({ text }) => seriesIn(text)))
  const book = await readBook(deps, pass.person, ids)
  const council = (await getCouncil(records)).name
  const report = buildReport(draft, { council, meeting, book })
  return { meeting, draft, book, report, reviewItems: reviewItemsIn(report) }
}

/** The issued report when there is one, else the draft for those who may read drafts. */
export interface ReadReport {
  meeting: Meeting
  report: Report
  issue: Issue | null
}

/** By the meeting's day or id. Throws NotFound when this person may not see the report yet. */
export async function readReport(deps: BoardDeps, person: Person, dayOrId: string): Promise<ReadReport> {
  const pass = allow(person, 'report:read')
  const meeting = await getMeeting(deps.records, pass, dayOrId)
  const issue = await issueOf(deps.records, pass, meeting.id)
  if (issue) return { meeting, report: issue.report, issue }
  if (!may(person, 'report:draft')) throw new NotFound('report')
  const { report } = await openReport(deps, allow(person, 'report:draft'), meeting)
  return { meeting, report, issue: null }
}

/** The draft for those who write it; null for others, and when it has not been started. */
export async function openDraft(
  deps: BoardDeps,
  person: Person,
  meeting: Meeting,
): Promise<OpenReport | null> {
  if (!may(person, 'report:draft')) return null
  try {
    return await openReport(deps, allow(person, 'report:draft'), meeting)
  } catch (error) {
    if (error instanceof NotFound) return null
    throw error
  }
}
