import { MAX_KEPT } from '../problem-book.ts'
import { CLOSING_WORDS } from '../tables/footer-row.ts'
import type { TableHeader } from '../tables/table-header.ts'
import { keysOf } from '../../standards/table.ts'
import { CSV_TEXT } from './csv-text.ts'
import { codeOfBlank, CSV_FLAG, plainIn, type JudgedColumn } from './judged-column.ts'
import { repeatedKeys } from './natural-key.ts'
import { literal, type SetStore } from './set-store.ts'

/** The rows, by `row` as `rowid` of `CSV_TEXT`, about which a rule may say something that is not said by counting. */
export const CSV_ROW = 'csv_row_to_read'

/** As many rows of each finding are read as are kept of it in full. */
const ROWS_OF_FINDING = Math.max(...Object.values(MAX_KEPT))

/** Fills `CSV_ROW`, and answers how many there are. `kept` is the table of rows accepted before. */
export async function findRowsToRead(
  store: SetStore,
  header: TableHeader,
  columns: readonly JudgedColumn[],
  kept: string,
): Promise<number> {
  await store.run(`create or replace temp table ${CSV_ROW} (row bigint)`)
  const add = (query: string) => store.run(`insert into ${CSV_ROW} ${query}`)
  const where = (condition: string) => add(`select t.rowid from ${CSV_TEXT} as t where ${condition}`)
  const conditions = [
    ...blankKeys(header),
    ...columns.flatMap(flaggedValues),
    ...headersAgain(header),
    ...closingRows(header, columns),
  ]
  if (conditions.length > 0) await where(conditions.map((condition) => `(${condition})`).join(' or '))
  for (const query of [
    ...daysOutOfOrder(header, columns),
    ...(await repeatedKeys(store, header, columns, kept)),
  ])
    await add(query)
  for (const column of columns) for (const query of firstOfFindings(column)) await add(query)
  await store.run(
    `create or replace temp table ${CSV_ROW} as select distinct row from ${CSV_ROW} order by row`,
  )
  const [counted] = await store.all<{ rows: number }>(`select count(*) as rows from ${CSV_ROW}`)
  return counted!.rows
}

const blankKeys = ({ table, columns }: TableHeader): string[] =>
  columns.filter(({ field }) => keysOf(table).includes(field.key)).map(({ column }) => `t.c${column} is null`)

function flaggedValues({ column: { column }, flags }: JudgedColumn): string[] {
  return flags.some(([, , , isRead]) => isRead)
    ? [`t.c${column} in (select text from ${CSV_FLAG} where column_number = ${column} and is_read)`]
    : []
}

/** Of values that are plain; what others say has been judged. */
function headersAgain({ columns: [first] }: TableHeader): string[] {
  if (!first || plainIn(first.field, `t.c${first.column}`) === null) return []
  return [`lower(trim(t.c${first.column})) = ${literal(first.header.toLowerCase())}`]
}

/** Rows without a day whose text in the column of the child's id may close the list. */
function closingRows({ table }: TableHeader, columns: readonly JudgedColumn[]): string[] {
  const subject = columns.find(({ column }) => column.field.key === table.subject)
  if (!subject) return []
  const cell = `t.c${subject.column.column}`
  const withoutDays = columns
    .filter(({ column }) => column.field.type === 'date')
    .map(({ column: { column }, empty }) =>
      empty.length === 0
        ? `t.c${column} is null`
        : `(t.c${column} is null or t.c${column} in (${empty.map(literal).join(', ')}))`,
    )
  const closes = []
  if (subject.flags.some(([, , , , mayClose]) => mayClose))
    closes.push(
      `${cell} in (select text from ${CSV_FLAG} where column_number = ${subject.column.column} and may_close)`,
    )
  if (plainIn(subject.column.field, cell) !== null)
    closes.push(`regexp_matches(${cell}, '(?i)${CLOSING_WORDS.join('|')}')`)
  return closes.map((condition) => [...withoutDays, condition].join(' and '))
}

function daysOutOfOrder({ table }: TableHeader, columns: readonly JudgedColumn[]): string[] {
  const byKey = new Map(columns.map((column) => [column.column.field.key, column]))
  return table.sequences.flatMap(([first, second]) => {
    const [earlier, later] = [byKey.get(first), byKey.get(second)]
    if (!earlier?.isLookedUp || !later?.isLookedUp) return []
    // A day and a moment are compared as text where rows are read: so is a day with midnight of it.
    const isBefore = earlier.column.field.type === later.column.field.type ? '<' : '<='
    return [
      `select t.rowid from ${CSV_TEXT} as t ${earlier.join} ${later.join} where ${later.sql} ${isBefore} ${earlier.sql}`,
    ]
  })
}

/** The first rows of each finding, after those that are read anyway and may be no data: the others are only counted. */
function firstOfFindings({ column: { column }, findings, flags }: JudgedColumn): string[] {
  const cell = `t.c${column}`
  const others = `t.rowid not in (select row from ${CSV_ROW})`
  const queries = []
  if (flags.some(([, , code]) => code !== null))
    queries.push(
      `select unnest(min(t.rowid, ${ROWS_OF_FINDING})) from ${CSV_TEXT} as t
       join ${CSV_FLAG} as flag on flag.text = ${cell} and flag.column_number = ${column}
       where flag.code is not null and ${others} group by flag.code`,
    )
  if (findings.some(({ code }) => code === codeOfBlank))
    queries.push(
      `select unnest(min(t.rowid, ${ROWS_OF_FINDING})) from ${CSV_TEXT} as t where ${cell} is null and ${others}`,
    )
  return queries
}
