import { blockText, unitsOf, type Piece, type Report } from './report.ts'
import type { BlockKind } from './report-draft.ts'

/** One figure of a block, as scripts read it. A figure that was bound and never agreed is `moved` with no `agreed`. */
interface ReportFigureJson {
  ref: string
  shown: string
  agreed: string | null
  now: string | null
  state: 'agreed' | 'moved' | 'unbacked'
  /** Of a figure typed by hand: where it comes from. */
  source?: string
}

/** The shape of `waymark report MEETING --format json`. */
interface ReportJson {
  meeting: string
  issue: { number: number; issuedAt: string; sha256: string } | null
  /** Of the public edition alone. */
  edition?: 'public'
  asAt: string | null
  /** Measures that count from a table with a day of its own. */
  otherDays?: Report['otherDays']
  subject: string
  author: string
  previousMeeting: string | null
  sections: {
    number: string
    heading: string
    level: number
    recommendation: string | null
    blocks: { kind: BlockKind; text: string; figures: ReportFigureJson[] }[]
  }[]
}

function figureJson(piece: Piece): ReportFigureJson[] {
  if (piece.kind === 'bound') {
    const { ref, shown, agreed, now, state } = piece
    return [
      {
        ref,
        shown,
        agreed: agreed?.shown ?? null,
        now: now?.shown ?? null,
        state: state === 'agreed' ? 'agreed' : 'moved',
      },
    ]
  }
  if (piece.kind !== 'typed') return []
  const { text, key, source } = piece
  return [
    source
      ? { ref: `typed:${key}`, shown: text, agreed: text, now: text, state: 'agreed', source: source.source }
      : { ref: `typed:${key}`, shown: text, agreed: null, now: null, state: 'unbacked' },
  ]
}

export const reportJson = (report: Report, issue: ReportJson['issue']): ReportJson => ({
  meeting: report.meeting.heldOn,
  issue,
  ...(report.edition && { edition: report.edition }),
  asAt: report.asAt,
  ...(report.otherDays && { otherDays: report.otherDays }),
  subject: report.subject,
  author: report.author,
  previousMeeting: report.meeting.previousOn,
  sections: report.sections.map((section) => ({
    number: section.number,
    heading: section.heading,
    level: section.level,
    recommendation: section.recommendation?.ref ?? null,
    blocks: section.blocks.map((block) => ({
      kind: block.kind,
      text: blockText(block),
      figures: unitsOf(block).flat().flatMap(figureJson),
    })),
  })),
})
