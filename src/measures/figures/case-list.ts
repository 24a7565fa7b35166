import { isRestricted, may, type Person } from '../../access/index.ts'
import {
  childQuestion,
  holds,
  questionOutside,
  type ChildQuestion,
  type SealedSnapshot,
  type SnapshotRows,
} from '../../dataset/index.ts'
import { rowsIn } from '../../dataset/rows.ts'
import type { Month } from '../../platform/day.ts'
import { NotFound } from '../../platform/errors.ts'
import { seriesNumber } from './availability-read.ts'
import { splitSql } from './case-filter.ts'
import { isOfRecords, needsActionOf, seriesOf } from '../catalogue/catalogue.ts'
import { childByRef, childRef, type ChildOfRef } from './child-ref.ts'
import type { CaseFilter, CaseRow } from './figure.ts'
import { AMONG_RECORDS, withheldFrom, withinScope, type Within } from './within-scope.ts'
import { monthNumber } from './month-number.ts'

/**
 * Asks for the cases behind a figure that are in the person's scope; the figure itself counts all. Unmet first, then by day.
 * Empty when the series is not available. Throws NotFound for an unknown id. Lists of records are `recordsBehind`.
 */
export const casesBehind = (
  snapshot: SealedSnapshot,
  id: string,
  filter: CaseFilter,
): ChildQuestion<CaseRow[]> =>
  questionOutside(
    (person) => {
      if (isOfRecords(id)) throw new NotFound(`${id} counts records, and no children`)
      return casesInScope(snapshot, person, id, filter)
    },
    (cases) => cases.map(({ child_id }) => child_id),
  )

export const casesInScope = (
  snapshot: SealedSnapshot,
  person: Person,
  id: string,
  filter: CaseFilter,
): Promise<CaseRow[]> =>
  readCases(snapshot, id, filter, isOfRecords(id) ? AMONG_RECORDS : withinScope(person))

/** How many children are among the cases behind a figure, and kept from a person because their records are restricted. */
export async function countWithheld(
  snapshot: SealedSnapshot,
  person: Person,
  id: string,
  filter: CaseFilter,
): Promise<number> {
  if (person.scope.restricted === undefined) return 0
  const rows = await readCases(snapshot, id, filter, withheldFrom(person))
  return new Set(rows.map(({ child_id }) => child_id)).size
}

/** The workers with a case in a month, of those cases that the person's scope lets them see. Names no child. */
export async function workersInScope(
  snapshot: SealedSnapshot,
  person: Person,
  id: string,
  period: Month,
): Promise<ReadonlySet<string | null>> {
  if (!may(person, 'cases:read')) return new Set()
  const cases = await casesInScope(snapshot, person, id, { period })
  return new Set(cases.map(({ worker }) => worker))
}

/** Every case behind a figure, without a scope: only for proving that a figure equals its list. */
export const allCases = (snapshot: SealedSnapshot, id: string, filter: CaseFilter): Promise<CaseRow[]> =>
  readCases(snapshot, id, filter, { sql: 'true', parameters: {} })

/** How many cases a list holds for someone who may see all of them. */
export async function countCases(
  snapshot: SealedSnapshot,
  id: string,
  { period, split, met = 'all' }: CaseFilter,
): Promise<number> {
  const no = await seriesNumber(snapshot, seriesOf(id)?.id ?? id)
  if (no === null) return 0
  const by = split && splitSql(split.by)
  const [found] = await rowsIn(snapshot).all<{ cases: number }>(
    `select cast(count(*) as integer) as cases
     from ${by?.cases ?? 'case_row'} c
     left join person p on p.child_key = c.child_key
     ${by?.join ?? ''}
     where c.series_no = $no and c.month_no = $month
         ${by ? `and ${by.value} = $split` : ''}
         ${met === 'all' ? '' : `and ${met === 'yes' ? '' : 'not '}c.met`}`,
    { no, month: monthNumber(period), ...(split && { split: split.value }) },
  )
  return found?.cases ?? 0
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
  const by = split && splitSql(split.by)
  const starts = needsActionOf(series)?.starts ?? null
  const rows = await rowsIn(snapshot).all<Omit<CaseRow, 'ref'> & { child_key: number }>(
    `select p.person_id as child_id, c.case_id, c.on_date, c.team, c.worker, c.met, c.value, c.detail, c.child_key,
         ${starts ? 't.starts_on' : 'null'} as starts_on
     from ${by?.cases ?? 'case_row'} c
     left join person p on p.child_key = c.child_key
     ${by?.join ?? ''}
     ${
       starts
         ? `left join (
                select ${starts.id} as id, child_key, min(${starts.column}) as starts_on from ${starts.table} group by 1, 2
            ) t on t.id = c.case_id and t.child_key = c.child_key`
         : ''
     }
     where c.series_no = $no and c.month_no = $month
         ${by ? `and ${by.value} = $split` : ''}
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

/**
 * Asks for what a snapshot holds about the child of a ref, if the person may open that child: one of a case in their scope
 * in any measure, or allocated to them now. Throws NotFound otherwise, whether or not the child exists.
 */
export const aboutChild = <Answer>(
  snapshot: SealedSnapshot,
  ref: string,
  read: (rows: SnapshotRows, child: ChildOfRef) => Promise<Answer>,
): ChildQuestion<{ child: ChildOfRef; found: Answer }> =>
  childQuestion(
    snapshot,
    async (rows, person, refuse): Promise<{ child: ChildOfRef; found: Answer }> => {
      const child = await childByRef(snapshot, ref)
      if (child && isRestricted(person.scope, child.personId)) refuse(child.personId)
      if (!child || !(await childInScope(snapshot, person, child.personId))) throw new NotFound('child')
      return { child, found: await read(rows, child) }
    },
    ({ child }) => [child.personId],
  )

/**
 * Asks for the children of a number that someone typed, of those whom the person may open: first the one it is written of
 * exactly, then those that differ by case, space or leading zeros alone. Empty alike for a number that nobody has and for
 * a child who is not theirs to see, and after the same work.
 */
export const childrenNumbered = (snapshot: SealedSnapshot, typed: string): ChildQuestion<FoundChild[]> =>
  childQuestion(
    snapshot,
    async (rows, person, refuse) => {
      const same = "ltrim(upper(regexp_replace($typed, '\\s+', '', 'g')), '0')"
      const written = same.replace('$typed', 'person_id')
      const found = await rows.all<NumberedRow>(
        `select child_key, person_id from person where ${written} = ${same}
         order by person_id <> $typed, person_id limit ${MAX_NUMBERED}`,
        { typed: typed.replaceAll(INVISIBLE, '') },
      )
      const seen = []
      for (const child of found.length > 0 ? found : await rows.all<NumberedRow>(ANY_CHILD)) {
        const inScope = await childInScope(snapshot, person, child.person_id)
        if (inScope && found.includes(child)) seen.push(child)
        if (found.includes(child) && isRestricted(person.scope, child.person_id)) refuse(child.person_id)
      }
      return seen.map(({ child_key, person_id }) => ({
        personId: person_id,
        ref: childRef(snapshot, child_key),
      }))
    },
    (children) => children.map(({ personId }) => personId),
  )

export interface FoundChild {
  /** The council's id. */
  personId: string
  ref: string
}

interface NumberedRow {
  child_key: number
  person_id: string
}

/** More ways to write one number than any council has. */
const MAX_NUMBERED = 10

/** A child whose scope is looked up where there is none of that number, so that both answers take as long. */
const ANY_CHILD = 'select child_key, person_id from person limit 1'

/** Signs that a copied number may bring along and nobody sees. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/gu

export async function childInScope(
  snapshot: SealedSnapshot,
  person: Person,
  personId: string,
): Promise<boolean> {
  const within = withinScope(person)
  const cases = (await holds(rowsIn(snapshot), 'case_row'))
    ? 'select child_key, team, worker from case_row union'
    : ''
  const [found] = await rowsIn(snapshot).all(
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
