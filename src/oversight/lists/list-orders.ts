import { byName, sortRows, workerOf, type ListRow, type ListSort } from './list-rows.ts'

/** The rows of one list as its page asks for them: in each order, and by the names that can be chosen. */
export interface ListOrders {
  by: (sort: ListSort) => readonly ListRow[]
  teams: readonly string[]
  /** Of one team, or of all. */
  workersOf: (team: string | null) => readonly string[]
}

const known = new WeakMap<readonly ListRow[], ListOrders>()

/** The rows of a snapshot never change, so each order of thousands is worked out once: what narrows them keeps it. */
export function ordersOf(rows: readonly ListRow[]): ListOrders {
  const kept = known.get(rows) ?? openOrders(rows)
  known.set(rows, kept)
  return kept
}

function openOrders(rows: readonly ListRow[]): ListOrders {
  const orders = new Map<ListSort, readonly ListRow[]>()
  const workers = new Map<string | null, readonly string[]>()
  return {
    by: (sort) => keptIn(orders, sort, () => sortRows(rows, sort)),
    teams: namesOf(rows.map(({ team }) => team)),
    workersOf: (team) =>
      keptIn(workers, team, () =>
        namesOf(rows.filter((row) => team === null || row.team === team).map((row) => workerOf(row))),
      ),
  }
}

function keptIn<Key, Value>(values: Map<Key, Value>, key: Key, make: () => Value): Value {
  const value = values.get(key) ?? make()
  values.set(key, value)
  return value
}

const namesOf = (names: readonly (string | null)[]): string[] =>
  [...new Set(names.flatMap((name) => name ?? []))].toSorted((a, b) => byName.compare(a, b))
