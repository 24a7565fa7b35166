import { createHash } from 'node:crypto'
import type { Pass, Permission } from '../access/index.ts'
import type { Clock } from '../platform/day.ts'
import type { Records } from '../platform/records.ts'
import {
  columnOf,
  isStoredValue,
  objectOf,
  storedText,
  storedValues,
  typedSchemas,
  type Fields,
  type Values,
} from './field.ts'
import { differences, instantText, type Difference } from './history.ts'
import { FILE_COLUMNS, type FileTable } from './record-file.ts'
import type { RecordKind, RecordOf } from './record.ts'
import { rulesOf, type RecordRules } from './record-rules.ts'
import {
  addRecord,
  changeRecord,
  listRecords,
  listWithdrawn,
  refusals,
  type RecordTransaction,
} from './record-store.ts'

interface NewRow<Shape extends Fields> {
  row: number
  draft: Values<Shape>
}

interface ChangedRow<Shape extends Fields> {
  row: number
  record: RecordOf<Shape>
  change: Partial<Values<Shape>>
  differences: readonly Difference[]
  reason: string
  /** The file says which version it was taken from, which is the one that is kept. */
  checked: boolean
}

/** What a file would do, before it does it. */
export interface ImportPreview<Shape extends Fields> {
  /** Columns that no field has: they are left out. */
  unknownColumns: readonly string[]
  added: readonly NewRow<Shape>[]
  changed: readonly ChangedRow<Shape>[]
  /** Rows that say what the records say already. */
  unchanged: number
  /** Rows that cannot be taken, and why. */
  refused: readonly { row: number; why: string }[]
  /** Cells that a spreadsheet had spoiled, read as they were before. */
  mended: readonly { row: number; what: string }[]
}

export const importCount = ({ added, changed }: ImportPreview<Fields>): number =>
  added.length + changed.length

/** The same for the same rows against the same records: what was looked at is what is brought in. */
export const previewDigest = (preview: ImportPreview<Fields>): string =>
  createHash('sha256').update(JSON.stringify(preview)).digest('hex')

/** What is left of a code that a spreadsheet took for a number: `007` is 7, sixteen digits are 1.23457E+15. */
function isSpoiled(stored: string, cell: string): boolean {
  if (/^0\d+$/.test(stored)) return cell === stored.replace(/^0+(?=\d)/, '')
  return (
    /^\d{12,}$/.test(stored) &&
    stored !== cell &&
    /^\d(\.\d+)?E\+\d+$/i.test(cell) &&
    Number(cell).toPrecision(4) === Number(stored).toPrecision(4)
  )
}

/** What a file may call each field, in small letters: as its column or its label. */
const fieldNames = ({ fields }: Pick<RecordKind, 'fields'>): [name: string, property: string][] =>
  Object.entries(fields).flatMap(([property, { words }]): [string, string][] => [
    [words.label.toLowerCase(), property],
    [columnOf(property), property],
  ])

/** Whether a file has a column of any field: without one it has nothing to bring in. */
export function namesFields(kind: Pick<RecordKind, 'fields'>, { columns }: FileTable): boolean {
  const names = new Map(fieldNames(kind))
  return columns.some((name) => names.has(name.toLowerCase()))
}

/** Compares a file with the council's records of a kind and changes nothing. */
export async function previewImport<Shape extends Fields, Read extends Permission, Write extends Permission>(
  records: Records,
  pass: Pass<NoInfer<Write>>,
  kind: RecordKind<string, Shape, Read, Write>,
  clock: Clock,
  table: FileTable,
): Promise<ImportPreview<Shape>> {
  const known = new Map((await listRecords(records, pass, kind)).map((record) => [record.id, record]))
  const withdrawn = new Set((await listWithdrawn(records, pass, kind)).map(({ record }) => record.id))
  const reader = new RowReader(kind, table, known, withdrawn, await rulesOf(records, pass, kind, clock), {
    today: clock.today(),
    now: instantText(clock.now()),
    by: pass.person.name,
  })
  for (const { row, cells } of table.rows) reader.read(row, cells)
  return reader.preview()
}

/** Brings in what a preview says, inside one change: all of it, or nothing. */
export async function applyImport<Shape extends Fields, Read extends Permission, Write extends Permission>(
  open: RecordTransaction<NoInfer<Write>>,
  kind: RecordKind<string, Shape, Read, Write>,
  preview: ImportPreview<NoInfer<Shape>>,
): Promise<void> {
  for (const { draft } of preview.added) await addRecord(open, kind, draft)
  for (const { record, change, reason } of preview.changed)
    await changeRecord(open, kind, record.id, record.version, change, reason)
}

/** Reads the rows of one file, one after another: each is new, changed, as it was, or refused. */
class RowReader<Shape extends Fields> {
  readonly #kind: RecordKind<string, Shape>
  readonly #known: ReadonlyMap<string, RecordOf<Shape>>
  readonly #withdrawn: ReadonlySet<string>
  readonly #rules: RecordRules<Shape>
  readonly #context: Parameters<RecordKind['start']>[0]
  /** The index of the cell that holds a field, `id`, `version` or `change_reason`, by property. */
  readonly #cells = new Map<string, number>()
  readonly #unknownColumns: string[] = []
  readonly #seen = new Map<string, number>()
  readonly #added: NewRow<Shape>[] = []
  readonly #changed: ChangedRow<Shape>[] = []
  readonly #refused: { row: number; why: string }[] = []
  readonly #mended: { row: number; what: string }[] = []
  #unchanged = 0

  constructor(
    kind: RecordKind<string, Shape>,
    table: FileTable,
    known: ReadonlyMap<string, RecordOf<Shape>>,
    withdrawn: ReadonlySet<string>,
    rules: RecordRules<Shape>,
    context: Parameters<RecordKind['start']>[0],
  ) {
    this.#kind = kind
    this.#known = known
    this.#withdrawn = withdrawn
    this.#rules = rules
    this.#context = context
    const properties = new Map([...FILE_COLUMNS.map((name) => [name, name] as const), ...fieldNames(kind)])
    for (const [index, name] of table.columns.entries()) {
      const property = properties.get(name.toLowerCase())
      if (property !== undefined && !this.#cells.has(property)) this.#cells.set(property, index)
      else if (name !== '') this.#unknownColumns.push(name)
    }
  }

  preview = (): ImportPreview<Shape> => ({
    unknownColumns: this.#unknownColumns,
    added: this.#added,
    changed: this.#changed,
    unchanged: this.#unchanged,
    refused: this.#refused,
    mended: this.#mended,
  })

  read(row: number, cells: readonly string[]): void {
    const cell = (property: string): string | undefined => {
      const index = this.#cells.get(property)
      return index === undefined ? undefined : (cells[index] ?? '').trim()
    }
    const id = cell('id') ?? ''
    const why = id === '' ? this.#readNew(row, cell) : this.#readKnown(row, id, cell)
    if (why !== null) this.#refused.push({ row, why })
  }

  /** Answers why the row is refused; null when it is not. */
  #readNew(row: number, cell: (property: string) => string | undefined): string | null {
    const start = new Map<string, unknown>(Object.entries(this.#kind.start(this.#context)))
    const typed: Record<string, string> = {}
    for (const [property, field] of Object.entries(this.#kind.fields)) {
      const proposed = start.get(property)
      const given = cell(property) ?? ''
      typed[property] =
        given === '' && field.words.hidden && isStoredValue(proposed) ? field.write(proposed) : given
    }
    const read = objectOf<Values<Shape>>(typedSchemas(this.#kind.fields)).safeParse(typed)
    if (!read.success) return sentences(read.error.issues.map(({ message }) => message))
    const faults = Object.values(this.#rules.faults(null, read.data))
    if (faults.length > 0) return sentences(faults)
    this.#rules.keep(null, read.data)
    this.#added.push({ row, draft: read.data })
    return null
  }

  #readKnown(row: number, id: string, cell: (property: string) => string | undefined): string | null {
    const { words } = this.#kind
    const record = this.#known.get(id)
    if (!record)
      return this.#withdrawn.has(id)
        ? `The ${words.one} ${id} was withdrawn: leave its id empty to add it anew`
        : `There is no ${words.one} ${id}: leave its id empty to add a new one`
    const earlier = this.#seen.get(id)
    if (earlier !== undefined) return `It is here twice, first in row ${earlier}: keep one`
    this.#seen.set(id, row)

    const stored = new Map<string, unknown>(Object.entries(record))
    const mended: string[] = []
    const given = Object.entries(this.#kind.fields).filter(([property]) => this.#cells.has(property))
    const typed = Object.fromEntries(
      given.map(([property, field]) => {
        const value = stored.get(property)
        const before = isStoredValue(value) ? storedText(value) : ''
        const text = cell(property) ?? ''
        if (field.column !== 'text' || !isSpoiled(before, text)) return [property, text]
        mended.push(`${field.words.label} is ${text} in the file and is left as ${before}`)
        return [property, before]
      }),
    )
    const read = objectOf<Partial<Values<Shape>>>(typedSchemas(Object.fromEntries(given))).safeParse(typed)
    if (!read.success) return sentences(read.error.issues.map(({ message }) => message))

    this.#mended.push(...mended.map((what) => ({ row, what })))

    const next = storedValues(read.data)
    const changed = differences(storedValues(record), next)
    if (changed.length === 0) {
      this.#unchanged += 1
      return null
    }
    const version = cell('version') ?? ''
    if (version !== '' && Number(version) !== record.version)
      return `Somebody changed this ${words.one} after the file was taken: take the file again`
    const reason = cell('change_reason') ?? ''
    const whole = { ...record, ...read.data }
    const faults = [
      ...refusals(this.#kind, changed, reason).map(({ why, forReason }) =>
        forReason ? `${why}, in the column change_reason` : why,
      ),
      ...Object.values(this.#rules.faults(id, whole)),
    ]
    if (faults.length > 0) return sentences(faults)
    this.#rules.keep(id, whole)
    this.#changed.push({
      row,
      record,
      change: read.data,
      differences: changed,
      reason,
      checked: version !== '',
    })
    return null
  }
}

const sentences = (found: readonly string[]): string => [...new Set(found)].join('; ')
