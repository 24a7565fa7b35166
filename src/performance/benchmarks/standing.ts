import type { Polarity } from '../../measures/index.ts'
import { ENGLAND } from './area.ts'
import type { ComparisonBook, Published, PublishedFigure } from './published.ts'
import { periodOf } from './published-period.ts'
import type { ComparisonAuthority } from './comparison-authority.ts'

/** A place among the authorities that publish a figure. */
export interface Rank {
  /** 1 is the best; where neither way is better, the highest. Authorities with one figure share a place. */
  place: number
  of: number
  isShared: boolean
  /** 1 is the best quarter, or the highest where neither way is better. */
  quartile: 1 | 2 | 3 | 4
  polarity: Polarity
}

/** The middle of the neighbours, of those that publish. */
interface Neighbours {
  median: PublishedFigure | null
  published: number
  of: number
  /** Each with its figure, the nearest first; null where it publishes none. */
  members: readonly { code: string; name: string; figure: PublishedFigure | null }[]
}

/** How a council compares in one published year. */
export interface Standing {
  year: number
  period: string
  england: PublishedFigure | null
  region: { code: string; name: string; figure: PublishedFigure | null } | null
  neighbours: Neighbours | null
  /** The council's own published figure; null when it has none, or is no authority. */
  own: PublishedFigure | null
  /** Of its own published figure; null without one, and for a count. */
  rank: Rank | null
}

/** The years for which authorities' figures are held; before them there may be England's alone. */
export const yearsOfAuthorities = (published: Published): number[] =>
  published.years.filter((year) => published.held(year) > FEW)
/** England and its regions are thirteen; so few authorities more are no comparison. */
const FEW = 30

export function standingIn(
  book: ComparisonBook,
  published: Published,
  authority: ComparisonAuthority,
  polarity: Polarity,
  year: number,
): Standing {
  const own = authority.own === null ? null : published.figure(authority.own, year)
  const region = authority.as === null ? null : (book.areas[authority.as]?.region ?? null)
  return {
    year,
    period: periodOf(year, published.item.at),
    england: published.figure(ENGLAND, year),
    region:
      region === null
        ? null
        : { code: region, name: book.areas[region]?.name ?? region, figure: published.figure(region, year) },
    neighbours: neighboursIn(book, published, authority, year),
    own,
    rank:
      own === null || published.isCount
        ? null
        : rankAmong(
            own.value,
            [...published.authorities(year).values()].map(({ value }) => value),
            polarity,
          ),
  }
}

function neighboursIn(
  book: ComparisonBook,
  published: Published,
  authority: ComparisonAuthority,
  year: number,
): Neighbours | null {
  const codes = authority.as === null ? undefined : book.neighbours[authority.as]
  if (!codes) return null
  const members = codes.map((code) => ({
    code,
    name: book.areas[code]?.name ?? code,
    figure: published.figure(code, year),
  }))
  const figures = members.flatMap(({ figure }) => (figure ? [figure] : []))
  return { median: medianOf(figures), published: figures.length, of: codes.length, members }
}

/** With the decimals of the figures it lies among; between two of them it may need one more. */
function medianOf(figures: readonly PublishedFigure[]): PublishedFigure | null {
  const sorted = figures.toSorted((a, b) => a.value - b.value)
  const [below, above] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]]
  if (!below || !above) return null
  const digits = Math.max(...[below, above].map(({ text }) => text.split('.')[1]?.length ?? 0))
  const middle = (below.value + above.value) / 2
  const isExact = Math.abs(middle - Number(middle.toFixed(digits))) < SAME
  const text = middle.toFixed(isExact ? digits : digits + 1)
  return { text, value: Number(text) }
}

const SAME = 1e-9

/** The place of a value among those published, which it may be one of or not. */
export function rankAmong(value: number, published: readonly number[], polarity: Polarity): Rank {
  const isBetter = (other: number) => (polarity === 'lower' ? other < value : other > value)
  const better = published.filter(isBetter).length
  const same = published.filter((other) => other === value).length
  return {
    place: better + 1,
    of: published.length,
    isShared: same > 1,
    quartile: Math.min(4, Math.floor((better * 4) / Math.max(1, published.length)) + 1) as Rank['quartile'],
    polarity,
  }
}
