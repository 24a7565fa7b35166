import type { SealedSnapshot, SnapshotPool } from '../../src/dataset/index.ts'
import { withRecordCases, type MeasuredRoom } from '../../src/measures/index.ts'
import type { Clock } from '../../src/platform/day.ts'
import { silentLog, type Log } from '../../src/platform/log.ts'
import type { Records } from '../../src/platform/records.ts'
import { measured } from './measured.ts'

interface RecordRows {
  records: Records
  clock: Clock
  rooms: readonly MeasuredRoom[]
  log?: Log
}

/** Two children's referrals to the end of January 2015. */
const WORLD = {
  asAt: '2015-01-31',
  insert: `
    insert into person (child_key, person_id) values (1, 'A'), (2, 'B');
    insert into referrals (referral_id, child_key, referral_date, artificial) values
        ('r1', 1, '2014-12-05', false), ('r2', 2, '2015-01-06', false);`,
} as const

/**
 * A small snapshot of Norchester with these rooms' records beside it: the measures of the records of these rooms are
 * worked out and, of the dataset, those that are named.
 */
export async function measuredRecords(
  { records, clock, rooms, log = silentLog }: RecordRows,
  ...ids: readonly string[]
): Promise<SealedSnapshot> {
  const snapshot = await measured(WORLD, ...ids)
  const pool: SnapshotPool = {
    current: () => Promise.resolve(snapshot),
    earlier: () => Promise.resolve(null),
    byId: () => Promise.resolve(null),
    release: () => Promise.resolve(),
    close: () => {},
  }
  return (await withRecordCases(pool, { records, clock, log, rooms }).current('norchester'))!
}
