import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Person } from '../src/access/index.ts'
import { monthlyExtracts } from '../synthetic/extract-days.ts'
import { smallCouncil } from '../synthetic/index.ts'
import { isSmall } from '../src/measures/disclosure/small-numbers.ts'
import { FAMILIES, familyOf } from '../src/measures/disclosure/families.ts'
import { catalogue } from '../src/measures/catalogue/catalogue.ts'
import { figures, holdFigures } from '../src/measures/figures/figure-read.ts'
import { figuresFor } from '../src/measures/disclosure/disclosed-figures.ts'
import { SPLITS, type Point, type SeriesDefinition, type Split } from '../src/measures/figures/figure.ts'
import type { Month } from '../src/platform/day.ts'
import { givenAway, type OutputCell, type OutputSum } from './support/disclosure-attack.ts'
import { smallExtracts } from './support/small-extracts.ts'
import type { LoadedExtract } from './support/truth-world.ts'

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

/** What is printed of a series, or of series that add up, in every split. */
interface Output {
  cells: Map<string, OutputCell>
  sums: OutputSum[]
}

/** A share is hidden whole: none may have met it. */
const LEAST = { numerator: 0, denominator: 1 } as const

const counted = (): SeriesDefinition[] =>
  catalogue().filter(
    ({ kind, smallNumbers }) => (kind === 'count' || kind === 'rate') && smallNumbers !== 'SN0',
  )

const nameOf = (id: string, part: string, by: Split, { period, split }: Pick<Point, 'period' | 'split'>) =>
  `${id} ${part} ${period}${split === null ? '' : ` by ${by}: ${split}`}`

/** Reads one series by one split into the output, with what stands behind each figure. */
async function readInto(
  { cells, sums }: Output,
  { snapshot }: LoadedExtract,
  series: SeriesDefinition,
  by: Split,
  before: LoadedExtract | null,
): Promise<void> {
  const real = await figures(snapshot, series.id, { ...SHOWN, by })
  const shown = await figuresFor(snapshot, boardMember, series.id, {
    ...SHOWN,
    by,
    ...(before && { before: before.snapshot }),
  })
  const printed = new Set(
    shown.points.flatMap((point) => (point.hidden ? [] : [nameOf(series.id, '', by, point)])),
  )
  const parts = new Map<string, string[]>()
  for (const point of real.points)
    for (const part of ['numerator', 'denominator'] as const) {
      const count = series.kind === 'count' && part === 'numerator' ? point.value : point[part]
      if (count === null) continue
      const name = nameOf(series.id, part, by, point)
      const isShown = printed.has(nameOf(series.id, '', by, point))
      // A total is in the output of every split: who sees it once has seen it.
      cells.set(name, { count, isShown: isShown || cells.get(name)?.isShown === true, least: LEAST[part] })
      const whole = nameOf(series.id, part, by, { ...point, split: null })
      if (point.split !== null) parts.set(whole, [...(parts.get(whole) ?? []), name])
    }
  for (const [whole, names] of parts) sums.push({ whole, parts: names })
}

/** Series that add up, or one that is alone, read as a Board member sees them in every split that they have. */
async function outputOf(
  extract: LoadedExtract,
  group: readonly SeriesDefinition[],
  before: LoadedExtract | null,
): Promise<Output> {
  const output: Output = { cells: new Map(), sums: [] }
  for (const series of group)
    for (const by of series.splits) await readInto(output, extract, series, by, before)
  const [whole, ...others] = group as [SeriesDefinition, ...SeriesDefinition[]]
  if (others.length > 0)
    for (const name of output.cells.keys()) {
      if (!name.startsWith(`${whole.id} `)) continue
      const parts = others
        .map(({ id }) => name.replace(whole.id, id))
        .filter((part) => output.cells.has(part))
      output.sums.push({ whole: name, parts })
    }
  return output
}

/** The two outputs laid side by side, where nothing that is summed has changed: what either shows is shown. */
function sideBySide(then: Output, today: Output): Output {
  const isSame = (name: string) => then.cells.get(name)!.count === today.cells.get(name)?.count
  const sums = then.sums.filter(({ whole, parts }) => [whole, ...parts].every(isSame))
  const cells = new Map<string, OutputCell>()
  for (const name of sums.flatMap(({ whole, parts }) => [whole, ...parts])) {
    const cell = then.cells.get(name)!
    cells.set(name, { ...cell, isShown: cell.isShown || today.cells.get(name)!.isShown })
  }
  return { cells, sums }
}

/** What the attack came to, over every series and split. */
const found = {
  outputs: 0,
  hidden: 0,
  compared: 0,
  shownThoughSmall: [] as string[],
  fromOne: [] as string[],
  fromTwo: [] as string[],
  wrongSums: [] as string[],
}

const world = smallExtracts()
beforeAll(async () => {
  const earlier = await world.extract(days[0]!, 'csvs')
  const now = await world.extract(days[1]!, 'csvs')
  for (const { snapshot } of [earlier, now])
    for (const by of SPLITS) await holdFigures(snapshot, by, counted())
  for (const group of Map.groupBy(counted(), ({ id }) => familyOf(id)?.whole ?? id).values()) {
    const inOrder = group.toSorted((a, b) => Number(isWhole(b)) - Number(isWhole(a)))
    const then = await outputOf(earlier, inOrder, null)
    const today = await outputOf(now, inOrder, earlier)
    const alone = await outputOf(now, inOrder, null)
    const both = sideBySide(then, today)
    found.outputs += group.reduce((sum, { splits }) => sum + splits.length, 0)
    found.compared += both.cells.size
    for (const [name, { count, isShown }] of today.cells)
      if (!isShown) found.hidden += 1
      else if (isSmall(count)) found.shownThoughSmall.push(name)
    for (const { cells, sums } of [then, today, alone]) {
      found.fromOne.push(...givenAway(cells, sums))
      for (const { whole, parts } of sums)
        if (cells.get(whole)!.count !== parts.reduce((sum, part) => sum + cells.get(part)!.count, 0))
          found.wrongSums.push(whole)
    }
    found.fromTwo.push(...givenAway(both.cells, both.sums))
  }
}, 240_000)
afterAll(() => world.close())

const isWhole = ({ id }: SeriesDefinition): boolean => familyOf(id)?.whole === id

test('no small number of any series is shown, in any split', () => {
  expect(found.shownThoughSmall).toEqual([])
  expect(found.outputs).toBeGreaterThan(1500)
  expect(found.hidden).toBeGreaterThan(5000)
})

test('nor does one come out of the sums of one output, over its splits and over series that are parts of one another', () => {
  expect(found.wrongSums).toEqual([])
  expect(found.fromOne).toEqual([])
})

test('nor out of two months’ outputs laid side by side, where nothing that is summed has changed', () => {
  expect(found.fromTwo).toEqual([])
  expect(found.compared).toBeGreaterThan(10_000)
})

test('every series that is said to be a part of another is among those attacked', () => {
  const ids = new Set(counted().map(({ id }) => id))
  expect(FAMILIES.flatMap(({ whole, parts }) => [whole, ...parts]).filter((id) => !ids.has(id))).toEqual([])
})
