import type { Polarity } from '../../measures/index.ts'
import type { TrackerRow } from '../tracker/tracker-row.ts'
import type { PublishedFigure } from './published.ts'
import type { Rank } from './standing.ts'

/** A published figure as it was published, with its own decimals: "81.5%", "551.0", "£1,905". */
export function describePublished({ text }: PublishedFigure, unit: string): string {
  const [whole = '', part] = text.split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',') + (part === undefined ? '' : `.${part}`)
  if (unit === '%') return `${grouped}%`
  return unit.startsWith('£') ? `£${grouped}` : grouped
}

/** What follows a figure whose unit is not in it: " per 10,000". */
export const formatUnit = (unit: string): string =>
  unit === '%' ? '' : unit.startsWith('£') ? unit.slice(1) : ` ${unit}`

/** The middle of the statistical neighbours: "84.3%"; a dash where it is not known. */
export function describeSimilar({ compared }: TrackerRow): string {
  const median = compared?.nearest?.neighbours?.median
  return compared && median ? describePublished(median, compared.published.item.unit) : '–'
}

const ENDINGS: Readonly<Record<string, string>> = { one: 'st', two: 'nd', few: 'rd', other: 'th' }
const ordinals = new Intl.PluralRules('en-GB', { type: 'ordinal' })
const formatNth = (place: number): string => `${place}${ENDINGS[ordinals.select(place)] ?? 'th'}`

/** "12th of 151 that publish", shared where others have the same figure. */
export const formatRank = ({ place, of, isShared }: Rank): string =>
  `${isShared ? 'joint ' : ''}${formatNth(place)} of ${of} that publish`

/** Which end is the first. */
export const describeFirst = (polarity: Polarity): string =>
  ({
    higher: '1st is the highest, and higher is better',
    lower: '1st is the lowest, and lower is better',
    neutral: '1st is the highest, and neither way is better',
  })[polarity]

/** "in the best quarter", "in the lowest quarter". */
export function formatQuarter({ quartile, polarity }: Rank): string {
  const ends =
    polarity === 'neutral'
      ? ['highest', 'second highest', 'second lowest', 'lowest']
      : ['best', 'second best', 'second worst', 'worst']
  return `in the ${ends[quartile - 1]} quarter`
}
