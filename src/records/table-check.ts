import { columnsOf, type Records } from '../platform/records.ts'
import { resultOf, type Check } from '../platform/room.ts'
import { columnOf, type Field } from './field.ts'
import type { ColumnSpec } from './migrations.ts'
import type { RecordKind } from './record.ts'

/** The columns that a definition says its table has. */
function specifiedColumns(
  kind: Pick<RecordKind, 'fields' | 'withdrawable'>,
): ReadonlyMap<string, ColumnSpec> {
  const own: [string, ColumnSpec][] = [
    ['id', 'text'],
    ['council_id', 'text'],
    ['version', 'integer'],
  ]
  const withdrawal: [string, ColumnSpec][] = kind.withdrawable
    ? [
        ['withdrawn_at', 'text?'],
        ['withdrawn_reason', 'text?'],
      ]
    : []
  const fields = Object.entries(kind.fields).map(([property, field]): [string, ColumnSpec] => [
    columnOf(property),
    specOf(field),
  ])
  return new Map([...own, ...withdrawal, ...fields])
}

const specOf = ({ column, nullable }: Field): ColumnSpec => `${column}${nullable ? '?' : ''}`

/**
 * Where the tables in the store are not what the definitions say, each with what to write in a migration; empty when
 * they agree.
 */
export async function recordTableFaults(
  records: Records,
  kinds: readonly Pick<RecordKind, 'table' | 'fields' | 'withdrawable'>[],
): Promise<string[]> {
  const faults: string[] = []
  for (const kind of kinds) {
    const found = await columnsOf(records, kind.table)
    if (found.length === 0) {
      faults.push(`there is no table ${kind.table}: write a migration with createRecordTable`)
      continue
    }
    const specified = specifiedColumns(kind)
    const stored = new Map(
      found.map(({ name, type, nullable }) => [name, `${type}${nullable ? '?' : ''}`] as const),
    )
    for (const [name, spec] of specified) {
      const is = stored.get(name)
      if (is === undefined)
        faults.push(
          `${kind.table} lacks ${name}: write a migration with addRecordColumns(db, '${kind.table}', { ${name}: '${spec}' })`,
        )
      else if (is !== spec)
        faults.push(`${kind.table}.${name} is ${is} in the store and ${spec} in its definition`)
    }
    for (const name of stored.keys())
      if (!specified.has(name)) faults.push(`${kind.table} has ${name}, which its definition does not name`)
  }
  return faults
}

/** The same for `waymark check`, under the name of the room whose kinds they are: `plan-tables`. */
export const recordTablesCheck = (
  room: string,
  records: Records,
  kinds: readonly Pick<RecordKind, 'table' | 'fields' | 'withdrawable'>[],
): Check => ({
  name: `${room}-tables`,
  verify: async () =>
    resultOf(
      await recordTableFaults(records, kinds),
      `${kinds.length} ${kinds.length === 1 ? 'table is' : 'tables are'} as declared`,
    ),
})
