import { allow, operator } from '../../access/index.ts'
import type { SeriesDefinition } from '../../measures/index.ts'
import { WrongUsage } from '../../platform/command/terminal.ts'
import type { Services } from '../../platform/room.ts'

/** The measure that someone named by its id, by the tracker's reference (`A2`), or by words that only one title has. */
export async function knownSeries(
  { records, council }: Pick<Services, 'records' | 'council'>,
  name: string,
): Promise<SeriesDefinition> {
  const { describeUnknownMeasure, findMeasures } = await import('../find-measure.ts')
  const { shownTracked } = await import('../tracker/tracked-measure-store.ts')
  const tracked = await shownTracked(records, allow(operator(council.id), 'figures:read'))
  const [found, ...more] = findMeasures(name, tracked)
  if (found && more.length === 0) return found
  if (!found || !name.includes(' ')) throw new WrongUsage(describeUnknownMeasure(name, tracked))
  throw new WrongUsage(
    `"${name}" could be ${[found, ...more]
      .slice(0, 5)
      .map(({ id }) => id)
      .join(', ')}`,
  )
}

/** The id that an answer bears: as it was typed where that is an id or its alias. */
export async function givenId(name: string, series: SeriesDefinition): Promise<string> {
  const { seriesOf } = await import('../../measures/index.ts')
  return seriesOf(name) ? name : series.id
}
