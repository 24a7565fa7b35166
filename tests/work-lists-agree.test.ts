import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { monthlyExtracts } from '../synthetic/extract-days.ts'
import { smallCouncil } from '../synthetic/index.ts'
import type { SealedSnapshot } from '../src/dataset/index.ts'
import { rowsIn } from '../src/dataset/rows.ts'
import { compareLists } from '../src/oversight/lists/list-proof.ts'
import { LISTS } from '../src/oversight/lists/lists.ts'
import { smallExtracts } from './support/small-extracts.ts'
import type { Door } from './support/truth-world.ts'

/*
 * The small council's last extract, as Annex A and as the Standard Safeguarding Dataset with the templates: every list that
 * can be told has the cases of the measure that counts the same, in the same teams.
 */
const world = smallExtracts()
const [last] = monthlyExtracts(smallCouncil(2015)).slice(-1)
afterAll(() => world.close())

/** What no source and no template holds yet. */
const NOT_HELD = ['education-plans']
/** Lists of which Annex A has no field. */
const NOT_IN_ANNEX_A = [
  ...NOT_HELD,
  'undecided-contacts',
  'need-plans',
  'need-plan-reviews',
  'need-over-a-year',
  'permanence',
  'strengths-and-difficulties',
  'return-interviews',
  'over-cap',
  'oversight',
  'supervision',
]

describe.each<[Door, readonly string[]]>([
  ['workbook', NOT_IN_ANNEX_A],
  ['ssd and templates', NOT_HELD],
])('by %s', (door, untold) => {
  let snapshot: SealedSnapshot
  beforeAll(async () => {
    ;({ snapshot } = await world.extract(last!, door))
  })

  test('each list has the cases of its measure, in the same teams', async () => {
    const compared = await compareLists(snapshot)
    expect(compared.filter(({ apart }) => apart > 0)).toEqual([])
    expect(compared.reduce((sum, { counted }) => sum + counted, 0)).toBeGreaterThan(400)
  })

  test('the lists that cannot be told are those whose fields the files do not have', async () => {
    const rows = await rowsIn(snapshot).all<{ list: string }>(
      'select list from work_list where why is not null order by list_no',
    )
    expect(rows.map(({ list }) => list)).toEqual(
      LISTS.map(({ id }) => id).filter((id) => untold.includes(id)),
    )
  })
})
