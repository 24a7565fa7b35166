/**
 * One published item as it is kept: its years, oldest first, and of each authority one word for each year, `-` where
 * nothing is published: `"301": "36.8 41.2 -"`. Figures are text, so that they keep the decimals they were published with.
 */
export interface PackedItem {
  years: readonly string[]
  figures: Readonly<Record<string, string>>
}

/** Items by the department's short name. */
export type PackedItems = Readonly<Record<string, PackedItem>>

const NOT_PUBLISHED = '-'

/** Figures of one item by year, then by authority: what can be looked up, and merged. */
export type YearFigures = Map<number, Map<string, string>>

export function unpack({ years, figures }: PackedItem): YearFigures {
  const found: YearFigures = new Map(years.map((year) => [Number(year), new Map()]))
  for (const [area, words] of Object.entries(figures)) {
    for (const [index, word] of words.split(' ').entries()) {
      if (word !== NOT_PUBLISHED) found.get(Number(years[index]))?.set(area, word)
    }
  }
  return found
}

export function pack(figures: YearFigures): PackedItem {
  const years = [...figures.keys()].sort((a, b) => a - b)
  const areas = [...new Set(years.flatMap((year) => [...figures.get(year)!.keys()]))].sort()
  return {
    years: years.map(String),
    figures: Object.fromEntries(
      areas.map((area) => [
        area,
        years.map((year) => figures.get(year)!.get(area) ?? NOT_PUBLISHED).join(' '),
      ]),
    ),
  }
}

/** A year that the newer has replaces that year of the older whole: a revision may take a figure away. */
export const laidOver = (older: YearFigures | undefined, newer: YearFigures): YearFigures =>
  new Map([...(older ?? []), ...newer])

/** How far a figure may be from a short one and still be it: 0.1 + 0.2 is held as 0.30000000000000004. */
const SAME = 1e-9

/**
 * The published words of one year's values: with as many decimals as the finest of them, so that 13 among tenths is
 * "13.0". Values that no two decimals can say were not rounded before they were published: those get `unrounded`.
 */
export function publishedWords(
  values: ReadonlyMap<string, number>,
  unrounded: number,
): ReadonlyMap<string, string> {
  const isExact = (digits: number) =>
    [...values.values()].every((value) => Math.abs(value - Number(value.toFixed(digits))) < SAME)
  const digits = [0, 1, 2].find(isExact) ?? unrounded
  return new Map([...values].map(([area, value]) => [area, value.toFixed(digits)]))
}
