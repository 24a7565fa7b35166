import { isRestricted } from '../access/index.ts'
import { standardOf } from '../intake/index.ts'
import type { Source } from '../standards/table.ts'
import {
  describeTable,
  holds,
  conversionOf,
  childQuestion,
  type ChildQuestion,
  type SealedSnapshot,
  type SnapshotRows,
  type QualityFinding,
  type QualityHarm,
} from '../dataset/index.ts'
import { rowsIn } from '../dataset/rows.ts'
import type { Severity } from './check-file.ts'
import { CHECKS } from './checks.ts'

/** Everything that was looked for in a snapshot. */
export interface Quality {
  /** Most harm first. */
  findings: QualityFinding[]
  /** Checks that found nothing, and those whose fields no source carries, by their titles. */
  clear: string[]
  notRun: string[]
  /** Different rows with a fault to be put right. */
  faultyRows: number
}

/** What a finding means, in words. */
export interface CheckWords {
  title: string
  does: string
  remedy: string
}

/** Null for a snapshot that was sealed before Waymark looked for faults. */
export const qualityOf = (snapshot: SealedSnapshot): Promise<Quality | null> => qualityIn(rowsIn(snapshot))

/** The same of a dataset that is being built. */
export async function qualityIn(reader: SnapshotRows): Promise<Quality | null> {
  if (!(await holds(reader, 'quality_check'))) return null
  const run = await reader.all<{ check: string; severity: Severity; count: number }>(
    `select check_id as "check", severity, cast(sum(count) as integer) as count
     from quality_check group by check_id, severity order by check_id`,
  )
  const harms = await reader.all<QualityHarm & { check: string }>(
    'select check_id as "check", series as measure, cases, how from quality_harm order by cases desc, series, how',
  )
  const [rows] = await reader.all<{ rows: number }>(
    `select count(*) as rows from (
       select distinct q.file, q.sheet, q.row_number from quality_case q
       where q.row_number is not null and exists (
           select 1 from quality_check k where k.check_id = q.check_id and k.severity = 'warning'
       )
     ) as faulty`,
  )
  const words = await wordsIn(reader)
  const findings = run
    .filter(({ count }) => count > 0)
    .map((finding) => ({
      check: finding.check,
      title: words(finding.check).title,
      severity: finding.severity,
      count: finding.count,
      harms: harms
        .filter(({ check }) => check === finding.check)
        .map(({ measure, cases, how }) => ({ measure, cases, how })),
    }))
  return {
    findings: findings.toSorted(mostHarmFirst),
    clear: run.filter(({ count }) => count === 0).map(({ check }) => words(check).title),
    notRun: CHECKS.filter(({ id }) => !run.some(({ check }) => check === id)).map(({ title }) => title),
    faultyRows: rows!.rows,
  }
}

/** Cases of the measure that a finding harms most; a case without a team does no harm to its figure. */
export const mostCases = ({ harms }: Pick<QualityFinding, 'harms'>): number =>
  Math.max(0, ...harms.filter(({ how }) => how !== 'split').map(({ cases }) => cases))

const mostHarmFirst = (a: QualityFinding, b: QualityFinding): number =>
  Number(b.severity === 'warning') - Number(a.severity === 'warning') ||
  mostCases(b) - mostCases(a) ||
  b.harms.length - a.harms.length ||
  b.count - a.count

/** Of those, what is to be put right, and changes a figure. */
export const putRightFirst = (findings: readonly QualityFinding[]): QualityFinding[] =>
  findings.filter((finding) => finding.severity === 'warning' && mostCases(finding) > 0)

/** A row with a fault. Child-level. */
export interface QualityCase {
  /** The dataset's table. */
  table: string
  /** The council's id of the child; null for a row about no child of the snapshot. */
  childId: string | null
  caseId: string | null
  onDate: string | null
  what: string
  file: string | null
  sheet: string | null
  row: number | null
}

export const CASES_A_PAGE = 100

/** Asks for the rows of one check: a page of them from 1 on, or all. */
export const qualityCases = (
  snapshot: SealedSnapshot,
  check: string,
  page?: number,
): ChildQuestion<QualityCase[]> =>
  childQuestion(
    snapshot,
    async (rows, { scope }) =>
      (await readQualityCases(rows, check, page)).filter(({ childId }) => !isRestricted(scope, childId)),
    (cases) => cases.map(({ childId }) => childId),
  )

export const readQualityCases = (
  reader: SnapshotRows,
  check: string,
  page?: number,
): Promise<QualityCase[]> =>
  reader.all<QualityCase>(
    `select q.table_name as "table", p.person_id as "childId", q.case_id as "caseId", q.on_date as "onDate", q.what,
         q.file, q.sheet, q.row_number as "row"
     from quality_case q
     left join person p on p.child_key = q.child_key
     where q.check_id = $check
     order by q.table_name, q.file, q.sheet, q.row_number, q.on_date, q.case_id
     ${page === undefined ? '' : `limit ${CASES_A_PAGE} offset $offset`}`,
    { check, ...(page !== undefined && { offset: (page - 1) * CASES_A_PAGE }) },
  )

const BLANK = 'blank.'

/** The words of each check of a snapshot; those of a blank field name it as the files do. */
export const checkWordsOf = (snapshot: SealedSnapshot): Promise<(check: string) => CheckWords> =>
  wordsIn(rowsIn(snapshot))

export async function wordsIn(reader: SnapshotRows): Promise<(check: string) => CheckWords> {
  // Snapshots sealed when Waymark read Annex A alone do not hold this table.
  const leads = (await holds(reader, 'table_source'))
    ? await reader.all<{ table_name: string; source: Source }>(
        'select table_name, source from table_source where place = 1',
      )
    : []
  const [extract] = await reader.all<{ source: Source }>('select source from extract')
  return (check) => {
    const known = CHECKS.find(({ id }) => id === check)
    if (known) return known
    const [table = '', column = ''] = check.slice(BLANK.length).split('.')
    const source = leads.find(({ table_name }) => table_name === table)?.source ?? extract!.source
    return {
      title: `${describeTable(table)} in which “${fieldName(source, table, column)}” is blank`,
      does: 'Counts as not met in a measure that needs it',
      remedy: 'Fill it in the case system, and load again',
    }
  }
}

function fieldName(source: Source, table: string, column: string): string {
  const origin = conversionOf(source).origins[table]
  const key = origin?.columns[column]
  const named = standardOf(source)
    .tables.filter((spec) => origin?.tables.includes(spec.table))
    .flatMap(({ fields }) => fields)
    .find((field) => field.key === key)
  return named?.name ?? column
}
