import type { Point, SeriesDefinition } from '../../measures/index.ts'
import type { TargetVerdict } from '../../ui/charts/verdict.ts'
import type { Spc } from '../spc/spc.ts'
import { meets } from '../spc/suitability.ts'
import type { TrackerGroup } from './tracker-row.ts'

/** Will it meet its target? Where limits do not apply, whether the latest figure does. */
export function meetingOf(
  series: SeriesDefinition,
  { assurance }: Pick<Spc, 'assurance'>,
  target: number | null,
  latest: Point | null,
): TargetVerdict {
  if (target === null || series.polarity === 'neutral' || !latest || latest.value === null) return 'no-target'
  if (assurance === 'passes') return 'will-meet'
  if (assurance === 'fails') return 'will-miss'
  if (assurance === 'inconsistent') return 'hit-or-miss'
  return meets(series, latest.value, target) ? 'met' : 'not-met'
}

const GROUPS: Readonly<Record<TargetVerdict, TrackerGroup | null>> = {
  'will-miss': 'off_track',
  'not-met': 'off_track',
  'hit-or-miss': 'hit_or_miss',
  'will-meet': 'on_track',
  // Without limits one month's figure can show that it is short, and cannot show that it will stay met.
  met: 'cannot_tell',
  'no-target': null,
}

/** The tracker's group of a measure: by what `meetingOf` says of its target, or where there is none, whether it can be watched. */
export function groupOf(
  series: SeriesDefinition,
  spc: Pick<Spc, 'assurance' | 'variation' | 'applies'>,
  target: number | null,
  latest: Point | null,
): TrackerGroup {
  if (!latest || latest.value === null) return 'cannot_tell'
  const group = GROUPS[meetingOf(series, spc, target, latest)]
  if (group !== null) return group
  if (spc.variation !== 'none') return 'watched'
  return target === null && !spc.applies ? 'watched' : 'cannot_tell'
}
