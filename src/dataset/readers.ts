import {
  isRestricted,
  recordAuditEvent,
  recordRead,
  type ChildRead,
  type Pass,
  type Person,
} from '../access/index.ts'
import type { Clock } from '../platform/day.ts'
import { NotFound } from '../platform/errors.ts'
import type { Records } from '../platform/records.ts'
import { rowsIn } from './rows.ts'
import type { SealedSnapshot, SnapshotRows } from './snapshots/sealed.ts'

const ask: unique symbol = Symbol('ask')
const childrenIn: unique symbol = Symbol('childrenIn')

/** Told of children whom somebody asked for, and whose records are kept from them: it is written in the access log. */
export type Refuse = (child: string) => void

/**
 * A question whose answer holds rows about children. It answers nothing by itself: only a `ChildReader` can ask it, and
 * that writes the access log first.
 */
export interface ChildQuestion<Answer> {
  readonly [ask]: (person: Person, refuse: Refuse) => Promise<Answer>
  /** The council's ids of the children whose rows are in an answer; null for a row about no child. */
  readonly [childrenIn]: (answer: Answer) => readonly (string | null)[]
}

/** A question about the rows of one snapshot. `children` names those whose rows are in the answer. */
export const childQuestion = <Answer>(
  snapshot: SealedSnapshot,
  read: (rows: SnapshotRows, person: Person, refuse: Refuse) => Promise<Answer>,
  children: (answer: Answer) => readonly (string | null)[],
): ChildQuestion<Answer> =>
  questionOutside((person, refuse) => read(rowsIn(snapshot), person, refuse), children)

/** A question about rows that are in no snapshot in use: of files as they came, or of two snapshots compared. */
export const questionOutside = <Answer>(
  read: (person: Person, refuse: Refuse) => Promise<Answer>,
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

/**
 * The only way to rows about children. What cannot be written in the access log is not answered, and no answer with a child
 * whose record is kept from the person leaves it: throws NotFound for the whole of it, whatever the question let through.
 */
export const childReader = (
  { records, clock }: ChildReaderDeps,
  { person }: Pass<'cases:read' | 'load:write'>,
): ChildReader => ({
  async read(question, purpose) {
    const refused = new Set<string>()
    const logRefused = async (subject: string) => {
      if (refused.size > 0)
        await recordAuditEvent(records, clock, person.council, person, 'refused', subject, [...refused])
    }
    const asked = typeof purpose === 'function' ? 'a child’s record' : purpose.subject
    const answer = await question[ask](person, (child) => refused.add(child)).catch(async (error) => {
      await logRefused(asked)
      throw error
    })
    const children = question[childrenIn](answer).filter((child) => child !== null)
    const kept = children.filter((child) => isRestricted(person.scope, child))
    for (const child of kept) refused.add(child)
    await logRefused(asked)
    if (kept.length > 0) throw new NotFound('child')
    const { what, subject, why } = typeof purpose === 'function' ? purpose(answer) : purpose
    await recordRead(records, clock, person, { what, subject, children: [...new Set(children)], why })
    return answer
  },
})
