import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Person } from '../src/access/index.ts'
import { monthlyExtracts } from '../synthetic/extract-days.ts'
import { smallCouncil } from '../synthetic/index.ts'
import { isSmall } from '../src/measures/disclosure/small-numbers.ts'
import { FAMILIES } from '../src/measures/disclosure/families.ts'
import { catalogue } from '../src/measures/catalogue/catalogue.ts'
import { figures } from '../src/measures/figures/figure-read.ts'
import { figuresFor } from '../src/measures/disclosure/disclosed-figures.ts'
import type { Point, SeriesDefinition } from '../src/measures/figures/figure.ts'
import type { Month } from '../src/platform/day.ts'
import { lived, truthWorld, type LoadedExtract, type TruthWorld } from './support/truth-world.ts'

/**
 * Two months' outputs of the small council as a Board member may see them, and someone who tries to work out what is
 * hidden: by adding and subtracting what each shows, and by laying the two side by side.
 */
const plan = smallCouncil(2015)
const days = monthlyExtracts(plan).slice(-2)
const boardMember: Person = {
  id: 'board',
  council: 'norchester',
  name: 'Board member',
  role: 'board_member',
  scope: { kind: 'none' },
}
const SHOWN: { from: Month; to: Month } = { from: '2014-08', to: '2014-12' }

let world: TruthWorld
let earlier: LoadedExtract
let now: LoadedExtract
beforeAll(async () => {
  world = await truthWorld(lived(plan))
  earlier = await world.extract(days[0]!, 'csvs')
  now = await world.extract(days[1]!, 'csvs')
})
afterAll(() => world?.close())

/** One count of a table: what it is, whether it is shown, and the least that a hidden one can be. */
interface Cell {
  count: number
  isShown: boolean
  least: number
}
type Output = Map<string, Cell>
/** A share is hidden whole: none may have met it. */
const LEAST = { numerator: 0, denominator: 1 } as const

/** What is printed of one series by one split, with what stands behind it. */
async function outputOf(
  { snapshot }: LoadedExtract,
  series: SeriesDefinition,
  by: SeriesDefinition['splits'][number],
  before: LoadedExtract | null,
): Promise<Output> {
  const real = await figures(snapshot, series.id, { ...SHOWN, by })
  const shown = await figuresFor(snapshot, boardMember, series.id, {
    ...SHOWN,
    by,
    ...(before && { before: before.snapshot }),
  })
  const seen = new Map(shown.points.map((point) => [nameOf(point), point]))
  const cells: Output = new Map()
  for (const point of real.points)
    for (const part of ['numerator', 'denominator'] as const) {
      const count = series.kind === 'count' && part === 'numerator' ? point.value : point[part]
      if (count === null) continue
      const printed = seen.get(nameOf(point))
      cells.set(`${part} ${nameOf(point)}`, {
        count,
        isShown: printed !== undefined && !printed.hidden,
        least: LEAST[part],
      })
    }
  return cells
}

const nameOf = ({ period, split }: Point) => `${period}|${split ?? ''}`

/** For each hidden count all that it could be, as far as the sum over the split says: the total less the parts. */
function couldBe(output: Output): Map<string, [low: number, high: number]> {
  const found = new Map<string, [number, number]>()
  const rows = Map.groupBy(output, ([name]) => name.slice(0, name.indexOf('|') + 1))
  for (const [row, cells] of rows) {
    const total = output.get(row)!
    const parts = cells.filter(([name]) => name !== row)
    const hidden = parts.filter(([, { isShown }]) => !isShown)
    const left = parts.reduce((sum, [, { count, isShown }]) => (isShown ? sum - count : sum), total.count)
    const leasts = hidden.reduce((sum, [, { least }]) => sum + least, 0)
    for (const [name, { least }] of hidden) {
      const high = total.isShown ? left - (leasts - least) : Number.POSITIVE_INFINITY
      found.set(name, [total.isShown && hidden.length === 1 ? left : least, high])
    }
    if (!total.isShown && hidden.length === 0 && parts.length > 0) found.set(row, [total.count, total.count])
  }
  return found
}

const ranGivenAway = (output: Output): string[] =>
  [...couldBe(output)]
    .filter(([name, [low, high]]) => low === high && isSmall(output.get(name)!.count))
    .map(([name]) => name)

const counted = () =>
  catalogue().filter(
    ({ kind, smallNumbers }) => (kind === 'count' || kind === 'rate') && smallNumbers !== 'SN0',
  )

test(
  'no small number of any series, in any split, comes out of the sums of one output',
  { timeout: 240_000 },
  async () => {
    let hidden = 0
    for (const series of counted())
      for (const by of series.splits) {
        const output = await outputOf(now, series, by, earlier)
        for (const [name, { count, isShown }] of output) {
          if (isShown) expect(isSmall(count), `${series.id} by ${by}: ${name}`).toBe(false)
          else hidden += 1
        }
        expect(ranGivenAway(output), `${series.id} by ${by}`).toEqual([])
      }
    expect(hidden).toBeGreaterThan(1000)
  },
)

test(
  'nor out of two months’ outputs laid side by side, where nothing that is summed has changed',
  { timeout: 240_000 },
  async () => {
    let compared = 0
    for (const series of counted())
      for (const by of series.splits) {
        const [then, today] = [
          await outputOf(earlier, series, by, null),
          await outputOf(now, series, by, earlier),
        ]
        const joined: Output = new Map()
        for (const [name, cell] of then) {
          const other = today.get(name)
          const row = name.slice(0, name.indexOf('|') + 1)
          // Whoever sees the total unchanged takes it that its parts are too.
          if (!other || then.get(row)!.count !== today.get(row)?.count || other.count !== cell.count) continue
          compared += 1
          joined.set(name, { ...cell, isShown: cell.isShown || other.isShown })
        }
        const whole = [...joined].filter(([name]) => joined.has(name.slice(0, name.indexOf('|') + 1)))
        const rows = Map.groupBy(whole, ([name]) => name.slice(0, name.indexOf('|') + 1))
        // Only a row of which every part is the same can be put together.
        const same = new Map(
          [...rows]
            .filter(
              ([row, cells]) =>
                cells.length === [...then.keys()].filter((name) => name.startsWith(row)).length,
            )
            .flatMap(([, cells]) => cells),
        )
        expect(ranGivenAway(same), `${series.id} by ${by}`).toEqual([])
      }
    expect(compared).toBeGreaterThan(1000)
  },
)

test('nor out of series that are parts of one another', { timeout: 240_000 }, async () => {
  for (const { whole, parts } of FAMILIES)
    for (const by of ['team', 'age', 'sex', 'ethnicity'] as const) {
      const ids = [whole, ...parts]
      const outputs = await Promise.all(
        ids.map(async (id) => ({
          real: (await figures(now.snapshot, id, { ...SHOWN, by })).points,
          shown: (await figuresFor(now.snapshot, boardMember, id, { ...SHOWN, by })).points,
        })),
      )
      for (const [at, point] of outputs[0]!.real.entries()) {
        const row = outputs.map(({ real, shown }) => {
          const count = real.find((other) => nameOf(other) === nameOf(point))?.value ?? 0
          return { count, isHidden: shown.find((other) => nameOf(other) === nameOf(point))?.hidden === true }
        })
        expect(row[0]!.count, `${whole} ${at}`).toBe(row.slice(1).reduce((sum, { count }) => sum + count, 0))
        const hidden = row.filter(({ isHidden }) => isHidden)
        expect(hidden.length === 1 && hidden[0]!.count <= 5, `${whole} by ${by} ${nameOf(point)}`).toBe(false)
      }
    }
})
