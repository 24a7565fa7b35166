import { PUBLISHED_ITEMS } from '../../measures/index.ts'
import { Refused } from '../../platform/errors.ts'
import { ENGLAND, type NamedArea } from './area.ts'
import { cellOf, regionName, wholeNumber, type Columns, type Text, type TextRows } from './benchmark-table.ts'
import { publishedWords, type YearFigures } from './packed-figures.ts'
import { endingYear } from './year-label.ts'

/** What the file of published figures holds that we compare with, and a count of what it holds besides. */
export interface FiguresFile {
  kind: 'figures'
  /** By the department's short name: only items that a measure of ours is held against. */
  items: ReadonlyMap<string, YearFigures>
  /** Authorities and regions as the file names them. */
  areas: NamedArea[]
  rows: number
  /** Items of the file that no measure of ours is held against. */
  unknownItems: string[]
  /** Items that we compare with and the file does not have. */
  missingItems: string[]
  /** Figures taken; and of the rows of those items, the marks where nothing is published: "-" or "c", with how often. */
  figures: number
  notPublished: Readonly<Record<string, number>>
  /** Labels of years that could not be read, of items that we compare with. */
  unknownYears: string[]
}

const NUMBER = /^-?\d+(?:\.\d+)?(?:e[-+]?\d+)?$/i
/** "-", "c", "x", "..", "low": longer than this it is no mark. */
const MAX_MARK = 4

/** Reads the long file. Throws Refused where it contradicts itself, and where there is nothing in it to compare with. */
export async function readFigures(file: string, columns: Columns, rows: TextRows): Promise<FiguresFile> {
  const reader = new FiguresReader(file, columns)
  for await (const some of rows) for (const row of some) reader.read(row)
  return reader.finish()
}

class FiguresReader {
  readonly #file: string
  readonly #columns: Columns
  /** By item, year and area. */
  readonly #values = new Map<string, Map<number, Map<string, number>>>()
  readonly #areas = new Map<string, NamedArea>()
  readonly #unknownItems = new Set<string>()
  readonly #unknownYears = new Set<string>()
  readonly #notPublished: Record<string, number> = {}
  #rows = 0
  #figures = 0

  constructor(file: string, columns: Columns) {
    this.#file = file
    this.#columns = columns
  }

  read(row: readonly Text[]): void {
    this.#rows += 1
    const item = cellOf(row, this.#columns, 'Short Desc')
    if (item === null) return
    if (!Object.hasOwn(PUBLISHED_ITEMS, item)) {
      this.#unknownItems.add(item)
      return
    }
    const label = cellOf(row, this.#columns, 'Years') ?? ''
    const year = endingYear(label)
    const area = areaOf(row, this.#columns)
    if (year === null || area === null) {
      this.#unknownYears.add(year === null ? label : `${label}, of an authority without a number`)
      return
    }
    this.#areas.set(area.code, area)
    const years = inner(this.#values, item, () => new Map<number, Map<string, number>>())
    const areas = inner(years, year, () => new Map<string, number>())
    const what = `${item} for ${area.name} in ${label}`
    const value = this.#valueOf(cellOf(row, this.#columns, 'Values'), what)
    if (value === null) return
    const before = areas.get(area.code)
    if (before !== undefined && before !== value) {
      throw new Refused(
        `${this.#file} gives ${what} twice, as ${before} and as ${value}. Nothing was imported.`,
      )
    }
    if (before === undefined) this.#figures += 1
    areas.set(area.code, value)
  }

  /** Null for a mark, such as "c", that nothing is published. */
  #valueOf(text: string | null, what: string): number | null {
    if (text !== null && NUMBER.test(text.replaceAll(',', ''))) return Number(text.replaceAll(',', ''))
    const mark = text ?? 'blank'
    if (mark.length > Math.max(MAX_MARK, 'blank'.length)) {
      throw new Refused(
        `${this.#file}: the figure of ${what} is "${mark}", which is neither a number nor a mark for what is not published. Nothing was imported.`,
      )
    }
    this.#notPublished[mark] = (this.#notPublished[mark] ?? 0) + 1
    return null
  }

  finish(): FiguresFile {
    const file = this.#file
    const values = this.#values
    if (values.size === 0) {
      throw new Refused(
        `${file} has the columns of the department’s figures and none of the measures that Waymark compares with. Nothing was imported.`,
      )
    }
    if (![...values.values()].some((years) => [...years.values()].some((found) => found.has(ENGLAND)))) {
      throw new Refused(
        `${file} has no figure of England (LA Number ${ENGLAND}) for any measure. Nothing was imported.`,
      )
    }
    return {
      kind: 'figures',
      items: new Map([...values].map(([item, years]) => [item, worded(item, years)])),
      areas: [...this.#areas.values()],
      rows: this.#rows,
      unknownItems: [...this.#unknownItems].sort(),
      missingItems: Object.keys(PUBLISHED_ITEMS).filter((item) => !values.has(item)),
      figures: this.#figures,
      notPublished: this.#notPublished,
      unknownYears: [...this.#unknownYears].sort(),
    }
  }
}

function areaOf(row: readonly Text[], columns: Columns): NamedArea | null {
  const code = wholeNumber(cellOf(row, columns, 'LA Number'))
  const name = cellOf(row, columns, 'LA and Regions')
  if (code === null || name === null) return null
  return { code, name, regionName: regionName(cellOf(row, columns, 'Region')) }
}

function worded(item: string, years: ReadonlyMap<number, ReadonlyMap<string, number>>): YearFigures {
  const unrounded = PUBLISHED_ITEMS[item]?.decimals ?? 1
  return new Map(
    [...years]
      .filter(([, values]) => values.size > 0)
      .map(([year, values]) => [year, new Map(publishedWords(values, unrounded))]),
  )
}

function inner<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const found = map.get(key)
  if (found !== undefined) return found
  const made = make()
  map.set(key, made)
  return made
}
