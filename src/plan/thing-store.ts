import type { Pass } from '../access/index.ts'
import type { Clock, Instant } from '../platform/day.ts'
import { NotFound, Refused, Stale } from '../platform/errors.ts'
import { newId } from '../platform/id.ts'
import type { Records } from '../platform/records.ts'
import { asText, differences, instantText, type Change, type Difference, type Subject } from './change.ts'
import { fromRow, toRow } from './row-case.ts'
import type { Draft, Things } from './thing.ts'

const TABLES = {
  theme: 'plan_theme',
  recommendation: 'plan_recommendation',
  action: 'plan_action',
  milestone: 'plan_milestone',
  measure: 'plan_binding',
  evidence: 'plan_evidence',
} as const satisfies Record<Subject, string>

const ID_KINDS: Record<Subject, string> = {
  theme: 'thm',
  recommendation: 'rec',
  action: 'act',
  milestone: 'mst',
  measure: 'bnd',
  evidence: 'evi',
}

/**
 * The table of a kind, for the columns that all six share. Kysely cannot follow a table chosen at run time, so
 * this says that it is one of them; the drafts' own types keep the other columns right.
 */
const tableOf = (kind: Subject) => TABLES[kind] as 'plan_theme'

/** One open change of the plan: the transaction, who makes it and when. Everything inside uses `records` alone. */
export interface Writing {
  records: Records
  pass: Pass<'plan:write' | 'plan:confirm'>
  at: Instant
}

/** Runs `work` as one change: all of it is kept, or nothing. Changes of one council's plan wait for each other. */
export function writing<Answer>(
  records: Records,
  pass: Writing['pass'],
  clock: Clock,
  work: (open: Writing) => Promise<Answer>,
): Promise<Answer> {
  const run = async (inside: Records) => {
    // A write before the first read: a SQLite transaction that reads first may find itself overtaken.
    await inside
      .updateTable('plan_theme')
      .set((eb) => ({ version: eb.ref('version') }))
      .where('council_id', '=', pass.person.council)
      .execute()
    return work({ records: inside, pass, at: instantText(clock.now()) })
  }
  return records.isTransaction ? run(records) : records.transaction().execute(run)
}

/** Throws NotFound for an id that is not there, or is another council's. */
export async function theThing<Kind extends Subject>(
  records: Records,
  pass: Pass<'plan:read' | 'plan:write' | 'plan:confirm'>,
  kind: Kind,
  id: string,
): Promise<Things[Kind]> {
  const row = await records
    .selectFrom(tableOf(kind))
    .selectAll()
    .where('council_id', '=', pass.person.council)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw new NotFound(`There is no ${kind} ${id}`)
  return fromRow(row) as unknown as Things[Kind]
}

/** Everything of one kind in the council's plan, in no particular order. */
export async function everyThing<Kind extends Subject>(
  records: Records,
  pass: Pass<'plan:read' | 'plan:write' | 'plan:confirm'>,
  kind: Kind,
): Promise<Things[Kind][]> {
  const rows = await records
    .selectFrom(tableOf(kind))
    .selectAll()
    .where('council_id', '=', pass.person.council)
    .execute()
  return rows.map((row) => fromRow(row) as unknown as Things[Kind])
}

/** Whose page tells the history: the parent's for a milestone, evidence or a measure, otherwise its own. */
function pageOf(kind: Subject, id: string, fields: Record<string, unknown>): string {
  if (kind !== 'milestone' && kind !== 'evidence' && kind !== 'measure') return id
  return asText(fields['action_id'] ?? fields['recommendation_id'])
}

/** Adds a thing and answers its id. `history` false leaves the first line of its history to a file that brings its own. */
export async function add<Kind extends Subject>(
  { records, pass, at }: Writing,
  kind: Kind,
  draft: Draft<Kind>,
  history = true,
): Promise<string> {
  const id = newId(ID_KINDS[kind])
  const fields = toRow(draft)
  const row = { ...fields, id, council_id: pass.person.council, version: 1 }
  await records
    .insertInto(tableOf(kind))
    .values(row as never)
    .execute()
  if (history) {
    const created = { field: 'created', was: '', now: asText(fields['title'] ?? fields['series_id']) }
    await remember({ records, pass, at }, kind, id, pageOf(kind, id, fields), [created], () => '')
  }
  return id
}

/** Where a reason was asked for these, it is theirs; otherwise it speaks for everything that changed. */
const NEEDS_REASON: readonly string[] = ['due_on', 'progress']

/**
 * Changes what differs and remembers each field. `version` is the one the person was looking at: throws Stale when
 * somebody has changed it since. Null takes it as it is, inside a change that has already read it.
 * Throws Refused when a due day moves without a reason, or a baseline moves at all.
 */
export async function amend<Kind extends Subject>(
  { records, pass, at }: Writing,
  kind: Kind,
  id: string,
  version: number | null,
  draft: Partial<Draft<Kind>>,
  reason = '',
): Promise<Difference[]> {
  const council = pass.person.council
  const { version: current, ...thing } = await theThing(records, pass, kind, id)
  if (version !== null && current !== version) throw new Stale('Somebody else changed this first')

  const was = toRow(thing)
  const changed = differences(was, toRow(draft))
  if (changed.length === 0) return []
  for (const { field, was: stays } of changed) {
    if (field === 'baseline_due_on')
      throw new Refused(`The baseline stays ${stays}: move the due day instead`)
    if (kind === 'action' && field === 'due_on' && reason.trim() === '')
      throw new Refused('Say why the due day is moving')
  }
  const { numUpdatedRows } = await records
    .updateTable(tableOf(kind))
    .set({ ...toRow(draft), version: current + 1 } as never)
    .where('council_id', '=', council)
    .where('id', '=', id)
    .where('version', '=', current)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new Stale('Somebody else changed this first')

  const mattering = changed.some(({ field }) => NEEDS_REASON.includes(field))
  await remember(
    { records, pass, at },
    kind,
    id,
    pageOf(kind, id, { ...was, ...toRow(draft) }),
    changed,
    (field) => (mattering && !NEEDS_REASON.includes(field) ? '' : reason),
  )
  return changed
}

async function remember(
  { records, pass, at }: Writing,
  subject: Subject,
  subjectId: string,
  aboutId: string,
  changes: readonly Difference[],
  reasonFor: (field: string) => string,
): Promise<void> {
  const rows = changes.map((change) => ({
    ...change,
    id: newId('chg'),
    council_id: pass.person.council,
    subject,
    subject_id: subjectId,
    about_id: aboutId,
    reason: reasonFor(change.field),
    by_name: pass.person.name,
    at,
    recorded_by: pass.person.id,
  }))
  await records.insertInto('plan_change').values(rows).execute()
}

/** Every change of the council's plan, or of what one page is about. Kept for ever. */
export async function changes(
  records: Records,
  pass: Pass<'plan:read' | 'plan:write' | 'plan:confirm'>,
  aboutId?: string,
): Promise<Change[]> {
  let query = records.selectFrom('plan_change').selectAll().where('council_id', '=', pass.person.council)
  if (aboutId) query = query.where('about_id', '=', aboutId)
  const rows = await query.execute()
  return rows.map(fromRow)
}
