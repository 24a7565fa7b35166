import { earliestNearDay } from '../../intake/index.ts'
import type { Day } from '../../platform/day.ts'
import type { Build } from '../building/build.ts'
import type { Conversion, Origin } from '../building/conversion.ts'
import { CAPTURE_TABLES, type CaptureTable } from './capture-tables.ts'

const rowsOf = ({ table, id, staging, columns, child }: CaptureTable): string => {
  const to = columns.map((column) => column.to).join(', ')
  const from = columns.map((column) => (column.from === child ? 'person.child_key' : `told."${column.from}"`))
  const person = child === null ? '' : `left join person on person.person_id = told."${child}"`
  return `
    insert into ${table} (${id}, ${to}, file, sheet, row_number)
    select 'cap-${table.replaceAll('_', '-')}-' || row_number() over (order by told.rowid), ${from.join(', ')},
        told.file, told.sheet, told.row_number
    from ${staging} as told ${person}
    order by told.rowid`
}

/** A row's own id is there when its key is. */
const originOf = ({ source, template, id, columns, child }: CaptureTable): Origin => ({
  tables: [source],
  columns: {
    ...Object.fromEntries(columns.filter(({ from }) => from !== child).map(({ from, to }) => [to, from])),
    [id]: template.key[0]!,
  },
})

/** A template is a table of its own, so its rows come as they are: with the child's key, and ids of our own. */
export const captureConversion: Conversion = {
  source: 'capture',
  async addSightings(build) {
    for (const [index, { staging, child }] of CAPTURE_TABLES.entries()) {
      if (child === null) continue
      await build.run(
        `insert into sighting (place, seen, person_id, file, sheet, row_number)
         select ${index}, rowid, "${child}", file, sheet, row_number from ${staging} where "${child}" is not null`,
      )
    }
  },
  async convert(build) {
    for (const table of CAPTURE_TABLES) await build.run(rowsOf(table))
  },
  origins: {
    person: {
      tables: CAPTURE_TABLES.filter(({ child }) => child !== null).map(({ source }) => source),
      columns: { person_id: 'child_id' },
    },
    ...Object.fromEntries(CAPTURE_TABLES.map((table) => [table.table, originOf(table)])),
  },
  childIdField: (source) => CAPTURE_TABLES.find((table) => table.source === source)?.child ?? null,
  clockDays: [
    ['capture/conferences', 'report_shared_on'],
    ['capture/core-groups', 'plan_started_on'],
    ['capture/core-groups', 'held_on'],
    ['capture/need-plan-reviews', 'plan_started_on'],
    ['capture/need-plan-reviews', 'held_on'],
    ['capture/supervision', 'due_on'],
    ['capture/supervision', 'held_on'],
    ['capture/management-oversight', 'assessment_started_on'],
    ['capture/management-oversight', 'reviewed_on'],
    ['capture/audit-actions', 'raised_on'],
    ['capture/audit-actions', 'closed_on'],
  ],
  windowOf,
  tableWindows,
}

/** Days on which something happened that a template is there to tell, by table. */
const HAPPENED: readonly (readonly [table: string, day: string])[] = [
  ['contact_decisions', 'cast(received_at as date)'],
  ['conference_attendance', 'held_on'],
  ['core_groups', 'due_on'],
  ['need_plan_reviews', 'held_on'],
  ['supervisions', 'due_on'],
  ['case_supervisions', 'held_on'],
  ['management_oversight', 'due_on'],
  ['missing_notifications', 'cast(reported_at as date)'],
  ['return_interviews', 'cast(returned_at as date)'],
  ['caseload_allocation', 'month_end_on'],
  ['posts', 'to_on'],
  ['absences', 'to_on'],
  ['audits', 'due_on'],
  ['audit_actions', 'raised_on'],
  ['adoption_panel_items', 'panel_on'],
  ['care_path', 'month_end_on'],
  ['budget_months', `cast(month || '-01' as date)`],
  ['unit_costs', 'from_on'],
  ['taskforce_cases', 'frozen_on'],
]

/** A template promises nothing but its rows: each speaks from the first of its own on, but not from one that is mistyped. */
async function tableWindows(build: Build): Promise<ReadonlyMap<string, Day>> {
  const days = HAPPENED.map(
    ([table, day]) =>
      `select '${table}' as name, ${day} as day, count(*) as count from ${table} where ${day} is not null group by 2`,
  )
  const rows = await build.all<{ name: string; day: Day; count: number }>(days.join(' union all '))
  return new Map(
    [...Map.groupBy(rows, ({ name }) => name)].map(([name, ofTable]) => [
      name,
      earliestNearDay(new Map(ofTable.map(({ day, count }) => [day, count])))!,
    ]),
  )
}

async function windowOf(build: Build, asAt: Day): Promise<Day> {
  const days = [...(await tableWindows(build)).values(), asAt]
  return days.sort()[0]!
}
