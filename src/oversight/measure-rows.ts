import type { RecordContext, RecordTable } from '../measures/index.ts'
import { clinicMeasureRows } from './clinics/measure-rows.ts'

/** What this room keeps, as measures read it: the tables of each of its parts. */
export async function oversightMeasureRows(context: RecordContext): Promise<RecordTable[]> {
  return [...(await clinicMeasureRows(context))]
}
