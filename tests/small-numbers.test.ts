import { afterAll, beforeAll, expect, test } from 'vitest'
import { allow, operator } from '../src/access/index.ts'
import { monthlyExtracts } from '../synthetic/extract-days.ts'
import { smallCouncil } from '../synthetic/index.ts'
import { isSmall } from '../src/measures/disclosure/small-numbers.ts'
import { publicFigures } from '../src/measures/disclosure/public-figures.ts'
import { catalogue, isOfRecords } from '../src/measures/catalogue/catalogue.ts'
import { figures, holdFigures } from '../src/measures/figures/figure-read.ts'
import type { Point, SeriesDefinition, Split } from '../src/measures/figures/figure.ts'
import { shiftMonth, type Month } from '../src/platform/day.ts'
import {
  givenAway,
  sumOf,
  type OutputCell,
  type OutputCells,
  type OutputEquation,
} from './support/disclosure-attack.ts'
import { smallExtracts } from './support/small-extracts.ts'
import type { LoadedExtract } from './support/truth-world.ts'

/**
 * Two months' outputs of the small council as they may be published to everyone, and someone who tries to work out what is
 * hidden: every series in every split of both is one system of equations, with all that can be known of how series belong together.
 */
const days = monthlyExtracts(smallCouncil(2015)).slice(-2)
const pass = allow(operator('norchester'), 'figures:read')

/** All at once: what one split shows may give away what another hides. */
const ATTACKED = ['team', 'sex'] as const satisfies readonly Split[]

type Name = 'met' | 'all' | 'rest' | 'net'

/** What is printed, and what stands behind it. */
interface Output {
  cells: Map<string, OutputCell>
  equations: OutputEquation[]
  /** Of vectors of the council as a whole: by month. */
  vectors: Map<string, Map<Month, number>>
}

const published = (): SeriesDefinition[] =>
  catalogue().filter(
    ({ kind, smallNumbers, id }) =>
      ['count', 'rate', 'difference', 'median', 'percentile'].includes(kind) &&
      smallNumbers !== 'SN0' &&
      !isOfRecords(id),
  )

const nameOf = (id: string, part: Name, month: Month, by: Split | null, split: string | null): string =>
  `${id}#${part}|${month}|${split === null ? '' : `${by}: ${split}`}`

function partsOf({ kind }: SeriesDefinition, { numerator, denominator, value }: Point): [Name, number][] {
  if (kind === 'count') return [['met', value!]]
  if (kind === 'difference') return [['net', value!]]
  if (kind !== 'rate') return [['all', denominator!]]
  return [
    ['met', numerator!],
    ['all', denominator!],
    ['rest', denominator! - numerator!],
  ]
}

const leastOf = ({ kind }: SeriesDefinition, part: Name): number =>
  part === 'net' ? -Infinity : part === 'all' || kind === 'count' ? 1 : 0

/** Reads one series by one split into the output. */
async function readInto(
  { cells, equations, vectors }: Output,
  { snapshot }: LoadedExtract,
  series: SeriesDefinition,
  by: Split | null,
  before: LoadedExtract | null,
): Promise<void> {
  const { points } = await figures(snapshot, series.id, by ? { by } : {})
  const shown = await publicFigures(snapshot, pass, series.id, {
    ...(by && { by }),
    before: before?.snapshot ?? null,
  })
  const wholes = new Map<string, string[]>()
  for (const [index, point] of points.entries()) {
    const { period, split } = point
    const isShown = shown.points[index] !== undefined && !shown.points[index].hidden
    const names = partsOf(series, point).map(([part, count]) => {
      const name = nameOf(series.id, part, period, by, split)
      // A total is in the output of every split: who sees it once has seen it.
      cells.set(name, {
        count,
        isShown: isShown || cells.get(name)?.isShown === true,
        least: leastOf(series, part),
      })
      if (split !== null) {
        const whole = nameOf(series.id, part, period, null, null)
        wholes.set(whole, [...(wholes.get(whole) ?? []), name])
      } else {
        const vector = vectors.get(`${series.id}#${part}`) ?? new Map<Month, number>()
        vectors.set(`${series.id}#${part}`, vector.set(period, count))
      }
      return name
    })
    if (series.kind === 'rate') equations.push(sumOf(names[1]!, [names[0]!, names[2]!]))
  }
  if (series.kind !== 'difference') for (const [whole, names] of wholes) equations.push(sumOf(whole, names))
}

/** Series that count the same in every month, and those that belong together by definition. */
function identitiesIn({ cells, vectors }: Output): OutputEquation[] {
  const found: OutputEquation[] = []
  const ends = new Set([...cells.keys()].map((name) => name.slice(name.indexOf('|'))))
  const add = (end: string, ...terms: [name: string, monthsAgo: number, factor: number][]): void => {
    const [, month, split] = end.split('|') as [string, Month, string]
    const equation = terms.map(
      ([name, ago, factor]) => [`${name}|${shiftMonth(month, -ago)}|${split}`, factor] as const,
    )
    if (!equation.every(([name]) => cells.has(name))) return
    const total = equation.reduce((sum, [name, factor]) => sum + factor * cells.get(name)!.count, 0)
    if (total === 0) found.push(equation)
  }
  const telling = [...vectors].filter(([, vector]) => new Set(vector.values()).size >= 4 && vector.size >= 8)
  const same = Map.groupBy(telling, ([, vector]) => JSON.stringify([...vector]))
  for (const end of ends) {
    for (const group of same.values())
      for (const [name] of group.slice(1)) add(end, [group[0]![0], 0, 1], [name, 0, -1])
    add(end, ['lac-flow.net#net', 0, 1], ['lac-flow.starts#met', 0, -1], ['lac-flow.ends#met', 0, 1])
    for (const [stock, flow] of [
      ['cp-rate.open', 'cp-rate'],
      ['lac-number.all', 'lac-flow'],
    ] as const)
      // prettier-ignore
      add(
        end,
        [`${stock}#met`, 0, 1],
        [`${stock}#met`, 1, -1],
        [`${flow}.starts#met`, 0, -1],
        [`${flow}.ends#met`, 0, 1],
      )
    add(end, ['fd-contacts#met', 0, 1], ['fd-contacts.new#met', 0, -1], ['fd-contacts.open_case#met', 0, -1])
    add(end, ['lac-number.all#met', 0, 1], ['lac-number.uasc#met', 0, -1], ['lac-number.ex_uasc#met', 0, -1])
  }
  return found
}

async function outputOf(extract: LoadedExtract, before: LoadedExtract | null): Promise<Output> {
  const output: Output = { cells: new Map(), equations: [], vectors: new Map() }
  for (const series of published()) {
    await readInto(output, extract, series, null, before)
    for (const by of ATTACKED)
      if (series.splits.includes(by)) await readInto(output, extract, series, by, before)
  }
  output.equations.push(...identitiesIn(output))
  return output
}

/** Both outputs as one: what has not changed between them is the same count. */
function sideBySide(then: Output, today: Output): { cells: OutputCells; equations: OutputEquation[] } {
  const cells = new Map<string, OutputCell>()
  const equations: OutputEquation[] = []
  for (const [tag, output] of [['then', then], ['now', today]] as const) {
    for (const [name, cell] of output.cells) cells.set(`${tag} ${name}`, cell)
    for (const equation of output.equations)
      equations.push(equation.map(([name, factor]) => [`${tag} ${name}`, factor]))
  } // prettier-ignore
  for (const [name, { count }] of today.cells)
    if (then.cells.get(name)?.count === count) equations.push([[`then ${name}`, 1], [`now ${name}`, -1]]) // prettier-ignore
  return { cells, equations }
}

const found = {
  hidden: 0,
  shown: 0,
  equations: 0,
  shownThoughSmall: [] as string[],
  wrong: [] as string[],
  fromOne: [] as string[],
  fromTwo: [] as string[],
  late: [] as string[],
}

const world = smallExtracts()
beforeAll(async () => {
  const earlier = await world.extract(days[0]!, 'csvs')
  const now = await world.extract(days[1]!, 'csvs')
  for (const { snapshot } of [earlier, now]) for (const by of ATTACKED) await holdFigures(snapshot, by)
  const then = await outputOf(earlier, null)
  const today = await outputOf(now, earlier)
  const alone = await outputOf(now, null)
  for (const { cells, equations } of [then, today, alone]) {
    for (const [name, { count, isShown }] of cells) {
      if (isShown && isSmall(count)) found.shownThoughSmall.push(name)
      found[isShown ? 'shown' : 'hidden'] += 1
    }
    for (const equation of equations)
      if (equation.reduce((sum, [name, factor]) => sum + factor * cells.get(name)!.count, 0) !== 0)
        found.wrong.push(JSON.stringify(equation))
    found.equations += equations.length
    found.fromOne.push(...givenAway(cells, equations))
  }
  const both = sideBySide(then, today)
  found.fromTwo.push(...givenAway(both.cells, both.equations))
  for (const [name, { count, isShown }] of today.cells) {
    const was = then.cells.get(name)
    if (isShown && was?.isShown && isSmall(Math.abs(count - was.count))) found.late.push(name)
  }
}, 600_000)
afterAll(() => world.close())

test('no small number of any series is published, in any split', () => {
  expect(found.shownThoughSmall).toEqual([])
  expect(found.hidden).toBeGreaterThan(5000)
  expect(found.shown).toBeGreaterThan(5000)
})

test('nor does one come out of all that one output shows, taken as one system of equations', () => {
  expect(found.wrong).toEqual([])
  expect(found.equations).toBeGreaterThan(10_000)
  expect(found.fromOne).toEqual([])
})

test('nor out of two months’ outputs laid side by side', () => {
  expect(found.fromTwo).toEqual([])
  expect(found.late).toEqual([])
})
