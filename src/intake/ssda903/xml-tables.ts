import type { Day } from '../../platform/day.ts'
import type { TableReport } from '../intake-report.ts'
import type { Severity } from '../problem.ts'
import type { AcceptedRow } from '../tables/accepted-row.ts'
import type { ReadContext } from '../tables/read-context.ts'
import { columnsOf } from '../tables/table-header.ts'
import { TableReader } from '../tables/table-reader.ts'
import { isEmpty } from '../values/blank.ts'
import { readerOf } from '../values/field-value.ts'
import type { ReturnCodeSet } from '../../standards/ssda903/code-sets.ts'
import type { ReturnFile } from '../../standards/ssda903/return-file.ts'
import { column } from '../../standards/table.ts'
import { ownFields, RETURN_FILES } from '../../standards/ssda903/return-files.ts'

const HEADER = RETURN_FILES.find(({ table }) => table === 'ssda903/header')!
const UASC = RETURN_FILES.find(({ table }) => table === 'ssda903/uasc')!

/** Only the XML has it, in the header: of a child who was unaccompanied in the year. The CSV says it by the child's row. */
const UASC_FLAG = column('UASC', 'UASC', 'boolean', { codeSet: 'ssda903_flag' satisfies ReturnCodeSet })
const readFlag = readerOf(UASC_FLAG)

/** By the name of an element: those of the files' columns, and the other names that the XML has for two of them. */
const FIELD_NAMES = new Map([
  [UASC_FLAG.name, UASC_FLAG.name],
  ...RETURN_FILES.flatMap(({ fields }) =>
    fields.flatMap(({ name, aliases }) => [name, ...aliases].map((known) => [known, name] as const)),
  ),
])

/** An element that holds values, by the name of their column; and its line. */
export interface Block {
  name: string
  line: number
  values: Map<string, string>
}

/** What a problem is about. */
interface XmlPlace {
  line: number
  sheet?: string | null
  field?: string | null
  value?: string | null
}

interface XmlTable {
  file: ReturnFile
  /** The file's name in the return, which stands for the sheet. */
  sheet: string
  columns: readonly string[]
  reader: TableReader
  seen: Set<string>
  unknown: Set<string>
}

/** The tables that the elements of an XML return become rows of. Child-level. */
export class XmlTables {
  readonly #file: string
  readonly #context: ReadContext
  readonly #tables: readonly XmlTable[]
  /** By the columns that no other table has. */
  readonly #owners: ReadonlyMap<string, XmlTable>

  constructor(file: string, fileDay: Day | null, context: ReadContext) {
    this.#file = file
    this.#context = context
    this.#tables = RETURN_FILES.map((spec) => {
      const sheet = spec.table.slice(spec.table.indexOf('/') + 1)
      const columns = spec.fields.map(({ name }) => name)
      const header = columnsOf(spec, columns)
      const place = { file, sheet, inWorkbook: false, fileDay }
      return {
        file: spec,
        sheet,
        columns,
        reader: new TableReader(header, place, context, columns.length),
        seen: new Set(),
        unknown: new Set(),
      }
    })
    this.#owners = new Map(
      this.#tables.flatMap((table) => ownFields(table.file).map(({ name }) => [name, table] as const)),
    )
  }

  /** Of two of one name in a block the second is left out. */
  describeTwice(block: string, field: string, line: number, value: string): void {
    this.say(
      'warning',
      'xml-element-twice',
      { line, sheet: this.#owners.get(field)?.sheet ?? 'header', field, value },
      `'${field}' comes twice in one ${block}: the first was read`,
    )
  }

  /** The column that an element is a value of; null when it is none's. */
  nameOf(element: string): string | null {
    return FIELD_NAMES.get(element) ?? null
  }

  /** The rows that a block of elements makes, null for each that was set aside. What is blank makes none. */
  *read(block: Block, header: Block | null): Generator<AcceptedRow | null> {
    const filled = new Set<XmlTable>()
    for (const [name, text] of block.values) {
      const owner = this.#owners.get(name)
      if (!owner) continue
      owner.seen.add(name)
      if (!isEmpty(text)) filled.add(owner)
    }
    if (block.name === 'HEADER') {
      filled.add(this.#tableOf(HEADER))
      if (this.#isFlagged(block)) filled.add(this.#tableOf(UASC))
    }
    for (const { columns, reader } of filled) {
      const cells = columns.map((name) => block.values.get(name) ?? header?.values.get(name) ?? null)
      const counted = reader.accepted + reader.quarantined
      const row = reader.read({ number: block.line, cells })
      // A row is one that was counted: a child whose id is that of a closing line, such as None, is not.
      if (reader.accepted + reader.quarantined > counted) yield row
    }
  }

  #tableOf(file: ReturnFile): XmlTable {
    return this.#tables.find((table) => table.file === file)!
  }

  /** A child who is flagged as unaccompanied has a row there, though no column of that file is said. */
  #isFlagged({ values, line }: Block): boolean {
    const written = values.get(UASC_FLAG.name)
    if (written === undefined) return false
    this.#tableOf(UASC).seen.add('DUC')
    const { value, finding } = readFlag(written)
    if (finding) {
      const { severity, code, says } = finding
      this.say(
        severity,
        code,
        { line, sheet: 'uasc', field: UASC_FLAG.name, value: written },
        `'${UASC_FLAG.name}' ${says}`,
      )
    }
    return value === true
  }

  /** Told once for each name. */
  describeUnknown(block: string, element: string, line: number): void {
    const table = this.#tables.find(({ sheet }) => sheet === (block === 'EPISODE' ? 'episodes' : 'header'))!
    if (table.unknown.has(element)) return
    table.unknown.add(element)
    this.say(
      'note',
      'column-unknown',
      { line, sheet: table.sheet, field: element },
      `${block} has an element '${element}' that the SSDA903 does not have: it was left out`,
    )
  }

  say(
    severity: Severity,
    code: string,
    { line, sheet = null, field = null, value = null }: XmlPlace,
    says: string,
  ): void {
    const place = { file: this.#file, sheet, row: line, field, value }
    this.#context.book.add({ severity, code, ...place, message: `Line ${line}: ${says}` })
  }

  /** Of each table that the file has anything of, and always of the header. */
  reports(): TableReport[] {
    return this.#tables
      .filter(({ file, seen }) => file === HEADER || seen.size > 0)
      .map(({ file, sheet, reader: { accepted, quarantined }, seen, unknown }) => ({
        table: file.table,
        sheet,
        rows: accepted + quarantined,
        accepted,
        quarantined,
        unknownColumns: [...unknown],
        presentColumns: file.fields
          .map(({ key }) => key)
          .filter((key) => !this.#owners.has(key) || seen.has(key)),
      }))
  }
}
