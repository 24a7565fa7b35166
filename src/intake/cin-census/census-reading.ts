import { isPartOfYear } from '../../standards/cin-census/elements.ts'
import type { TableReport } from '../intake-report.ts'
import { FileFault } from '../reading/raw-sheet.ts'
import type { XmlListener } from '../reading/xml-elements.ts'
import type { AcceptedRow } from '../tables/accepted-row.ts'
import {
  elementNamed,
  isKeyOf,
  MESSAGE,
  publishedName,
  type CensusElement,
  type CensusGroup,
} from './census-elements.ts'
import { rowsOfChild } from './child-rows.ts'
import type { LineProblems } from './line-problems.ts'
import { UNREAD_SPELLING } from '../values/field-value.ts'
import type { SpellingBook } from '../values/spelling-book.ts'
import { moduleRows, type Block } from './module-rows.ts'

/** A child's rows are held until the child ends. No child has a hundredth as many. */
const MAX_BLOCKS = 20_000

/** Names of elements that are told by themselves. */
const MAX_UNKNOWN = 100

/** An element that is open. One for each depth, used again and again. */
interface Frame {
  outer: Frame | null
  inner: Frame | null
  /** Null inside what was left out. */
  element: CensusElement | null
  /** Null of a value too. */
  group: CensusGroup | null
  line: number
  /** The row that its values belong to, when it is one itself; otherwise that of the element around it. */
  block: Block | null
  /** Bits of what has stood in it, and the place of the last. */
  seen: number
  last: number
}

const frame = (outer: Frame | null): Frame => ({
  outer,
  inner: null,
  element: null,
  group: null,
  line: 0,
  block: null,
  seen: 0,
  last: -1,
})

/** Hears the elements of a census and makes rows of them. Child-level. */
export class CensusReading implements XmlListener {
  /** Rows of children that have ended, and how many were set aside, since they were last taken. */
  accepted: AcceptedRow[] = []
  rowsRead = 0
  readonly #problems: LineProblems
  readonly #seeHeader: (values: Block['values'], line: number) => void
  readonly #modules: ReturnType<typeof moduleRows>
  readonly #spellings: SpellingBook
  #frame = frame(null)
  #blocks: Block[] = []
  readonly #unknown = new Set<string>()
  #isInChild = false
  /** The year of the census, when its header says. */
  year: number | null = null

  constructor(
    problems: LineProblems,
    spellings: SpellingBook,
    seeHeader: (values: Block['values'], line: number) => void,
  ) {
    this.#problems = problems
    this.#spellings = spellings
    this.#modules = moduleRows(spellings)
    this.#seeHeader = seeHeader
  }

  opened(name: string, line: number): void {
    const outer = this.#frame
    const inner = (outer.inner ??= frame(outer))
    this.#frame = inner
    inner.element = inner.group = null
    inner.block = outer.block
    inner.line = line
    inner.seen = 0
    inner.last = -1
    if (outer.outer === null) {
      inner.group = MESSAGE
      return
    }
    if (outer.group === null) {
      if (outer.element !== null) this.#describeUnknown(outer, name, line)
      return
    }
    const element = outer.group.elements.get(name) ?? this.#foundElsewhere(outer, name, line)
    if (element === null) return
    inner.element = element
    if (outer.group.elements.get(element.name) === element) this.#checkPlace(outer, element, line)
    if (element.group === null) return
    inner.group = element.group
    if (element.name === 'Child') this.#isInChild = true
    if (element.group.module) inner.block = this.#openBlock(element.group.module.module, line, outer.block)
  }

  closed(_name: string, text: string): void {
    const ended = this.#frame
    this.#frame = ended.outer!
    const { element, group } = ended
    if (group !== null) this.#endGroup(ended, group)
    else if (element !== null) this.#takeValue(element, ended, text)
  }

  strayText(text: string, line: number): void {
    const says = 'has text between the elements, where there is none to be: it was left out'
    this.#problems.say('warning', 'xml-stray-text', { line, value: text }, says)
  }

  /** Of each module that the file has anything of. A file without a referral is no census, whatever its header. */
  reports(): TableReport[] {
    const held = [...this.#modules.values()].filter(({ accepted, quarantined }) => accepted + quarantined > 0)
    return held.some(({ module }) => module.subject !== null) ? held.map(({ report }) => report) : []
  }

  #openBlock(module: string, line: number, around: Block | null): Block {
    const block = this.#modules.get(module)!.open(line, around)
    this.#blocks.push(block)
    if (this.#blocks.length > MAX_BLOCKS) {
      throw new FileFault(
        'xml-child-too-long',
        `${this.#problems.file} has a child with more than ${MAX_BLOCKS} rows, which no census has`,
      )
    }
    return block
  }

  /** Elements are read by their name: in another case, or where they do not belong, they are themselves all the same. */
  #foundElsewhere(outer: Frame, name: string, line: number): CensusElement | null {
    const published = publishedName(name)
    if (published === null) {
      this.#describeUnknown(outer, name, line)
      return null
    }
    const place = { line, sheet: sheetOf(outer), field: published }
    if (published !== name) {
      const says = `has the element '${name}', read as '${published}'`
      this.#problems.describeOnce('note', 'header-read-as', place, says)
    }
    const here = outer.group!.elements.get(published)
    if (here) return here
    const says = `'${published}' is in ${outer.group!.name}, where the census has none: it was read all the same`
    this.#problems.say('warning', 'xml-out-of-place', place, says)
    return elementNamed(published)
  }

  /** Order, number and year: what the schema asks, which is told and stops nothing. */
  #checkPlace(outer: Frame, element: CensusElement, line: number): void {
    const { name, order, isMany, group } = element
    const bit = 1 << order
    if (order < outer.last) {
      const says = `'${name}' comes after what should follow it in ${outer.group!.name}`
      this.#problems.say('note', 'xml-order', { line, sheet: sheetOf(outer), field: name }, says)
    } else outer.last = order
    if (group !== null && !isMany && (outer.seen & bit) !== 0) {
      const says = `'${name}' comes twice in one ${outer.group!.name}: both were read`
      this.#problems.say('note', 'xml-element-twice', { line, sheet: sheetOf(outer), field: name }, says)
    }
    if (group !== null) outer.seen |= bit
    if (this.year !== null && !isPartOfYear(element, this.year)) {
      const says = `'${name}' is no part of the census of ${this.year}: it was read all the same`
      this.#problems.describeOnce(
        'note',
        'xml-other-year',
        { line, sheet: sheetOf(outer), field: name },
        says,
      )
    }
  }

  #takeValue(element: CensusElement, { outer, line, block }: Frame, text: string): void {
    const { name, ownRow, isMany, order } = element
    const own = ownRow && this.#openBlock(ownRow.module, line, block)
    const to = own ?? blockWith(block, name)
    const slot = to?.rows.slot(name)
    if (!to || !slot) {
      const says = `'${name}' is in no block that it could be of: it was left out`
      const place = { line, sheet: sheetOf(outer!), field: name, value: text.trim() }
      this.#problems.say('warning', 'xml-left-out', place, says)
      return
    }
    const sheet = to.rows.sheet
    const bit = outer!.group?.elements.get(name) === element ? 1 << order : 0
    if (!isMany && ((outer!.seen & bit) !== 0 || (bit === 0 && to.values[slot.key] !== null))) {
      const says = `'${name}' comes twice in one ${outer!.group!.name}: the first was read`
      const place = { line, sheet, field: name, value: text.trim() }
      this.#problems.say('warning', 'xml-element-twice', place, says)
      return
    }
    outer!.seen |= bit
    const { value, finding } = slot.read(text)
    if (finding) {
      const isLost = slot.isKey && value === null
      const aside = isLost ? ', so the row was set aside' : ''
      if (isLost) to.isKeyUnread = true
      const place = { line, sheet, field: name, value: text.trim() }
      const severity = isLost ? 'warning' : finding.severity
      const { codeSet } = slot
      if (finding.code === UNREAD_SPELLING && codeSet)
        this.#spellings.seeUnread({ codeSet, table: to.rows.module.table, field: name, text, count: 1 })
      this.#problems.say(severity, finding.code, place, `'${name}' ${finding.says}${aside}`)
    } else if (value === null && element.isRequired && !slot.isKey) this.#describeMissing(name, line, sheet)
    if (value === null) return
    const before = slot.isList ? to.values[slot.key] : null
    to.values[slot.key] = before ? `${before} ${value}` : value
  }

  #endGroup(ended: Frame, group: CensusGroup): void {
    const missing = group.required & ~ended.seen
    if (missing !== 0) this.#describeAllMissing(group, missing, ended)
    if (group.oneOf !== 0 && (group.oneOf & ended.seen) === 0)
      this.#describeMissing('Sex', ended.line, sheetOf(ended))
    if (ended.block !== null && group.name === 'Header') this.#seeHeader(ended.block.values, ended.line)
    if (group.name === 'Child') this.#isInChild = false
    const isOutermost = ended.outer!.block === null
    if (!this.#isInChild && isOutermost && this.#blocks.length > 0) this.#endChild()
  }

  #endChild(): void {
    const blocks = this.#blocks
    this.#blocks = []
    rowsOfChild(blocks, this.#problems, (row) => this.accepted.push(row))
    this.rowsRead += blocks.length
  }

  #describeAllMissing({ elements, module }: CensusGroup, missing: number, { line, block }: Frame): void {
    for (const { name, order, group } of elements.values()) {
      if ((missing & (1 << order)) === 0) continue
      const sheet = block?.rows.sheet ?? null
      if (group !== null) {
        this.#problems.say('warning', 'xml-element-missing', { line, sheet, field: name }, `has no ${name}`)
      } else if (!module || !isKeyOf(module, name)) this.#describeMissing(name, line, sheet)
    }
  }

  #describeMissing(name: string, line: number, sheet: string | null): void {
    this.#problems.say('note', 'value-missing', { line, sheet, field: name }, `'${name}' is blank`)
  }

  #describeUnknown(outer: Frame, name: string, line: number): void {
    const rows = outer.block?.rows ?? null
    const sheet = rows?.sheet ?? null
    this.#unknown.add(name)
    if (this.#unknown.size > MAX_UNKNOWN) {
      this.#unknown.delete(name)
      const says =
        'has more elements that the census does not have: they were left out, with all that they hold'
      this.#problems.describeOnce('note', 'column-unknown', { line, sheet }, says)
      return
    }
    rows?.unknown.add(name)
    const says = `has an element '${name}' that the census does not have: it was left out, with all that it holds`
    this.#problems.describeOnce('note', 'column-unknown', { line, sheet, field: name }, says)
  }
}

const sheetOf = ({ block }: Frame): string | null => block?.rows.sheet ?? null

/** The innermost of the rows around that has such a value. */
function blockWith(block: Block | null, name: string): Block | null {
  for (const candidate of [block, block?.plan, block?.details])
    if (candidate?.rows.slot(name)) return candidate
  return null
}
