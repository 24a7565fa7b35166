import { TRACKER_GROUPS, type TrackerGroup, type TrackerRow } from '../tracker/tracker-row.ts'
import { describeArea } from './area.ts'
import { verdictOf } from './figure-view.ts'
import { countInWords } from './number-words.ts'
import { capital } from '../../platform/words.ts'

const GROUPS: Readonly<Record<TrackerGroup, { title: string; means: string }>> = {
  off_track: {
    title: 'Off track',
    means: 'Will miss the target unless the way of working changes, or misses it now',
  },
  hit_or_miss: {
    title: 'Hit or miss',
    means: 'The target is inside the usual range, so a month meets it or misses it by chance',
  },
  on_track: { title: 'On track', means: 'Will meet its target if nothing changes' },
  watched: { title: 'Watched', means: 'No target to meet' },
  cannot_tell: { title: 'Cannot tell yet', means: 'Too few months, or the files do not have the data' },
}

export interface TrackerSection {
  id: string
  title: string
  means: string | null
  rows: readonly TrackerRow[]
}

/** By state, in the tracker's order. A state without measures is left out. */
export const sectionsByState = (rows: readonly TrackerRow[]): TrackerSection[] =>
  TRACKER_GROUPS.map((group) => ({
    id: group.replaceAll('_', '-'),
    ...GROUPS[group],
    rows: rows.filter((row) => row.group === group),
  })).filter((section) => section.rows.length > 0)

/** By area of the service, in the order in which a child meets them. */
export const sectionsByArea = (rows: readonly TrackerRow[]): TrackerSection[] =>
  [...new Set(rows.map((row) => row.series.area))].map((area) => ({
    id: area,
    title: describeArea(area),
    means: null,
    rows: rows
      .filter((row) => row.series.area === area)
      .toSorted((a, b) => a.ref.localeCompare(b.ref, 'en', { numeric: true })),
  }))

/**
 * How many are getting worse and better, and how many of the others have changed; how many are off track, and how many
 * of those will miss.
 */
export function trackerSentence(rows: readonly TrackerRow[]): { bold: string; rest: string } {
  const count = (which: (row: TrackerRow) => boolean) => rows.filter(which).length
  const worse = count((row) => verdictOf(row.spc) === 'worsening')
  const better = count((row) => verdictOf(row.spc) === 'improving')
  const offTrack = count((row) => row.group === 'off_track')
  const willMiss = count((row) => row.group === 'off_track' && row.spc.assurance === 'fails')
  const measures = (n: number) => (n === 1 ? 'measure is' : 'measures are')
  const isOrAre = (n: number) => (n === 1 || n === 0 ? 'is' : 'are')
  const unusual = count((row) => ['higher', 'lower'].includes(verdictOf(row.spc)))
  const bold =
    worse === 0 && better === 0
      ? unusual === 0
        ? 'No measure shows a change.'
        : `No measure is getting worse or better; ${countInWords(unusual)} ${isOrAre(unusual)} higher or lower than usual.`
      : `${worse === 0 ? 'No measure is' : `${capital(countInWords(worse))} ${measures(worse)}`} getting worse; ${countInWords(better)} ${isOrAre(better)} getting better.`
  const rest =
    offTrack === 0
      ? 'None is off track.'
      : `${capital(countInWords(offTrack))} ${isOrAre(offTrack)} off track${
          willMiss === 0
            ? '.'
            : willMiss === offTrack
              ? ` and will miss ${offTrack === 1 ? 'its target' : 'their targets'} unless something changes.`
              : `; ${countInWords(willMiss)} of those will miss ${willMiss === 1 ? 'its target' : 'their targets'} unless something changes.`
        }`
  return { bold, rest }
}
