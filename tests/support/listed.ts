import { MEASURES } from '../../src/measures/catalogue/catalogue.ts'
import { writeMeasureCases } from '../../src/measures/engine/measure-cases.ts'
import { writeWorkLists } from '../../src/oversight/index.ts'
import { listOfId } from '../../src/oversight/lists/lists.ts'
import type { Day } from '../../src/platform/day.ts'
import { buildTestDataset } from './dataset.ts'

/**
 * The rows of a list in a small world: "one: not seen, overdue, due 2015-01-02, 20 over (never seen)". A child is named by its
 * `person_id`, a row about no child by its case.
 */
export async function listed(world: Parameters<typeof buildTestDataset>[0], id: string): Promise<string[]> {
  const list = listOfId(id)!
  const series = [list.counts, ...list.rules.map(({ counts }) => counts)].flatMap(
    (counts) => counts?.series ?? [],
  )
  const build = await buildTestDataset(world)
  // Longer and further above the cap are series of the same measures.
  await writeMeasureCases(
    build,
    MEASURES.filter((measure) =>
      series.some((name) => measure.series.some(({ definition }) => definition.id === name)),
    ),
  )
  await writeWorkLists(build, [list])
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
