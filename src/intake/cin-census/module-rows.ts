import type { TableReport } from '../intake-report.ts'
import { type FieldValue, readerOf } from '../values/field-value.ts'
import type { SpellingBook } from '../values/spelling-book.ts'
import { blankRow, columnIn, isKeyOf } from './census-elements.ts'
import { coded, type CensusModule } from '../../standards/cin-census/census-module.ts'
import { CENSUS_MODULES } from '../../standards/cin-census/modules.ts'

/** A row of a module while its child is read. */
export interface Block {
  rows: ModuleRows
  line: number
  values: Record<string, FieldValue | null>
  /** The referral and the plan that it is in. */
  details: Block | null
  plan: Block | null
  /** The block that says the same and came before it; otherwise itself. */
  kept: Block
  /** A part of its key was there and could not be read, which has been said. */
  isKeyUnread: boolean
}

/** Where the value of one element goes. */
interface Slot {
  key: string
  read: ReturnType<typeof readerOf>
  codeSet: string | null
  isKey: boolean
  /** Of several elements all are kept, one after another. */
  isList: boolean
}

/** An assessment's factors are in its row as a list of codes: `1C 6B`. */
const FACTORS = coded('AssessmentFactors', 'cin_census_assessment_factors')

/** What one file holds of one module. */
export class ModuleRows {
  readonly module: CensusModule
  /** The module's name, which stands for the sheet. */
  readonly sheet: string
  accepted = 0
  quarantined = 0
  readonly unknown = new Set<string>()
  readonly #slots = new Map<string, Slot | null>()
  readonly #blank: Record<string, FieldValue | null>
  readonly #seen = new Set<string>()

  readonly #spellings: SpellingBook

  constructor(module: CensusModule, spellings: SpellingBook) {
    this.module = module
    this.#spellings = spellings
    this.sheet = module.module
    this.#blank = blankRow(module)
  }

  open(line: number, around: Block | null): Block {
    const { module } = this
    const block: Block = {
      rows: this,
      line,
      values: { ...this.#blank },
      details: around && (around.rows.module.module === 'CINdetails' ? around : around.details),
      plan: around && (around.rows.module.module === 'ChildProtectionPlans' ? around : around.plan),
      kept: null!,
      isKeyUnread: false,
    }
    block.kept = block
    // A block is in none of its own kind.
    if (module.module === 'CINdetails') block.details = block.plan = null
    if (module.module === 'ChildProtectionPlans') block.plan = null
    return block
  }

  /** Null when the module has no such value. */
  slot(name: string): Slot | null {
    let slot = this.#slots.get(name)
    if (slot === undefined) this.#slots.set(name, (slot = this.#slotOf(name)))
    return slot
  }

  #slotOf(name: string): Slot | null {
    const field = columnIn(this.module, name)
    if (field === null) return null
    this.#seen.add(name)
    const isList = name === FACTORS.name
    const { codeSet } = isList ? FACTORS : field
    const read = readerOf(isList ? FACTORS : field, this.#spellings)
    return { key: name, read, codeSet, isKey: isKeyOf(this.module, name), isList }
  }

  get report(): TableReport {
    const { module, sheet, accepted, quarantined, unknown } = this
    return {
      table: module.table,
      sheet,
      rows: accepted + quarantined,
      accepted,
      quarantined,
      unknownColumns: [...unknown],
      presentColumns: module.fields
        .map(({ key }) => key)
        .filter((key) => NUMBERED.has(key) || this.#seen.has(key)),
    }
  }
}

/** What is not among an element's own values, and is in every row all the same. */
const NUMBERED = new Set(['LAchildID', 'CINdetailsID', 'AssessmentID', 'CPPID'])

/** One for each module, by its name. */
export const moduleRows = (spellings: SpellingBook): ReadonlyMap<string, ModuleRows> =>
  new Map(CENSUS_MODULES.map((module) => [module.module, new ModuleRows(module, spellings)]))
