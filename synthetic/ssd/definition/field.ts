import type { DayNumber } from '../../day-number.ts'
import type { SsdCodeSetName } from './code-sets.ts'

/** What a field of the Standard Safeguarding Dataset holds. */
export interface SsdField {
  type: 'text' | 'day' | 'number' | 'json'
  /** Names the row: in the table once. */
  isKey?: true
  /** The field that its value is one of, as `person.pers_person_id`. */
  to?: string
  codes?: SsdCodeSetName
  /** What the object in the cell must say something of, though it be nothing. */
  keys?: readonly string[]
}

export type SsdFields = Readonly<Record<string, SsdField>>
export type SsdTables = Readonly<Record<string, SsdFields>>

export const key = { type: 'text', isKey: true } as const
export const text = { type: 'text' } as const
export const day = { type: 'day' } as const
export const number = { type: 'number' } as const
export const to = (target: string) => ({ type: 'text', to: target }) as const
export const code = (codes: SsdCodeSetName) => ({ type: 'text', codes }) as const
/** An object with every one of the keys, which are given with spaces between. */
export const json = (keys: string) => ({ type: 'json', keys: keys.split(' ') }) as const
/** An array of codes. */
export const list = (codes: SsdCodeSetName) => ({ type: 'json', codes }) as const

interface Cells {
  text: string
  day: DayNumber
  number: number
  json: string
}

/** A row of a table: fields that are left out are blank. */
export type SsdRow<Fields extends SsdFields> = {
  readonly [Name in keyof Fields]?: Cells[Fields[Name]['type']] | null
}
