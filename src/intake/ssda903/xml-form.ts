import type { TableReport } from '../intake-report.ts'
import { FileFault } from '../reading/raw-sheet.ts'
import { readXmlElements } from '../reading/xml-elements.ts'
import type { AcceptedRow } from '../tables/accepted-row.ts'
import type { ReadContext } from '../tables/read-context.ts'
import type { XmlFile, XmlForm } from '../tables/standard.ts'
import { XmlTables, type Block } from './xml-tables.ts'

/** Rows that come before the header of their child wait for it, and are held meanwhile. */
const MAX_WAITING = 5000

/**
 * The return as one XML file: an element for each child, in it a HEADER with what is said once and an EPISODE for each
 * episode. Read by name, in any order: what an element holds, not what it is called, says which file's row it is, as
 * with the CSV files. The number of a row is the line of its element.
 */
export const ssda903Xml: XmlForm = {
  root: 'EXPSSDA903',
  async read(file, context) {
    const reading = new ReturnReading(file, context)
    await readXmlElements(
      file.file,
      file.pieces,
      {
        opened: (name, line) => reading.opened(name.toUpperCase(), line),
        closed: (name, text) => reading.closed(name.toUpperCase(), text),
        strayText: (text, line) => reading.strayText(text, line),
      },
      () => reading.handOver(),
    )
    return reading.reports()
  },
}

/** An element that is open. Few hold values themselves: those that do are blocks. */
interface OpenElement {
  name: string
  line: number
  values: Block['values'] | null
}

class ReturnReading {
  readonly #file: string
  readonly #context: ReadContext
  readonly #tables: XmlTables
  /** The innermost last. */
  readonly #open: OpenElement[] = []
  #header: Block | null = null
  #waiting: Block[] = []
  #accepted: AcceptedRow[] = []
  #rowsRead = 0

  constructor({ file, fileDay }: XmlFile, context: ReadContext) {
    this.#file = file
    this.#context = context
    this.#tables = new XmlTables(file, fileDay, context)
  }

  opened(name: string, line: number): void {
    this.#open.push({ name, line, values: null })
  }

  closed(name: string, text: string): void {
    const { line, values } = this.#open.pop()!
    const parent = this.#open.at(-1)
    if (name === 'CHILD' && parent?.name !== 'HEADER')
      this.#endOfChild({ name, line, values: values ?? new Map() })
    else if (values || name === 'HEADER') this.#takeBlock({ name, line, values: values ?? new Map() })
    else if (parent) this.#takeValue(parent, name, line, text)
  }

  strayText(text: string, line: number): void {
    this.#tables.say(
      'warning',
      'xml-stray-text',
      { line, value: text },
      'has text between the elements, where there is none to be: it was left out',
    )
  }

  /** Rows are handed over one by one, each waited for: the first of a table opens it. */
  async handOver(): Promise<void> {
    const accepted = this.#accepted
    this.#accepted = []
    for (const row of accepted) {
      const taken = this.#context.onRow(row)
      if (taken) await taken
    }
    for (; this.#rowsRead > 0; this.#rowsRead -= 1) this.#context.onProgress()
  }

  reports(): TableReport[] {
    return this.#tables.reports()
  }

  #takeValue(parent: OpenElement, name: string, line: number, text: string): void {
    const field = this.#tables.nameOf(name)
    if (field === null) {
      // An empty element says nothing, whatever it is called.
      if (text.trim() !== '') this.#tables.describeUnknown(parent.name, name, line)
      return
    }
    parent.values ??= new Map()
    if (parent.values.has(field)) {
      this.#tables.describeTwice(parent.name, field, line, text.trim())
      return
    }
    parent.values.set(field, text)
  }

  #takeBlock(block: Block): void {
    if (block.name === 'HEADER') {
      this.#header = block
      this.#read(block)
      this.#endWaiting()
      return
    }
    if (this.#header && !this.#open.some(({ name }) => name === 'HEADER')) this.#read(block)
    else this.#waiting.push(block)
    if (this.#waiting.length > MAX_WAITING) {
      throw new FileFault(
        'xml-child-too-long',
        `${this.#file} has a child with more than ${MAX_WAITING} rows before its header, which no return has`,
      )
    }
  }

  /** What is said of a child outside of any header is said of the child all the same. */
  #endOfChild(child: Block): void {
    if (child.values.size > 0) {
      if (this.#header) this.#read(child)
      else this.#takeBlock({ ...child, name: 'HEADER' })
    }
    this.#endWaiting()
    this.#header = null
  }

  #endWaiting(): void {
    const waiting = this.#waiting
    this.#waiting = []
    for (const block of waiting) this.#read(block)
  }

  #read(block: Block): void {
    for (const row of this.#tables.read(block, this.#header)) {
      this.#rowsRead += 1
      if (row) this.#accepted.push(row)
    }
  }
}
