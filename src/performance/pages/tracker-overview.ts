import {
  describeTargetVerdict,
  describeVerdict,
  type TargetVerdict,
  type Verdict,
} from '../../ui/charts/verdict.ts'
import type { TrackerRow } from '../tracker/tracker-row.ts'
import { verdictOf } from './figure-view.ts'
import { countInWords } from './number-words.ts'
import { capital } from '../../platform/words.ts'

/** Is it changing? What needs a question first. */
const CHANGES = [
  'worsening',
  'higher',
  'lower',
  'steady',
  'improving',
  'none',
] as const satisfies readonly Verdict[]
/** Will it meet the target? What needs most first. */
const MEETINGS = [
  'will-miss',
  'not-met',
  'hit-or-miss',
  'met',
  'will-meet',
  'no-target',
] as const satisfies readonly TargetVerdict[]

/** A line for each way of changing, with a cell for each way of meeting the target. */
export interface Overview {
  meetings: readonly TargetVerdict[]
  lines: readonly {
    change: Verdict
    cells: readonly { meeting: TargetVerdict; rows: readonly TrackerRow[] }[]
  }[]
}

/** Lines and columns that no measure belongs to are left out. */
export function overviewOf(rows: readonly TrackerRow[]): Overview {
  const measures = rows.map((row) => ({ row, change: verdictOf(row.spc), meeting: row.meeting }))
  const meetings = MEETINGS.filter((meeting) => measures.some((measure) => measure.meeting === meeting))
  return {
    meetings,
    lines: CHANGES.filter((change) => measures.some((measure) => measure.change === change)).map(
      (change) => ({
        change,
        cells: meetings.map((meeting) => ({
          meeting,
          rows: measures
            .filter((measure) => measure.change === change && measure.meeting === meeting)
            .map(({ row }) => row),
        })),
      }),
    ),
  }
}

/** `none` is both too few points and no limits. */
export const describeChangeOf = (verdict: Verdict): string =>
  verdict === 'none' ? 'No limits, or too few points' : describeVerdict(verdict)

/** `no-target` is also for a measure whose target cannot be judged. */
export const describeMeeting = (meeting: TargetVerdict): string =>
  meeting === 'no-target' ? 'No target, or cannot tell' : describeTargetVerdict(meeting)

/** What to look at first: getting worse and missing the target; then steady and missing it; then what will meet it. */
export function overviewSentence(rows: readonly TrackerRow[]): { bold: string; rest: string } {
  const misses = (row: TrackerRow) => ['will-miss', 'not-met'].includes(row.meeting)
  const worse = rows.filter((row) => verdictOf(row.spc) === 'worsening')
  const first = worse.filter(misses)
  const stuck = rows.filter((row) => verdictOf(row.spc) === 'steady' && row.meeting === 'will-miss')
  const safe = rows.filter((row) => row.meeting === 'will-meet')
  const number = (many: readonly unknown[]) => capital(countInWords(many.length))
  const is = (many: readonly unknown[]) => (many.length === 1 ? 'is' : 'are')
  const bold =
    first.length > 0
      ? `Start with the ${first.length === 1 ? 'measure that is' : `${countInWords(first.length)} measures that are`} getting worse and missing ${first.length === 1 ? 'its target' : 'their targets'}: ${first.map(({ ref }) => ref).join(', ')}.`
      : worse.length > 0
        ? worse.length === 1
          ? 'One is getting worse; it is not missing a target.'
          : `${number(worse)} are getting worse; none of them is missing a target.`
        : 'Nothing is getting worse.'
  const rest = [
    stuck.length > 0
      ? `${number(stuck)} ${is(stuck)} steady and will miss unless the way of working changes.`
      : null,
    `${safe.length === 0 ? 'None' : number(safe)} will meet ${safe.length === 1 ? 'its' : 'their'} target if nothing changes.`,
  ]
  return { bold, rest: rest.filter((sentence) => sentence !== null).join(' ') }
}
