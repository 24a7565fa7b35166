import type { Problem } from '../intake/index.ts'
import {
  childQuestion,
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

/** Asks for what was found in the files of a sealed load. */
export const problemsOf = (snapshot: SealedSnapshot): ChildQuestion<Problem[]> =>
  childQuestion(snapshot, readProblems, NO_CHILD_NAMED)

/** Asks for what was found in files that left no snapshot. */
export const problemsFound = (problems: readonly Problem[]): ChildQuestion<Problem[]> =>
  questionOutside(() => Promise.resolve([...problems]), NO_CHILD_NAMED)
