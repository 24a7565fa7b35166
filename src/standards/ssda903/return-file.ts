import { column, type FieldSpec, type FieldType, type TableSpec } from '../table.ts'
import type { ReturnCodeSet } from './code-sets.ts'

/** One file of the return. */
export interface ReturnFile extends TableSpec {
  /** What councils call the file or its sheet, in lower case and letters and digits alone. */
  names: readonly string[]
  subject: string
}

type Own = 'source' | 'table' | 'called' | 'subject' | 'leftOut'

/** Exports of several years, or of several councils, say of each row which it is of. */
const STACKED = ['LA', 'YEAR']

/** `file` is its name in Waymark: `ssda903/<file>`. */
export const returnFile = (file: string, spec: Omit<ReturnFile, Own>): ReturnFile => ({
  ...spec,
  source: 'ssda903',
  table: `ssda903/${file}`,
  called: `the ${withinSentence(spec.name)} file of the SSDA903`,
  subject: 'CHILD',
  leftOut: STACKED,
})

/** `Header` is a word, `OC2` and `DoLo` are names. */
const withinSentence = (name: string): string => (/^[A-Z][a-z ]+$/.test(name) ? name.toLowerCase() : name)

type More = Partial<Pick<FieldSpec, 'required' | 'mayLieAhead' | 'aliases'>>

/** A column by the name that the return publishes, which is its key too. */
export const said = (name: string, type: Exclude<FieldType, 'category' | 'boolean'>, more: More = {}) =>
  column(name, name, type, more)

export const coded = (name: string, codeSet: ReturnCodeSet, more: More = {}) =>
  column(name, name, 'category', { codeSet, ...more })

export const flagged = (name: string, more: More = {}) =>
  column(name, name, 'boolean', { codeSet: 'ssda903_flag' satisfies ReturnCodeSet, ...more })
