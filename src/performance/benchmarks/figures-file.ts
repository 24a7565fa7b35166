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
const LONGEST_MARK = 4

/** Reads the long file. Throws Refused where it contradicts itself, and where there is nothing in it to compare with. */
export async function readFigures(file: string, columns: Columns, rows: TextRows): Promise<FiguresFile> {
  const values = new Map<string, Map<number, Map<string, number>>>()
  const areas = new Map<string, NamedArea>()
  const unknownItems = new Set<string>()
  const unknownYears = new Set<string>()
  const notPublished: Record<string, number> = {}
  let count = 0
  let figures = 0
  for await (const some of rows) {
    for (const row of some) {
      count += 1
      const item = cellOf(row, columns, 'Short Desc')
      if (item === null) continue
      if (!Object.hasOwn(PUBLISHED_ITEMS, item)) {
        unknownItems.add(item)
        continue
      }
      const label = cellOf(row, columns, 'Years') ?? ''
      const year = endingYear(label)
      const area = areaOf(row, columns)
      if (year === null || area === null) {
        unknownYears.add(year === null ? label : `${label}, of an authority without a number`)
        continue
      }
      areas.set(area.code, area)
      const years = inner(values, item, () => new Map<number, Map<string, number>>())
      const ofYear = inner(years, year, () => new Map<string, number>())
      const text = cellOf(row, columns, 'Values')
      if (text === null || !NUMBER.test(text.replaceAll(',', ''))) {
        const mark = text ?? 'blank'
        if (mark.length > Math.max(LONGEST_MARK, 'blank'.length)) {
          throw new Refused(
            `${file}: the figure of ${item} for ${area.name} in ${label} is "${mark}", which is neither a number nor a mark for what is not published. Nothing was imported.`,
          )
        }
        notPublished[mark] = (notPublished[mark] ?? 0) + 1
        continue
      }
      const value = Number(text.replaceAll(',', ''))
      const before = ofYear.get(area.code)
      if (before !== undefined && before !== value) {
        throw new Refused(
          `${file} gives ${item} for ${area.name} in ${label} twice, as ${before} and as ${value}. Nothing was imported.`,
        )
      }
      if (before === undefined) figures += 1
      ofYear.set(area.code, value)
    }
  }
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
    areas: [...areas.values()],
    rows: count,
    unknownItems: [...unknownItems].sort(),
    missingItems: Object.keys(PUBLISHED_ITEMS).filter((item) => !values.has(item)),
    figures,
    notPublished,
    unknownYears: [...unknownYears].sort(),
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
