import type { Pass } from '../../access/index.ts'
import type { Clock, Month } from '../../platform/day.ts'
import { NotFound } from '../../platform/errors.ts'
import { newId } from '../../platform/id.ts'
import type { Records } from '../../platform/records.ts'
import '../tables.ts'
import type { Rebase } from './rebase.ts'

/** Where the council's series start anew, by month; of one series when it is named. Those withdrawn are left out. */
export async function rebasesOf(
  records: Records,
  pass: Pass<'figures:read' | 'targets:write'>,
  seriesId?: string,
): Promise<Rebase[]> {
  let query = records
    .selectFrom('rebase')
    .selectAll()
    .where('council_id', '=', pass.person.council)
    .where('withdrawn_at', 'is', null)
  if (seriesId !== undefined) query = query.where('series_id', '=', seriesId)
  const rows = await query.orderBy('series_id').orderBy('month').orderBy('made_at').execute()
  return rows.map(({ id, series_id, month, cause, made_at, made_by }) => ({
    id,
    seriesId: series_id,
    month,
    cause,
    madeAt: made_at,
    madeBy: made_by,
  }))
}

/** Starts a series' limits anew from a month on, for a cause that was checked. Answers its id. */
export async function addRebase(
  records: Records,
  pass: Pass<'targets:write'>,
  clock: Clock,
  rebase: { seriesId: string; month: Month; cause: string },
): Promise<string> {
  const id = newId('reb')
  await records
    .insertInto('rebase')
    .values({
      id,
      council_id: pass.person.council,
      series_id: rebase.seriesId,
      month: rebase.month,
      cause: rebase.cause,
      made_at: clock.now(),
      made_by: pass.person.name,
      withdrawn_at: null,
      withdrawn_by: null,
    })
    .execute()
  return id
}

/** Takes a new start back: limits run through again. The record of it stays. Throws NotFound where there is none. */
export async function withdrawRebase(
  records: Records,
  pass: Pass<'targets:write'>,
  clock: Clock,
  seriesId: string,
  id: string,
): Promise<void> {
  const { numUpdatedRows } = await records
    .updateTable('rebase')
    .set({ withdrawn_at: clock.now(), withdrawn_by: pass.person.name })
    .where('council_id', '=', pass.person.council)
    .where('series_id', '=', seriesId)
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new NotFound(`There is no new start ${id}`)
}
