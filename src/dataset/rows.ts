import type { OpenSnapshot, SealedSnapshot, SnapshotRows } from './snapshots/sealed.ts'

export type { SnapshotRows } from './snapshots/sealed.ts'

/**
 * The rows of a snapshot, for the files that work figures and findings out of them: `tests/readers.test.ts` names those
 * files. Everyone else asks a reader: `childReader` for rows about children, `factsIn` for what a snapshot says of itself.
 */
export const rowsIn = (snapshot: SealedSnapshot): SnapshotRows => snapshot as OpenSnapshot
