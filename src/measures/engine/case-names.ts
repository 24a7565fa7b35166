import type { BuildConnection } from '../../dataset/index.ts'

/** The columns of the dataset that hold the name of a team or of a worker. */
const NAMES: Readonly<Record<'team' | 'worker', readonly string[]>> = {
  team: ['team'],
  worker: ['worker', 'taskforce_worker', 'manager'],
}

/**
 * Turns the columns `team` and `worker` of an empty `case_row`, and of the tables that the measures read, into ENUMs of
 * every name in the dataset, in the order of their letters: a case then has a number of two bytes for a name, and sorts
 * as the name does. Read back, a name is text as before. Without any name they stay text.
 */
export async function numberNames(build: BuildConnection): Promise<void> {
  const columns = await build.all<{ table: string; column: string }>(
    `select table_name as "table", column_name as "column" from duckdb_columns()
     where database_name = current_database() and schema_name = 'main' and data_type = 'VARCHAR'
     order by 1, 2`,
  )
  for (const [name, named] of Object.entries(NAMES)) {
    const holding = columns.filter(({ column }) => named.includes(column))
    const names = holding
      .map(
        ({ table, column }) => `select distinct ${column} as name from ${table} where ${column} is not null`,
      )
      .join(' union all ')
    // Of a list without a name the engine can make nothing: the column stays text, and blank.
    if (names === '' || (await build.all(`select 1 from (${names}) limit 1`)).length === 0) continue
    const numbered = holding.filter(({ table, column }) => column === name && !isAsArrived(table))
    await build.run(
      `create type ${name}_name as enum (
           select distinct name from (${names}) order by name
       );
       ${numbered.map(({ table }) => `alter table ${table} alter ${name} type ${name}_name;`).join('\n')}`,
    )
  }
}

/** Rows of a template stay as they arrived. */
const isAsArrived = (table: string): boolean => table.startsWith('capture_')

/** Has an empty `case_row` take any name, as text. */
export const takeAnyName = (build: BuildConnection): Promise<void> =>
  build.run('alter table case_row alter team type text; alter table case_row alter worker type text')

/** Whether a statement failed because a measure answers a name that the list does not have. */
export const isUnknownName = (error: unknown): boolean =>
  error instanceof Error &&
  (/Could not convert string .* to (UINT(8|16|32)|ENUM)/.test(error.message) || isUnknownName(error.cause))
