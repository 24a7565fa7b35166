import { addDays, type Day } from '../../platform/day.ts'
import {
  countStates,
  forecastFinish,
  forecastLeft,
  paceOf,
  weeksOf,
  type Pace,
  type Range,
  type StateCounts,
  type TaskforceWeek,
} from './burn-down.ts'
import type { CaseForCounts } from './count-cases.ts'
import { standardsIn, versionOn, type FrameworkVersion } from './framework.ts'
import { neededWeekly, optionsOf, type TaskforceOption } from './options.ts'
import { dueOn, GRADES, HAS_LEFT, OUTCOMES, stateOf, type Outcome } from './taskforce-case.ts'
import type { TaskforceDecision } from './taskforce-decision.ts'
import type { TaskforceWorker } from './taskforce-worker.ts'
import type { Taskforce } from './taskforce.ts'

export type Grade = keyof typeof GRADES

/** What is foreseen from the pace of the last three full weeks. */
export interface Forecast {
  pace: Pace
  finish: Range<Day | null>
  /** Children not re-assessed when the contract ends. */
  left: Range<number>
}

/** One worker's part; `cases` of theirs, by week. */
export interface WorkerLine {
  worker: string
  manager: string
  given: number
  doneByWeek: number[]
  done: number
  inHand: number
  pastDue: number
}

/** Everything that the page of a taskforce says: counts, and nothing about a child. */
export interface TaskforceView {
  taskforce: Taskforce
  today: Day
  frozen: number
  counts: StateCounts
  /** Still to be re-assessed: with the taskforce, or given to nobody. */
  remaining: number
  joined: number
  marks: Readonly<Record<'urgent' | 'soon' | 'routine' | 'none', number>>
  pastDue: number
  weeks: TaskforceWeek[]
  /** Null while it is too early to say. */
  forecast: Forecast | null
  options: TaskforceOption[]
  /** Children a week that it would take to finish by the end of the contract; null once that has come. */
  needed: number | null
  outcomes: readonly { outcome: Outcome; count: number }[]
  /** Re-assessed, and what was decided is not recorded: never counted as closed. */
  untold: number
  inTime: number
  returns: Returns
  sample: Sample
  framework: {
    version: FrameworkVersion
    number: number
    met: readonly { standard: string; count: number }[]
    ticked: number
  } | null
  lines: WorkerLine[]
  people: { workers: number; managers: number }
  decision: TaskforceDecision | null
}

export interface Returns {
  /** Closed or stepped down. */
  all: number
  returned: number
  /** Of those whose 183 days have passed. */
  matured: number
  maturedReturned: number
  /** When the first 183 days have passed; null while nobody was closed or stepped down. */
  firstOn: Day | null
}

export interface Sample {
  drawn: number
  moderated: number
  before: Readonly<Record<Grade, number>>
  after: Readonly<Record<Grade, number>>
  lowered: number
}

const RETURN_DAYS = 183

/** What is kept with a taskforce besides its children. */
export interface KeptWith {
  workers: readonly TaskforceWorker[]
  versions: readonly FrameworkVersion[]
  decisions: readonly TaskforceDecision[]
}

export function taskforceView(
  taskforce: Taskforce,
  all: readonly CaseForCounts[],
  kept: KeptWith,
  today: Day,
): TaskforceView {
  const cases = all.filter(({ list }) => list === 'frozen')
  const counts = countStates(cases, today)
  const remaining = counts.working + counts.waiting
  const weeks = weeksOf(cases, taskforce.startsOn, today)
  const done = cases.filter((child) => stateOf(child, today) === 'done')
  const isPast = (child: CaseForCounts) =>
    stateOf(child, today) === 'working' && dueOn(child, taskforce.daysAllowed)! < today
  return {
    taskforce,
    today,
    frozen: cases.length,
    counts,
    remaining,
    joined: all.length - cases.length,
    marks: marksOf(cases),
    pastDue: cases.filter(isPast).length,
    weeks,
    ...foreseen(taskforce, cases, remaining, weeks, today),
    outcomes: (Object.keys(OUTCOMES) as Outcome[]).map((outcome) => ({
      outcome,
      count: done.filter((child) => child.outcome === outcome).length,
    })),
    untold: done.filter(({ outcome }) => outcome === null).length,
    inTime: done.filter((child) => child.authorisedOn! <= dueOn(child, taskforce.daysAllowed)!).length,
    returns: returnsOf(done, taskforce.comparedOn ?? today),
    sample: sampleOf(done),
    framework: frameworkOf(kept.versions, done, today),
    lines: workerLines(cases, kept.workers, weeks, today, isPast),
    people: peopleOn(kept.workers, today),
    decision: kept.decisions.toSorted((a, b) => (a.decidedOn < b.decidedOn ? 1 : -1))[0] ?? null,
  }
}

function foreseen(
  taskforce: Taskforce,
  cases: readonly CaseForCounts[],
  remaining: number,
  weeks: readonly TaskforceWeek[],
  today: Day,
): Pick<TaskforceView, 'forecast' | 'options' | 'needed'> {
  const pace = paceOf(weeks)
  return {
    forecast: pace && {
      pace,
      finish: forecastFinish(remaining, pace, today),
      left: forecastLeft(remaining, pace, today, taskforce.endsOn),
    },
    options: optionsOf(taskforce, cases, remaining, pace, today),
    needed: neededWeekly(
      remaining,
      today < taskforce.startsOn ? taskforce.startsOn : today,
      taskforce.endsOn,
    ),
  }
}

function marksOf(cases: readonly CaseForCounts[]): TaskforceView['marks'] {
  const count = (mark: CaseForCounts['triage']) => cases.filter(({ triage }) => triage === mark).length
  return { urgent: count('urgent'), soon: count('soon'), routine: count('routine'), none: count(null) }
}

/** Those who have started and have not left. */
function peopleOn(workers: readonly TaskforceWorker[], today: Day): TaskforceView['people'] {
  const here = workers.filter(
    ({ startedOn, endedOn }) =>
      startedOn !== null && startedOn <= today && (endedOn === null || endedOn >= today),
  )
  return {
    workers: here.filter(({ role }) => role === 'social_worker').length,
    managers: here.filter(({ role }) => role === 'team_manager').length,
  }
}

function returnsOf(done: readonly CaseForCounts[], comparedOn: Day): Returns {
  const gone = done.filter(({ outcome }) => outcome !== null && HAS_LEFT.includes(outcome))
  const maturesOn = ({ authorisedOn }: CaseForCounts) => addDays(authorisedOn!, RETURN_DAYS)
  const matured = gone.filter((child) => maturesOn(child) <= comparedOn)
  const returned = (some: readonly CaseForCounts[]) =>
    some.filter(({ returnedOn }) => returnedOn !== null).length
  return {
    all: gone.length,
    returned: returned(gone),
    matured: matured.length,
    maturedReturned: returned(matured),
    firstOn: gone.map(maturesOn).sort()[0] ?? null,
  }
}

/** From the best to the worst: a grade after another in this order is lower. */
const IN_ORDER = Object.keys(GRADES) as Grade[]

function sampleOf(done: readonly CaseForCounts[]): Sample {
  const drawn = done.filter((child) => child.isDrawn && child.grade !== null)
  const moderated = drawn.filter(({ moderatedGrade }) => moderatedGrade !== null)
  const countBy = (gradeOf: (child: CaseForCounts) => Grade | null) =>
    Object.fromEntries(
      IN_ORDER.map((grade) => [grade, moderated.filter((child) => gradeOf(child) === grade).length]),
    ) as Record<Grade, number>
  return {
    drawn: drawn.length,
    moderated: moderated.length,
    before: countBy(({ grade }) => grade),
    after: countBy(({ moderatedGrade }) => moderatedGrade),
    lowered: moderated.filter(
      ({ grade, moderatedGrade }) => IN_ORDER.indexOf(moderatedGrade!) > IN_ORDER.indexOf(grade!),
    ).length,
  }
}

/** The version that applies today, and how often each of its standards was ticked for a child. */
function frameworkOf(
  versions: readonly FrameworkVersion[],
  done: readonly CaseForCounts[],
  today: Day,
): TaskforceView['framework'] {
  const found = versionOn(versions, today)
  if (!found) return null
  const ticked = done.filter(({ frameworkNumber }) => frameworkNumber === found.number)
  return {
    ...found,
    ticked: ticked.length,
    met: standardsIn(found.version.taskforceQuality).map((standard) => ({
      standard,
      count: ticked.filter(({ standardsMet }) => standardsIn(standardsMet).includes(standard)).length,
    })),
  }
}

function workerLines(
  cases: readonly CaseForCounts[],
  workers: readonly TaskforceWorker[],
  weeks: readonly TaskforceWeek[],
  today: Day,
  isPast: (child: CaseForCounts) => boolean,
): WorkerLine[] {
  const byWorker = Map.groupBy(
    cases.filter(({ givenOn }) => givenOn !== null && givenOn <= today),
    ({ taskforceWorker }) => taskforceWorker,
  )
  const managers = new Map(workers.map(({ worker, manager }) => [worker, manager]))
  const codes = new Set([
    ...workers.filter(({ role }) => role === 'social_worker').map(({ worker }) => worker),
    ...byWorker.keys(),
  ])
  return [...codes]
    .map((worker): WorkerLine => {
      const own = byWorker.get(worker) ?? []
      const done = own.filter((child) => stateOf(child, today) === 'done')
      return {
        worker,
        manager: managers.get(worker) ?? '',
        given: own.length,
        doneByWeek: weeks.map(
          ({ monday }, index) =>
            done.filter(
              ({ authorisedOn }) =>
                (authorisedOn! >= monday || index === 0) && authorisedOn! < addDays(monday, 7),
            ).length,
        ),
        done: done.length,
        inHand: own.length - done.length,
        pastDue: own.filter(isPast).length,
      }
    })
    .sort((left, right) =>
      left.manager === right.manager
        ? compareCodes(left.worker, right.worker)
        : compareCodes(left.manager, right.manager),
    )
}

const compareCodes = (left: string, right: string): number =>
  left.localeCompare(right, 'en', { numeric: true })
