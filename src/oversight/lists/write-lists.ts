import { insertRows, sqlFile, type BuildConnection } from '../../dataset/index.ts'
import { functionsSql, stepsFor } from '../../measures/index.ts'
import type { ListFile } from './list-file.ts'
import { LISTS } from './lists.ts'

/**
 * Asks every list of a dataset whose measures are worked out, and keeps the rows. A list whose measures
 * are not available has no row, and says why; one whose measures have no row to count is not asked. Throws, naming the
 * list, when its SQL does not run.
 */
export async function writeWorkLists(
  build: BuildConnection,
  lists: readonly ListFile[] = LISTS,
): Promise<void> {
  await build.run(functionsSql())
  await build.run(sqlFile(import.meta.url, './schema.sql'))
  const series = await seriesIn(build)
  const toRun: { list: ListFile; no: number }[] = []
  const rows: { list: string; no: number; why: string | null }[] = []
  for (const [no, list] of lists.entries()) {
    const counted = list.rules.map(({ counts }) => (counts ? (series.get(counts.series) ?? null) : null))
    // A list with several rules is told by those that can be.
    const cannot = counted.every((found) => found !== null && found.why !== null) ? counted[0]!.why : null
    rows.push({ list: list.id, no, why: cannot })
    const mayHaveRows = counted.some((found) => found === null || (found.why === null && found.hasRows))
    if (mayHaveRows) toRun.push({ list, no })
  }
  await insertRows(build, 'work_list', { list: 'text', no: 'smallint', why: 'text' }, rows)
  const steps = stepsFor(toRun.map(({ list }) => list.sql))
  for (const { sql } of steps) await build.run(sql)
  for (const { list, no } of toRun) await runList(build, list, no)
  for (const { name } of steps.toReversed()) await build.run(`drop table ${name}`)
}

/** Of each series why it is not available, null when it is, and whether any table that it counts from has a row. */
async function seriesIn(
  build: BuildConnection,
): Promise<ReadonlyMap<string, { why: string | null; hasRows: boolean }>> {
  const rows = await build.all<{ series: string; why: string | null; hasRows: boolean }>(
    `select series, case when not available then coalesce(why, 'It is not available') end as why, has_rows as "hasRows"
     from measure_available`,
  )
  return new Map(rows.map(({ series, why, hasRows }) => [series, { why, hasRows }]))
}

async function runList(build: BuildConnection, { id, sql }: ListFile, no: number): Promise<void> {
  try {
    await build.run(
      `insert into work_list_row
       select ${no}, rule, child_key, case_id, team, worker, starts_on, due_on, is_overdue, days_over, detail from (
${sql}
) as found`,
    )
  } catch (error) {
    throw new Error(`The list '${id}' does not run`, { cause: error })
  }
}
