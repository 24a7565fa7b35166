import told from './catalogue.json' with { type: 'json' }
import type { ClockTold } from './clock.ts'

/**
 * What the handbook says of a measure beside its definition, which stands in the measure's own file: why it matters, the
 * traps that are known and our rule for each, what is published of England, and the clock to be drawn.
 * Published figures: Contains public sector information licensed under the Open Government Licence v3.0.
 */
export interface HandbookEntry {
  id: string
  area: string
  why: string
  standard: { status: string; says: string; sources: readonly string[] }
  /** Keys of the series that the catalogue names; none where the measure is one series. */
  series: readonly string[]
  suppression: keyof typeof told.suppression
  /** What it can be broken down by, where a source has it. */
  breakdowns: readonly string[]
  /** A local starting point for a target, and no standard. */
  startingPoint?: { green: string; amber: string }
  traps: readonly { trap: string; rule: string }[]
  published: readonly { period: string; says: string; sources: readonly string[] }[]
  clocks: readonly ClockTold[]
}

type Told = Omit<HandbookEntry, 'traps' | 'published'> & {
  traps: readonly (readonly [trap: string, rule: string])[]
  published: readonly (readonly [period: string, says: string, sources: readonly string[]])[]
}

/** Every measure of the catalogue, in its order. */
export const HANDBOOK: readonly HandbookEntry[] = (told.measures as unknown as readonly Told[]).map(
  (entry) => ({
    ...entry,
    traps: entry.traps.map(([trap, rule]) => ({ trap, rule })),
    published: entry.published.map(([period, says, sources]) => ({ period, says, sources })),
  }),
)

const BY_ID = new Map(HANDBOOK.map((entry) => [entry.id, entry]))
export const entryOf = (measure: string): HandbookEntry | null => BY_ID.get(measure) ?? null

/** Who sees which numbers of a measure, in words. */
export const describeDisclosure = ({ suppression }: HandbookEntry): string => told.suppression[suppression]
