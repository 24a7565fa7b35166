import { type Point, type SeriesDefinition, formatFigure, formatRangeEnd } from '../measures/index.ts'
import { type TrackerGroup, type TrackerRow, TRACKER_GROUPS } from '../performance/index.ts'
import {
  actionsOf,
  bragCounts,
  countFaults,
  disagreements,
  selfCheck,
  standing,
  type Brag,
  type PlanTree,
} from '../plan/index.ts'
import { formatDayOfYear, type Day } from '../platform/day.ts'
import { capital, countOf, formatCount } from './count-words.ts'
import { describeDoubt, sentencesSettled, type Doubt } from './doubt.ts'
import type { Meeting } from './meeting.ts'
import type { OpenReport } from './report-reading.ts'

/** Something that waits for this person, with the page that settles it. */
export interface Task {
  text: string
  detail: string
  href: string
  /** Where it is: "Board report 3.1.3", "Plan". */
  place: string
  /** One word for what is wrong. */
  state: string
}

export interface MeasureChange {
  row: TrackerRow
  text: string
  was: string
  now: string
}

export interface RatingChange {
  ref: string
  href: string
  title: string
  was: Brag | null
  now: Brag
}

/** What home tells, worked out from the tracker, the plan and the report. */
export interface Home {
  meeting: Meeting | null
  previousOn: Day | null
  measures: { group: TrackerGroup; count: number }[]
  worse: number
  better: number
  plan: Record<Brag, number>
  planBefore: Record<Brag, number> | null
  actions: number
  /** Null for those who do not write the report, and where there is none. */
  report: { settled: number; all: number; toSettle: number } | null
  tasks: Task[]
  changes: MeasureChange[]
  ratings: RatingChange[]
}

export interface HomeParts {
  today: Day
  meeting: Meeting | null
  rows: readonly TrackerRow[]
  tree: PlanTree
  open: OpenReport | null
  /** May put the plan's faults right. */
  mayWrite: boolean
  mayConfirm: boolean
}

/** How many steady measures are named only to say: do not react. */
const STEADY_NAMED = 3

export function buildHome(parts: HomeParts): Home {
  const { meeting, rows, tree, open, today } = parts
  const previousOn = meeting ? (meeting.heldOn >= today ? meeting.previousOn : meeting.heldOn) : null
  const variations = rows.map(({ spc }) => spc.variation)
  return {
    meeting,
    previousOn,
    measures: TRACKER_GROUPS.map((group) => ({
      group,
      count: rows.filter((row) => row.group === group).length,
    })),
    worse: variations.filter((variation) => variation === 'worsening').length,
    better: variations.filter((variation) => variation === 'improving').length,
    plan: bragCounts(tree),
    planBefore: previousOn === null ? null : bragCounts(tree, previousOn),
    actions: actionsOf(tree).length,
    report: open && { ...sentencesSettled(open.report, open.doubts), toSettle: open.doubts.length },
    tasks: [...reportTasks(open), ...planTasks(parts)],
    changes: measureChanges(rows),
    ratings: ratingChanges(tree, previousOn),
  }
}

const TASKS = {
  moved: { text: 'Agree a sentence again', state: 'Moved' },
  new: { text: 'Agree a figure', state: 'New' },
  unbacked: { text: 'Back a figure with a source', state: 'Unbacked' },
  word: { text: 'Change a word, or say why it stays', state: 'Word' },
} as const

function reportTasks(open: OpenReport | null): Task[] {
  if (!open) return []
  const numbers = new Map(open.report.sections.map(({ id, number }) => [id, number]))
  return open.doubts.map((doubt: Doubt) => ({
    ...TASKS[doubt.kind],
    detail: describeDoubt(doubt),
    href: `/board/${open.meeting.heldOn}#note-${doubt.number}`,
    place: `Board report ${numbers.get(doubt.sectionId) ?? ''}`.trim(),
  }))
}

function planTasks({ tree, today, mayWrite, mayConfirm }: HomeParts): Task[] {
  const tasks: Task[] = []
  const waiting = disagreements(tree).length
  if (mayConfirm && waiting > 0) {
    tasks.push({
      text: `Confirm ${countOf(waiting, 'rating')}`,
      detail: 'The owner and the clinic do not say the same',
      href: '/plan',
      place: 'Plan',
      state: 'Rating',
    })
  }
  const faults = selfCheck(tree, today)
  if (mayWrite && faults.length > 0) {
    tasks.push({
      text: `Put right ${countOf(countFaults(faults), 'fault')} in the plan`,
      detail: faults
        .slice(0, 3)
        .map(({ says }) => says)
        .join('; '),
      href: '/plan',
      place: 'Plan',
      state: 'Fault',
    })
  }
  return tasks
}

const value = (point: Point | null, series: SeriesDefinition) => formatFigure(point, series)

/** How far a steady measure moved in its last month, in units of its usual range. */
function stride({ latest, previous, spc }: TrackerRow): number {
  if (latest?.value == null || previous?.value == null || spc.lower === null || spc.upper === null) return 0
  return Math.abs(latest.value - previous.value) / (spc.upper - spc.lower || 1)
}

/** Every measure with a signal, and the few steady ones that moved most, named only to say: do not react. */
function measureChanges(rows: readonly TrackerRow[]): MeasureChange[] {
  const signals = rows.filter(({ spc }) => spc.direction !== null)
  const steady = rows
    .filter(({ spc, latest }) => spc.variation === 'common' && latest?.value != null)
    .toSorted((one, other) => stride(other) - stride(one))
    .slice(0, STEADY_NAMED)
  return [...signals, ...steady].map((row) => ({
    row,
    text: describeMeasureChange(row),
    was: value(row.previous, row.series),
    now: value(row.latest, row.series),
  }))
}

/** "above its average for 9 months"; of a steady one: inside its usual range, do not react. */
export function describeMeasureChange({ title, spc, series }: TrackerRow): string {
  if (spc.direction === null) {
    return `${title}: inside its usual range of ${formatRangeEnd(spc.lower ?? 0, series)} to ${formatRangeEnd(spc.upper ?? 0, series)}. Do not react`
  }
  const side = spc.direction === 'up' ? 'above' : 'below'
  if (spc.rule === 'shift') return `${title}: ${side} its average for ${spc.run} months`
  if (spc.rule === 'trend') return `${title}: ${spc.run} months going ${spc.direction} one after another`
  if (spc.rule === 'outside') return `${title}: ${side} its usual range`
  return `${title}: close to the edge of its usual range twice in three months`
}

/** What the plan shows otherwise than at the end of the day of the last Board. */
function ratingChanges(tree: PlanTree, since: Day | null): RatingChange[] {
  if (since === null) return []
  return actionsOf(tree).flatMap((action) => {
    const was = standing(action.ratings, since).shown
    const now = action.standing.shown
    if (now === null || was === now) return []
    return [{ ref: action.ref, href: `/plan/actions/${action.id}`, title: action.title, was, now }]
  })
}

/** What is so, in bold, and what follows from it. */
export function homeSentence(home: Home, rows: number): { bold: string; rest: string } {
  const { report, worse, better, meeting } = home
  const are = (count: number) =>
    count === 0 ? 'none is' : `${formatCount(count)} ${count === 1 ? 'is' : 'are'}`
  const rest =
    rows === 0
      ? 'No data has been loaded yet.'
      : `Of ${rows} measures, ${are(worse)} getting worse and ${are(better)} getting better.`
  if (!report) {
    return meeting
      ? { bold: `The Board’s meeting in view is that of ${formatDayOfYear(meeting.heldOn)}.`, rest }
      : { bold: 'No meeting of the Board has been put in yet.', rest }
  }
  if (report.toSettle === 0) return { bold: 'Nothing stops the Board report from being issued.', rest }
  const stop = report.toSettle === 1 ? 'thing stops' : 'things stop'
  return { bold: capital(`${countOf(report.toSettle, stop, stop)} the Board report being issued.`), rest }
}
