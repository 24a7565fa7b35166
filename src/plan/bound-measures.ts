import type { SealedSnapshot } from '../dataset/index.ts'
import { allow, operator, type Person } from '../access/index.ts'
import { figureReader, seriesOf, shownTo } from '../measures/index.ts'
import { monthOf, shiftMonth } from '../platform/day.ts'
import { type Binding, hasHeld } from './binding.ts'
import type { BoundMeasure } from './measure-effect.ts'
import { describeMeasure } from './recommendation-sentence.ts'

/** How many months a before-and-since picture looks back. */
const MONTHS = 24

/** The figures of bound measures as this reader may see them, from the council's current snapshot; null before the first load. A measure that the catalogue no longer has is left out. */
export async function boundMeasures(
  snapshot: SealedSnapshot | null,
  person: Person,
  bindings: readonly Binding[],
): Promise<BoundMeasure[]> {
  const measures: BoundMeasure[] = []
  for (const binding of bindings) {
    const series = seriesOf(binding.seriesId)
    if (!series) continue
    if (!snapshot) {
      measures.push({ binding, series, points: [], target: binding.aim, why: 'No data has been loaded yet.' })
      continue
    }
    const to = monthOf(snapshot.asAt)
    const { council } = allow(person, 'figures:read').person
    const reader = figureReader(snapshot, allow(operator(council), 'figures:read'))
    const found = await reader.figures(series.id, { from: shiftMonth(to, 1 - MONTHS), to })
    const known = found.available ? found.points.filter(({ split }) => split === null) : []
    const points = shownTo(person, series, known)
    const why = found.available ? null : found.why
    measures.push({ binding, series, points, known, target: binding.aim, why })
  }
  return measures
}

/** Why these measures do not show work to be embedded, in words; null when they do. */
export function notHeld(measures: readonly BoundMeasure[]): string | null {
  const agreed = measures.filter(({ binding }) => binding.aim !== null)
  if (agreed.length === 0)
    return 'Bind a measure and agree the value it has to hold before you call this embedded'
  const short = agreed.find(
    ({ binding, series, points, known = points }) =>
      hasHeld(
        binding,
        series.polarity,
        known.map(({ value }) => value),
      ) !== true,
  )
  if (!short) return null
  return `Not embedded yet: ‘${describeMeasure(short)}’ has not held ${short.binding.aim} for ${short.binding.monthsToHold} months running`
}
