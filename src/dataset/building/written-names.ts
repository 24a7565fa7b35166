import type { Problem } from '../../intake/index.ts'
import type { BuildConnection } from './build.ts'
import { ABOUT_ITSELF } from './source-field.ts'
import { quoted } from './written-ids.ts'

/** A way of writing is the house's when more than this share of the rows that name a team or worker have it. */
const HOUSE_SHARE = 0.95
/** Names that a finding tells. */
const NAMED = 10

const KINDS = [
  { columns: ['team'], one: 'team is', many: 'teams are' },
  { columns: ['worker', 'taskforce_worker', 'manager'], one: 'worker is', many: 'workers are' },
] as const

interface NameForms {
  /** The forms of one name, the most frequent first. */
  forms: { name: string; rows: number }[]
}

/**
 * Joins the names of a team or of a worker that differ by case, space and signs that nobody sees alone (clarification C10)
 * in every table of the dataset, where nearly all rows have one form. `joins`: false only tells of them.
 */
export async function joinWrittenNames(build: BuildConnection, joins = true): Promise<Problem[]> {
  const columns = await nameColumns(build)
  const problems: Problem[] = []
  for (const kind of KINDS) {
    const holding = columns.filter(({ column }) => (kind.columns as readonly string[]).includes(column))
    const names = await namesAlike(build, holding)
    const house = joins ? names.filter(hasHouseForm) : []
    await rename(build, holding, house)
    problems.push(
      ...problemsOf(
        kind,
        house,
        names.filter((name) => !house.includes(name)),
      ),
    )
  }
  return problems
}

const nameColumns = (build: BuildConnection): Promise<{ table: string; column: string }[]> =>
  build.all(
    `select table_name as "table", column_name as "column" from duckdb_columns()
     where not internal and database_name = current_database() and schema_name = 'main' and data_type = 'VARCHAR'
       and column_name in (${KINDS.flatMap(({ columns }) => columns)
         .map(quoted)
         .join(', ')})
       and table_name not in (${ABOUT_ITSELF.map(quoted).join(', ')}) and table_name <> 'case_row'
     order by 1, 2`,
  )

/** The names that are one but for how they are written. */
async function namesAlike(
  build: BuildConnection,
  holding: readonly { table: string; column: string }[],
): Promise<NameForms[]> {
  if (holding.length === 0) return []
  const every = holding.map(
    ({ table, column }) =>
      `select ${column} as name, count(*) as rows from ${table} where ${column} is not null group by 1`,
  )
  const found = await build.all<{ name: string; same: string; rows: number }>(
    `with written as (
        select name, cast(sum(rows) as integer) as rows,
            upper(regexp_replace(nfc_normalize(name), '[\\s\\p{Cf}\\p{Cc}\\p{Zs}]+', '', 'g')) as same
        from (${every.join(' union all ')}) group by name
     )
     select name, same, rows from written
     where same in (select same from written group by same having count(*) > 1)
     order by same, rows desc, name`,
  )
  return [...Map.groupBy(found, ({ same }) => same).values()].map((forms) => ({ forms }))
}

function hasHouseForm({ forms }: NameForms): boolean {
  const rows = forms.reduce((sum, form) => sum + form.rows, 0)
  return forms[0]!.rows / rows > HOUSE_SHARE
}

async function rename(
  build: BuildConnection,
  holding: readonly { table: string; column: string }[],
  names: readonly NameForms[],
): Promise<void> {
  const renamed = names.flatMap(({ forms: [house, ...others] }) =>
    others.map(({ name }) => `(${quoted(name)}, ${quoted(house!.name)})`),
  )
  if (renamed.length === 0) return
  await build.run('create or replace temp table house_name (written text, house text)')
  await build.run(`insert into house_name values ${renamed.join(', ')}`)
  for (const { table, column } of holding)
    await build.run(
      `update ${table} set ${column} = h.house from house_name h where ${table}.${column} = h.written`,
    )
  await build.run('drop table house_name')
}

function problemsOf(
  { one, many }: (typeof KINDS)[number],
  joined: readonly NameForms[],
  apart: readonly NameForms[],
): Problem[] {
  const place = { severity: 'warning', file: '', sheet: null, row: null, field: null, value: null } as const
  const are = (count: number) => (count === 1 ? `1 ${one}` : `${count} ${many}`)
  const listed = (names: readonly NameForms[]) => {
    const which = names
      .slice(0, NAMED)
      .map(({ forms }) => forms.map(({ name, rows }) => `'${name}' (${rows})`).join(' and '))
    return `${which.join('; ')}${names.length > NAMED ? `; and ${names.length - NAMED} more` : ''}`
  }
  const problems: Problem[] = []
  if (joined.length > 0)
    problems.push({
      ...place,
      code: 'names-joined',
      message: `${are(joined.length)} written in ways that differ by case and space alone. Each is read as one, by the form that nearly all rows have: ${listed(joined)}`,
    })
  if (apart.length > 0)
    problems.push({
      ...place,
      code: 'names-alike',
      message: `${are(apart.length)} written in ways that differ by case and space alone, and they are counted as different. Write them alike in the case system: ${listed(apart)}`,
    })
  return problems
}
