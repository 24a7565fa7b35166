import type { SealedSnapshot } from '../../dataset/index.ts'
import { holds } from '../../dataset/index.ts'
import { rowsIn } from '../../dataset/rows.ts'
import type { CountedCases, ListFile } from './list-file.ts'
import { LISTS } from './lists.ts'

/** What a list and the measure that counts the same say of one snapshot. */
interface Compared {
  /** "visits to children in need, not seen in time" */
  what: string
  listed: number
  counted: number
  /** Cases that one has and the other has not, or in another team. */
  apart: number
}

/**
 * Compares every list, and each of its rules, with the measure that counts the same: case by case, in the same team, at the
 * day of the figures. Empty of a snapshot that was sealed before there were lists.
 */
export async function compareLists(snapshot: SealedSnapshot): Promise<Compared[]> {
  if (!(await holds(rowsIn(snapshot), 'work_list'))) return []
  const told = await rowsIn(snapshot).all<{ list: string }>('select list from work_list where why is null')
  const known = new Set(told.map(({ list }) => list))
  const compared: Compared[] = []
  for (const list of LISTS.filter(({ id }) => known.has(id)))
    for (const [rule, counts] of countedParts(list))
      compared.push(await compare(snapshot, list, rule, counts))
  return compared
}

/** The list as a whole (no rule), and each rule that has a measure of its own. */
const countedParts = (list: ListFile): [string | null, CountedCases][] => [
  ...(list.counts ? [[null, list.counts] as [null, CountedCases]] : []),
  ...list.rules.flatMap(({ id, counts }): [string, CountedCases][] => (counts ? [[id, counts]] : [])),
]

async function compare(
  snapshot: SealedSnapshot,
  list: ListFile,
  rule: string | null,
  { series, side }: CountedCases,
): Promise<Compared> {
  const [row] = await rowsIn(snapshot).all<{ listed: number; counted: number; apart: number }>(
    `with listed as (
         select distinct coalesce(w.team, '') as team, w.child_key, w.case_id
         from work_list_row w
         join work_list l on l.list_no = w.list_no
         where l.list = $list ${list.countsDue ? '' : 'and w.is_overdue'} ${rule === null ? '' : 'and w.rule = $rule'}
     ),
     counted as (
         select coalesce(cast(c.team as text), '') as team, c.child_key, c.case_id
         from case_row c
         join measure_available a on a.series_no = c.series_no
         cross join extract x
         where a.series = $series and c.month_no = year(x.as_at) * 12 + month(x.as_at)
             ${side === 'all' ? '' : `and ${side === 'met' ? '' : 'not '}c.met`}
     )
     select (select count(*)::int from listed) as listed, (select count(*)::int from counted) as counted,
         (select count(*)::int from ((select * from listed except all select * from counted)
             union all (select * from counted except all select * from listed)) other) as apart`,
    { list: list.id, series, ...(rule !== null && { rule }) },
  )
  return { what: rule === null ? list.title : `${list.title}, ${rule}`, ...row! }
}

/** What `waymark check` says of those that differ. */
export const unequalLists = (compared: readonly Compared[]): string[] =>
  compared
    .filter(({ apart }) => apart > 0)
    .map(
      ({ what, listed, counted, apart }) =>
        `${what}: ${listed} on the list, ${counted} counted, ${apart} not the same`,
    )
