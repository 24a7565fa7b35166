import { expect, test } from 'vitest'
import { onBothStores } from '../../../tests/support/stores.ts'
import { accessMigrations, allow, type Person } from '../../access/index.ts'
import type { Clock } from '../../platform/day.ts'
import { recordMigrations } from '../../records/index.ts'
import { listOfId } from '../lists/lists.ts'
import type { ListRow } from '../lists/list-rows.ts'
import { oversightMigrations } from '../migrations.ts'
import { answerLists } from '../permissions.ts'
import { addAnswer } from './answer-store.ts'
import { answersOnList } from './answers-on-list.ts'

const person: Person = {
  id: 'per_manager',
  council: 'norchester',
  name: 'Manager of North',
  role: 'team_manager',
  scope: { kind: 'everything' },
}
const clockAt = (at: string): Clock => ({ today: () => '2015-02-05', now: () => at })

const rowOf = (list: string, childId: string): ListRow => {
  const rule = { rule: listOfId(list)!.rules[0]!.id, startsOn: null, dueOn: null, isOverdue: true }
  const about = { list, childId, ref: `c-${childId}`, age: 9, caseId: childId, team: 'North', worker: 'W1' }
  return {
    ...about,
    rules: [{ ...rule, daysOver: 3, detail: null }],
    isOverdue: true,
    daysOver: 3,
    dueOn: null,
  }
}

onBothStores({ ...accessMigrations, ...recordMigrations, ...oversightMigrations }, (open) => {
  test('answers on one list are those of that list, and a later one is seen at once', async () => {
    const store = await open()
    const answer = (list: string, child: string, plan: string, at: string, after: string | null = null) =>
      addAnswer(
        store.records,
        allow(person, answerLists),
        clockAt(at),
        rowOf(list, child),
        { reason: 'Family away', plan, owner: 'Team manager', checkBackOn: '2015-02-19' },
        { asAt: '2015-01-31', after },
      )
    const read = (who = person) => answersOnList(store.records, allow(who, 'cases:read'), 'dental-checks')
    expect((await read()).history).toEqual([])
    const first = await answer('dental-checks', 'N1', 'A visit', '2015-02-05T09:00:00Z')
    await answer('drift', 'N1', 'A meeting', '2015-02-05T09:01:00Z')
    const before = await read()
    expect(before.history.map(({ plan }) => plan)).toEqual(['A visit'])
    expect(await read()).toBe(before)
    await answer('dental-checks', 'N1', 'A second visit', '2015-02-05T10:00:00Z', first)
    const after = await read()
    expect(after.history).toHaveLength(2)
    expect([...after.latest.values()].map(({ plan }) => plan)).toEqual(['A second visit'])
    expect((await read({ ...person, council: 'elsewhere' })).history).toEqual([])
    await store.close()
  })
})
