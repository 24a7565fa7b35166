import { sqlFile, type BuildConnection, MERGED } from '../dataset/index.ts'
import type { CheckFile } from './check-file.ts'
import { CHECKS } from './checks.ts'
import { writeRepaired } from './write-repaired.ts'

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
  const run = checks.filter(
    ({ needs, anyOf }) => needs.every((field) => carried.has(field)) && isAnyOf(anyOf, carried),
  )
  for (const check of run) await runCheck(build, check)
  await countCases(build, run)
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

async function runCheck(build: BuildConnection, { id, sql }: CheckFile): Promise<void> {
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
}

/** A row for each table with a fault; when there is none, one all the same, which says that it was looked for. */
async function countCases(build: BuildConnection, run: readonly CheckFile[]): Promise<void> {
  if (run.length === 0) return
  const names = ['check', 'severity', 'doubt', 'table'] as const
  const rows = run.map(({ id, severity, doubt, needs, anyOf }) => ({
    check: id,
    severity,
    doubt,
    table: [...needs, ...anyOf][0]!.split('.')[0]!,
  }))
  await build.run(
    `insert into quality_check
     select r.check_id, coalesce(q.table_name, r.table_name), r.severity, r.doubt, count(q.table_name)
     from (values ${rows.map((_, index) => `(${names.map((name) => `$${name}${index}`).join(', ')})`).join(', ')})
         as r (check_id, severity, doubt, table_name)
     left join quality_case q on q.check_id = r.check_id
     group by r.check_id, coalesce(q.table_name, r.table_name), r.severity, r.doubt
     order by 1, 2`,
    Object.fromEntries(rows.flatMap((row, index) => names.map((name) => [`${name}${index}`, row[name]]))),
  )
}
