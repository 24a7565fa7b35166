import { expect, test } from 'vitest'
import { onBothStores } from '../../tests/support/stores.ts'
import { migrate, type Migrations } from './migrate.ts'

const table = (name: string): Migrations[string] => ({
  up: (db) => db.schema.createTable(name).addColumn('id', 'text').execute(),
})

onBothStores({}, (open) => {
  test('a store is brought up to date when an early room has something new and later rooms have run', async () => {
    const store = await open()
    const { records } = store
    const first = { '0200-load': table('first_load'), '0300-plan': table('first_plan') }
    expect(await store.inTurn(() => migrate(records, first))).toEqual(['0200-load', '0300-plan'])
    const then = { ...first, '0201-register': table('then_register'), '0400-board': table('then_board') }
    expect(await store.inTurn(() => migrate(records, then))).toEqual(['0201-register', '0400-board'])
    expect(await store.inTurn(() => migrate(records, then))).toEqual([])
    await store.close()
  })
})
