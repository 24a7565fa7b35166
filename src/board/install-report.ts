import { allow, type Pass } from '../access/index.ts'
import type { Day } from '../platform/day.ts'
import { Refused } from '../platform/errors.ts'
import { newId } from '../platform/id.ts'
import type { Records } from '../platform/records.ts'
import { planTree, recommendationsOf } from '../plan/index.ts'
import type { BoardDeps } from './board-deps.ts'
import { addBlock, agree, stateSource, writingDraft, type DraftWriting } from './draft-writing.ts'
import { lookUp } from './figure-book.ts'
import { parseReference } from './figure-reference.ts'
import type { Meeting } from './meeting.ts'
import { addMeeting, theMeeting } from './meeting-store.ts'
import { openReport } from './report-reading.ts'
import { unitsOf, type ReportBlock } from './report.ts'

export interface BlockContent {
  /** Markdown with references, or one chart or table. */
  text: string
  /** The role that writes it. */
  owner?: string
  /** Where its hand-typed figures come from. */
  source?: string
  /** Keys of hand-typed figures to which `source` does not speak, so that they wait for one. */
  withoutSource?: readonly string[]
  /** Its bound figures wait to be agreed. */
  toAgree?: boolean
}

export interface SectionContent {
  heading: string
  level: 1 | 2 | 3
  /** The ref of the recommendation that it reports on. */
  recommendation?: string
  blocks: readonly BlockContent[]
}

/** A meeting with its report, as plain data. */
export interface ReportContent {
  meeting: { heldOn: Day; previousOn: Day | null; title: string }
  subject: string
  author: string
  sections: readonly SectionContent[]
}

/** The parts that a report of the Board has, in order; a new one starts with them. */
export const STANDARD_SECTIONS: readonly SectionContent[] = [
  'Purpose',
  'Key actions since the last meeting',
  'Progress on the priority and immediate actions',
  'Challenges',
  'Action required',
  'Contributing officers',
].map((heading) => ({ heading, level: 1, blocks: [] }))

/** Begins the report of a meeting, with its sections and their text. Throws Refused when it has been begun already. */
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
  const begin = async (inside: Records) => {
    const reportId = newId('rpt')
    const begun = await inside
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
    if (!begun) throw new Refused('The report of this meeting has been begun already')
    await writingDraft(inside, clock, pass, reportId, null, (open) =>
      writeSections(open, reportId, content.sections, recommendations),
    )
  }
  await (records.isTransaction ? begin(records) : records.transaction().execute(begin))
}

async function writeSections(
  open: DraftWriting,
  reportId: string,
  sections: readonly SectionContent[],
  recommendations: ReadonlyMap<string, string>,
): Promise<void> {
  for (const [position, section] of sections.entries()) {
    const id = newId('sec')
    await open.records
      .insertInto('report_section')
      .values({
        id,
        council_id: open.pass.person.council,
        report_id: reportId,
        heading: section.heading,
        level: section.level,
        position,
        recommendation_id: recommendations.get(section.recommendation ?? '') ?? null,
      })
      .execute()
    for (const block of section.blocks) await addBlock(open, reportId, id, block.text, block.owner ?? '')
  }
}

/**
 * Puts a whole report in: its meeting, its text, the sources of what was typed, and every figure agreed as the current
 * snapshot has it, but for what the content leaves to settle.
 */
export async function installReport(
  deps: BoardDeps,
  pass: Pass<'report:draft'>,
  content: ReportContent,
): Promise<Meeting> {
  const { records, clock } = deps
  const { heldOn, previousOn, title } = content.meeting
  // The meeting before it stands in the list too; its report was kept elsewhere.
  if (previousOn) await addMeeting(records, pass, { heldOn: previousOn, previousOn: null, title })
  const added = await addMeeting(records, pass, content.meeting)
  const meeting = added.ok ? added.value : await theMeeting(records, pass, heldOn)
  await beginReport(deps, pass, meeting, content)
  const { draft, book, report } = await openReport(deps, pass, meeting)
  await writingDraft(records, clock, pass, draft.id, null, async (open) => {
    for (const [place, section] of content.sections.entries()) {
      for (const [index, block] of section.blocks.entries()) {
        const built: ReportBlock = report.sections[place]!.blocks[index]!
        const once = new Set<string>()
        for (const piece of unitsOf(built).flat()) {
          const key = piece.kind === 'bound' ? piece.ref : piece.kind === 'typed' ? piece.key : ''
          if (once.has(key)) continue
          once.add(key)
          if (piece.kind === 'typed' && block.source && !block.withoutSource?.includes(piece.key)) {
            await stateSource(open, built.id, piece.key, block.source)
          }
          const reference = piece.kind === 'bound' && !block.toAgree ? parseReference(piece.ref) : null
          const now = reference && lookUp(book, meeting, reference)
          if (reference && now) await agree(open, built.id, reference.text, now, book)
        }
      }
    }
  })
  return meeting
}
