import { publishedCode } from '../../standards/code-sets.ts'
import type { FieldSpec } from '../../standards/table.ts'
import type { ListSpec } from '../../standards/annex-a/list-spec.ts'
import { formatDay, type Day } from '../../platform/day.ts'
import type { Cell } from '../snapshots/sealed.ts'

export const EXPORT_FORMATS = ['xlsx', 'ods'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]
export const isExportFormat = (text: string): text is ExportFormat =>
  EXPORT_FORMATS.some((format) => format === text)

/** A cell to be written. Text is written as text, so one that looks like a formula is none. */
export type BookCell = string | number | { day: Day } | null

/** One list, to be written on one sheet: title, headers, rows. */
export interface BookList {
  list: ListSpec
  /** Those that a file carried, in the published order. */
  fields: readonly FieldSpec[]
  title: string
  rows: readonly BookCell[][]
}

/** What the front sheet says. */
export interface BookFront {
  council: string
  asAt: Day
  loadedOn: Day
  snapshot: string
  /** The council is a demonstration's: every row is invented, and each sheet says so. */
  invented: boolean
}

/** The sheet that a reader of Annex A passes over. */
export const FRONT_SHEET = 'Front_Sheet'
export const sheetName = ({ number }: ListSpec): string => `List_${number}`

const INVENTED = 'Every child, adopter and worker here is invented.'

/** The row above the headers. It names the as-at day, so that the workbook is read as at it under any undated name. */
export const listTitle = ({ number, name }: ListSpec, { council, asAt, invented }: BookFront): string =>
  [`List ${number}: ${name}. ${council}, as at ${formatDay(asAt)}.`, ...(invented ? [INVENTED] : [])].join(
    ' ',
  )

export function frontRows(front: BookFront, lists: readonly BookList[]): (string | number)[][] {
  return [
    [`Annex A: child-level data of ${front.council}, as at ${formatDay(front.asAt)}`],
    ...(front.invented ? [[INVENTED]] : []),
    [`Snapshot ${front.snapshot}, loaded on ${formatDay(front.loadedOn)}.`],
    [
      'Every row that was accepted, with the columns that the files had. A value that could not be read is blank.',
    ],
    [],
    ['List', 'Rows'],
    ...lists.map(({ list, rows }) => [`List ${list.number}: ${list.name}`, rows.length]),
  ]
}

/** Writes the values of one column as Ofsted publishes them: a code has few values, so each is looked up once. */
export function cellWriter({ type, codeSet }: FieldSpec): (value: Cell) => BookCell {
  if (type === 'date') return (value) => (value === null ? null : { day: value as Day })
  if (codeSet === null) return (value) => value as string | number | null
  const published = new Map<Cell, string>()
  return (value) => {
    if (value === null) return null
    let text = published.get(value)
    if (text === undefined) published.set(value, (text = publishedCode(codeSet, value as string | boolean)))
    return text
  }
}
