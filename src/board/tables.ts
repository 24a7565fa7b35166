import type { Day, Instant } from '../platform/day.ts'
import type { BlockKind } from './report-draft.ts'

export interface BoardMeetingTable {
  id: string
  council_id: string
  held_on: Day
  /** The Board's meeting before it; null for the first. */
  previous_on: Day | null
  title: string
}

interface BoardReportTable {
  id: string
  council_id: string
  meeting_id: string
  /** Goes up by one with every change of the draft. */
  version: number
  subject: string
  author_role: string
  /** Once set, nothing of the draft changes again. */
  issued_at: Instant | null
}

export interface ReportSectionTable {
  id: string
  council_id: string
  report_id: string
  heading: string
  level: number
  position: number
  recommendation_id: string | null
}

export interface ReportBlockTable {
  id: string
  council_id: string
  report_id: string
  section_id: string
  kind: BlockKind
  /** Markdown, or one `{{chart:...}}` or `{{table:...}}`. Empty once it has been removed. */
  text: string
  position: number
  owner_role: string
  version: number
}

interface Decision {
  id: string
  council_id: string
  block_id: string
  by_id: string
  by_name: string
  at: Instant
  /** The draft's version that it made. The latest decision is in force. */
  draft_version: number
}

/** Every text that a block has had. */
interface ReportBlockTextTable extends Decision {
  version: number
  text: string
}

/** A figure as somebody agreed it. The latest for a block and a reference is in force. */
export interface ReportAgreementTable extends Decision {
  ref: string
  shown: string
  numerator: number | null
  denominator: number | null
  as_at: Day | null
  snapshot: string | null
  measure_version: string | null
}

/** Where a figure that was typed by hand comes from. */
interface ReportSourceTable extends Decision {
  figure: string
  source: string
}

/** A word of direction that the data does not support, kept for a reason. */
interface ReportKeptWordTable extends Decision {
  word: string
  reason: string
}

export interface ReportIssueTable {
  id: string
  council_id: string
  report_id: string
  number: number
  issued_at: Instant
  issued_by: string
  issued_by_name: string
  /** Of `frozen`. */
  sha256: string
  /** The whole report as canonical JSON. */
  frozen: string
  html: string
  html_sha256: string
}

declare module '../platform/records.ts' {
  interface RecordTables {
    board_meeting: BoardMeetingTable
    board_report: BoardReportTable
    report_section: ReportSectionTable
    report_block: ReportBlockTable
    report_block_text: ReportBlockTextTable
    report_agreement: ReportAgreementTable
    report_source: ReportSourceTable
    report_kept_word: ReportKeptWordTable
    report_issue: ReportIssueTable
  }
}
