import { expect, test } from 'vitest'
import { recordMigrations, recordTableFaults } from '../../../src/records/index.ts'
import { onBothStores } from '../stores.ts'
import { royalVisitMigrations } from './migrations.ts'
import { royalVisit } from './royal-visit.ts'

onBothStores({ ...recordMigrations, ...royalVisitMigrations }, (open) => {
  test('the table is what the definition says', async () => {
    const store = await open()
    expect(await recordTableFaults(store.records, [royalVisit])).toEqual([])
    await store.close()
  })
})
