import type { Pass, Permission } from '../access/index.ts'
import type { Clock } from '../platform/day.ts'
import type { FieldErrors } from '../platform/errors.ts'
import type { Records } from '../platform/records.ts'
import { isStoredValue, storedText, type Fields, type Values } from './field.ts'
import { errorsOf } from './form.ts'
import { instantText } from './history.ts'
import type { RecordKind, RecordOf } from './record.ts'
import { tablesOf } from './record-tables.ts'

/** Rules about a record as a whole, which no single field can check. */
export interface RecordRules<Shape extends Fields> {
  /** What is wrong, by the name of the control; `id` is null for a new one. */
  faults(id: string | null, values: Values<Shape>): FieldErrors
  /** Counts a record that is about to be kept among those that others may not repeat. */
  keep(id: string | null, values: Values<Shape>): void
}

/** Reads once what the rules of a kind compare with: the values that may not be repeated, and the parents that there are. */
export async function rulesOf<Shape extends Fields, Read extends Permission, Write extends Permission>(
  records: Records,
  pass: Pass<NoInfer<Read | Write>>,
  kind: RecordKind<string, Shape, Read, Write>,
  clock: Clock,
): Promise<RecordRules<Shape>> {
  const council = pass.person.council
  const context = { today: clock.today(), now: instantText(clock.now()) }
  const rows = (table: string) => tablesOf(records).selectFrom(table).where('councilId', '=', council)

  const taken = new Map<string, Map<string, string>>()
  const parents = new Map<string, ReadonlySet<string>>()
  const stored = await rows(kind.table).selectAll().execute()
  for (const [property, field] of Object.entries(kind.fields)) {
    if (field.words.unique)
      taken.set(property, new Map(stored.map((row) => [storedText(row[property]), storedText(row['id'])])))
    if (field.parent) {
      const found = await rows(field.parent().table).select('id').execute()
      parents.set(property, new Set(found.map((row) => row.id)))
    }
  }
  // A file's own rows count as well, once they are to be kept.
  const inUse = new Map(
    stored
      .filter((row) => (row['withdrawnAt'] ?? null) === null)
      .map((row): [string, RecordOf<Shape>] => [storedText(row['id']), kind.row.parse(row)]),
  )
  let kept = 0
  const textOf = (values: object, property: string): string => {
    const value: unknown = new Map<string, unknown>(Object.entries(values)).get(property)
    return isStoredValue(value) ? storedText(value) : ''
  }
  return {
    faults(id, values) {
      const faults: Record<string, string> = {}
      for (const [property, { words, parent }] of Object.entries(kind.fields)) {
        const value = textOf(values, property)
        const holder = taken.get(property)?.get(value)
        if (value !== '' && holder !== undefined && holder !== id)
          faults[property] = words.unique?.(value) ?? ''
        if (parent && value !== '' && !parents.get(property)?.has(value))
          faults[property] =
            `There is no ${parent().name.replaceAll('_', ' ')} ${value} for this to belong to`
      }
      const others = [...inUse].flatMap(([held, record]) => (held === id ? [] : [record]))
      return errorsOf({ ...faults, ...kind.check(values, context, others) })
    },
    keep(id, values) {
      for (const [property, holders] of taken) holders.set(textOf(values, property), id ?? 'new')
      kept += 1
      const key = id ?? `new ${kept}`
      inUse.set(key, { id: key, ...values, version: 1 })
    },
  }
}
