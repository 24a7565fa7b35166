import type { Pass, Person } from '../../access/index.ts'
import { holds, type Cell, type SealedSnapshot } from '../../dataset/index.ts'
import type { Month } from '../../platform/day.ts'
import { NotFound } from '../../platform/errors.ts'
import { seriesNumber } from './availability-read.ts'
import { joinsOf, listParameters, splitSql } from './case-filter.ts'
import { seriesOf } from '../catalogue/catalogue.ts'
import { childRef } from './child-ref.ts'
import type { CaseFilter, CaseRow, SeriesDefinition, Split } from './figure.ts'
import { monthNumber, monthOfNumber } from './month-number.ts'

/** Which rows of `case_row c` with `person p` a person may see: a condition in SQL and its parameters. */
interface Within {
  sql: string
  parameters: Record<string, Cell>
}

/** Deny by default: a scope that names nobody sees nobody. */
export function withinScope({ scope }: Person): Within {
  const nobody = { sql: 'false', parameters: {} }
  const among = (column: string, values: readonly string[]): Within => {
    if (values.length === 0) return nobody
    const { text, parameters } = listParameters('scope', values)
    return { sql: `${column} in (${text})`, parameters }
  }
  switch (scope.kind) {
    case 'everything':
      return { sql: 'true', parameters: {} }
    case 'service':
    case 'team':
      return among('c.team', scope.teams)
    case 'own':
      return among('c.worker', [scope.worker])
    case 'chaired':
    case 'drawn':
      return among('p.person_id', scope.children)
    default:
      return nobody
  }
}

/**
 * The cases behind a figure, of those that the person's scope lets them see; the figure itself counts all. Unmet first
 * where there is a choice, then by day. Log the read (`recordRead`) before answering them. Child-level.
 * Throws NotFound for an unknown id; none when the series is not available.
 */
export async function casesBehind(
  snapshot: SealedSnapshot,
  pass: Pass<'cases:read'>,
  id: string,
  filter: CaseFilter,
): Promise<CaseRow[]> {
  return readCases(snapshot, id, filter, withinScope(pass.person))
}

/** Every case behind a figure, whoever asks: for proving that a list is as long as its figure says. */
export const allCases = (snapshot: SealedSnapshot, id: string, filter: CaseFilter): Promise<CaseRow[]> =>
  readCases(snapshot, id, filter, { sql: 'true', parameters: {} })

/** One case of a series in any month, with the value of each split that it is listed under. */
export type CaseOfSeries = Pick<CaseRow, 'met' | 'value'> &
  Partial<Record<Split, string>> & { month: Month; held_by: string | null }

/** Every case of a series: what all its lists hold, read at once, by the same splits. */
export async function allCasesOf(
  snapshot: SealedSnapshot,
  { id, splits }: Pick<SeriesDefinition, 'id' | 'splits'>,
): Promise<CaseOfSeries[]> {
  const no = await seriesNumber(snapshot, id)
  if (no === null) return []
  const rows = await snapshot.all<CaseOfSeries & { month_no: number }>(
    `select c.month_no, c.met, c.value, c.worker as held_by
         ${splits.map((by) => `, ${splitSql(by).value} as ${by}`).join('')}
     from case_row c
     ${joinsOf(splits)}
     where c.series_no = $no`,
    { no },
  )
  return rows.map(({ month_no, ...row }) => ({ ...row, month: monthOfNumber(month_no) }))
}

async function readCases(
  snapshot: SealedSnapshot,
  id: string,
  { period, split, met = 'all' }: CaseFilter,
  within: Within,
): Promise<CaseRow[]> {
  const series = seriesOf(id)
  if (!series) throw new NotFound(`There is no measure ${id}`)
  const no = await seriesNumber(snapshot, series.id)
  if (no === null) return []
  const rows = await snapshot.all<Omit<CaseRow, 'ref'> & { child_key: number }>(
    `select p.person_id as child_id, c.case_id, c.on_date, c.team, c.worker, c.met, c.value, c.detail, c.child_key
     from case_row c
     left join person p on p.child_key = c.child_key
     ${split ? splitSql(split.by).join : ''}
     where c.series_no = $no and c.month_no = $month
         ${split ? `and ${splitSql(split.by).value} = $split` : ''}
         ${met === 'all' ? '' : `and ${met === 'yes' ? '' : 'not '}c.met`}
         and ${within.sql}
     order by c.met, c.on_date, c.child_key, c.case_id`,
    { no, month: monthNumber(period), ...(split && { split: split.value }), ...within.parameters },
  )
  return rows.map(({ child_key, ...row }) => ({
    ...row,
    ref: row.child_id === null ? null : childRef(snapshot, child_key),
  }))
}

/** The children of a list, each once: what the access log is told. */
export const childrenOf = (rows: readonly CaseRow[]): string[] => [
  ...new Set(rows.flatMap(({ child_id }) => (child_id === null ? [] : [child_id]))),
]

/**
 * Whether a child is one that the person may open: of a case of theirs in any measure, or held by them now. The two
 * answers of "no" (no such child, not theirs) are one: the page is not found.
 */
export async function childInScope(
  snapshot: SealedSnapshot,
  pass: Pass<'cases:read'>,
  personId: string,
): Promise<boolean> {
  const within = withinScope(pass.person)
  const cases = (await holds(snapshot, 'case_row'))
    ? 'select child_key, team, worker from case_row union'
    : ''
  const [found] = await snapshot.all(
    `select p.child_key
     from person p
     left join (
         ${cases} select child_key, team, worker from allocation
     ) c on c.child_key = p.child_key
     where p.person_id = $personId and ${within.sql}
     limit 1`,
    { personId, ...within.parameters },
  )
  return found !== undefined
}
