import { rowsIn } from '../src/dataset/rows.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { monthlyExtracts } from '../synthetic/extract-days.ts'
import { smallCouncil } from '../synthetic/index.ts'
import { availability } from '../src/measures/figures/availability-read.ts'
import { catalogue } from '../src/measures/catalogue/catalogue.ts'
import { monthOf, type Month } from '../src/platform/day.ts'
import { smallExtracts, smallLived } from './support/small-extracts.ts'
import { compare, rowsOfLists, type LoadedExtract } from './support/truth-world.ts'

/**
 * What the small council's files give, worked out by the measures, next to what is true of its events: on three month
 * ends, so that a month is seen again later. The last extract comes as a workbook.
 */
const plan = smallCouncil(2015)
const council = smallLived()
const days = monthlyExtracts(plan).slice(-3)
const MONTHS = days.map(({ asAt }) => monthOf(asAt))
const [, , last] = days as [unknown, unknown, (typeof days)[number]]

const world = smallExtracts()
const extracts = new Map<Month, LoadedExtract>()
const extractOf = (month: Month): LoadedExtract => extracts.get(month)!
beforeAll(async () => {
  for (const day of days)
    extracts.set(monthOf(day.asAt), await world.extract(day, day === last ? 'workbook' : 'csvs'))
})
afterAll(() => world.close())

test('the truth has every series that Annex A can give', async () => {
  const { snapshot, truth } = extractOf('2015-01')
  const available = await availability(snapshot)
  const given = catalogue().filter(({ id }) => available.get(id)?.available)
  const idOf = ({ id }: { id: string }) => id
  const told = truth.series.filter(({ sources = ['annex-a'] }) => sources.includes('annex-a'))
  expect(told.map(idOf).sort()).toEqual(given.map(idOf).sort())
})

test.for(MONTHS)(
  'every figure of the extract of %s, for the council and each team, is what its events say',
  async (month) => {
    const { snapshot, truth } = extractOf(month)
    const { points, differences } = await compare(snapshot, truth)
    expect(differences).toEqual([])
    expect(points).toBeGreaterThan(3000)
  },
)

test('the extract has the rows and the children that the events say', async () => {
  const { truth, snapshot } = extractOf('2015-01')
  const people = await rowsIn(snapshot).all<{ count: number }>(
    'select cast(count(*) as integer) as count from person',
  )
  expect(people).toEqual([{ count: truth.extract.children_listed }])
  expect(council.families.flatMap(({ children }) => children)).toHaveLength(truth.extract.children_lived)
  for (const window of ['whole', 'ofsted'] as const)
    expect(await rowsOfLists(council, last, window), window).toEqual(truth.extract.rows[window])
})

/** The council's figures of a month, as one extract has them, by series. */
const figuresOf = (seenIn: Month, period: Month) =>
  new Map(
    extractOf(seenIn).truth.series.flatMap(({ id, points }) =>
      points.filter((point) => point.period === period && point.team === null).map((point) => [id, point]),
    ),
  )

test('a month that is seen again later has what was recorded late, and figures move', () => {
  const moved = MONTHS.slice(0, -1).flatMap((month, place) => {
    const first = figuresOf(month, month)
    const again = figuresOf(MONTHS[place + 1]!, month)
    return [...first]
      .filter(([id, { numerator, denominator }]) => {
        const now = again.get(id)
        return now && (now.numerator !== numerator || now.denominator !== denominator)
      })
      .map(([id]) => `${id} ${month}`)
  })
  // Managers sign November's assessments off in the first days of December; over Christmas they are away.
  expect(moved).toContain('as-completed-45wd.from_start 2014-11')
})

test('a month stands still once all of it has been recorded', () => {
  const [then, now] = [figuresOf('2014-12', '2014-06'), figuresOf('2015-01', '2014-06')]
  for (const id of ['as-completed-45wd.from_start', 'fd-referrals', 'cp-rate.open'])
    expect(now.get(id), id).toEqual(then.get(id))
})
