import type { Pass } from '../../access/index.ts'
import type { Clock } from '../../platform/day.ts'
import type { Records } from '../../platform/records.ts'
import '../tables.ts'
import type { ChartRules, RunLengthSetting } from './chart-rules.ts'
import { rebasesOf } from './rebase-store.ts'
import { USUAL_RUNS, type RunLengths } from './run-rules.ts'

type Reading = Pass<'figures:read' | 'targets:write'>

/** The council's run lengths, and who set them; the usual ones until someone has. */
export async function runLengthSetting(records: Records, pass: Reading): Promise<RunLengthSetting> {
  const row = await records
    .selectFrom('chart_rule')
    .selectAll()
    .where('council_id', '=', pass.person.council)
    .executeTakeFirst()
  return row
    ? {
        runLengths: { shift: row.shift_length, trend: row.trend_length },
        set: { at: row.set_at, by: row.set_by },
      }
    : { runLengths: USUAL_RUNS, set: null }
}

/** Sets by what run lengths every chart of the council is read from now on. */
export async function setRunLengths(
  records: Records,
  pass: Pass<'targets:write'>,
  clock: Clock,
  { shift, trend }: RunLengths,
): Promise<void> {
  const setting = { shift_length: shift, trend_length: trend, set_at: clock.now(), set_by: pass.person.name }
  await records
    .insertInto('chart_rule')
    .values({ council_id: pass.person.council, ...setting })
    .onConflict((conflict) => conflict.column('council_id').doUpdateSet(setting))
    .execute()
}

/** Everything that the council's charts are read by. */
export async function chartRules(records: Records, pass: Reading): Promise<ChartRules> {
  const [{ runLengths }, rebases] = await Promise.all([
    runLengthSetting(records, pass),
    rebasesOf(records, pass),
  ])
  return { runLengths, rebases }
}
