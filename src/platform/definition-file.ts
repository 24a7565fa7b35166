import { readdirSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'

/**
 * A definition is an SQL file with a header of comment lines, which people read and the program parses:
 *
 *   -- title:    Assessments completed within 45 working days
 *   -- needs:    cin_assessments.start_date,
 *                cin_assessments.auth_date (may be blank)
 *   -- trap:     Extensions authorised but not recorded
 *   --   rule:   The day recorded counts
 *
 * A field is one or two words and a colon. A line that continues the one before is indented by nine spaces or more.
 * Fields that belong to another field are below it, two spaces further in. Each kind of definition declares its
 * fields; a name that is not declared is an error, so that a spelling mistake cannot go unnoticed.
 */
const FIELD = /^-- ((?: {2})*)([a-z]+(?: [a-z]+)?):\s+(\S.*)$/
const CONTINUED = /^--\s{9,}(\S.*)$/

/** Names the file and the line, as an editor opens them. */
export class BadDefinition extends Error {
  override name = 'BadDefinition'
  constructor(file: string, line: number, message: string) {
    super(`${file}:${line}: ${message}`)
  }
}

/** A field as it is in the file, with those that belong to it. */
interface Entry {
  name: string
  text: string
  line: number
  inner: Entry[]
}

export type Fields = Readonly<Record<string, Field<unknown>>>
export type Values<F extends Fields> = { [Name in keyof F]: F[Name] extends Field<infer T> ? T : never }

/** A declared field: which value a definition has from the entries of its name. */
export interface Field<T> {
  presence: 'required' | 'optional' | 'repeated'
  inner: Fields
  valueOf: (entries: readonly Entry[], file: string) => T
}

/** What the text of a field means; null when it cannot be read. */
type Read<T, I extends Fields> = (text: string, line: number, inner: Values<I>) => T | null

interface Options<I extends Fields> {
  /** The fields that may be below this one. */
  inner?: I
  /** Says how it is written, where it cannot be read. */
  written?: string
}

export function required<T, I extends Fields = Fields>(read: Read<T, I>, options: Options<I> = {}): Field<T> {
  return {
    presence: 'required',
    inner: options.inner ?? {},
    valueOf: ([entry], file) => valueOf(file, entry!, read, options),
  }
}

export const optional = <T, I extends Fields = Fields>(
  read: Read<T, I>,
  options: Options<I> = {},
): Field<T | null> => orNull(required(read, options))

export function repeated<T, I extends Fields = Fields>(
  read: Read<T, I>,
  options: Options<I> = {},
): Field<readonly T[]> {
  return {
    presence: 'repeated',
    inner: options.inner ?? {},
    valueOf: (entries, file) => entries.map((entry) => valueOf(file, entry, read, options)),
  }
}

function orNull<T>({ presence, inner, valueOf }: Field<T>): Field<T | null> {
  return {
    presence: presence === 'repeated' ? presence : 'optional',
    inner,
    valueOf: (entries, file) => (entries.length > 0 ? valueOf(entries, file) : null),
  }
}

/** The same fields, none of them required: null where there is none. */
export const allOptional = <F extends Fields>(
  fields: F,
): { [Name in keyof F]: F[Name] extends Field<infer T> ? Field<T | null> : never } =>
  Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, orNull(field)])) as never

export const words = (text: string): string => text
export const listOf = (text: string): string[] => text.split(/,\s*/)
export const choiceOf =
  <T extends string>(choices: readonly T[]) =>
  (text: string): T | null =>
    choices.find((choice) => choice === text) ?? null

/** Reads the header of a definition. Throws BadDefinition. */
export const readDefinition = <F extends Fields>(file: string, text: string, fields: F): Values<F> =>
  valuesOf(file, 1, entriesOf(file, text, fields), fields)

/** The SQL of a definition as it is run. */
export const sqlOf = (text: string): string => text.replace(/;\s*$/, '')

/** The definitions of a folder, by name. */
export const definitionsIn = (folder: URL): { id: string; text: string }[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort()
    .map((file) => ({ id: basename(file, '.sql'), text: readFileSync(new URL(file, folder), 'utf8') }))

function valueOf<T, I extends Fields>(file: string, entry: Entry, read: Read<T, I>, options: Options<I>): T {
  const { name, text, line } = entry
  const inner = valuesOf(file, line, entry.inner, options.inner ?? ({} as I))
  const value = read(text, line, inner)
  if (value === null)
    throw new BadDefinition(file, line, `${options.written ?? `'${name}' cannot be read`}: ${text}`)
  return value
}

function valuesOf<F extends Fields>(
  file: string,
  line: number,
  entries: readonly Entry[],
  fields: F,
): Values<F> {
  const values = Object.entries(fields).map(([name, field]) => {
    const found = entries.filter((entry) => entry.name === name)
    if (found.length === 0 && field.presence === 'required')
      throw new BadDefinition(file, line, `the header does not say '${name}'`)
    return [name, field.valueOf(found, file)]
  })
  return Object.fromEntries(values) as Values<F>
}

/** The fields of the comment lines at the top of the file. */
function entriesOf(file: string, text: string, fields: Fields): Entry[] {
  const root = { fields, entries: [] as Entry[] }
  /** The field that was read last, with those that it belongs to: where the next one may be. */
  let open = [root]
  let last: Entry | null = null
  for (const [index, content] of text.split('\n').entries()) {
    if (!content.startsWith('--')) break
    const line = index + 1
    const [, indent = '', name = '', value = ''] = FIELD.exec(content) ?? []
    const within = open[indent.length / 2]
    const field = within && Object.hasOwn(within.fields, name) ? within.fields[name] : undefined
    if (within && field) {
      if (field.presence !== 'repeated' && within.entries.some((entry) => entry.name === name))
        throw new BadDefinition(file, line, `'${name}' is said twice`)
      last = { name, text: value.trim(), line, inner: [] }
      within.entries.push(last)
      open = [...open.slice(0, indent.length / 2 + 1), { fields: field.inner, entries: last.inner }]
      continue
    }
    const more = CONTINUED.exec(content)?.[1]
    if (!more || !last) throw new BadDefinition(file, line, describeFault(name, indent))
    last.text += ` ${more.trim()}`
  }
  return root.entries
}

function describeFault(name: string, indent: string): string {
  if (name === '') return 'this is no field of a header'
  return `'${name}' is no field of ${indent === '' ? 'this header' : 'the one it stands below'}`
}
