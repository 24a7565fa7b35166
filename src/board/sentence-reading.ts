import { allow, may, type Person } from '../access/index.ts'
import { seriesOf } from '../measures/index.ts'
import type { BoardDeps } from './board-deps.ts'
import { doubtsIn } from './doubt.ts'
import { parseReference } from './figure-reference.ts'
import { issueOf } from './issue-store.ts'
import { meetingInView } from './meeting.ts'
import { meetings } from './meeting-store.ts'
import { openReport } from './report-reading.ts'
import { boundIn, sentenceText, unitsOf, type Report, type Sentence } from './report.ts'

/** A sentence of the Board report, for the page of what it rests on. */
export interface ReportSentence {
  /** "Paragraph 3.1.3" */
  where: string
  href: string
  text: string
  /** Nothing in it waits to be settled. */
  settled: boolean
}

/** What sentences are asked for: those that report on a recommendation, or those bound to a series. */
export interface SentencesAbout {
  recommendation?: string
  series?: string
}

/**
 * The sentences of the report in view (the next meeting's, or else the last one's) that rest on a recommendation or a
 * series, of those that the person may read: a draft is for those who write it. None when there are none.
 */
export async function sentencesFor(
  deps: BoardDeps,
  person: Person,
  about: SentencesAbout,
): Promise<ReportSentence[]> {
  if (!may(person, 'report:read')) return []
  const pass = allow(person, 'report:read')
  const meeting = meetingInView(await meetings(deps.records, pass), deps.clock.today())
  if (!meeting) return []
  const issue = await issueOf(deps.records, pass, meeting.id)
  if (issue) return sentencesOf(issue.report, about, new Set())
  if (!may(person, 'report:draft')) return []
  const { report } = await openReport(deps, allow(person, 'report:draft'), meeting)
  const open = new Set(doubtsIn(report).map(({ blockId, unit }) => `${blockId} ${unit}`))
  return sentencesOf(report, about, open)
}

function sentencesOf(report: Report, about: SentencesAbout, open: ReadonlySet<string>): ReportSentence[] {
  const wanted = about.series === undefined ? null : seriesOf(about.series)?.id
  const rests = (sentence: Sentence) =>
    wanted !== null &&
    boundIn(sentence).some(({ ref }) => {
      const reference = parseReference(ref)
      return reference?.kind === 'measure' && seriesOf(reference.series)?.id === wanted
    })
  return report.sections.flatMap((section) => {
    const reports = about.recommendation !== undefined && section.recommendation?.id === about.recommendation
    return section.blocks.flatMap((block) =>
      block.content.kind !== 'text'
        ? []
        : unitsOf(block).flatMap((sentence, unit) =>
            (reports && boundIn(sentence).length > 0) || rests(sentence)
              ? [
                  {
                    where: `Paragraph ${section.number}`,
                    href: `/board/${report.meeting.heldOn}#${block.id}`,
                    text: sentenceText(sentence),
                    settled: !open.has(`${block.id} ${unit}`),
                  },
                ]
              : [],
          ),
    )
  })
}
