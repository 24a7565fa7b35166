import type { Pass } from '../access/index.ts'
import type { Clock, Instant } from '../platform/day.ts'
import { NotFound, Refused, Stale } from '../platform/errors.ts'
import { newId } from '../platform/id.ts'
import type { Records } from '../platform/records.ts'
import type { Now } from './figure-book.ts'
import { parseExhibit } from './figure-reference.ts'
import type { BlockKind } from './report-draft.ts'

type Writer = Pass<'report:draft' | 'report:issue'>

/** One open change of a draft: inside it everything uses `records` alone. */
export interface DraftWriting {
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
export async function writingDraft<Answer>(
  records: Records,
  clock: Clock,
  pass: Writer,
  reportId: string,
  version: number | null,
  work: (open: DraftWriting) => Promise<Answer>,
): Promise<Answer> {
  const council = pass.person.council
  const run = async (inside: Records) => {
    // A write before the first read: it holds the report until the change is done, on both databases.
    const row = await inside
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
    return work({ records: inside, pass, at: clock.now(), version: row.version })
  }
  return records.isTransaction ? run(records) : records.transaction().execute(run)
}

const signed = ({ pass, at, version }: DraftWriting, kind: string) => ({
  id: newId(kind),
  council_id: pass.person.council,
  by_id: pass.person.id,
  by_name: pass.person.name,
  at,
  draft_version: version,
})

/** What a text is, by what stands in it. */
export function kindOf(text: string): BlockKind {
  const exhibit = parseExhibit(text)
  if (exhibit) return exhibit.kind === 'chart' ? 'chart' : 'table'
  return /^\s*(?:[-*+]|\d+[.)])\s/.test(text) ? 'list' : 'paragraph'
}

/** Saves a block's text over the version that the person was looking at; the old text is kept. Throws Stale. */
export async function saveBlock(
  open: DraftWriting,
  blockId: string,
  version: number,
  text: string,
): Promise<void> {
  const { numUpdatedRows } = await open.records
    .updateTable('report_block')
    .set({ text, kind: kindOf(text), version: version + 1 })
    .where('council_id', '=', open.pass.person.council)
    .where('id', '=', blockId)
    .where('version', '=', version)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new Stale('Somebody else changed this paragraph first')
  await rememberText(open, blockId, version + 1, text)
}

const rememberText = async (open: DraftWriting, blockId: string, version: number, text: string) => {
  await open.records
    .insertInto('report_block_text')
    .values({ ...signed(open, 'btx'), block_id: blockId, version, text })
    .execute()
}

/** Adds a block at the end of a section, and answers its id. */
export async function addBlock(
  open: DraftWriting,
  reportId: string,
  sectionId: string,
  text: string,
  owner: string,
): Promise<string> {
  const council = open.pass.person.council
  const section = await open.records
    .selectFrom('report_section')
    .select('id')
    .where('council_id', '=', council)
    .where('report_id', '=', reportId)
    .where('id', '=', sectionId)
    .executeTakeFirst()
  if (!section) throw new NotFound(`section ${sectionId}`)
  const { last } = await open.records
    .selectFrom('report_block')
    .select((eb) => eb.fn.max('position').as('last'))
    .where('council_id', '=', council)
    .where('section_id', '=', sectionId)
    .executeTakeFirstOrThrow()
  const id = newId('blk')
  await open.records
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
  await rememberText(open, id, 1, text)
  return id
}

/** Agrees a figure as it now stands. */
export async function agree(
  open: DraftWriting,
  blockId: string,
  ref: string,
  now: Now,
  from: { snapshot: string | null; asAt: `${number}-${number}-${number}` | null },
): Promise<void> {
  await open.records
    .insertInto('report_agreement')
    .values({
      ...signed(open, 'agr'),
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

/** Says where a hand-typed figure comes from. */
export async function stateSource(
  open: DraftWriting,
  blockId: string,
  figure: string,
  source: string,
): Promise<void> {
  await open.records
    .insertInto('report_source')
    .values({ ...signed(open, 'src'), block_id: blockId, figure, source })
    .execute()
}

/** Keeps a word that goes beyond the data, and says why. */
export async function keepWord(
  open: DraftWriting,
  blockId: string,
  word: string,
  reason: string,
): Promise<void> {
  await open.records
    .insertInto('report_kept_word')
    .values({ ...signed(open, 'kpw'), block_id: blockId, word, reason })
    .execute()
}
