import type { Areas } from './area.ts'
import { laidOver, unpack, type PackedItems, type YearFigures } from './packed-figures.ts'
import type { ComparisonBook } from './published.ts'
import { shipped } from './shipped.ts'

/** What a council brought in itself: it takes the place of what was shipped. */
export interface ImportedBenchmarks extends Partial<Areas> {
  items: PackedItems
  /** The department's own titles, by its short names. */
  titles: Readonly<Record<string, string>>
}

const NOTHING: ImportedBenchmarks = { items: {}, titles: {} }

/** The figures and lists in force: those shipped, and over them, year by year, those that were imported. */
export function openBook(imported: ImportedBenchmarks = NOTHING): ComparisonBook {
  const { items, earlier, areas, neighbours, notes } = shipped()
  const opened = new Map<string, YearFigures | null>()
  const open = (name: string): YearFigures | null => {
    const layers = [earlier[name], items[name], imported.items[name]].filter((layer) => layer !== undefined)
    return layers.length === 0
      ? null
      : layers.reduce<YearFigures>((found, layer) => laidOver(found, unpack(layer)), new Map())
  }
  return {
    areas: imported.areas ?? areas,
    neighbours: imported.neighbours ?? neighbours,
    figures(item) {
      if (!opened.has(item)) opened.set(item, open(item))
      return opened.get(item) ?? null
    },
    titleOf: (item) => imported.titles[item] ?? null,
    noteOf: (item, area, year) =>
      notes.find((note) => note.item === item && note.area === area && note.year === year)?.text ?? null,
  }
}

let plain: ComparisonBook | null = null

/** What a fresh install compares with. */
export const shippedBook = (): ComparisonBook => (plain ??= openBook())
