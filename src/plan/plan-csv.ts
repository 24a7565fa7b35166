import type { Pass } from '../access/index.ts'
import { csvRows, FileFault } from '../intake/index.ts'
import { toCsv } from '../platform/csv.ts'
import type { Clock } from '../platform/day.ts'
import type { Checked } from '../platform/errors.ts'
import type { Records } from '../platform/records.ts'
import { storedText, storedValues } from '../records/index.ts'
import {
  ACTION_ROWS,
  CHANGE_ROWS,
  EVIDENCE_ROWS,
  MEASURE_ROWS,
  MILESTONE_ROWS,
  PLAN_COLUMNS,
  RATING_ROWS,
  RECOMMENDATION_ROWS,
  THEME_ROWS,
  type Column,
  type PlanRows,
} from './plan-columns.ts'
import type { PlanDocument } from './plan-document.ts'
import { installPlan, type PlanOutcome } from './plan-install.ts'
import { readPlan } from './plan-reading.ts'

const isColumn = (name: string): name is Column => Object.hasOwn(PLAN_COLUMNS, name)
const COLUMNS = Object.keys(PLAN_COLUMNS).filter(isColumn)

/** The kinds of row, in the order of a file. */
const KINDS = [
  'theme',
  'recommendation',
  'action',
  'milestone',
  'measure',
  'evidence',
  'rating',
  'change',
] as const
type Kind = (typeof KINDS)[number]
const isKind = (word: string): word is Kind => KINDS.some((kind) => kind === word)

/** The whole plan with its history as one CSV. Imported into an empty plan and exported again it is the same, byte for byte. */
export async function exportPlan(records: Records, pass: Pass<'plan:read'>): Promise<string> {
  const plan = await readPlan(records, pass)
  const rowsOf = (kind: Kind, { columns }: PlanRows<unknown>, entries: readonly object[]) =>
    entries.map((entry) => {
      const values = storedValues(entry)
      const cells = new Map<Column, string>([['kind', kind]])
      for (const [property, column] of Object.entries(columns))
        cells.set(column, storedText(values[property]))
      return COLUMNS.map((column) => cells.get(column) ?? '')
    })
  return toCsv(COLUMNS, [
    ...rowsOf('theme', THEME_ROWS, plan.themes),
    ...rowsOf('recommendation', RECOMMENDATION_ROWS, plan.recommendations),
    ...rowsOf('action', ACTION_ROWS, plan.actions),
    ...rowsOf('milestone', MILESTONE_ROWS, plan.milestones),
    ...rowsOf('measure', MEASURE_ROWS, plan.measures),
    ...rowsOf('evidence', EVIDENCE_ROWS, plan.evidence),
    ...rowsOf('rating', RATING_ROWS, plan.ratings),
    ...rowsOf('change', CHANGE_ROWS, plan.changes),
  ])
}

/**
 * Takes a plan file: text, or the bytes of a file however a spreadsheet saved it. Everything that is wrong is named by its row, and then nothing is taken.
 */
export async function importPlan(
  records: Records,
  pass: Pass<'plan:write'>,
  clock: Clock,
  csv: string | Uint8Array,
): Promise<Checked<PlanOutcome>> {
  const read = parsePlan(typeof csv === 'string' ? Buffer.from(csv) : csv)
  return read.ok ? installPlan(records, pass, clock, read.value) : read
}

const refuse = (message: string): Checked<never> => ({ ok: false, errors: { file: message } })

/** A plan file as plain data, or what is wrong with it by row. Row 1 is the row of column names. */
function parsePlan(csv: Uint8Array): Checked<PlanDocument> {
  let table: string[][]
  try {
    table = csvRows(csv)
  } catch (error) {
    if (!(error instanceof FileFault)) throw error
    return refuse('This is not a CSV file that we can read: save it as CSV (UTF-8) and try again')
  }
  const [head, ...body] = table
  const columns = (head ?? []).map((name) => name.trim().toLowerCase())
  if (!columns.includes('kind'))
    return refuse('The first row must name the columns, kind among them: start from an export of the plan')
  const stranger = columns.find((name) => name !== '' && !isColumn(name))
  if (stranger)
    return refuse(`There is no column “${stranger}” in a plan: take it out, or put its name right`)

  const rows = new PlanRowReader(columns, body)
  const document: PlanDocument = {
    themes: rows.entries('theme', THEME_ROWS),
    recommendations: rows.entries('recommendation', RECOMMENDATION_ROWS),
    actions: rows.entries('action', ACTION_ROWS),
    milestones: rows.entries('milestone', MILESTONE_ROWS),
    measures: rows.entries('measure', MEASURE_ROWS),
    evidence: rows.entries('evidence', EVIDENCE_ROWS),
    ratings: rows.entries('rating', RATING_ROWS),
    changes: rows.entries('change', CHANGE_ROWS),
  }
  const errors = rows.errors()
  if (Object.keys(errors).length > 0) return { ok: false, errors }
  if (Object.values(document).every((list: readonly object[]) => list.length === 0))
    return refuse('The file has column names and nothing under them')
  return { ok: true, value: document }
}

/** The apostrophe that an export puts before what a spreadsheet would run is no part of the text. */
const unguarded = (cell: string) =>
  (/^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell).replaceAll('\r\n', '\n')

/** The rows of a plan file, read one kind after another. */
class PlanRowReader {
  readonly #columns: readonly string[]
  readonly #rows: { row: number; kind: string; cells: readonly string[] }[]
  readonly #faults = new Map<number, string>()

  constructor(columns: readonly string[], body: readonly (readonly string[])[]) {
    this.#columns = columns
    this.#rows = body
      .map((cells, index) => ({ row: index + 2, kind: (this.#cell(cells, 'kind') ?? '').trim(), cells }))
      .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
    for (const { row, kind } of this.#rows)
      if (!isKind(kind)) this.#faults.set(row, `kind must be one of ${KINDS.join(', ')}`)
  }

  /** What is wrong, by row, in the order of the file. */
  errors = (): Record<string, string> =>
    Object.fromEntries(
      [...this.#faults].sort(([left], [right]) => left - right).map(([row, fault]) => [`row ${row}`, fault]),
    )

  entries<Entry extends object>(kind: Kind, rows: PlanRows<Entry>): (Entry & { row: number })[] {
    return this.#rows
      .filter((found) => found.kind === kind)
      .flatMap(({ row, cells }) => {
        const read = rows.entry.safeParse(this.#typed(cells, rows))
        if (read.success) return [{ ...read.data, row }]
        const faults = read.error.issues.map(({ path, message }) =>
          message.startsWith('must ') ? `${rows.columns[String(path[0])]} ${message}` : message,
        )
        this.#faults.set(row, faults.join('; '))
        return []
      })
  }

  /** The cells by property; without those that say nothing. */
  #typed(cells: readonly string[], { columns, unsaid }: PlanRows<unknown>): Record<string, string> {
    return Object.fromEntries(
      Object.entries(columns).flatMap(([property, column]) => {
        const cell = this.#cell(cells, column)
        return cell === undefined || (cell.trim() === '' && unsaid.has(property)) ? [] : [[property, cell]]
      }),
    )
  }

  #cell(cells: readonly string[], column: Column): string | undefined {
    const index = this.#columns.indexOf(column)
    return index < 0 ? undefined : unguarded(cells[index] ?? '')
  }
}
