import type { Problem } from '../intake/index.ts'
import {
  childQuestion,
  questionOutside,
  type ChildQuestion,
  type SealedSnapshot,
  type SnapshotRows,
} from '../dataset/index.ts'
import { rowsIn } from '../dataset/rows.ts'

/** Cells of the files may tell of a child; which, a problem does not say. */
const NO_CHILD_NAMED = () => []

const readProblems = (rows: SnapshotRows): Promise<Problem[]> =>
  rows.all<Problem>(
    'select severity, code, file, sheet, row_number as "row", field, value, message from load_problem order by place',
  )

/** What was found in the files of a load that are brought in again, told with what became of them. */
export const problemsKnown = (snapshot: SealedSnapshot): Promise<Problem[]> => readProblems(rowsIn(snapshot))

/** Asks for what was found in a sealed load's files, as it was found. */
export const problemsOf = (snapshot: SealedSnapshot): ChildQuestion<Problem[]> =>
  childQuestion(snapshot, readProblems, NO_CHILD_NAMED)

/** Asks for what was found in files that left no snapshot. */
export const problemsFound = (problems: readonly Problem[]): ChildQuestion<Problem[]> =>
  questionOutside(() => Promise.resolve([...problems]), NO_CHILD_NAMED)
