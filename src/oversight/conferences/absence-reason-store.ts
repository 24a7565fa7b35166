import { allow, type Pass } from '../../access/index.ts'
import type { Clock } from '../../platform/day.ts'
import type { Records } from '../../platform/records.ts'
import { addRecord, listRecords, recordTransaction } from '../../records/index.ts'
import type { setReasons } from '../permissions.ts'
import { absenceReason, FIRST_ABSENCE_REASONS, type AbsenceReason } from './absence-reason.ts'

/** The council's own reasons; what a new council starts with while it has none. */
export async function absenceReasonsOf(
  records: Records,
  pass: Pass<'figures:read'>,
): Promise<Omit<AbsenceReason, 'id' | 'version'>[]> {
  const own = await listRecords(records, pass, absenceReason)
  return own.length > 0
    ? own.toSorted((left, right) => absenceReason.compare(left, right))
    : [...FIRST_ABSENCE_REASONS]
}

/** Writes the first reasons down, so that a council can change them. Does nothing where it has some. */
export const writeFirstAbsenceReasons = (
  records: Records,
  pass: Pass<typeof setReasons>,
  clock: Clock,
): Promise<void> =>
  recordTransaction(records, pass, clock, absenceReason, async (open) => {
    const own = await listRecords(open.records, allow(pass.person, 'figures:read'), absenceReason)
    if (own.length === 0)
      for (const reason of FIRST_ABSENCE_REASONS) await addRecord(open, absenceReason, reason)
  })
