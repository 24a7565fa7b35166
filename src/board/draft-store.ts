import type { Pass } from '../access/index.ts'
import { NotFound } from '../platform/errors.ts'
import type { Records } from '../platform/records.ts'
import type { Agreement, Draft, DraftBlock, KeptWord, StatedSource } from './report-draft.ts'
import type { ReportAgreementTable, ReportBlockTable, ReportSectionTable } from './tables.ts'

/** The stored report of a meeting; throws NotFound when it has not been started. */
export async function getDraft(
  records: Records,
  pass: Pass<'report:draft' | 'report:issue'>,
  meetingId: string,
): Promise<Draft> {
  const report = await records
    .selectFrom('board_report')
    .selectAll()
    .where('council_id', '=', pass.person.council)
    .where('meeting_id', '=', meetingId)
    .executeTakeFirst()
  if (!report) throw new NotFound(`report of ${meetingId}`)

  const council = pass.person.council
  const sections = await records
    .selectFrom('report_section')
    .selectAll()
    .where('council_id', '=', council)
    .where('report_id', '=', report.id)
    .orderBy('position')
    .execute()
  const blocks = await records
    .selectFrom('report_block')
    .selectAll()
    .where('council_id', '=', council)
    .where('report_id', '=', report.id)
    .where('text', '!=', '')
    .orderBy('position')
    .orderBy('id')
    .execute()
  const decisions = await decisionsIn(records, council, report.id)
  const toBlock = (row: ReportBlockTable): DraftBlock => ({
    id: row.id,
    kind: row.kind,
    text: row.text,
    owner: row.owner_role,
    version: row.version,
    agreements: decisions.agreements.get(row.id) ?? new Map(),
    sources: decisions.sources.get(row.id) ?? new Map(),
    keptWords: decisions.keptWords.get(row.id) ?? new Map(),
  })
  const inSection = Map.groupBy(blocks, (block) => block.section_id)
  return {
    id: report.id,
    meetingId: report.meeting_id,
    version: report.version,
    subject: report.subject,
    author: report.author_role,
    issuedAt: report.issued_at,
    sections: sections.map((row: ReportSectionTable) => ({
      id: row.id,
      heading: row.heading,
      level: row.level,
      recommendationId: row.recommendation_id,
      blocks: (inSection.get(row.id) ?? []).map(toBlock),
    })),
  }
}

type ByBlock<Decision> = Map<string, Map<string, Decision>>

/** The latest agreement, source and reason for each figure and word of each block. */
async function decisionsIn(records: Records, council: string, reportId: string) {
  const agreements: ByBlock<Agreement> = new Map()
  const sources: ByBlock<StatedSource> = new Map()
  const keptWords: ByBlock<KeptWord> = new Map()
  const blocksOfReport = records
    .selectFrom('report_block')
    .select('id')
    .where('council_id', '=', council)
    .where('report_id', '=', reportId)

  const agreed = await records
    .selectFrom('report_agreement')
    .selectAll()
    .where('council_id', '=', council)
    .where('block_id', 'in', blocksOfReport)
    .orderBy('draft_version')
    .execute()
  for (const row of agreed) put(agreements, row.block_id, row.ref, toAgreement(row))

  const stated = await records
    .selectFrom('report_source')
    .selectAll()
    .where('council_id', '=', council)
    .where('block_id', 'in', blocksOfReport)
    .orderBy('draft_version')
    .execute()
  for (const { block_id, figure, source, by_name, at } of stated) {
    put(sources, block_id, figure, { source, by: by_name, at })
  }

  const kept = await records
    .selectFrom('report_kept_word')
    .selectAll()
    .where('council_id', '=', council)
    .where('block_id', 'in', blocksOfReport)
    .orderBy('draft_version')
    .execute()
  for (const { block_id, word, reason, by_name, at } of kept) {
    put(keptWords, block_id, word, { reason, by: by_name, at })
  }
  return { agreements, sources, keptWords }
}

function put<Decision>(all: ByBlock<Decision>, block: string, key: string, decision: Decision): void {
  const inBlock = all.get(block) ?? new Map<string, Decision>()
  inBlock.set(key, decision)
  all.set(block, inBlock)
}

const toAgreement = (row: ReportAgreementTable): Agreement => ({
  ref: row.ref,
  shown: row.shown,
  numerator: row.numerator,
  denominator: row.denominator,
  asAt: row.as_at,
  snapshot: row.snapshot,
  by: row.by_name,
  at: row.at,
})

/** The texts that a block has had, the latest first. */
export async function blockHistory(
  records: Records,
  pass: Pass<'report:draft'>,
  blockId: string,
): Promise<{ version: number; text: string; by: string; at: string }[]> {
  const rows = await records
    .selectFrom('report_block_text')
    .selectAll()
    .where('council_id', '=', pass.person.council)
    .where('block_id', '=', blockId)
    .orderBy('version', 'desc')
    .execute()
  return rows.map(({ version, text, by_name, at }) => ({ version, text, by: by_name, at }))
}
