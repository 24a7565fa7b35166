import { sqlFile, type BuildConnection } from '../build.ts'
import type { CheckFile } from './check-file.ts'
import { CHECKS } from './checks.ts'
import { writeRepaired } from './write-repaired.ts'
import { MERGED } from '../precedence.ts'

/**
 * Looks for faults in the rows of a dataset whose tables and `source_field` are filled. Child-level. A check whose
 * fields no source carries is not run: that there is no row of it in `quality_check` says so.
 */
export async function writeQuality(
  build: BuildConnection,
  checks: readonly CheckFile[] = CHECKS,
): Promise<void> {
  await build.run(sqlFile(import.meta.url, './schema.sql'))
  for (const [table, { id }] of Object.entries(MERGED))
    if (id !== null) await build.run('insert into row_id values ($table, $id)', { table, id })
  const carried = await carriedFields(build)
  for (const check of checks) {
    const { needs, anyOf } = check
    const runs = needs.every((field) => carried.has(field)) && isAnyOf(anyOf, carried)
    if (runs) await runCheck(build, check)
  }
  await writeRepaired(build, checks)
}

const isAnyOf = (fields: readonly string[], carried: ReadonlySet<string>): boolean =>
  fields.length === 0 || fields.some((field) => carried.has(field))

async function carriedFields(build: BuildConnection): Promise<ReadonlySet<string>> {
  const rows = await build.all<{ field: string }>(
    `select table_name || '.' || column_name as field from source_field where present`,
  )
  return new Set(rows.map(({ field }) => field))
}

async function runCheck(build: BuildConnection, check: CheckFile): Promise<void> {
  const { id, needs, anyOf, severity, doubt, sql } = check
  try {
    await build.run(
      `insert into quality_case
       select $check, table_name, child_key, case_id, on_date, what, file, sheet, row_number from (
${sql}
) as found
       order by child_key, on_date, table_name, case_id`,
      { check: id },
    )
  } catch (error) {
    throw new Error(`The check '${id}' does not run`, { cause: error })
  }
  const table = [...needs, ...anyOf][0]!.split('.')[0]!
  // A row for each table with a fault; when there is none, one all the same, which says that it was looked for.
  await build.run(
    `insert into quality_check
     select $check, coalesce(found.table_name, $table), $severity, $doubt, count(found.table_name)
     from (select 1 as one) as always
     left join (select table_name from quality_case where check_id = $check) as found on true
     group by found.table_name
     order by found.table_name`,
    { check: id, severity, doubt, table },
  )
}
