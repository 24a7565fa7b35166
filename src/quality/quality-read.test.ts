import { expect, test } from 'vitest'
import { beginBuild, writeExtract } from '../dataset/building/build.ts'
import { qualityIn, wordsIn } from './quality-read.ts'
import { reconciliationIn } from './reconciliation-read.ts'

test('a snapshot that was sealed before its rows were compared says so, and breaks nothing', async () => {
  const earlier = await beginBuild(':memory:')
  await earlier.run('drop table table_source; drop table table_merge; drop table field_merge')
  await writeExtract(earlier, { source: 'annex-a', asAt: '2015-01-31', windowFrom: null })
  expect(await qualityIn(earlier)).toBeNull()
  expect(await reconciliationIn(earlier)).toBeNull()
  expect((await wordsIn(earlier))('blank.cin_assessments.child_seen').title).toContain('is blank')
  earlier.close()
})
