import type { Month } from '../../platform/day.ts'
import type { Polarity, SeriesDefinition } from '../../measures/index.ts'
import { ENGLAND } from './area.ts'
import { comparedYear, periodOf, yearOf } from './published-period.ts'
import {
  publishedFor,
  publishedItem,
  type ComparisonBook,
  type Published,
  type PublishedFigure,
} from './published.ts'
import type { ComparisonAuthority } from './comparison-authority.ts'
import { standingIn, yearsOfAuthorities, type Rank, type Standing } from './standing.ts'

export const BENCHMARK_LICENCE =
  'Contains public sector information licensed under the Open Government Licence v3.0.'

/** What is published of England to hold one figure against. */
export interface Comparison {
  value: number
  /** The figure as published, with its decimals. */
  text: string
  /** "2014-15"; "2015" for what is taken on 30 September. */
  period: string
  unit: string
  source: string
  note: string | null
  /** Whether it is of the year that the month belongs to; otherwise of the last one published before. */
  isSameYear: boolean
}

/** England's figure of the year that the month belongs to, or the last published before it; null when there is none. */
export function england(
  series: Pick<SeriesDefinition, 'id'>,
  month: Month,
  book: ComparisonBook,
): Comparison | null {
  const published = publishedFor(book, series.id)
  if (!published) return null
  const { item, note } = published
  const years = published.years.filter((year) => published.figure(ENGLAND, year) !== null)
  const year = comparedYear(years, month, item.at)
  const figure = year === null ? null : published.figure(ENGLAND, year)
  if (year === null || figure === null) return null
  const { unit, source } = item
  const isSameYear = year === yearOf(month, item.at)
  return { ...figure, period: periodOf(year, item.at), unit, source, note, isSameYear }
}

/** All that is published to hold a series against, from the place of one council. */
export interface SeriesComparison {
  published: Published
  authority: ComparisonAuthority
  /** The month's own year, or the last before it for which authorities' figures are held; null when there is none. */
  nearest: Standing | null
  /** Every year for which anything is held, oldest first. Worked out when asked for. */
  years(): readonly Standing[]
  /** The authorities' figures of that year, by code: what the picture draws. */
  authorities: ReadonlyMap<string, PublishedFigure>
  /** Further published figures of the same thing in the same year, where there are any. */
  also(): readonly AlsoPublished[]
  /** Names of authorities, by code. */
  nameOf: (code: string) => string
  /** What a reader must know of the council's own figures, or of those it is compared as, by year. */
  notes: readonly { year: number; text: string }[]
}

/** The count of a rate, or the share of a count. */
interface AlsoPublished {
  title: string
  unit: string
  year: number
  own: PublishedFigure | null
  england: PublishedFigure | null
}

/** What the tracker says of it: the shape of `waymark tracker --json`. */
export interface TrackedComparison {
  neighbours: { median: number | null; period: string | null; published: number; of: number }
  region: { name: string; value: number; period: string } | null
  rank: (Rank & { period: string }) | null
}

/** The part of a comparison that the tracker shows. */
export function trackedComparison(found: SeriesComparison | null): TrackedComparison {
  const { period = null, neighbours, region, rank } = found?.nearest ?? {}
  return {
    neighbours: {
      median: neighbours?.median?.value ?? null,
      period: neighbours?.median ? period : null,
      published: neighbours?.published ?? 0,
      of: neighbours?.of ?? 0,
    },
    region:
      region?.figure && period !== null ? { name: region.name, value: region.figure.value, period } : null,
    rank: rank && period !== null ? { ...rank, period } : null,
  }
}

/** What a series is compared with in the year of the month or the last before it; null when the department publishes nothing. */
export function comparisonOf(
  series: { id: string; polarity: Polarity },
  month: Month,
  book: ComparisonBook,
  authority: ComparisonAuthority,
): SeriesComparison | null {
  const published = publishedFor(book, series.id)
  if (!published) return null
  const standing = (year: number) => standingIn(book, published, authority, series.polarity, year)
  const year = comparedYear(yearsOfAuthorities(published), month, published.item.at)
  return {
    published,
    authority,
    nearest: year === null ? null : standing(year),
    years: () => published.years.map(standing),
    authorities: year === null ? new Map() : published.authorities(year),
    also: () =>
      published.also.flatMap((name) => {
        const more = publishedItem(book, name)
        if (!more || year === null) return []
        const england = more.figure(ENGLAND, year)
        const own = authority.own === null ? null : more.figure(authority.own, year)
        return england || own ? [{ title: more.title, unit: more.item.unit, year, own, england }] : []
      }),
    nameOf: (code) => book.areas[code]?.name ?? code,
    notes: published.years.flatMap((year) => {
      const text = authority.as === null ? null : book.noteOf(published.name, authority.as, year)
      return text === null ? [] : [{ year, text }]
    }),
  }
}
