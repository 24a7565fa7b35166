import { allow, type Pass } from '../access/index.ts'
import type { Day } from '../platform/day.ts'
import { Refused } from '../platform/errors.ts'
import { newId } from '../platform/id.ts'
import type { Records } from '../platform/records.ts'
import { planTree, recommendationsOf } from '../plan/index.ts'
import type { BoardDeps } from './board-deps.ts'
import { addBlock, agree, stateSource, changeDraft, type DraftChange } from './draft-change.ts'
import { lookUp } from './figure-book.ts'
import { parseReference } from './figure-reference.ts'
import type { Meeting } from './meeting.ts'
import { addMeeting, getMeeting } from './meeting-store.ts'
import { openReport } from './open-report.ts'
import { unitsOf, type ReportBlock } from './report.ts'

interface BlockContent {
  /** Markdown with references, or one chart or table. */
  text: string
  /** The role that writes it. */
  owner?: string
  /** The source of its hand-typed figures. */
  source?: string
  /** Keys of hand-typed figures that `source` does not cover, so that they still need one. */
  withoutSource?: readonly string[]
  /** Its bound figures are left to be agreed. */
  toAgree?: boolean
}

interface SectionContent {
  heading: string
  level: 1 | 2 | 3
  /** The ref of the recommendation that it reports on. */
  recommendation?: string
  blocks: readonly BlockContent[]
}

export interface ReportContent {
  meeting: { heldOn: Day; previousOn: Day | null; title: string }
  subject: string
  author: string
  sections: readonly SectionContent[]
}

/** The sections that a new report starts with, in order. */
export const STANDARD_SECTIONS: readonly SectionContent[] = [
  'Purpose',
  'Key actions since the last meeting',
  'Progress on the priority and immediate actions',
  'Challenges',
  'Action required',
  'Contributing officers',
].map((heading) => ({ heading, level: 1, blocks: [] }))

/** Throws Refused when the meeting already has a report. */
export async function beginReport(
  deps: Pick<BoardDeps, 'records' | 'clock'>,
  pass: Pass<'report:draft'>,
  meeting: Meeting,
  content: Pick<ReportContent, 'subject' | 'author' | 'sections'>,
): Promise<void> {
  const { records, clock } = deps
  const council = pass.person.council
  const plan = await planTree(records, allow(pass.person, 'plan:read'))
  const recommendations = new Map(recommendationsOf(plan).map(({ id, ref }) => [ref, id]))
  const begin = async (transaction: Records) => {
    const reportId = newId('rpt')
    const begun = await transaction
      .insertInto('board_report')
      .values({
        id: reportId,
        council_id: council,
        meeting_id: meeting.id,
        version: 0,
        subject: content.subject,
        author_role: content.author,
        issued_at: null,
      })
      .onConflict((conflict) => conflict.column('meeting_id').doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!begun) throw new Refused('The report of this meeting has already been started')
    await changeDraft(transaction, clock, pass, reportId, null, (change) =>
      writeSections(change, reportId, content.sections, recommendations),
    )
  }
  await (records.isTransaction ? begin(records) : records.transaction().execute(begin))
}

async function writeSections(
  change: DraftChange,
  reportId: string,
  sections: readonly SectionContent[],
  recommendations: ReadonlyMap<string, string>,
): Promise<void> {
  for (const [position, section] of sections.entries()) {
    const id = newId('sec')
    await change.records
      .insertInto('report_section')
      .values({
        id,
        council_id: change.pass.person.council,
        report_id: reportId,
        heading: section.heading,
        level: section.level,
        position,
        recommendation_id: recommendations.get(section.recommendation ?? '') ?? null,
      })
      .execute()
    for (const block of section.blocks) await addBlock(change, reportId, id, block.text, block.owner ?? '')
  }
}

/**
 * Adds a whole report: its meeting, its text, the sources of typed figures, and every figure agreed as the current
 * snapshot has it, except those that the content marks as still to resolve.
 */
export async function installReport(
  deps: BoardDeps,
  pass: Pass<'report:draft'>,
  content: ReportContent,
): Promise<Meeting> {
  const { records, clock } = deps
  const { heldOn, previousOn, title } = content.meeting
  // The meeting before it is listed too; its report was written elsewhere.
  if (previousOn) await addMeeting(records, pass, { heldOn: previousOn, previousOn: null, title })
  const added = await addMeeting(records, pass, content.meeting)
  const meeting = added.ok ? added.value : await getMeeting(records, pass, heldOn)
  await beginReport(deps, pass, meeting, content)
  const { draft, book, report } = await openReport(deps, pass, meeting)
  await changeDraft(records, clock, pass, draft.id, null, async (change) => {
    for (const [sectionIndex, section] of content.sections.entries()) {
      for (const [blockIndex, block] of section.blocks.entries()) {
        const built: ReportBlock = report.sections[sectionIndex]!.blocks[blockIndex]!
        const seen = new Set<string>()
        for (const piece of unitsOf(built).flat()) {
          const key = piece.kind === 'bound' ? piece.ref : piece.kind === 'typed' ? piece.key : ''
          if (seen.has(key)) continue
          seen.add(key)
          if (piece.kind === 'typed' && block.source && !block.withoutSource?.includes(piece.key)) {
            await stateSource(change, built.id, piece.key, block.source)
          }
          const reference = piece.kind === 'bound' && !block.toAgree ? parseReference(piece.ref) : null
          const now = reference && lookUp(book, meeting, reference)
          if (reference && now) await agree(change, built.id, reference.text, now, book)
        }
      }
    }
  })
  return meeting
}
