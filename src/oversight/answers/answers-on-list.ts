import type { Pass } from '../../access/index.ts'
import type { Records } from '../../platform/records.ts'
import { tablesOf } from '../../records/index.ts'
import { latestAnswers, listAnswer, type ListAnswer } from './answer.ts'

/** What was answered on one list. */
export interface AnswersOnList {
  history: readonly ListAnswer[]
  /** Of each child the answer in force. */
  latest: ReadonlyMap<string, ListAnswer>
}

interface KeptAnswers {
  stamp: string
  answers: AnswersOnList
}

/** By store, then by council and list. */
const kept = new WeakMap<Records, Map<string, KeptAnswers>>()

/**
 * The answers on one list, as `answersOf` reads those on all. To read and check thousands takes longer than everything else of a
 * page, and an answer never changes: they are kept, and read again once the store has others than those.
 */
export async function answersOnList(
  records: Records,
  pass: Pass<'cases:read'>,
  list: string,
): Promise<AnswersOnList> {
  const council = pass.person.council
  const ofStore = kept.get(records) ?? new Map<string, KeptAnswers>()
  const key = JSON.stringify([council, list])
  const stamp = await stampOf(records, council, list)
  const known = ofStore.get(key)
  if (known?.stamp === stamp) return known.answers
  const rows = await rowsOf(records, council, list).selectAll().execute()
  const history = rows.map((row) => listAnswer.row.parse(row))
  const answers = { history, latest: latestAnswers(history) }
  // What is read inside a change may never be kept.
  if (!records.isTransaction) {
    kept.set(records, ofStore)
    ofStore.set(key, { stamp: stampIn(history), answers })
  }
  return answers
}

const rowsOf = (records: Records, council: string, list: string) =>
  tablesOf(records)
    .selectFrom(listAnswer.table)
    .where('councilId', '=', council)
    .where('list', '=', list)
    .where('withdrawnAt', 'is', null)

/** How many there are, which of them was the last, and how often they were changed: another store's answers give another. */
async function stampOf(records: Records, council: string, list: string): Promise<string> {
  const { count, last, versions } = await rowsOf(records, council, list)
    .select((eb) => [
      eb.fn.countAll().as('count'),
      eb.fn.max('answeredAt').as('last'),
      eb.fn.sum('version').as('versions'),
    ])
    .executeTakeFirstOrThrow()
  return writeStamp(Number(count), typeof last === 'string' ? last : '', Number(versions ?? 0))
}

/** The same of answers that were read: what came between the two questions is then read again. */
const stampIn = (answers: readonly ListAnswer[]): string =>
  writeStamp(
    answers.length,
    answers.reduce((last, { answeredAt }) => (answeredAt > last ? answeredAt : last), ''),
    answers.reduce((sum, { version }) => sum + version, 0),
  )

const writeStamp = (count: number, last: string, versions: number): string =>
  JSON.stringify([count, last, versions])
