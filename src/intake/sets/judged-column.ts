import { isHeaderText, mayClose } from '../tables/footer-row.ts'
import type { TableColumn, TableHeader } from '../tables/table-header.ts'
import { isEmpty } from '../values/blank.ts'
import { readerOf, UNREAD_SPELLING, type FieldValue } from '../values/field-value.ts'
import type { SpellingBook } from '../values/spelling-book.ts'
import { keysOf, type FieldSpec, type FieldType } from '../../standards/table.ts'
import { CSV_TEXT } from './csv-text.ts'
import type { FilledRow, SetStore } from './set-store.ts'
import type { ReadText, ValueMap } from './value-map.ts'

/** What the rows of a file have of one finding in one column. */
export interface ColumnFinding {
  field: string
  code: string
  rows: number
}

/** One column whose different values have all been read once. */
export interface JudgedColumn {
  column: TableColumn
  /** The value that was read, in a statement over `CSV_TEXT as t` with `join`. */
  sql: string
  join: string
  /** False: every value is the text itself, or there is none. */
  isLookedUp: boolean
  /** Cells that hold something and are blank all the same. */
  empty: readonly string[]
  findings: readonly ColumnFinding[]
  flags: readonly FilledRow[]
  /** Texts that are no known code. */
  unread: readonly { text: string; count: number }[]
}

/** Values about which something is to be said, by the number of their column. */
export const CSV_FLAG = 'csv_flag'
export const FLAG_COLUMNS: Readonly<Record<string, FieldType>> = {
  column_number: 'integer',
  text: 'string',
  code: 'string',
  /** Every row with it is to be read. */
  is_read: 'boolean',
  /** In a row without a day, it may close the list. */
  may_close: 'boolean',
}

const TEXT_TYPES = new Set<FieldType>(['string', 'id', 'postcode', 'category', 'month'])

/**
 * Texts that `readId` and `readText` leave as they are, and that are no blank in words: ASCII without a space at an end
 * or two together, and with a figure or longer than any such word. An id has no full stop besides: `1001.0` is `1001`.
 */
const PLAIN: Partial<Record<FieldType, (cell: string) => string>> = {
  id: (cell) => `regexp_full_match(${cell}, '[A-Za-z0-9/_-]*[0-9][A-Za-z0-9/_-]*')`,
  string: (cell) =>
    `(regexp_full_match(${cell}, '[!-~]+( [!-~]+)*') and (strlen(${cell}) > 16 or regexp_matches(${cell}, '[0-9]')))`,
}

/** The condition under which a cell is read as it is and nothing is said of it; null when that is not known beforehand. */
export const plainIn = ({ type }: FieldSpec, cell: string): string | null => PLAIN[type]?.(cell) ?? null

export const codeOfBlank = 'value-missing'

/** What the row reader would do with a cell. */
interface Judgement {
  value: FieldValue | null
  /** Of the finding; null when nothing is said. */
  code: string | null
  isRead: boolean
}

/** Made once for a column, as `readerOf` is. */
export function judgeOf(
  { table, columns }: TableHeader,
  { field, column, header }: TableColumn,
  spellings: SpellingBook,
): (text: string) => Judgement {
  const read = readerOf(field, spellings)
  const isKey = keysOf(table).includes(field.key)
  // Where a part of the key cannot be read, the register keeps the cell as it stood.
  const isKeptAsWritten = !table.isKeyUnique && table.naturalKey.includes(field.key)
  const isFirst = columns[0]?.column === column
  return (text) => {
    const { value, finding } = read(text)
    const isMissing = value === null && !finding && field.required && text.trim() === ''
    const code = finding?.code ?? (isMissing ? codeOfBlank : null)
    const isRead =
      (value === null && (isKey || (isKeptAsWritten && text !== ''))) ||
      code === 'date-part-known' ||
      (isFirst && isHeaderText(text, header))
    return { value, code, isRead }
  }
}

/** Reads every different value of a column that is not known to be clean, once. */
export async function judgeColumn(
  store: SetStore,
  header: TableHeader,
  column: TableColumn,
  map: ValueMap,
  spellings: SpellingBook,
): Promise<JudgedColumn> {
  const { field, column: index } = column
  const judge = judgeOf(header, column, spellings)
  const isSubject = field.key === header.table.subject
  // Of the first column and of that of the child's id, more is asked than what the text is read as.
  const known = isSubject || header.columns[0] === column ? null : map.knows(`c${index}`)
  const rows = new Map<string, number>()
  const read: ReadText[] = []
  const flags: FilledRow[] = []
  const empty: string[] = []
  const unread: JudgedColumn['unread'][number][] = []
  for (const { text, rows: count } of await textsToJudge(store, field, `c${index}`, known)) {
    const { value, code, isRead } = judge(text ?? '')
    if (code !== null) rows.set(code, (rows.get(code) ?? 0) + count)
    if (text === null) continue
    if (code === UNREAD_SPELLING) unread.push({ text, count })
    read.push({ text, value, isClean: value !== null && code === null })
    if (isEmpty(text)) empty.push(text)
    const closes = isSubject && mayClose(text)
    if (code !== null || isRead || closes) flags.push([index, text, code, isRead, closes])
  }
  const isLookedUp = isTextType(field) ? map.size > 0 || read.some(({ text, value }) => value !== text) : true
  if (isLookedUp) await map.add(read)
  const findings = [...rows].map(([code, count]) => ({ field: field.name, code, rows: count }))
  return { column, ...valueSql(field, `c${index}`, map), empty, findings, flags, unread }
}

const isTextType = ({ type }: FieldSpec): boolean => TEXT_TYPES.has(type)

function textsToJudge(
  store: SetStore,
  field: FieldSpec,
  cell: string,
  known: string | null,
): Promise<{ text: string | null; rows: number }[]> {
  const plain = plainIn(field, cell)
  // There are nearly as many ids as rows: each is looked at where it is. Of other columns each different text is.
  if (field.type === 'id')
    return store.all(
      `select ${cell} as text, count(*) as rows from ${CSV_TEXT} where ${cell} is null or not ${plain} group by 1`,
    )
  const clean = plain ?? known
  return store.all(
    `select ${cell} as text, rows from (select ${cell}, count(*) as rows from ${CSV_TEXT} group by 1)
     ${clean === null ? '' : `where ${cell} is null or not ${clean}`}`,
  )
}

function valueSql(
  field: FieldSpec,
  column: string,
  map: ValueMap,
): Pick<JudgedColumn, 'sql' | 'join' | 'isLookedUp'> {
  const cell = `t.${column}`
  if (map.size === 0) return { sql: isTextType(field) ? cell : 'null', join: '', isLookedUp: false }
  const value = `of_${column}.value`
  return {
    sql:
      plainIn(field, cell) === null
        ? value
        : `case when of_${column}.text is null then ${cell} else ${value} end`,
    join: `left join ${map.name} as of_${column} on of_${column}.text = ${cell}`,
    isLookedUp: true,
  }
}
