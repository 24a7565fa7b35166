import type { Day } from '../platform/day.ts'
import { rowsIn } from './rows.ts'
import { holds } from './snapshots/held-table.ts'
import type { SealedSnapshot } from './snapshots/sealed.ts'

/** The tables in which a snapshot speaks of itself. None holds a row about a child. */
interface FactTables {
  extract: { source: string; as_at: Day; window_from: Day | null }
  source_field: {
    table_name: string
    column_name: string
    present: boolean
    row_count: number
    filled_count: number
  }
  table_source: { table_name: string; place: number; source: string; as_at: Day; window_from: Day | null }
  table_merge: { table_name: string; source: string; matched: number; added: number; left_out: number }
  field_merge: {
    table_name: string
    column_name: string
    source: string
    filled: number
    differing: number
  }
}

/** What a snapshot says of itself: where its tables come from and how full they are. Empty where it is too old to say. */
export const factsIn = async <Table extends keyof FactTables>(
  snapshot: SealedSnapshot,
  table: Table,
): Promise<FactTables[Table][]> =>
  (await holds(rowsIn(snapshot), table)) ? await rowsIn(snapshot).all(`select * from ${table}`) : []

/** The tables that name the team of a piece of work, or of whoever does it. */
const TEAM_TABLES = ['team_places', 'allocation', 'case_row'] as const

/** The names of the teams in a snapshot, in no order. Names no child. */
export async function teamNamesIn(snapshot: SealedSnapshot): Promise<string[]> {
  const names = new Set<string>()
  for (const table of TEAM_TABLES) {
    if (!(await holds(rowsIn(snapshot), table))) continue
    const rows = await rowsIn(snapshot).all<{ team: string }>(
      `select distinct team from ${table} where team is not null`,
    )
    for (const { team } of rows) names.add(team)
  }
  return [...names]
}
