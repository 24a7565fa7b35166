import { beforeAll, expect, test } from 'vitest'
import { MEASURES } from '../src/measures/catalogue/catalogue.ts'
import type { MeasureFile } from '../src/measures/catalogue/measure-file.ts'
import { stepsFor } from '../src/measures/catalogue/steps.ts'
import { writeMeasureCases } from '../src/measures/engine/measure-cases.ts'
import type { ParallelBuild } from '../src/dataset/index.ts'
import { buildTestDataset } from './support/dataset.ts'
import { measureWorld } from './support/measure-world.ts'
import { isFullProof } from './support/prove.ts'

/**
 * Over every measure: a table of the files is taken away, or its ids are those of nobody else. What needs it then says
 * that it is not available, or has no case: it is never 0, and never all or nothing, as if somebody had counted.
 */

interface Tally {
  why: string | null
  cases: number
  met: number
}

interface Scenario {
  name: string
  table: string
  column: string | null
  sql: string
}

const made = measureWorld(60)
const WORLD = {
  ...made,
  source: 'ssd',
  insert: `${made.insert} update allocation set from_date = date '2013-03-01';
    insert into contact_outcomes (contact_id, child_key, outcome)
      select contact_id, child_key, case when rowid % 3 = 0 then 'referral' when rowid % 3 = 1 then 'advice' else 'nfa' end
      from contacts where rowid % 5 > 0;`,
}

/** Scenarios of every kind that was found; the others are run in the full proof. */
const IN_TESTS = [
  'cp_visits.child_key',
  'cp_reviews.cp_plan_id',
  'cla_health.child_key',
  'initial_cp_conference.s47_enquiry_id',
  'absences.worker',
  'allocation.worker',
  'contact_outcomes.contact_id',
  'referrals.child_key',
  'cin_visits absent',
  'cin_episodes absent',
]

let base: ReadonlyMap<string, Tally>
let scenarios: Scenario[]
beforeAll(async () => {
  const build = await buildTestDataset(WORLD)
  await writeMeasureCases(build)
  base = await tallies(build)
  scenarios = await scenariosOf(build)
})

async function tallies(build: ParallelBuild): Promise<ReadonlyMap<string, Tally>> {
  const rows = await build.all<Tally & { series: string }>(
    `select a.series, a.why, cast(count(c.series_no) as integer) as cases, cast(count(*) filter (c.met) as integer) as met
     from measure_available a left join case_row c on c.series_no = a.series_no group by a.series, a.why`,
  )
  return new Map(rows.map(({ series, ...tally }) => [series, tally]))
}

async function scenariosOf(build: ParallelBuild): Promise<Scenario[]> {
  const columns = await build.all<{ table: string; column: string }>(
    `select distinct table_name as "table", column_name as "column" from source_field
     where row_count > 0 and table_name <> 'person' order by 1, 2`,
  )
  const absent = [...new Set(columns.map(({ table }) => table))].map((table) => ({
    name: `${table} absent`,
    table,
    column: null,
    sql: `alter table ${table} rename to before; create table ${table} as select * from before limit 0; drop table before;
      update source_field set present = false, row_count = 0, filled_count = 0 where table_name = '${table}'`,
  }))
  const unmatched = columns
    .filter(({ column }) => column === 'child_key' || column === 'worker' || column.endsWith('_id'))
    .map(({ table, column }) => ({
      name: `${table}.${column}`,
      table,
      column,
      sql:
        column === 'child_key'
          ? `insert into person (child_key, person_id, dob)
               select distinct child_key + 100000, 'Z' || child_key, date '2005-01-01' from ${table} where child_key is not null;
             update ${table} set child_key = child_key + 100000`
          : `update ${table} set ${column} = 'of nobody ' || ${column}`,
    }))
  return [...absent, ...unmatched]
}

const textOf = ({ sql }: MeasureFile): string =>
  [sql, ...stepsFor([sql]).map((step) => step.sql)].join('\n').replaceAll(/--.*$/gm, '')
const TEXTS = new Map(MEASURES.map((measure) => [measure, textOf(measure)]))
const reads = (text: string, word: string): boolean => new RegExp(`\\b${word}\\b`).test(text)

/** The series that answer all or nothing where they did not before, and say nothing of it. */
async function answeredIn({ name, table, column, sql }: Scenario): Promise<string[]> {
  const measures = MEASURES.filter((measure) => {
    const text = TEXTS.get(measure)!
    return reads(text, table) && (column === null || reads(text, column) || text.includes('*'))
  })
  if (measures.length === 0) return []
  const build = await buildTestDataset(WORLD)
  await build.run(sql)
  await writeMeasureCases(build, measures)
  const kinds = new Map(
    measures.flatMap(({ series }) => series.map(({ definition }) => [definition.id, definition.kind])),
  )
  return [...(await tallies(build))].flatMap(([series, now]) => {
    const was = base.get(series)!
    if (was.why !== null || now.why !== null || was.cases === 0) return []
    if (now.cases === was.cases && now.met === was.met) return []
    const isCounted = ['count', 'total', 'difference'].includes(kinds.get(series)!)
    const isNothing = now.cases === 0 ? isCounted : now.met === 0 && was.met > 0
    const isAll = now.cases > 0 && now.met === now.cases && was.met < was.cases
    const found = `${name}: ${series} ${was.met} of ${was.cases} became ${now.met} of ${now.cases}`
    return isNothing || isAll ? [found] : []
  })
}

test(
  'no measure takes an empty or unmatched side of what it joins for a count of 0',
  { timeout: isFullProof ? 1_200_000 : 60_000 },
  async () => {
    const found: string[] = []
    for (const scenario of scenarios.filter(({ name }) => isFullProof || IN_TESTS.includes(name)))
      found.push(...(await answeredIn(scenario)))
    expect(found).toEqual([])
  },
)

test('a series whose tables have no id in common says so', async () => {
  const build = await buildTestDataset(WORLD)
  await build.run(scenarios.find(({ name }) => name === 'cp_visits.child_key')!.sql)
  await writeMeasureCases(
    build,
    MEASURES.filter(({ id }) => id === 'cp-visits-timely'),
  )
  expect((await tallies(build)).get('cp-visits-timely.seen')).toEqual({
    why: 'Not available: the visits to children on a plan and the child protection plans as loaded have no child in common, so their ids do not match',
    cases: 0,
    met: 0,
  })
})
