import { type Point, type SeriesDefinition, formatFigure, formatRangeEnd } from '../measures/index.ts'
import { describeOthers, type TrackerGroup, type TrackerRow, TRACKER_GROUPS } from '../performance/index.ts'
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
import { describeReviewItem, countResolved, type ReviewItem } from './review-item.ts'
import type { Meeting } from './meeting.ts'
import type { OpenReport } from './open-report.ts'

/** Something for this person to do, with the page where it is done. */
interface Task {
  text: string
  detail: string
  href: string
  /** "Board report 3.1.3", "Plan" */
  place: string
  /** What is wrong, in a word or two. */
  state: string
}

export interface MeasureChange {
  row: TrackerRow
  text: string
  was: string
  now: string
}

interface RatingChange {
  ref: string
  href: string
  title: string
  was: Brag | null
  now: Brag
}

/** What the home page shows of the tracker, the plan and the report. */
export interface Home {
  meeting: Meeting | null
  /** The meeting is to come, rather than the latest one held. */
  isNext: boolean
  issued: boolean
  previousOn: Day | null
  measures: { group: TrackerGroup; count: number }[]
  worse: number
  better: number
  plan: Record<Brag, number>
  planBefore: Record<Brag, number> | null
  actions: number
  /** Null for those who do not write the report, and where there is none. */
  report: { resolved: number; all: number; toResolve: number } | null
  tasks: Task[]
  changes: MeasureChange[]
  ratings: RatingChange[]
}

export interface HomeParts {
  today: Day
  meeting: Meeting | null
  rows: readonly TrackerRow[]
  tree: PlanTree
  issued: boolean
  open: OpenReport | null
  mayWrite: boolean
  mayConfirm: boolean
}

/** How many steady measures are listed, to say that they have not really changed. */
const MAX_STEADY = 3

export function buildHome(parts: HomeParts): Home {
  const { meeting, issued, rows, tree, open, today } = parts
  const isNext = meeting !== null && meeting.heldOn >= today
  const previousOn = meeting && (isNext ? meeting.previousOn : meeting.heldOn)
  const variations = rows.map(({ spc }) => spc.variation)
  return {
    meeting,
    isNext,
    issued,
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
    report: open && { ...countResolved(open.report, open.reviewItems), toResolve: open.reviewItems.length },
    tasks: [...reportTasks(open), ...planTasks(parts)],
    changes: measureChanges(rows),
    ratings: ratingChanges(tree, previousOn),
  }
}

const TASKS = {
  moved: { text: 'Agree a sentence again', state: 'Moved' },
  new: { text: 'Agree a figure', state: 'New' },
  unbacked: { text: 'Give the source of a figure', state: 'No source' },
  word: { text: 'Change a word, or say why to keep it', state: 'Word' },
} as const

function reportTasks(open: OpenReport | null): Task[] {
  if (!open) return []
  const numbers = new Map(open.report.sections.map(({ id, number }) => [id, number]))
  return open.reviewItems.map((item: ReviewItem) => ({
    ...TASKS[item.kind],
    detail: describeReviewItem(item),
    href: `/board/${open.meeting.heldOn}#note-${item.number}`,
    place: `Board report ${numbers.get(item.sectionId) ?? ''}`.trim(),
  }))
}

function planTasks({ tree, today, mayWrite, mayConfirm }: HomeParts): Task[] {
  const tasks: Task[] = []
  const waiting = disagreements(tree).length
  if (mayConfirm && waiting > 0) {
    tasks.push({
      text: `Confirm ${countOf(waiting, 'rating')}`,
      detail: 'The owner and the clinic gave different ratings',
      href: '/plan',
      place: 'Plan',
      state: 'Rating',
    })
  }
  const faults = selfCheck(tree, today)
  if (mayWrite && faults.length > 0) {
    tasks.push({
      text: `Correct ${countOf(countFaults(faults), 'fault')} in the plan`,
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
function relativeMove({ latest, previous, spc }: TrackerRow): number {
  if (latest?.value == null || previous?.value == null || spc.lower === null || spc.upper === null) return 0
  return Math.abs(latest.value - previous.value) / (spc.upper - spc.lower || 1)
}

/** Every measure with a signal, and the few steady ones that moved most. */
function measureChanges(rows: readonly TrackerRow[]): MeasureChange[] {
  const signals = rows.filter(({ spc }) => spc.direction !== null)
  const steady = rows
    .filter(({ spc, latest }) => spc.variation === 'common' && latest?.value != null)
    .toSorted((a, b) => relativeMove(b) - relativeMove(a))
    .slice(0, MAX_STEADY)
  return [...signals, ...steady].map((row) => ({
    row,
    text: describeMeasureChange(row),
    was: value(row.previous, row.series),
    now: value(row.latest, row.series),
  }))
}

export function describeMeasureChange({ title, spc, series }: TrackerRow): string {
  if (spc.direction === null) {
    return `${title}: inside its usual range of ${formatRangeEnd(spc.lower ?? 0, series)} to ${formatRangeEnd(spc.upper ?? 0, series)}. No real change`
  }
  const side = spc.direction === 'up' ? 'above' : 'below'
  const also = describeOthers(spc)
  if (spc.rule === 'shift') return `${title}: ${side} its average for ${spc.run} months${also}`
  if (spc.rule === 'trend')
    return `${title}: ${spc.run} months going ${spc.direction} one after another${also}`
  if (spc.rule === 'outside') return `${title}: ${side} its usual range${also}`
  return `${title}: close to the edge of its usual range twice in three months${also}`
}

/** Ratings that differ from those at the end of the day of the last Board. */
function ratingChanges(tree: PlanTree, since: Day | null): RatingChange[] {
  if (since === null) return []
  return actionsOf(tree).flatMap((action) => {
    const was = standing(action.ratings, since).shown
    const now = action.standing.shown
    if (now === null || was === now) return []
    return [{ ref: action.ref, href: `/plan/actions/${action.id}`, title: action.title, was, now }]
  })
}

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
      ? {
          bold: `${home.isNext ? 'The next Board is' : 'The last Board was'} on ${formatDayOfYear(meeting.heldOn)}. The report is ${home.issued ? 'issued' : 'not issued yet'}.`,
          rest,
        }
      : { bold: 'No Board meeting has been added yet.', rest }
  }
  if (report.toResolve === 0) return { bold: 'Nothing stops the Board report from being issued.', rest }
  const stop = report.toResolve === 1 ? 'thing stops' : 'things stop'
  return { bold: capital(`${countOf(report.toResolve, stop, stop)} the Board report being issued.`), rest }
}
