type Camel<Name extends string> = Name extends `${infer Head}_${infer Tail}`
  ? `${Head}${Capitalize<Camel<Tail>>}`
  : Name

/** What a row carries for the store alone: whose it is, and who wrote it down. */
type StoreOnly = 'council_id' | 'recorded_by'

/** A table's row as the rest of the room speaks of it: `due_on` is `dueOn`. */
export type FromRow<Row> = { [Name in Exclude<keyof Row, StoreOnly> & string as Camel<Name>]: Row[Name] }

export const camelCase = (name: string): string =>
  name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())

export const snakeCase = (name: string): string =>
  name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

export function fromRow<Row extends object>(row: Row): FromRow<Row> {
  const entries = Object.entries(row).filter(([name]) => name !== 'council_id' && name !== 'recorded_by')
  return Object.fromEntries(entries.map(([name, value]) => [camelCase(name), value])) as FromRow<Row>
}

export const toRow = (fields: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [snakeCase(name), value]))

/** The thing less some of its fields. */
export function without<Thing extends object, Name extends keyof Thing & string>(
  thing: Thing,
  ...names: readonly Name[]
): Omit<Thing, Name> {
  const kept = Object.entries(thing).filter(([name]) => !(names as readonly string[]).includes(name))
  return Object.fromEntries(kept) as Omit<Thing, Name>
}
