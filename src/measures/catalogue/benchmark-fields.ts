import { optional, repeated, words } from '../../platform/definition-file.ts'

/** When a published figure was taken: over the year to 31 March, on 31 March, or on 30 September. */
export type PublishedAt = 'year' | 'march' | 'september'

/** One measure of the department's file, as it is described where it is first used. */
export interface PublishedItem {
  /** As the department titles it. */
  title: string
  /** "%", "per 10,000", "children": what follows a value. */
  unit: string
  source: string
  at: PublishedAt
  /** Decimals of a year that the file holds unrounded; any other year says itself how fine it is. */
  decimals: 0 | 1
}

/** A published item that a series is compared with. The first of a series is ranked; further ones are shown with it. */
export interface Benchmark {
  /** The department's "Short Desc". */
  name: string
  /** Null where another measure describes it. */
  item: PublishedItem | null
  /**
   * `complement`: published is the share that ours leaves, so ours is compared with 100 less it. `over`: the share that
   * one published rate is of another. Null: as published.
   */
  reading: 'complement' | { over: string } | null
  /** What differs between our definition and the department's, for a reader. */
  note: string | null
  line: number
}

const PERIODS: Record<string, PublishedAt> = {
  'over the year': 'year',
  'on 31 March': 'march',
  'on 30 September': 'september',
}

/** `per 10,000, over the year, to 1 decimal` */
function readGiven(text: string): Pick<PublishedItem, 'unit' | 'at' | 'decimals'> | null {
  const [, unit, period, decimals] = /^(.+), ((?:over|on) [^,]+), (to 1 decimal|whole)$/.exec(text) ?? []
  const at = PERIODS[period ?? '']
  return unit && at ? { unit, at, decimals: decimals === 'whole' ? 0 : 1 } : null
}

/** `100 less it`; `share of Section_47` */
function readReading(text: string): NonNullable<Benchmark['reading']> | null {
  if (text === '100 less it') return 'complement'
  const over = /^share of (.+)$/.exec(text)?.[1]
  return over ? { over } : null
}

export const BENCHMARK_FIELDS = {
  benchmark: repeated(
    (name, line, { title, gives, from, ...inner }): Benchmark | null => {
      const isDescribed = title !== null && gives !== null && from !== null
      if (!isDescribed && (title ?? gives ?? from) !== null) return null
      const item = isDescribed ? { title, source: from, ...gives } : null
      return { name, item, reading: inner['read as'], note: inner.differs, line }
    },
    {
      written: 'a published item is described by all of title, gives and from, or by none',
      inner: {
        title: optional(words),
        gives: optional(readGiven),
        from: optional(words),
        'read as': optional(readReading),
        differs: optional(words),
      },
    },
  ),
}
