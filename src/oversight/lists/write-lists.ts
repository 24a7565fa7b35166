import { sqlFile, type BuildConnection } from '../../dataset/index.ts'
import { functionsSql, stepsFor } from '../../measures/index.ts'
import type { ListFile } from './list-file.ts'
import { LISTS } from './lists.ts'

/**
 * Asks every list of a dataset whose measures are worked out, and keeps the rows. A list whose measures
 * are not available has no row, and says why. Throws, naming the list, when its SQL does not run.
 */
export async function writeWorkLists(
  build: BuildConnection,
  lists: readonly ListFile[] = LISTS,
): Promise<void> {
  await build.run(functionsSql())
  await build.run(sqlFile(import.meta.url, './schema.sql'))
  const steps = stepsFor(lists.map(({ sql }) => sql))
  for (const { sql } of steps) await build.run(sql)
  const missing = await whyMissing(build)
  for (const [index, list] of lists.entries()) {
    const why = list.rules.map(({ counts }) => (counts ? (missing.get(counts.series) ?? null) : null))
    // A list with several rules is told by those that can be.
    const cannot = why.every((reason) => reason !== null) ? why[0]! : null
    await build.run('insert into work_list values ($list, $no, $cannot)', {
      list: list.id,
      no: index,
      cannot,
    })
    if (cannot === null) await runList(build, list, index)
  }
  for (const { name } of steps.toReversed()) await build.run(`drop table ${name}`)
}

/** Why a series is not available, of those that are not. */
async function whyMissing(build: BuildConnection): Promise<ReadonlyMap<string, string>> {
  const rows = await build.all<{ series: string; why: string }>(
    `select series, coalesce(why, 'It is not available') as why from measure_available where not available`,
  )
  return new Map(rows.map(({ series, why }) => [series, why]))
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
