import { allow, may, type Person } from '../access/index.ts'
import { seriesOf } from '../measures/index.ts'
import type { BoardDeps } from './board-deps.ts'
import { reviewItemsIn } from './review-item.ts'
import { parseReference } from './figure-reference.ts'
import { issueOf } from './issue-store.ts'
import { meetingInView } from './meeting.ts'
import { listMeetings } from './meeting-store.ts'
import { openReport } from './open-report.ts'
import { boundIn, sentenceText, unitsOf, type Report, type Sentence } from './report.ts'

/** A sentence of the Board report, as listed on the page of a measure or a recommendation. */
interface ReportSentence {
  /** "Paragraph 3.1.3" */
  where: string
  href: string
  text: string
  /** Nothing in it needs review. */
  resolved: boolean
}

/** Sentences that report on a recommendation, or that print figures of a series. */
interface SentencesAbout {
  recommendation?: string
  series?: string
}

/**
 * Sentences of the next meeting's report, or of the last one's when no meeting is planned, that the person may read: a
 * draft is only for those who write it.
 */
export async function sentencesFor(
  deps: BoardDeps,
  person: Person,
  about: SentencesAbout,
): Promise<ReportSentence[]> {
  if (!may(person, 'report:read')) return []
  const pass = allow(person, 'report:read')
  const meeting = meetingInView(await listMeetings(deps.records, pass), deps.clock.today())
  if (!meeting) return []
  const issue = await issueOf(deps.records, pass, meeting.id)
  if (issue) return sentencesOf(issue.report, about, new Set())
  if (!may(person, 'report:draft')) return []
  const { report } = await openReport(deps, allow(person, 'report:draft'), meeting)
  const open = new Set(reviewItemsIn(report).map(({ blockId, unit }) => `${blockId} ${unit}`))
  return sentencesOf(report, about, open)
}

function sentencesOf(report: Report, about: SentencesAbout, open: ReadonlySet<string>): ReportSentence[] {
  const wanted = about.series === undefined ? null : seriesOf(about.series)?.id
  const printsSeries = (sentence: Sentence) =>
    wanted !== null &&
    boundIn(sentence).some(({ ref }) => {
      const reference = parseReference(ref)
      return reference?.kind === 'measure' && seriesOf(reference.series)?.id === wanted
    })
  return report.sections.flatMap((section) => {
    const reportsOnIt =
      about.recommendation !== undefined && section.recommendation?.id === about.recommendation
    return section.blocks.flatMap((block) =>
      block.content.kind !== 'text'
        ? []
        : unitsOf(block).flatMap((sentence, unit) =>
            (reportsOnIt && boundIn(sentence).length > 0) || printsSeries(sentence)
              ? [
                  {
                    where: `Paragraph ${section.number}`,
                    href: `/board/${report.meeting.heldOn}#${block.id}`,
                    text: sentenceText(sentence),
                    resolved: !open.has(`${block.id} ${unit}`),
                  },
                ]
              : [],
          ),
    )
  })
}
