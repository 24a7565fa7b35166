import type { FieldValue } from '../values/field-value.ts'
import type { FieldSpec, FieldType } from '../../standards/table.ts'
import type { FilledRow, SetStore } from './set-store.ts'

/** Their different values are few, and the same in many columns and files; of the others each column has its own. */
const SHARED = new Set<FieldType>(['date', 'month', 'age', 'integer', 'boolean', 'category'])

/** What a text is read as. */
export interface ReadText {
  text: string
  value: FieldValue | null
  /** It has a value and nothing is said of it, in any column. */
  isClean: boolean
}

/** A table of texts and what they are read as, for columns that are read alike. */
export class ValueMap {
  readonly name: string
  readonly #type: FieldType
  readonly #store: SetStore
  readonly #texts = new Set<string>()
  #hasClean = false

  constructor(store: SetStore, name: string, type: FieldType) {
    this.#store = store
    this.name = name
    this.#type = type
  }

  get size(): number {
    return this.#texts.size
  }

  /** A condition under which a column's text is already known to be clean. */
  knows(text: string): string | null {
    return this.#hasClean ? `${text} in (select text from ${this.name} where is_clean)` : null
  }

  /** A text that is in it already is left as it is. */
  async add(texts: readonly ReadText[]): Promise<void> {
    const rows: FilledRow[] = []
    for (const { text, value, isClean } of texts) {
      if (this.#texts.has(text)) continue
      this.#texts.add(text)
      if (isClean) this.#hasClean = true
      rows.push([text, value, isClean])
    }
    if (rows.length === 0) return
    await this.#store.fill(this.name, { text: 'string', value: this.#type, is_clean: 'boolean' }, rows)
  }
}

/** The maps of a load. */
export class ValueMaps {
  readonly #store: SetStore
  readonly #shared = new Map<string, ValueMap>()
  #own: ValueMap[] = []
  #made = 0

  constructor(store: SetStore) {
    this.#store = store
  }

  of({ type, codeSet }: Pick<FieldSpec, 'type' | 'codeSet'>): ValueMap {
    const key = `${type} ${codeSet ?? ''}`
    const known = this.#shared.get(key)
    if (known) return known
    this.#made += 1
    const map = new ValueMap(this.#store, `csv_value_${this.#made}`, type)
    if (SHARED.has(type)) this.#shared.set(key, map)
    else this.#own.push(map)
    return map
  }

  /** Drops those that the columns of one file have for themselves. */
  async dropOwn(): Promise<void> {
    for (const { name } of this.#own) await this.#store.run(`drop table if exists temp.${name}`)
    this.#own = []
  }
}
