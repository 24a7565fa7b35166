import { afterAll, beforeAll, expect, test } from 'vitest'
import { lastExtract } from '../synthetic/extract-days.ts'
import { smallCouncil } from '../synthetic/index.ts'
import { smallExtracts } from './support/small-extracts.ts'
import { compare, type LoadedExtract } from './support/truth-world.ts'

/** What Annex A cannot say: the small council's Standard Safeguarding Dataset and templates, loaded together. */
const plan = smallCouncil(2015)
const world = smallExtracts()
let extract: LoadedExtract
beforeAll(async () => {
  extract = await world.extract(lastExtract(plan), 'ssd and templates')
})
afterAll(() => world.close())

test.for(['ssd', 'capture'] as const)(
  'every figure that %s alone can give is what its events say',
  async (source) => {
    const { points, differences } = await compare(extract.snapshot, extract.truth, source)
    expect(differences).toEqual([])
    expect(points).toBeGreaterThan(0)
  },
)
