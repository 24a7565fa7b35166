import { capital } from '../../platform/words.ts'
import { HANDBOOK_ORDER, type MeasureHandbook, type SeriesDefinition } from '../../measures/index.ts'

/** What the handbook says of a measure besides its definition. */
export interface HandbookEntry extends MeasureHandbook {
  id: string
  area: string
  smallNumbers: SeriesDefinition['smallNumbers']
}

export const HANDBOOK: readonly HandbookEntry[] = HANDBOOK_ORDER.map(({ id, area, series, handbook }) => ({
  id,
  area,
  smallNumbers: series[0]!.definition.smallNumbers,
  ...handbook,
}))

const BY_ID = new Map(HANDBOOK.map((entry) => [entry.id, entry]))
export const entryOf = (measure: string): HandbookEntry | null => BY_ID.get(measure) ?? null

export const DISCLOSURE: Readonly<Record<HandbookEntry['smallNumbers'], string>> = {
  SN0: 'No one is counted, so nothing is hidden.',
  SN1: 'In what is published a number from 1 to 5 is hidden, with whatever would give it away; so is a share with such a number in it. Zero is shown. The Board sees every count, and no share of fewer than 10.',
  SN2: 'In what is published a number from 1 to 5 is hidden. Outside the service no share is shown of fewer than 10, and one of fewer than 30 is called a small base.',
  SN3: 'It is about staff: a named worker’s figure is for that worker and the managers above. In a pack no part has fewer than five workers, and nobody’s grades are published.',
}

/** Who sees which numbers of a measure, in words. */
export const describeDisclosure = ({ smallNumbers }: Pick<HandbookEntry, 'smallNumbers'>): string =>
  DISCLOSURE[smallNumbers]

/** "Rate in %, in each month; higher is better" */
export function describeShown({ kind, unit, timing, polarity }: SeriesDefinition): string {
  const when = timing === 'flow' ? 'in each month' : 'at each month end'
  const better = polarity === 'neutral' ? 'neither way is better' : `${polarity} is better`
  return `${capital(kind)} in ${unit}, ${when}; ${better}`
}
