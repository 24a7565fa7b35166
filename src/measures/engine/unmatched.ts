import type { BuildConnection } from '../../dataset/index.ts'
import type { MeasureSeries } from '../catalogue/measure-file.ts'

/** Why a series cannot be worked out though its tables have rows: what they say of each other does not fit. Null: it can. */
export type Unmatched = (tables: ReadonlySet<string>, fields: ReadonlySet<string>) => string | null

/** Rows of the first table are about something in a row of the second: where none is, the ids were written in two ways. */
const PARTS: readonly (readonly [table: string, whole: string, column: string])[] = [
  ['cp_visits', 'cp_plans', 'child_key'],
  ['cp_reviews', 'cp_plans', 'child_key'],
  ['cp_visits', 'cp_plans', 'cp_plan_id'],
  ['cp_reviews', 'cp_plans', 'cp_plan_id'],
  ['core_groups', 'cp_plans', 'child_key'],
  ['need_plan_reviews', 'cin_plans', 'child_key'],
  ['cla_visits', 'cla_periods', 'child_key'],
  ['cla_reviews', 'cla_periods', 'child_key'],
  ['cla_placement', 'cla_periods', 'child_key'],
  ['cla_health', 'cla_periods', 'child_key'],
  ['sdq_scores', 'cla_periods', 'child_key'],
  ['legal_status', 'cla_periods', 'child_key'],
  ['cin_visits', 'cin_episodes', 'child_key'],
  ['cin_assessments', 'cin_episodes', 'child_key'],
  ['contact_outcomes', 'contacts', 'contact_id'],
  ['initial_cp_conference', 's47_enquiry', 's47_enquiry_id'],
  ['missing_interviews', 'missing_episodes', 'episode_id'],
  ['supervisions', 'caseload_allocation', 'worker'],
  ['absences', 'posts', 'worker'],
  ['allocation', 'professionals', 'worker'],
]
/** Of fewer the one may well have none of the other. */
const MIN_OF_PART = 3
/** Two tables that are each about some of the children, such as early help and care: of fewer none may be in both. */
const MIN_OF_EACH = 10

/** Words of a council's own, of which a measure looks for some. */
const WORDS: readonly { field: string; asks: 'field' | 'table'; words: readonly string[]; none: string }[] = [
  {
    field: 'posts.role',
    asks: 'table',
    words: [
      'social work',
      'practitioner',
      'reviewing officer',
      'conference chair',
      'manager',
      'head of',
      'director',
    ],
    none: 'no role of a post is one of social work',
  },
  {
    field: 'professionals.job_title',
    asks: 'field',
    words: ['manager'],
    none: 'no job title is a manager’s',
  },
]

/** What each table has rows of, for a sentence. */
const CALLED: Readonly<Record<string, string>> = {
  absences: 'absences',
  allocation: 'children’s own workers',
  caseload_allocation: 'caseloads',
  case_supervisions: 'case supervisions',
  cin_assessments: 'assessments',
  cin_episodes: 'episodes of need',
  cin_plans: 'child in need plans',
  cin_visits: 'visits to children in need',
  cla_health: 'health checks',
  cla_periods: 'periods of care',
  cla_placement: 'placements',
  cla_reviews: 'reviews of looked-after children',
  cla_visits: 'visits to looked-after children',
  contact_decisions: 'decisions on contacts',
  contact_outcomes: 'outcomes of contacts',
  cp_plans: 'child protection plans',
  cp_reviews: 'reviews of child protection plans',
  cp_visits: 'visits to children on a plan',
  early_help_episodes: 'episodes of early help',
  initial_cp_conference: 'initial conferences',
  legal_status: 'legal statuses',
  missing_episodes: 'missing episodes',
  missing_interviews: 'return interviews of the case system',
  s47_enquiry: 'section 47 enquiries',
  sdq_scores: 'questionnaires',
}
const called = (table: string): string => CALLED[table] ?? table.replaceAll('_', ' ')

const BY: Readonly<Record<string, string>> = { child_key: 'child', worker: 'worker' }

/**
 * Looks once for all series at whether tables that they need together have anything in common. A series of two tables
 * whose ids do not meet would be 0 without anybody having counted.
 */
export async function findUnmatched(
  build: BuildConnection,
  all: readonly MeasureSeries[],
): Promise<Unmatched> {
  const columns = await columnsWithRows(build)
  const pairs = new Map<string, { tables: readonly [string, string]; why: string }>()
  for (const { needs } of all) {
    const tables = [...new Set(needs.map(({ table }) => table))]
    for (const [index, first] of tables.entries())
      for (const second of tables.slice(index + 1)) {
        const key = `${first} ${second}`
        if (pairs.has(key) || pairs.has(`${second} ${first}`)) continue
        const why = await whyUnmatched(build, columns, first, second)
        pairs.set(key, { tables: [first, second], why: why ?? '' })
      }
  }
  const words = await unknownWords(build, columns)
  return (tables, fields) =>
    [...pairs.values()].find((pair) => pair.why !== '' && pair.tables.every((table) => tables.has(table)))
      ?.why ??
    words.find(({ field, asks }) => (asks === 'field' ? fields.has(field) : tables.has(tableOf(field))))
      ?.why ??
    null
}

const tableOf = (field: string): string => field.slice(0, field.indexOf('.'))

/** By table with a row, its columns with a value. */
async function columnsWithRows(build: BuildConnection): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const rows = await build.all<{ table: string; column: string }>(
    `select table_name as "table", column_name as "column" from source_field where row_count > 0 and filled_count > 0`,
  )
  const found = new Map<string, Set<string>>()
  for (const { table, column } of rows) found.set(table, (found.get(table) ?? new Set()).add(column))
  return found
}

async function whyUnmatched(
  build: BuildConnection,
  columns: ReadonlyMap<string, ReadonlySet<string>>,
  first: string,
  second: string,
): Promise<string | null> {
  const has = (table: string, column: string) => columns.get(table)?.has(column) === true
  const parts = PARTS.filter(
    ([table, whole]) => (table === first && whole === second) || (table === second && whole === first),
  )
  for (const link of parts) {
    const why = await whyApart(build, has, link, [MIN_OF_PART, 1])
    if (why !== null) return why
  }
  return parts.length > 0
    ? null
    : whyApart(build, has, [first, second, 'child_key'], [MIN_OF_EACH, MIN_OF_EACH])
}

async function whyApart(
  build: BuildConnection,
  has: (table: string, column: string) => boolean,
  [table, whole, column]: (typeof PARTS)[number],
  [minOfTable, minOfWhole]: readonly [number, number],
): Promise<string | null> {
  if (!has(table, column) || !has(whole, column)) return null
  const [found] = await build.all<{ meets: boolean }>(
    `select exists (select 1 from ${table} where ${column} in (select ${column} from ${whole})) as meets`,
  )
  if (found!.meets) return null
  const [many] = await build.all<{ part: number; whole: number }>(
    `select (select count(distinct ${column}) from ${table}) as part, (select count(distinct ${column}) from ${whole}) as whole`,
  )
  if (many!.part < minOfTable || many!.whole < minOfWhole) return null
  return `Not available: the ${called(table)} and the ${called(whole)} as loaded have no ${BY[column] ?? 'id'} in common, so their ids do not match`
}

/** Columns of a council's own words, of which the measures know none. */
async function unknownWords(build: BuildConnection, columns: ReadonlyMap<string, ReadonlySet<string>>) {
  const found: { field: string; asks: 'field' | 'table'; why: string }[] = []
  for (const { field, asks, words, none } of WORDS) {
    const [table, column] = [tableOf(field), field.slice(field.indexOf('.') + 1)]
    if (!columns.get(table)?.has(column)) continue
    const like = words.map((word) => `lower(${column}) like '%${word}%'`).join(' or ')
    const [known] = await build.all<{ some: boolean }>(
      `select exists (select 1 from ${table} where ${like}) as "some"`,
    )
    if (!known!.some) found.push({ field, asks, why: `Not available: as loaded ${none}` })
  }
  return found
}
