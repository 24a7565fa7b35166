import { afterAll, beforeAll, expect, test } from 'vitest'
import { allow, operator } from '../src/access/index.ts'
import { purgeOne } from '../src/loads/purge.ts'
import { putInUse } from '../src/dataset/snapshots/snapshot-use.ts'
import { monthlyExtracts } from '../synthetic/extract-days.ts'
import { smallCouncil } from '../synthetic/index.ts'
import { asRestated, type RestatedPoint } from '../src/performance/restatement/restated-figures.ts'
import { figures } from '../src/measures/figures/figure-read.ts'
import { keepReported } from '../src/performance/restatement/keep-reported.ts'
import { monthOf, stoppedClock, type Month } from '../src/platform/day.ts'
import { smallLived } from './support/small-extracts.ts'
import { truthWorld, type LoadedExtract, type TruthWorld } from './support/truth-world.ts'

/**
 * Three monthly extracts of the small council, loaded one after another as its data team would: what each month was
 * first reported as, next to what its events say was known on that day, and next to what is known now.
 */
const plan = smallCouncil(2015)
const council = smallLived()
const days = monthlyExtracts(plan).slice(-3)
const MONTHS = days.map(({ asAt }) => monthOf(asAt))
const COUNCIL = 'norchester'
const clock = stoppedClock('2015-02-05')
const pass = allow(operator(COUNCIL), 'figures:read')

let world: TruthWorld
const extracts: LoadedExtract[] = []
/** The snapshots whose figures were kept, in the order in which they were. */
const kept: string[] = []
const keep = async () => kept.push(...(await keepReported({ ...world, clock }, COUNCIL)))

beforeAll(async () => {
  world = await truthWorld(council)
  for (const day of days) {
    extracts.push(await world.extract(day, 'csvs'))
    await keep()
  }
})
afterAll(() => world?.close())

/** Every series of the truth as it is read from the last extract, with what was reported of it. */
async function lastPoints(): Promise<{ id: string; points: RestatedPoint[] }[]> {
  const { snapshot, truth } = extracts.at(-1)!
  const [from, to] = [truth.months[0], truth.months.at(-1)]
  const series = truth.series.filter(({ sources = ['annex-a'] }) => sources.includes('annex-a'))
  return await Promise.all(
    series.map(async ({ id }) => ({
      id,
      points: (await asRestated(snapshot, world.records, pass, await figures(snapshot, id, { from, to })))
        .points,
    })),
  )
}

/** What the events say of a month for the whole council, as one extract has it. */
function truthOf({ truth }: LoadedExtract, id: string, period: Month) {
  const point = truth.series
    .find((series) => series.id === id && (series.sources ?? ['annex-a']).includes('annex-a'))
    ?.points.find((each) => each.period === period && each.team === null)
  return point ? [point.numerator, point.denominator, point.value] : null
}

const inParts = (figure: Pick<RestatedPoint, 'numerator' | 'denominator' | 'value'> | null) =>
  figure && [figure.numerator, figure.denominator, figure.value]

test('each extract’s figures are kept once, in the order of the loads', async () => {
  expect(kept).toEqual(extracts.map(({ snapshot }) => snapshot.id))
  expect(await keepReported({ ...world, clock }, COUNCIL)).toEqual([])
})

test('every month was first reported as its own extract says, and is known now as the last one says', async () => {
  let [restated, compared] = [0, 0]
  for (const { id, points } of await lastPoints()) {
    for (const point of points) {
      // A month before the first extract was first reported by that one.
      const own = extracts[Math.max(0, MONTHS.indexOf(point.period))]!
      const then = truthOf(own, id, point.period)
      const name = `${id} ${point.period}`
      expect([name, inParts(point)]).toEqual([name, truthOf(extracts.at(-1)!, id, point.period)])
      if (!then) continue
      expect([name, inParts(point.reported)]).toEqual([name, then])
      expect(point.reported).toMatchObject({ asAt: own.snapshot.asAt, snapshot: own.snapshot.id })
      expect(point.restated).toBe(JSON.stringify(inParts(point)) !== JSON.stringify(then))
      compared += 1
      if (point.restated) restated += 1
    }
  }
  expect(compared).toBeGreaterThan(500)
  // Managers sign November's and December's assessments off in the first days of the next month.
  expect(restated).toBeGreaterThan(10)
})

test('an older extract put in use again, and one that was deleted, leave what was first reported', async () => {
  const before = await lastPoints()
  const [first, , last] = extracts as [LoadedExtract, LoadedExtract, LoadedExtract]
  const loader = allow(operator(COUNCIL), 'load:write')
  await putInUse(world.records, clock, loader, first.snapshot.id, 'January was cut short')
  await keep()
  await putInUse(world.records, clock, loader, last.snapshot.id, 'January is whole again')
  await keep()
  expect(kept.slice(3)).toEqual([first.snapshot.id, last.snapshot.id])
  const purge = () => purgeOne({ ...world, clock }, loader, first.snapshot.id, 'it was sent by mistake')
  // A file that was just read may be held open for a moment more.
  await expect.poll(() => purge().then(() => 'purged', String), { timeout: 20_000 }).toBe('purged')
  expect(await lastPoints()).toEqual(before)
})
