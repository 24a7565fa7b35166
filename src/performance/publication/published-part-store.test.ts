import { afterEach, beforeEach, expect, test } from 'vitest'
import { onBothStores, type TestStore } from '../../../tests/support/stores.ts'
import { allow, operator } from '../../access/index.ts'
import type { PublicPart } from '../../measures/index.ts'
import type { Clock } from '../../platform/day.ts'
import { performanceMigrations } from '../migrations.ts'
import { publicationRegister } from './published-part-store.ts'

const clock: Clock = { now: () => '2015-02-06T12:00:00Z', today: () => '2015-02-06' }
const part = (by: PublicPart['by'], shown: Record<string, number[]>, ...hidden: string[]): PublicPart => ({
  by,
  shown: new Map(Object.entries(shown)),
  hidden: new Set(hidden),
})

onBothStores(performanceMigrations, (open) => {
  let store: TestStore
  beforeEach(async () => {
    store = await open()
  })
  afterEach(() => store.close())
  const register = (council = 'norchester') =>
    publicationRegister(store.records, clock, allow(operator(council), 'figures:read'))

  test('what was published is read back as it was, in the order in which it was published', async () => {
    const totals = part(null, { 'a|2015-01|': [12, 40, 28], 'lac-flow.net|2015-01|': [-7] }, 'b|2015-01|')
    const teams = part('team', { 'a|2015-01|East, North': [] })
    await register().keep('first', totals)
    await register().keep('first', teams)
    expect(await register().partsOf('first')).toEqual([totals, teams])
    expect(await register('elsewhere').partsOf('first')).toEqual([])
  })

  test('the part published last of other figures is found, and a part that is published never changes', async () => {
    const [early, late, again] = [part(null, { a: [7] }), part(null, { a: [20] }), part(null, { a: [9] })]
    await register().keep('first', early)
    expect(await register().lastOf(null, 'first')).toBeNull()
    await register().keep('second', late)
    expect(await register().keep('first', again)).toEqual(early)
    expect(await register().lastOf(null, 'third')).toEqual(late)
    expect(await register().lastOf(null, 'second')).toEqual(early)
    expect(await register().lastOf('team', 'third')).toBeNull()
  })
})
