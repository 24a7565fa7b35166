import type { Pass } from '../access/index.ts'
import type { Clock, Instant } from '../platform/day.ts'
import { NotFound, Refused, Stale } from '../platform/errors.ts'
import { newId } from '../platform/id.ts'
import type { Records } from '../platform/records.ts'
import type { CurrentFigure } from './figure-book.ts'
import { parseBlockReference } from './figure-reference.ts'
import type { BlockKind } from './report-draft.ts'

type Writer = Pass<'report:draft' | 'report:issue'>

/** A change of a draft in progress: all of it uses the transaction in `records`. */
export interface DraftChange {
  records: Records
  pass: Writer
  at: Instant
  /** The version of the draft that this change makes. */
  version: number
}

/**
 * Runs `work` as one change of a report that has not been issued. `version` is the draft's as the person saw it, or
 * null where only a block's own version matters. Throws Stale, NotFound, or Refused once it is issued.
 */
export async function changeDraft<Answer>(
  records: Records,
  clock: Clock,
  pass: Writer,
  reportId: string,
  version: number | null,
  work: (change: DraftChange) => Promise<Answer>,
): Promise<Answer> {
  const council = pass.person.council
  const run = async (transaction: Records) => {
    // A write before the first read: it holds the report until the change is done, on both databases.
    const row = await transaction
      .updateTable('board_report')
      .set((eb) => ({ version: eb('version', '+', 1) }))
      .where('council_id', '=', council)
      .where('id', '=', reportId)
      .returning(['version', 'issued_at'])
      .executeTakeFirst()
    if (!row) throw new NotFound(`report ${reportId}`)
    if (row.issued_at !== null) {
      throw new Refused(
        'This report has been issued, so it cannot be changed. Write what is new in the next one.',
      )
    }
    if (version !== null && row.version !== version + 1) {
      throw new Stale('Somebody changed this report while you were reading it')
    }
    return work({ records: transaction, pass, at: clock.now(), version: row.version })
  }
  return records.isTransaction ? run(records) : records.transaction().execute(run)
}

const signed = ({ pass, at, version }: DraftChange, kind: string) => ({
  id: newId(kind),
  council_id: pass.person.council,
  by_id: pass.person.id,
  by_name: pass.person.name,
  at,
  draft_version: version,
})

function kindOf(text: string): BlockKind {
  const whole = parseBlockReference(text)
  if (whole) return whole.kind === 'chart' ? 'chart' : 'table'
  return /^\s*(?:[-*+]|\d+[.)])\s/.test(text) ? 'list' : 'paragraph'
}

/** Saves a block's text over the version that the person was looking at; the old text is kept. Throws Stale. */
export async function saveBlock(
  change: DraftChange,
  blockId: string,
  version: number,
  text: string,
): Promise<void> {
  const { numUpdatedRows } = await change.records
    .updateTable('report_block')
    .set({ text, kind: kindOf(text), version: version + 1 })
    .where('council_id', '=', change.pass.person.council)
    .where('id', '=', blockId)
    .where('version', '=', version)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new Stale('Somebody else changed this paragraph first')
  await appendTextHistory(change, blockId, version + 1, text)
}

const appendTextHistory = async (change: DraftChange, blockId: string, version: number, text: string) => {
  await change.records
    .insertInto('report_block_text')
    .values({ ...signed(change, 'btx'), block_id: blockId, version, text })
    .execute()
}

/** Adds a block at the end of a section; returns its id. */
export async function addBlock(
  change: DraftChange,
  reportId: string,
  sectionId: string,
  text: string,
  owner: string,
): Promise<string> {
  const council = change.pass.person.council
  const section = await change.records
    .selectFrom('report_section')
    .select('id')
    .where('council_id', '=', council)
    .where('report_id', '=', reportId)
    .where('id', '=', sectionId)
    .executeTakeFirst()
  if (!section) throw new NotFound(`section ${sectionId}`)
  const { last } = await change.records
    .selectFrom('report_block')
    .select((eb) => eb.fn.max('position').as('last'))
    .where('council_id', '=', council)
    .where('section_id', '=', sectionId)
    .executeTakeFirstOrThrow()
  const id = newId('blk')
  await change.records
    .insertInto('report_block')
    .values({
      id,
      council_id: council,
      report_id: reportId,
      section_id: sectionId,
      kind: kindOf(text),
      text,
      position: (last ?? 0) + 1,
      owner_role: owner,
      version: 1,
    })
    .execute()
  await appendTextHistory(change, id, 1, text)
  return id
}

/** Records that the person agrees the current figure. */
export async function agree(
  change: DraftChange,
  blockId: string,
  ref: string,
  now: CurrentFigure,
  from: { snapshot: string | null; asAt: `${number}-${number}-${number}` | null },
): Promise<void> {
  await change.records
    .insertInto('report_agreement')
    .values({
      ...signed(change, 'agr'),
      block_id: blockId,
      ref,
      shown: now.shown,
      numerator: now.numerator,
      denominator: now.denominator,
      measure_version: now.measureVersion,
      as_at: from.asAt,
      snapshot: from.snapshot,
    })
    .execute()
}

export async function stateSource(
  change: DraftChange,
  blockId: string,
  figure: string,
  source: string,
): Promise<void> {
  await change.records
    .insertInto('report_source')
    .values({ ...signed(change, 'src'), block_id: blockId, figure, source })
    .execute()
}

export async function keepWord(
  change: DraftChange,
  blockId: string,
  word: string,
  reason: string,
): Promise<void> {
  await change.records
    .insertInto('report_kept_word')
    .values({ ...signed(change, 'kpw'), block_id: blockId, word, reason })
    .execute()
}
