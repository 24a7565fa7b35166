import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { describe, expect, test } from 'vitest'
import carried from '../../src/indicators/comparison/benchmarks.json' with { type: 'json' }

const samples = process.env['WAYMARK_SAMPLES'] ?? join(import.meta.dirname, '../../../shared/samples')
const published = join(samples, '../benchmarks/bds_long_0.parquet')

/** The department's own file, where it is at hand: every figure of it that we carry is as published, at one decimal. */
describe.skipIf(!existsSync(published))('England’s figures are those of the published file', () => {
  test.each(Object.entries(carried.series))('%s', async (_, { published: code, england }) => {
    const instance = await DuckDBInstance.create(':memory:')
    const connection = await instance.connect()
    const reader = await connection.runAndReadAll(
      `select distinct cast("Years" as integer) as year, cast("Values" as double) as value from read_parquet($published)
       where "Short Desc" = $code and "LA and Regions" = 'England' and try_cast("Values" as double) is not null`,
      { published, code },
    )
    const found = reader.getRowObjectsJson() as { year: number; value: number }[]
    connection.closeSync()
    instance.closeSync()
    expect(found.length).toBeGreaterThan(0)
    const { '2014-15': before, ...since } = england as Record<string, number>
    // The file starts with 2015-16; the year before is from the department's release of 2024.
    expect(before === undefined || before > 0).toBe(true)
    expect(since).toEqual(
      Object.fromEntries(
        found.map(({ year, value }) => [`${year - 1}-${String(year).slice(2)}`, Math.round(value * 10) / 10]),
      ),
    )
  })
})
