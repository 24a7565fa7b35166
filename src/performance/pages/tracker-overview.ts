import {
  describeTargetVerdict,
  describeVerdict,
  type TargetVerdict,
  type Verdict,
} from '../../ui/charts/verdict.ts'
import type { TrackerRow } from '../tracker/tracker-row.ts'
import { targetVerdictOf, verdictOf } from './figure-view.ts'
import { capitalised, formatCount } from './number-words.ts'

/** Is it changing? From what needs asking about first. */
export const CHANGES = [
  'worsening',
  'higher',
  'lower',
  'steady',
  'improving',
  'none',
] as const satisfies readonly Verdict[]
/** Will it meet the target? From what needs most. */
export const MEETINGS = [
  'will-miss',
  'not-met',
  'hit-or-miss',
  'met',
  'will-meet',
  'no-target',
] as const satisfies readonly TargetVerdict[]

/** Every measure in its place: one row for each way of changing, one cell for each way of meeting the target. */
export interface Overview {
  meetings: readonly TargetVerdict[]
  lines: readonly {
    change: Verdict
    cells: readonly { meeting: TargetVerdict; rows: readonly TrackerRow[] }[]
  }[]
}

/** Changes and meetings that no measure has are left out. */
export function overviewOf(rows: readonly TrackerRow[]): Overview {
  const placed = rows.map((row) => ({ row, change: verdictOf(row.spc), meeting: targetVerdictOf(row) }))
  const meetings = MEETINGS.filter((meeting) => placed.some((each) => each.meeting === meeting))
  return {
    meetings,
    lines: CHANGES.filter((change) => placed.some((each) => each.change === change)).map((change) => ({
      change,
      cells: meetings.map((meeting) => ({
        meeting,
        rows: placed
          .filter((each) => each.change === change && each.meeting === meeting)
          .map(({ row }) => row),
      })),
    })),
  }
}

/** How a row of the overview is called. `none` is for too few points as for no limits. */
export const describeChangeOf = (verdict: Verdict): string =>
  verdict === 'none' ? 'No limits, or too few points' : describeVerdict(verdict)

/** How a column is called; a measure that cannot be told stands with those without a target. */
export const describeMeeting = (meeting: TargetVerdict): string =>
  meeting === 'no-target' ? 'No target, or cannot tell' : describeTargetVerdict(meeting)

/** Where to look first: what is getting worse and will miss; then what is steady and will miss; then what is safe. */
export function overviewSentence(rows: readonly TrackerRow[]): { bold: string; rest: string } {
  const misses = (row: TrackerRow) => ['will-miss', 'not-met'].includes(targetVerdictOf(row))
  const worse = rows.filter((row) => verdictOf(row.spc) === 'worsening')
  const first = worse.filter(misses)
  const stuck = rows.filter((row) => verdictOf(row.spc) === 'steady' && targetVerdictOf(row) === 'will-miss')
  const safe = rows.filter((row) => targetVerdictOf(row) === 'will-meet')
  const number = (many: readonly unknown[]) => capitalised(formatCount(many.length))
  const is = (many: readonly unknown[]) => (many.length === 1 ? 'is' : 'are')
  const bold =
    first.length > 0
      ? `Start with ${first.length === 1 ? 'the one' : `the ${formatCount(first.length)}`} getting worse and short of target: ${first.map(({ ref }) => ref).join(', ')}.`
      : worse.length > 0
        ? `${number(worse)} ${is(worse)} getting worse, and none of those is short of its target.`
        : 'Nothing is getting worse.'
  const rest = [
    stuck.length > 0
      ? `${number(stuck)} ${is(stuck)} steady and will miss: effort will not move ${stuck.length === 1 ? 'it' : 'them'}, a different process may.`
      : null,
    `${safe.length === 0 ? 'None' : number(safe)} will meet ${safe.length === 1 ? 'its' : 'their'} target if nothing changes.`,
  ]
  return { bold, rest: rest.filter((sentence) => sentence !== null).join(' ') }
}
