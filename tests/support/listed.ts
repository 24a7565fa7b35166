import { MEASURES } from '../../src/measures/catalogue/catalogue.ts'
import { writeMeasureCases } from '../../src/measures/engine/measure-cases.ts'
import { writeWorkLists } from '../../src/oversight/index.ts'
import { listOfId } from '../../src/oversight/lists/lists.ts'
import type { Day } from '../../src/platform/day.ts'
import { buildTestDataset } from './dataset.ts'

/** A child whose work ended long ago, so that a source has the day on which each kind of it ends. */
const ENDED: Readonly<Record<string, string>> = {
  cin_episodes: `(episode_id, child_key, referral_date, close_date) values ('long ago', 999, '2010-01-04', '2010-06-01')`,
  cin_assessments: `(assessment_id, child_key, start_date, auth_date, child_seen, outcome_nfa) values ('long ago', 999, '2010-01-05', '2010-02-01', true, true)`,
  cin_plans: `(cin_plan_id, child_key, start_date, end_date) values ('long ago', 999, '2010-02-02', '2010-05-01')`,
  s47_enquiry: `(s47_enquiry_id, child_key, start_date, end_date, icpc_unnecessary) values ('long ago', 999, '2010-01-05', '2010-01-12', true)`,
  cp_plans: `(cp_plan_id, child_key, start_date, end_date, previous_plans) values ('long ago', 999, '2010-02-02', '2010-05-01', 0)`,
  cp_reviews: `(child_key, cp_plan_id, review_date, quorate) values (999, 'long ago', '2010-04-01', true)`,
  cp_visits: `(child_key, cp_plan_id, visit_date, seen) values (999, 'long ago', '2010-04-01', true)`,
  cla_periods: `(cla_id, child_key, start_date, end_date, uasc) values ('long ago', 999, '2010-02-02', '2010-05-01', false)`,
  legal_status: `(child_key, cla_id, legal_status, start_date, end_date) values (999, 'long ago', 'C2', '2010-02-02', '2010-05-01')`,
  allocation: `(child_key, worker, from_date, to_date) values (999, 'SW-0', '2010-01-04', '2010-06-01')`,
}

const withEnded = (insert: string): string =>
  [
    insert,
    `insert into person (child_key, person_id, dob) values (999, 'long ago', '2000-01-01')`,
    ...Object.entries(ENDED).flatMap(([table, row]) =>
      insert.includes(`insert into ${table} `) ? [`insert into ${table} ${row}`] : [],
    ),
  ]
    .map((statement) => statement.trim().replace(/;$/, ''))
    .join(';\n')

/**
 * The rows of a list in a small world: "one: not seen, overdue, due 2015-01-02, 20 over (never seen)". A child is named by its
 * `person_id`, a row about no child by its case.
 */
export async function listed(world: Parameters<typeof buildTestDataset>[0], id: string): Promise<string[]> {
  const list = listOfId(id)!
  const series = [list.counts, ...list.rules.map(({ counts }) => counts)].flatMap(
    (counts) => counts?.series ?? [],
  )
  const build = await buildTestDataset({ ...world, insert: withEnded(world.insert) })
  // Longer and further above the cap are series of the same measures.
  await writeMeasureCases(
    build,
    MEASURES.filter((measure) =>
      series.some((name) => measure.series.some(({ definition }) => definition.id === name)),
    ),
  )
  await writeWorkLists(build, [list])
  const missing = await build.all<{ series: string; why: string }>(
    `select series, why from measure_available
     where not available and series in (${['', ...series].map((name) => `'${name}'`).join(', ')})`,
  )
  if (missing.length > 0)
    throw new Error(
      `The world leaves out ${missing.map(({ series: id, why }) => `${id}: ${why}`).join('; ')}`,
    )
  const rows = await build.all<{
    who: string
    rule: string
    starts_on: Day | null
    due_on: Day | null
    is_overdue: boolean
    days_over: number | null
    detail: string | null
  }>(
    `select coalesce(p.person_id, w.case_id) as who, w.rule, w.starts_on, w.due_on, w.is_overdue, w.days_over, w.detail
     from work_list_row w left join person p on p.child_key = w.child_key order by who, w.rule, w.due_on`,
  )
  return rows.map((row) =>
    [
      `${row.who}: ${row.rule}`,
      row.is_overdue ? 'overdue' : 'due',
      row.starts_on && `from ${row.starts_on}`,
      row.due_on && `by ${row.due_on}`,
      row.days_over !== null && `${row.days_over} over`,
      row.detail && `(${row.detail})`,
    ]
      .filter(Boolean)
      .join(', '),
  )
}
