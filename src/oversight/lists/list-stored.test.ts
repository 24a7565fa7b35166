import { beforeAll, expect, test } from 'vitest'
import { measureWorld } from '../../../tests/support/measure-world.ts'
import { measured } from '../../../tests/support/measured.ts'
import type { Scope } from '../../access/index.ts'
import type { OpenSnapshot } from '../../dataset/snapshots/sealed.ts'
import { overdueRules, type ListRow } from './list-rows.ts'
import { listReached, rowsReached } from './list-stored.ts'
import { LISTS } from './lists.ts'

let snapshot: OpenSnapshot
beforeAll(async () => {
  snapshot = await measured(measureWorld())
})

const inOrder = (rows: readonly ListRow[]) =>
  rows.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))

/** From the rows of all lists: by child, the lists and rules that hold besides those of one list. */
function elsewhereIn(rows: readonly ListRow[], list: string): Record<string, string[]> {
  const own = new Set(rows.flatMap((row) => (row.list === list ? (row.childId ?? []) : [])))
  const others = rows.filter(
    ({ childId, ...row }) => childId && own.has(childId) && row.list !== list && row.isOverdue,
  )
  const byChild = Map.groupBy(others, ({ childId }) => childId!)
  return Object.fromEntries(
    [...byChild].map(([child, held]) => [
      child,
      [...new Set(held.flatMap((row) => overdueRules(row).map((rule) => `${row.list}: ${rule}`)))].toSorted(),
    ]),
  )
}

const SCOPES: readonly [string, Scope | 'a team' | 'a worker'][] = [
  ['everything', { kind: 'everything' }],
  ['a team', 'a team'],
  ['a worker', 'a worker'],
  ['nobody', { kind: 'none' }],
]

test.each(SCOPES)('each list by itself is as it is among all, in the scope of %s', async (_name, asked) => {
  const everything = await rowsReached(snapshot, { scope: { kind: 'everything' } })
  const known = everything.find(({ team, worker }) => team && worker)!
  const scope: Scope =
    asked === 'a team'
      ? { kind: 'team', teams: [known.team!] }
      : asked === 'a worker'
        ? { kind: 'own', worker: known.worker! }
        : asked
  const all = await rowsReached(snapshot, { scope })
  expect(all.length > 0).toBe(scope.kind !== 'none')
  for (const { id } of LISTS) {
    const { rows, elsewhere } = await listReached(snapshot, { scope }, id)
    expect(inOrder(rows), id).toEqual(inOrder(all.filter(({ list }) => list === id)))
    const found = Object.fromEntries(
      [...elsewhere].map(([child, lists]) => [
        child,
        lists.flatMap(({ list, rules }) => rules.map((rule) => `${list}: ${rule}`)).toSorted(),
      ]),
    )
    expect(found, id).toEqual(elsewhereIn(all, id))
  }
})
