import { SOURCE_TABLES, type FileReport } from '../../intake/index.ts'
import { capital } from '../../platform/words.ts'
import type { TableSpec } from '../../standards/table.ts'
import type { FieldFill, TableFill } from '../building/table-fill.ts'

/** One table of a load: what was read is always what was accepted and what was set aside. */
export interface TableLine {
  spec: TableSpec
  rows: number
  accepted: number
  setAside: number
  fields: FieldFill[]
}

/** The tables that some file holds, in the order of their standards. */
export function tableLines({
  files,
  fills,
}: {
  files: readonly Pick<FileReport, 'tables'>[]
  fills: readonly TableFill[]
}): TableLine[] {
  const reports = files.flatMap((file) => file.tables)
  return SOURCE_TABLES.flatMap((spec) => {
    const own = reports.filter(({ table }) => table === spec.table)
    if (own.length === 0) return []
    const sum = (count: (report: (typeof own)[number]) => number) =>
      own.reduce((total, report) => total + count(report), 0)
    return {
      spec,
      rows: sum(({ rows }) => rows),
      accepted: sum(({ accepted }) => accepted),
      setAside: sum(({ quarantined }) => quarantined),
      fields: fills.find(({ table }) => table === spec.table)?.fields ?? [],
    }
  })
}

/** `List 3: Referrals` */
export const titleOf = ({ called, name }: TableSpec): string => `${capital(called)}: ${name}`

interface Totals {
  rows: number
  accepted: number
  setAside: number
}

export const totalsOf = (lines: readonly TableLine[]): Totals =>
  lines.reduce(
    (sum, line) => ({
      rows: sum.rows + line.rows,
      accepted: sum.accepted + line.accepted,
      setAside: sum.setAside + line.setAside,
    }),
    { rows: 0, accepted: 0, setAside: 0 },
  )

/** Under this share a field that should be filled is worth a look. */
const THIN = 0.9

/** The standard expects every row of the field to be filled, and it is not. A closing day is blank while a child is open, so it never is thin. */
export function isThin(line: TableLine, field: FieldFill): boolean {
  if (line.accepted === 0 || !isRequired(line.spec, field)) return false
  return field.filled < THIN * line.accepted
}

const isRequired = (spec: TableSpec, { key }: FieldFill): boolean =>
  spec.fields.some((field) => field.key === key && field.required)

/** The fields that should be filled, emptiest first. */
export const emptiestFirst = (line: TableLine): FieldFill[] =>
  line.fields.filter((field) => isRequired(line.spec, field)).sort((a, b) => a.filled - b.filled)

/** Each field as a bar: the share of accepted rows that fill it, from 0 to 1. */
export const completenessBars = (line: TableLine): { share: number; present: boolean; thin: boolean }[] =>
  line.fields.map((field) => ({
    share: line.accepted === 0 ? 0 : field.filled / line.accepted,
    present: field.present,
    thin: isThin(line, field),
  }))
