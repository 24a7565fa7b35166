import {
  PUBLISHED_ITEMS,
  PUBLISHED_SERIES,
  type Benchmark,
  type PublishedItem,
} from '../../measures/index.ts'
import { isAggregate, type Areas } from './area.ts'
import type { YearFigures } from './packed-figures.ts'

/** All that a council is compared by: figures by the department's short names, and the lists of authorities. */
export interface ComparisonBook extends Areas {
  figures(item: string): YearFigures | null
  /** The department's own title of an item; null where its dictionary was not brought in. */
  titleOf(item: string): string | null
  /** What a reader must know of one authority's figure of one year. */
  noteOf(item: string, area: string, year: number): string | null
}

/** One published figure: as text with its own decimals, and as the number that text says. */
export interface PublishedFigure {
  text: string
  value: number
}

/** What is published that one of our series can be held against. */
export interface Published {
  item: PublishedItem
  /** The department's short name of it, and its title. */
  name: string
  title: string
  note: string | null
  also: readonly string[]
  /** Worked out here from two published figures, and so printed nowhere by the department. */
  isWorkedOut: boolean
  /** A count: a bigger authority has more of it, so it is shown and not ranked. */
  isCount: boolean
  /** Years for which anything is held, oldest first, by the year in which they end. */
  years: readonly number[]
  /** How many figures are held of a year, of authorities, regions and England. */
  held(year: number): number
  figure(area: string, year: number): PublishedFigure | null
  /** The figures of all authorities that publish one; regions and England are none. */
  authorities(year: number): ReadonlyMap<string, PublishedFigure>
}

const COUNTED = new Set(['children', 'plans', 'referrals'])

/** What is published for a series of ours; null when the department publishes nothing to hold it against. */
export function publishedFor(book: ComparisonBook, seriesId: string): Published | null {
  const [first, ...others] = PUBLISHED_SERIES[seriesId] ?? []
  const found = first && publishedItem(book, first.name)
  if (!first || !found) return null
  return {
    ...found,
    ...readAs(book, found, first.reading),
    note: first.note,
    also: others.map(({ name }) => name),
  }
}

/** One published item by the department's short name; null when no figure of it is held. */
export function publishedItem(book: ComparisonBook, name: string): Published | null {
  const item = PUBLISHED_ITEMS[name]
  const figures = book.figures(name)
  if (!item || !figures) return null
  const figure = (area: string, year: number): PublishedFigure | null => {
    const text = figures.get(year)?.get(area)
    return text === undefined ? null : { text, value: Number(text) }
  }
  return {
    item,
    name,
    title: book.titleOf(name) ?? item.title,
    note: null,
    also: [],
    isWorkedOut: false,
    isCount: COUNTED.has(item.unit),
    years: [...figures.keys()].sort((a, b) => a - b),
    held: (year) => figures.get(year)?.size ?? 0,
    figure,
    authorities: (year) =>
      new Map(
        [...(figures.get(year)?.keys() ?? [])]
          .filter((area) => !isAggregate(area))
          .map((area) => [area, figure(area, year)!]),
      ),
  }
}

/** The same figures the way ours count. */
function readAs(book: ComparisonBook, found: Published, reading: Benchmark['reading']): Partial<Published> {
  if (reading === null) return {}
  const below = reading === 'complement' ? null : publishedItem(book, reading.over)
  const convert = (figure: PublishedFigure | null, area: string, year: number): PublishedFigure | null => {
    if (figure === null) return null
    if (reading === 'complement') {
      return worded(100 - figure.value, figure.text.split('.')[1]?.length ?? 0)
    }
    const base = below?.figure(area, year)
    return base && base.value > 0 ? worded((100 * figure.value) / base.value, 1) : null
  }
  return {
    isWorkedOut: true,
    item: { ...found.item, unit: '%' },
    figure: (area, year) => convert(found.figure(area, year), area, year),
    authorities: (year) =>
      new Map(
        [...found.authorities(year)].flatMap(([area, figure]) => {
          const converted = convert(figure, area, year)
          return converted ? [[area, converted] as const] : []
        }),
      ),
  }
}

function worded(value: number, digits: number): PublishedFigure {
  const text = value.toFixed(digits)
  return { text, value: Number(text) }
}
