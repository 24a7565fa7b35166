import type { Problem, UnreadSpelling } from '../intake/index.ts'
import {
  childQuestion,
  holds,
  questionOutside,
  type ChildQuestion,
  type SealedSnapshot,
  type SnapshotRows,
} from '../dataset/index.ts'
import { rowsIn } from '../dataset/rows.ts'

/** Values in the problems may be about a child, but do not say which. */
const NO_CHILD_NAMED = () => []

const readProblems = (rows: SnapshotRows): Promise<Problem[]> =>
  rows.all<Problem>(
    'select severity, code, file, sheet, row_number as "row", field, value, message from load_problem order by place',
  )

/** What was found in files that are now loaded again. */
export const problemsKnown = (snapshot: SealedSnapshot): Promise<Problem[]> => readProblems(rowsIn(snapshot))

/** What was found in the files of a load, with values from them. */
export interface FoundInFiles {
  problems: Problem[]
  /** Texts in columns of codes that are no known code, the most frequent first. */
  unread: UnreadSpelling[]
}

/** Snapshots of before have no such table. */
const readUnread = async (rows: SnapshotRows): Promise<UnreadSpelling[]> =>
  (await holds(rows, 'unread_spelling'))
    ? rows.all<UnreadSpelling>(
        `select code_set as "codeSet", source_table as "table", field, written as text, cells as count
         from unread_spelling order by cells desc, written`,
      )
    : []

/** Asks for what was found in the files of a sealed load. */
export const foundOf = (snapshot: SealedSnapshot): ChildQuestion<FoundInFiles> =>
  childQuestion(
    snapshot,
    async (rows) => ({ problems: await readProblems(rows), unread: await readUnread(rows) }),
    NO_CHILD_NAMED,
  )

/** Asks for what was found in files that left no snapshot. */
export const foundOutside = (
  problems: readonly Problem[],
  unread: readonly UnreadSpelling[] = [],
): ChildQuestion<FoundInFiles> =>
  questionOutside(() => Promise.resolve({ problems: [...problems], unread: [...unread] }), NO_CHILD_NAMED)
