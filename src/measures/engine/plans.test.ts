import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, inject, test } from 'vitest'
import { lastExtract } from '../../../synthetic/extract-days.ts'
import { smallCouncil } from '../../../synthetic/index.ts'
import { slowLoops, type NestedLoop } from '../../../tests/support/query-plan.ts'
import { smallExtracts } from '../../../tests/support/small-extracts.ts'
import { resumeBuild, type Build } from '../../dataset/building/build.ts'
import { newId } from '../../platform/id.ts'
import { functionsSql, MEASURES } from '../catalogue/catalogue.ts'
import { stepsFor } from '../catalogue/steps.ts'

const world = smallExtracts()
afterAll(() => world.close())

async function smallCouncilDataset(): Promise<Build> {
  const { file } = await world.extract(lastExtract(smallCouncil(2015)), 'ssd and templates')
  const copy = join(inject('runFolder'), `${newId('plans')}.duckdb`)
  copyFileSync(file, copy)
  return resumeBuild(copy)
}

test('no measure, and no step, compares every row of one table with every row of another', async () => {
  const dataset = await smallCouncilDataset()
  try {
    await dataset.run(functionsSql())
    const slow: Record<string, NestedLoop[]> = {}
    const look = async (name: string, sql: string) => {
      const loops = await slowLoops(dataset, sql)
      if (loops.length > 0) slow[name] = loops
    }
    // To look at how a step is made makes it.
    for (const { name, sql } of stepsFor(MEASURES.map(({ sql }) => sql))) await look(name, sql)
    for (const { id, sql } of MEASURES.filter(({ sql }) => sql !== '')) await look(id, withoutEnd(sql))
    expect(slow).toEqual({})
  } finally {
    dataset.close()
  }
})

test('a condition on one side alone is found', async () => {
  const dataset = await smallCouncilDataset()
  try {
    const loops = await slowLoops(
      dataset,
      `select count(*) from contacts c
       left join referrals r on c.source_code = '1A' and r.child_key = c.child_key and r.referral_date <= c.contact_date`,
    )
    expect(loops).toMatchObject([{ operator: 'BLOCKWISE_NL_JOIN' }])
  } finally {
    dataset.close()
  }
})

const withoutEnd = (sql: string): string => sql.replace(/;\s*$/, '')
