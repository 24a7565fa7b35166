import { type BuildConnection, MERGED } from '../dataset/index.ts'
import type { Addition, CheckFile, Repair } from './check-file.ts'

/** The schema of the corrected rows while a snapshot is built. `harm.ts` works the measures out on it, and drops it. */
const REPAIRED = 'repaired'

/** Tables with children that are not of the dataset. */
const ABOUT_ITSELF = ['quality_case', 'reconciliation_child']

/**
 * Puts every row of the children concerned, with the faults put right as each check says, in a schema of its own: the
 * measures worked out on it show which cases a fault leaves out. `fault` says what was put right. Nothing when there
 * is nothing to put right.
 */
export async function writeRepaired(build: BuildConnection, checks: readonly CheckFile[]): Promise<void> {
  const repairs = checks.flatMap(({ id, repairs }) => repairs.map((repair) => ({ check: id, ...repair })))
  const additions = checks.flatMap(({ id, adds }) => (adds ? [{ check: id, ...adds }] : []))
  const among = (name: string, values: readonly string[]) =>
    values.length === 0 ? 'false' : `${name} in (${values.map((value) => `'${value}'`).join(', ')})`
  await build.run(
    `create temporary table to_repair as
     select distinct q.check_id, q.table_name, q.child_key, q.case_id
     from quality_case q
     where q.case_id is not null and (
         ${among(
           "q.check_id || ' ' || q.table_name",
           repairs.map(({ check, table }) => `${check} ${table}`),
         )}
         or ${among(
           'q.check_id',
           additions.map(({ check }) => check),
         )})`,
  )
  const [found] = await build.all<{ faults: number }>('select count(*) as faults from to_repair')
  if (found!.faults > 0) {
    await copyChildren(build)
    for (const repair of repairs) await putRight(build, repair)
    for (const addition of additions) await addMissing(build, addition)
  }
  await build.run('drop table to_repair')
}

async function putRight(
  build: BuildConnection,
  { check, table, set }: Repair & { check: string },
): Promise<void> {
  await build.run(
    `update ${REPAIRED}.${table} set ${set}
     where ${MERGED[table]!.id} in (select case_id from to_repair where check_id = $check and table_name = $table)`,
    { check, table },
  )
}

async function addMissing(
  build: BuildConnection,
  { check, table, values }: Addition & { check: string },
): Promise<void> {
  await build.run(
    `insert into ${REPAIRED}.${table} (child_key, ${values.map(([column]) => column).join(', ')})
     select q.child_key, ${values.map(([, expression]) => expression).join(', ')}
     from quality_case q
     where q.check_id = $check`,
    { check },
  )
}

async function copyChildren(build: BuildConnection): Promise<void> {
  const tables = await build.all<{ table_name: string }>(
    `select table_name from duckdb_columns()
     where database_name = current_database() and schema_name = 'main' and column_name = 'child_key'`,
  )
  await build.run(`create schema ${REPAIRED}`)
  for (const { table_name: table } of tables) {
    if (ABOUT_ITSELF.includes(table)) continue
    await build.run(
      `create table ${REPAIRED}.${table} as
       from main.${table} where child_key in (select child_key from to_repair) order by rowid`,
    )
  }
  await build.run(`create table ${REPAIRED}.fault as from to_repair`)
}
