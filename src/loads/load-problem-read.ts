import type { Problem } from '../intake/index.ts'
import type { SealedSnapshot } from '../dataset/index.ts'

/** What was found in a sealed load's files, as it was found. Child-level: whoever shows it writes the read down first. */
export function problemsOf(snapshot: SealedSnapshot): Promise<Problem[]> {
  return snapshot.all<Problem>(
    'select severity, code, file, sheet, row_number as "row", field, value, message from load_problem order by place',
  )
}
