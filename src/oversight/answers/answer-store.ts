import { allow, type Pass, type Person } from '../../access/index.ts'
import type { Clock, Day } from '../../platform/day.ts'
import { Stale } from '../../platform/errors.ts'
import type { Records } from '../../platform/records.ts'
import {
  addRecord,
  listRecords,
  recordTransaction,
  tablesOf,
  type RecordTransaction,
} from '../../records/index.ts'
import { type ListRow, subjectOf } from '../lists/list-rows.ts'
import type { answerLists, setReasons } from '../permissions.ts'
import { answerKey, latestAnswers, listAnswer, type ListAnswer } from './answer.ts'
import { answerReason, FIRST_REASONS, type AnswerReason } from './reason.ts'

/** Every answer of the council: those about a child are shown with a row that the reader may see, and no others. */
export const answersOf = (records: Records, pass: Pass<'cases:read'>): Promise<ListAnswer[]> =>
  listRecords(records, pass, listAnswer)

/** Every answer, for counts alone. */
export async function answersForCounts(
  records: Records,
  { person }: Pass<'figures:read'>,
): Promise<ListAnswer[]> {
  const rows = await tablesOf(records)
    .selectFrom(listAnswer.table)
    .selectAll()
    .where('councilId', '=', person.council)
    .where('withdrawnAt', 'is', null)
    .execute()
  return rows.map((row) => listAnswer.row.parse(row))
}

export type ReasonChoice = Pick<AnswerReason, 'title' | 'meaning' | 'together'>

/** The council's own reasons; what a new council starts with while it has none. */
export async function reasonsOf(records: Records, pass: Pass<'figures:read'>): Promise<ReasonChoice[]> {
  const own = await listRecords(records, pass, answerReason)
  return own.length > 0
    ? own.toSorted((left, right) => answerReason.compare(left, right))
    : [...FIRST_REASONS]
}

/** Writes the first reasons down, so that a council can change them. Does nothing where it has some. */
export async function writeFirstReasons(
  records: Records,
  pass: Pass<typeof setReasons>,
  clock: Clock,
): Promise<number> {
  return await recordTransaction(records, pass, clock, answerReason, async (open) => {
    const own = await listRecords(open.records, allow(pass.person, 'figures:read'), answerReason)
    if (own.length > 0) return 0
    for (const reason of FIRST_REASONS) await addRecord(open, answerReason, reason)
    return FIRST_REASONS.length
  })
}

/** What a person answers; the rest of the record is filled from the row. */
export type GivenAnswer = Pick<ListAnswer, 'reason' | 'plan' | 'owner' | 'checkBackOn'>

/** Somebody answered first: their answer, to be shown beside what this person wrote. */
export class AnsweredMeanwhile extends Stale {
  override name = 'AnsweredMeanwhile'
  readonly theirs: ListAnswer

  constructor(theirs: ListAnswer) {
    super('Somebody else answered for this child first')
    this.theirs = theirs
  }
}

export interface AnswerContext {
  asAt: Day
  /** The id of the answer that the person was shown; null when there was none. */
  after: string | null
}

/**
 * Keeps an answer for a row. Throws AnsweredMeanwhile when the latest answer is not the one the person was shown: nothing
 * is kept then, and both texts can be shown.
 */
export const addAnswer = (
  records: Records,
  pass: Pass<typeof answerLists>,
  clock: Clock,
  row: ListRow,
  given: GivenAnswer,
  context: AnswerContext,
): Promise<string> =>
  recordTransaction(records, pass, clock, listAnswer, async (open) => {
    const latest = await latestOf(open, pass.person, row)
    if ((latest?.id ?? null) !== context.after && latest) throw new AnsweredMeanwhile(latest)
    return await keepAnswer(open, row, given, context.asAt)
  })

/** Somebody answered for some of many children first: nothing was kept for any of them. By subject, what was answered. */
export class SomeAnsweredMeanwhile extends Stale {
  override name = 'SomeAnsweredMeanwhile'
  readonly theirs: ReadonlyMap<string, ListAnswer>

  constructor(theirs: ReadonlyMap<string, ListAnswer>) {
    super('Somebody else answered for some of these children first')
    this.theirs = theirs
  }
}

/**
 * Keeps one answer for many rows that have none, all or none of them. Throws SomeAnsweredMeanwhile when one has an answer
 * by now.
 */
export const answerTogether = (
  records: Records,
  pass: Pass<typeof answerLists>,
  clock: Clock,
  rows: readonly ListRow[],
  given: GivenAnswer,
  asAt: Day,
): Promise<void> =>
  recordTransaction(records, pass, clock, listAnswer, async (open) => {
    const latest = latestAnswers(await answersOf(open.records, allow(pass.person, 'cases:read')))
    const theirs = rows.flatMap((row) => {
      const answer = latest.get(answerKey(row.list, subjectOf(row)))
      return answer ? [[subjectOf(row), answer] as const] : []
    })
    if (theirs.length > 0) throw new SomeAnsweredMeanwhile(new Map(theirs))
    for (const row of rows) await keepAnswer(open, row, given, asAt)
  })

async function latestOf(
  { records }: RecordTransaction,
  person: Person,
  row: ListRow,
): Promise<ListAnswer | null> {
  const answers = await answersOf(records, allow(person, 'cases:read'))
  return latestAnswers(answers).get(answerKey(row.list, subjectOf(row))) ?? null
}

const keepAnswer = (
  open: RecordTransaction<typeof answerLists>,
  row: ListRow,
  given: GivenAnswer,
  asAt: Day,
): Promise<string> =>
  addRecord(open, listAnswer, {
    list: row.list,
    subject: subjectOf(row),
    rules: row.rules
      .filter(({ isOverdue }) => isOverdue || !row.isOverdue)
      .map(({ rule }) => rule)
      .join(', '),
    team: row.team ?? '',
    worker: row.worker ?? '',
    ...given,
    figuresOn: asAt,
    answeredAt: open.at,
    answeredBy: open.pass.person.name,
  })
