import { recordRead, type Pass, type Person, type ChildRead } from '../access/index.ts'
import type { Clock } from '../platform/day.ts'
import type { Records } from '../platform/records.ts'
import { rowsIn } from './rows.ts'
import type { SealedSnapshot, SnapshotRows } from './snapshots/sealed.ts'

const ask: unique symbol = Symbol('ask')
const childrenIn: unique symbol = Symbol('childrenIn')

/**
 * A question whose answer holds rows about children. It answers nothing by itself: only a `ChildReader` can ask it, and
 * that writes the access log first.
 */
export interface ChildQuestion<Answer> {
  readonly [ask]: (person: Person) => Promise<Answer>
  /** The council's ids of the children whose rows are in an answer; null for a row about no child. */
  readonly [childrenIn]: (answer: Answer) => readonly (string | null)[]
}

/** A question about the rows of one snapshot. `children` names those whose rows are in the answer. */
export const childQuestion = <Answer>(
  snapshot: SealedSnapshot,
  read: (rows: SnapshotRows, person: Person) => Promise<Answer>,
  children: (answer: Answer) => readonly (string | null)[],
): ChildQuestion<Answer> => questionOutside((person) => read(rowsIn(snapshot), person), children)

/** A question about rows that are in no snapshot in use: of files as they came, or of two snapshots compared. */
export const questionOutside = <Answer>(
  read: (person: Person) => Promise<Answer>,
  children: (answer: Answer) => readonly (string | null)[],
): ChildQuestion<Answer> => ({ [ask]: read, [childrenIn]: children })

/** Why someone reads rows about children: what the access log keeps next to who, when and which children. */
type Purpose = Pick<ChildRead, 'what' | 'subject' | 'why'>

/** Reads rows about children for one person. */
interface ChildReader {
  /** Answers once the read is in the access log. A purpose may be told from what was found: a child's own team. */
  read<Answer>(
    question: ChildQuestion<Answer>,
    purpose: Purpose | ((answer: Answer) => Purpose),
  ): Promise<Answer>
}

interface ChildReaderDeps {
  records: Records
  clock: Clock
}

/** The only way to rows about children. What cannot be written in the access log is not answered. */
export const childReader = (
  { records, clock }: ChildReaderDeps,
  { person }: Pass<'cases:read' | 'load:write'>,
): ChildReader => ({
  async read(question, purpose) {
    const answer = await question[ask](person)
    const { what, subject, why } = typeof purpose === 'function' ? purpose(answer) : purpose
    const children = question[childrenIn](answer).filter((child) => child !== null)
    await recordRead(records, clock, person, { what, subject, children: [...new Set(children)], why })
    return answer
  },
})
