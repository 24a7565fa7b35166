import { allow, operator } from '../../src/access/index.ts'
import { catalogue, isOfRecords } from '../../src/measures/catalogue/catalogue.ts'
import { publicFigures, type PublicEdition } from '../../src/measures/disclosure/public-figures.ts'
import { SPLITS, type Point, type SeriesDefinition, type Split } from '../../src/measures/figures/figure.ts'
import { figures, holdFigures, type FigureRange } from '../../src/measures/figures/figure-read.ts'
import { shiftMonth, type Month } from '../../src/platform/day.ts'
import { sumOf, type OutputCell, type OutputCells, type OutputEquation } from './disclosure-attack.ts'

/*
 * Everything that is published of a snapshot, as somebody would gather it who wants to know what is hidden: every series by every
 * split, and every equation between them that its own columns show. It shares nothing with the code that it attacks.
 */

const pass = allow(operator('norchester'), 'figures:read')

type Part = 'met' | 'all' | 'rest' | 'net'

export interface PublishedOutput {
  cells: Map<string, OutputCell>
  equations: OutputEquation[]
  /** Of counts of the council as a whole, and of each value of a split, by month. */
  vectors: Map<string, Map<Month, number>>
}

/** Every series that counts people, and every split of it but by worker, which is not published. */
export const attackedSeries = (): SeriesDefinition[] =>
  catalogue().filter(({ smallNumbers, id }) => smallNumbers !== 'SN0' && !isOfRecords(id))
export const ATTACKED_SPLITS = SPLITS.filter((split) => split !== 'worker')

/** "as-completed-45wd#met@team: East 1|2015-01" */
const vectorOf = (id: string, part: Part, by: Split | null, split: string | null): string =>
  `${id}#${part}@${split === null ? '' : `${by}: ${split}`}`
const nameOf = (vector: string, month: Month): string => `${vector}|${month}`

function countsOf({ kind, unit, smallNumbers }: SeriesDefinition, point: Point): [Part, number][] {
  const { numerator, denominator, value } = point
  if (kind === 'count') return [['met', value!]]
  if (kind === 'difference') return [['net', value!]]
  if (kind === 'total') return unit === 'children' ? [['met', value!]] : []
  // Above and below a ratio of children are two counts; above one of staff are hours and posts.
  if (kind === 'ratio')
    return smallNumbers === 'SN3' ? [] : ([['met', numerator!], ['all', denominator!]] as [Part, number][]) // prettier-ignore
  if (kind === 'rate')
    return [
      ['met', numerator!],
      ['all', denominator!],
      ['rest', denominator! - numerator!],
    ]
  return [
    ...(numerator === null ? [] : [['met', numerator] as [Part, number]]),
    ...(Number.isInteger(denominator) ? [['all', denominator!] as [Part, number]] : []),
  ]
}

const leastOf = ({ kind }: SeriesDefinition, part: Part): number =>
  part === 'net' ? -Infinity : part === 'all' || kind === 'count' ? 1 : 0

/** Reads one series by one split into the output. */
async function readInto(
  { cells, equations, vectors }: PublishedOutput,
  edition: PublicEdition,
  series: SeriesDefinition,
  by: Split | null,
  range: FigureRange,
): Promise<void> {
  const asked = { ...range, ...(by && { by }) }
  const { points } = await figures(edition.snapshot, series.id, asked)
  const shown = await publicFigures(edition, pass, series.id, asked)
  const published = new Map(shown.points.map((point) => [`${point.period}|${point.split ?? ''}`, point]))
  const wholes = new Map<string, string[]>()
  for (const point of points) {
    const { period, split } = point
    const seen = published.get(`${period}|${split ?? ''}`)
    const names = countsOf(series, point).map(([part, count]) => {
      const vector = vectorOf(series.id, part, by, split)
      const name = nameOf(vector, period)
      const isShown = seen !== undefined && !seen.hidden
      // A total is in the output of every split: who sees it once has seen it.
      cells.set(name, { count, isShown: isShown || cells.get(name)?.isShown === true, least: leastOf(series, part) }) // prettier-ignore
      const months = vectors.get(vector) ?? new Map<Month, number>()
      vectors.set(vector, months.set(period, count))
      if (split !== null) {
        const whole = nameOf(vectorOf(series.id, part, null, null), period)
        wholes.set(whole, [...(wholes.get(whole) ?? []), name])
      }
      return name
    })
    if (series.kind === 'rate') equations.push(sumOf(names[1]!, [names[0]!, names[2]!]))
  }
  for (const [whole, names] of wholes) equations.push(sumOf(whole, names))
}

/** What one audience can gather of a snapshot: the totals, and then each split. */
export async function publishedOutput(
  edition: PublicEdition,
  all: readonly SeriesDefinition[] = attackedSeries(),
  range: FigureRange = {},
): Promise<PublishedOutput> {
  const output: PublishedOutput = { cells: new Map(), equations: [], vectors: new Map() }
  for (const by of [null, ...ATTACKED_SPLITS]) {
    const hold = by && (await holdFigures(edition.snapshot, by))
    for (const series of all)
      if (by === null || series.splits.includes(by)) await readInto(output, edition, series, by, range)
    hold?.release()
  }
  output.equations.push(...equationsFound(output))
  // By chance, or in months that a definition leaves out, an equation does not hold: then nothing comes of it.
  output.equations = output.equations.filter((equation) => holds(output.cells, equation))
  return output
}

const holds = (cells: OutputCells, equation: OutputEquation): boolean =>
  Math.abs(equation.reduce((sum, [name, factor]) => sum + factor * cells.get(name)!.count, 0)) < 1e-9

/** A vector times a factor, so many months ago. */
type Term = readonly [vector: string, factor: number, monthsAgo: number]

/** What is declared in public: the definitions of the measures say so. */
const DECLARED: readonly (readonly Term[])[] = [
  [['lac-flow.starts#met', 1, 0], ['lac-flow.ends#met', -1, 0], ['lac-flow.net#net', -1, 0]],
  [['cp-rate.open#met', 1, 0], ['cp-rate.open#met', -1, 1], ['cp-rate.starts#met', -1, 0], ['cp-rate.ends#met', 1, 0]],
  [['lac-number.all#met', 1, 0], ['lac-number.all#met', -1, 1], ['lac-flow.starts#met', -1, 0], ['lac-flow.ends#met', 1, 0]],
  [['fd-contacts#met', 1, 0], ['fd-contacts.new#met', -1, 0], ['fd-contacts.open_case#met', -1, 0]],
  [['lac-number.all#met', 1, 0], ['lac-number.uasc#met', -1, 0], ['lac-number.ex_uasc#met', -1, 0]],
] // prettier-ignore

/** So many months and so many different counts agree by chance about never. */
const MIN_MONTHS = 8
const MIN_DIFFERENT = 4

const textOf = (counts: Iterable<number>): string => [...counts].join()

/** Every equation between the columns: declared, or found by laying them side by side. */
function equationsFound(output: PublishedOutput): OutputEquation[] {
  const telling = [...output.vectors].filter(
    ([, months]) => months.size >= MIN_MONTHS && new Set(months.values()).size >= MIN_DIFFERENT,
  )
  const totals = telling.filter(([name]) => name.endsWith('@')).map(([name, months]) => [name.slice(0, -1), months] as const) // prettier-ignore
  return [
    ...[...DECLARED, ...rollingYears(output), ...sumsFound(totals), ...flowsFound(totals)].flatMap((terms) =>
      everywhere(output, terms),
    ),
    ...equalColumns(output, telling),
  ]
}

/** The same equation in every month, for the council and for each value of each split. */
function everywhere({ cells }: PublishedOutput, terms: readonly Term[]): OutputEquation[] {
  const [[first]] = terms as [Term]
  return (
    (endsOf.get(cells) ?? rememberEnds(cells)).get(first)?.flatMap(({ split, month }) => {
      const equation = terms.map(([vector, factor, ago]) => [nameOf(`${vector}@${split}`, shiftMonth(month, -ago)), factor] as const) // prettier-ignore
      return equation.every(([name]) => cells.has(name)) ? [equation] : []
    }) ?? []
  )
}

const endsOf = new WeakMap<OutputCells, Map<string, { split: string; month: Month }[]>>()
function rememberEnds(cells: OutputCells) {
  const ends = new Map<string, { split: string; month: Month }[]>()
  for (const name of cells.keys()) {
    const [vector = '', rest = ''] = name.split('@')
    const bar = rest.lastIndexOf('|')
    const end = { split: rest.slice(0, bar), month: rest.slice(bar + 1) as Month }
    if (ends.has(vector)) ends.get(vector)!.push(end)
    else ends.set(vector, [end])
  }
  endsOf.set(cells, ends)
  return ends
}

/** A rolling year is twelve of its months, whichever name the month's series has. */
const rollingYears = ({ vectors }: PublishedOutput): Term[][] =>
  [...vectors.keys()].flatMap((name) => {
    const year = name.slice(0, -1)
    if (!name.endsWith('@') || !/rolling/.test(year)) return []
    return ['#', '.ever#', '.in_month#', '.month#'].flatMap((inMonth) => {
      const month = year.replace(/\.rolling\w*#/, inMonth)
      return vectors.has(`${month}@`)
        ? [[[year, 1, 0], ...Array.from({ length: 12 }, (_, ago) => [month, -1, ago] as Term)] as Term[]]
        : []
    })
  })

type Column = readonly [name: string, months: ReadonlyMap<Month, number>]

/** One column is the sum of two or of three, or two have the sum of two others. */
function sumsFound(columns: readonly Column[]): Term[][] {
  const groups = Map.groupBy(columns, ([, months]) => [...months.keys()].join())
  return [...groups.values()].flatMap((all) => {
    // Of columns that are equal, which is found elsewhere, the first.
    const distinct = [...new Map(all.toReversed().map((column) => [textOf(column[1].values()), column])).values()] // prettier-ignore
    const counts = distinct.map(([, months]) => [...months.values()])
    const singles = new Map(counts.map((column, index) => [textOf(column), index]))
    const pairs = new Map<string, [number, number]>()
    const found: Term[][] = []
    const term = (index: number, factor: number): Term => [distinct[index]![0], factor, 0]
    for (const [a, left] of counts.entries())
      for (let b = a + 1; b < counts.length; b += 1) {
        const sum = textOf(left.map((count, month) => count + counts[b]![month]!))
        const whole = singles.get(sum)
        if (whole !== undefined) found.push([term(whole, 1), term(a, -1), term(b, -1)])
        const other = pairs.get(sum)
        if (other) found.push([term(other[0], 1), term(other[1], 1), term(a, -1), term(b, -1)])
        else pairs.set(sum, [a, b])
      }
    for (const [whole, total] of counts.entries())
      for (const [c, part] of counts.entries()) {
        const pair = pairs.get(textOf(total.map((count, month) => count - part[month]!)))
        if (pair && c !== whole && c > pair[1] && !pair.includes(whole))
          found.push([term(whole, 1), term(pair[0], -1), term(pair[1], -1), term(c, -1)])
      }
    return found
  })
}

/** The change of one column from month to month is one less another. */
function flowsFound(columns: readonly Column[]): Term[][] {
  return columns.flatMap(([stock, months]) => {
    const span = [...months.keys()].filter((month) => months.has(shiftMonth(month, -1)))
    const change = span.map((month) => months.get(month)! - months.get(shiftMonth(month, -1))!)
    if (span.length < MIN_MONTHS || new Set(change).size < MIN_DIFFERENT) return []
    const flows = columns.filter(([, flow]) => span.every((month) => flow.has(month)))
    const byText = new Map(flows.map(([name, flow]) => [textOf(span.map((month) => flow.get(month)!)), name]))
    return flows.flatMap(([starts, flow]) => {
      const ends = byText.get(textOf(span.map((month, index) => flow.get(month)! - change[index]!)))
      return ends === undefined || ends === starts ? [] : [[[stock, 1, 0], [stock, -1, 1], [starts, -1, 0], [ends, 1, 0]] as Term[]] // prettier-ignore
    })
  })
}

/** Columns that count the same in every month, whether of the council or of a value of a split. */
const equalColumns = (output: PublishedOutput, telling: readonly Column[]): OutputEquation[] =>
  [...Map.groupBy(telling, ([, months]) => JSON.stringify([...months])).values()].flatMap((group) => {
    const [[first, months]] = group as [Column]
    return group.slice(1).flatMap(([name]) =>
      [...months.keys()].map((month): OutputEquation => [
        [nameOf(first, month), 1],
        [nameOf(name, month), -1],
      ]),
    )
  })

/** Two outputs as one: what has not changed between them is the same count. */
export function sideBySide(
  then: PublishedOutput,
  now: PublishedOutput,
): { cells: OutputCells; equations: OutputEquation[] } {
  // prettier-ignore
  const cells = new Map<string, OutputCell>()
  const equations: OutputEquation[] = []
  for (const [tag, output] of [['then', then], ['now', now]] as const) {
    for (const [name, cell] of output.cells) cells.set(`${tag} ${name}`, cell)
    for (const equation of output.equations)
      equations.push(equation.map(([name, factor]) => [`${tag} ${name}`, factor]))
  } // prettier-ignore
  for (const [name, { count }] of now.cells)
    if (then.cells.get(name)?.count === count) equations.push([[`then ${name}`, 1], [`now ${name}`, -1]]) // prettier-ignore
  return { cells, equations }
}
