import { afterAll, beforeAll, expect, test } from 'vitest'
import { allow, operator } from '../src/access/index.ts'
import type { SealedSnapshot } from '../src/dataset/index.ts'
import type { SeriesPoints } from '../src/measures/disclosure/identities.ts'
import {
  publicEdition,
  publicFigures,
  readPart,
  type PublicEdition,
  type PublicationRegister,
} from '../src/measures/disclosure/public-figures.ts'
import type { FigureRange } from '../src/measures/figures/figure-read.ts'
import type { Point, SeriesDefinition } from '../src/measures/figures/figure.ts'
import { shiftMonth } from '../src/platform/day.ts'
import { monthlyExtracts } from '../synthetic/extract-days.ts'
import { smallCouncil } from '../synthetic/index.ts'
import {
  givenAway,
  isSmallCount,
  type OutputCells,
  type OutputEquation,
} from './support/disclosure-attack.ts'
import { memoryRegister } from './support/memory-register.ts'
import { isFullProof } from './support/prove.ts'
import {
  attackedSeries,
  publishedOutput,
  sideBySide,
  type PublishedOutput,
} from './support/published-output.ts'
import { smallExtracts } from './support/small-extracts.ts'

/**
 * Two months' outputs of the small council as they may be published to everyone, and someone who tries to work out what is
 * hidden: every series in every split of both is one system of equations, with all that can be known of how series belong together.
 * `npm run prove` attacks every series in all its months; `npm test` those whose figures hang together in each of the ways there are.
 */
const days = monthlyExtracts(smallCouncil(2015)).slice(-2)
const pass = allow(operator('norchester'), 'figures:read')

const SAMPLE = [
  'fd-contacts', // a whole and its parts
  'fd-rereferrals', // rolling years
  's47-started', // the denominator of a ratio
  's47-to-icpc',
  's47-icpc-15wd', // a share of those of another measure
  'icpc-to-plan', // a share of all, and of all but a few
  'cp-rate', // a stock with its flows
  'lac-flow', // a difference
  'lac-number', // a value of a split that is a series as well
  'wf-caseload', // workers
]
const series = attackedSeries().filter(({ measure }) => isFullProof || SAMPLE.includes(measure))
const range: FigureRange = isFullProof
  ? {}
  : { from: shiftMonth(days[1]!.asAt.slice(0, 7) as `${number}-${number}`, -13) }

function editionOf(
  snapshot: SealedSnapshot,
  register: PublicationRegister,
  all: readonly SeriesDefinition[] = series,
  months = range,
): PublicEdition {
  let totals: Promise<SeriesPoints[]> | null = null
  return publicEdition(snapshot, register, (by) =>
    by === null ? (totals ??= readPart(snapshot, by, all, months)) : readPart(snapshot, by, all, months),
  )
}

const found = {
  hidden: 0,
  shown: 0,
  equations: 0,
  shownThoughSmall: [] as string[],
  fromOne: [] as string[],
  fromTwo: [] as string[],
  late: [] as string[],
}
function attack({
  cells,
  equations,
}: {
  cells: OutputCells
  equations: readonly OutputEquation[]
}): string[] {
  for (const [name, { count, isShown }] of cells) {
    if (isShown && isSmallCount(count)) found.shownThoughSmall.push(name)
    found[isShown ? 'shown' : 'hidden'] += 1
  }
  found.equations += equations.length
  return givenAway(cells, equations)
}

const world = smallExtracts()
let now: SealedSnapshot
let latest: PublishedOutput
beforeAll(async () => {
  const earlier = await world.extract(days[0]!, 'csvs')
  now = (await world.extract(days[1]!, 'csvs')).snapshot
  const register = memoryRegister()
  const then = await publishedOutput(editionOf(earlier.snapshot, register), series, range)
  const today = await publishedOutput(editionOf(now, register), series, range)
  latest = today
  found.fromOne.push(...attack(then), ...attack(today))
  const both = sideBySide(then, today)
  found.fromTwo.push(...givenAway(both.cells, both.equations))
  for (const [name, { count, isShown }] of today.cells) {
    const was = then.cells.get(name)
    if (isShown && was?.isShown && isSmallCount(Math.abs(count - was.count))) found.late.push(name)
  }
}, 900_000)
afterAll(() => world.close())

test('no small number of any series is published, in any split', () => {
  expect(found.shownThoughSmall).toEqual([])
  expect(found.hidden).toBeGreaterThan(5000)
  expect(found.shown).toBeGreaterThan(2000)
})

test('nor does one come out of all that one output shows, taken as one system of equations', () => {
  expect(found.equations).toBeGreaterThan(10_000)
  expect(found.fromOne).toEqual([])
})

test('nor out of two months’ outputs laid side by side', () => {
  expect(found.fromTwo).toEqual([])
  expect(found.late).toEqual([])
})

test('the attacker does find a number that is hidden alone', () => {
  const cells = new Map(latest.cells)
  const [, parts] = Map.groupBy(latest.equations, (terms) => terms.filter(([name]) => isSmallCount(cells.get(name)!.count)).length === 1).get(true)! // prettier-ignore
  for (const [name] of parts!) cells.set(name, { ...cells.get(name)!, isShown: true })
  const small = parts!.find(([name]) => isSmallCount(cells.get(name)!.count))![0]
  cells.set(small, { ...cells.get(small)!, isShown: false })
  expect(givenAway(cells, [parts!])).toEqual([small])
})

test('starts do not come out of the plans open and those that ended, nor those who ceased out of the net change', async () => {
  const measures = ['cp-rate', 'lac-flow', 'lac-number']
  const few = attackedSeries().filter(({ measure }) => measures.includes(measure))
  const edition = editionOf(now, memoryRegister(), few, {})
  const read = async (id: string) =>
    new Map((await publicFigures(edition, pass, id)).points.map((point) => [point.period, point]))
  const counted = (point: Point | undefined) => (point === undefined || point.hidden ? null : point.value)
  const cells = { hidden: 0, deduced: [] as string[] }
  for (const [stock, starts, ends] of [
    ['cp-rate.open', 'cp-rate.starts', 'cp-rate.ends'],
    ['lac-number.all', 'lac-flow.starts', 'lac-flow.ends'],
  ] as const) {
    const [all, begun, ended, net] = [await read(stock), await read(starts), await read(ends), await read('lac-flow.net')] // prettier-ignore
    for (const [month, point] of begun) {
      const changes = [counted(all.get(month)), counted(all.get(shiftMonth(month, -1)))] as const
      const change = changes[0] === null || changes[1] === null ? null : changes[0] - changes[1]
      const known = stock === 'cp-rate.open' ? [change] : [change, counted(net.get(month))]
      const [start, end] = [counted(point), counted(ended.get(month))]
      cells.hidden += Number(start === null) + Number(end === null)
      if ((start === null) !== (end === null) && known.some((value) => value !== null))
        cells.deduced.push(`${starts} ${month}`)
    }
  }
  expect(cells.deduced).toEqual([])
  expect(cells.hidden).toBeGreaterThan(20)
})
