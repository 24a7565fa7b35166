import { afterAll, describe, expect, inject, test } from 'vitest'
import { lastExtract } from '../synthetic/extract-days.ts'
import { smallCouncil } from '../synthetic/index.ts'
import { compareEngines } from '../src/measures/postgres/engine-check.ts'
import { measuresOnPostgres } from '../src/measures/postgres/postgres-engine.ts'
import { readDatabaseAddress, type DatabaseAddress } from '../src/intake/database/database-address.ts'
import { smallExtracts } from './support/small-extracts.ts'

/** The small council's files, sealed by the one engine, and every measure run again by the other on the same dataset. */
const plan = smallCouncil(2015)

describe.skipIf(inject('postgres') === '')('the two engines', () => {
  const world = smallExtracts()
  afterAll(() => world.close())

  test.for([
    ['csvs', ['team']],
    ['ssd and templates', []],
  ] as const)('agree on every row, figure and reason of every measure, from %s', async ([door, splits]) => {
    const { snapshot } = await world.extract(lastExtract(plan), door)
    const second = await measuresOnPostgres({
      address: testAddress(),
      dataset: { snapshot },
    })
    try {
      const found = await compareEngines(snapshot, second, splits)
      expect(found.filter(({ differences }) => differences.length > 0)).toEqual([])
      const sum = (of: 'cases' | 'figures') => found.reduce((total, one) => total + one[of], 0)
      expect(sum('cases')).toBeGreaterThan(10_000)
      expect(sum('figures')).toBeGreaterThan(3_000)
    } finally {
      await second.close()
    }
  })
})

function testAddress(): DatabaseAddress {
  const address = readDatabaseAddress(inject('postgres'), null)
  if (!address.ok) throw new Error('The tests’ own PostgreSQL has no address that can be read')
  return address.value
}
