import type { Day } from '../../src/platform/day.ts'
import { numberOf, workingDaysAfter, type DayNumber } from '../day-number.ts'
import type { ChildLog } from '../event-log.ts'
import { openCaptureFile } from './capture-file.ts'
import type { CapturePart, CaptureSetting } from './capture-setting.ts'
import { holdingOn } from './holding.ts'
import type { CaptureRow } from './capture-row.ts'
import {
  TASKFORCE_CASES,
  TASKFORCE_WORKERS,
} from '../../src/standards/capture/templates/taskforce-templates.ts'

const STARTS: Day = '2015-02-02'
/** Ten weeks of extra capacity are agreed. */
const ENDS: Day = '2015-04-10'
const FROZEN: Day = '2015-01-30'
const WORKERS = 16
const MANAGERS = 3
/** A worker finishes five assessments in three weeks; a brother's or sister's takes a day more. */
const WORKING_DAYS_A_FAMILY = 3
const DAYS_TO_AUTHORISE = 20
const UNSEEN_FOR_LONG = 42
const OPEN_FOR_LONG = 365

type CaseRow = CaptureRow<typeof TASKFORCE_CASES>
type ListedChild = Omit<CaseRow, 'taskforce_worker' | 'planned_start_on' | 'planned_end_on'>

interface ListedFamily {
  number: number
  children: ListedChild[]
}

/** The taskforce and its frozen list: every child in need who is assessed, on no protection plan and not in care. */
export function taskforcePart(setting: CaptureSetting): CapturePart {
  const { folder, view } = setting
  const workers = openCaptureFile(folder, TASKFORCE_WORKERS)
  const startOn = numberOf(STARTS)
  const started = { start_planned_on: startOn, started_on: startOn <= view.asAt ? startOn : null }
  const managers = codesOf(setting, 'team manager', MANAGERS)
  for (const worker of managers) workers.row({ worker, role: 'team manager', manager: null, ...started })
  const codes = codesOf(setting, 'social worker', WORKERS)
  for (const [index, worker] of codes.entries()) {
    const manager = managers[index % MANAGERS]!
    workers.row({ worker, role: 'social worker', manager, ...started })
  }
  const file = openCaptureFile(folder, TASKFORCE_CASES)
  // Put in order before it is written, so it is held until the end: the children of one day, however many months.
  const listed: ListedFamily[] = []
  return {
    child(child, { number }) {
      const found = listedChild(setting, child, numberOf(FROZEN))
      if (!found) return
      if (listed.at(-1)?.number !== number) listed.push({ number, children: [] })
      listed.at(-1)!.children.push(found)
    },
    close() {
      for (const row of inOrder(listed, codes)) file.row(row)
      return [workers.close(), file.close()]
    },
  }
}

/** Sixteen and three came, to a council of any size: those whom its workforce has, and codes of their own for more. */
function codesOf(
  { workforce }: CaptureSetting,
  role: 'social worker' | 'team manager',
  count: number,
): string[] {
  const teams = workforce.teams.filter(({ kind }) => kind === 'taskforce').map(({ name }) => name)
  const own = workforce.workers.filter((worker) => worker.role === role && teams.includes(worker.team))
  const letters = role === 'team manager' ? 'TFM' : 'TF'
  return Array.from({ length: count }, (_, index) => own[index]?.code ?? `${letters}-${index + 1}`)
}

function listedChild(
  { view, workforce }: CaptureSetting,
  child: ChildLog,
  frozenOn: DayNumber,
): ListedChild | null {
  const holding = holdingOn(child, frozenOn, view)
  if (holding?.kind !== 'in need') return null
  const need = child.needs.findLast(({ started }) => started.on === holding.since)
  const lastSeenOn = need?.visits.findLast(({ on, wasSeen }) => wasSeen && on <= frozenOn)?.on ?? null
  const isUnseen = lastSeenOn === null || lastSeenOn < frozenOn - UNSEEN_FOR_LONG
  const isOpenForLong = holding.since < frozenOn - OPEN_FOR_LONG
  return {
    child_id: child.id,
    frozen_on: frozenOn,
    team: holding.position.team,
    worker: workforce.workerAt(holding.position, frozenOn),
    open_since: holding.since,
    last_seen_on: lastSeenOn,
    triage: isUnseen ? 'first' : isOpenForLong ? 'second' : 'third',
    started_on: null,
    authorised_on: null,
    outcome: null,
  }
}

const TRIAGE: readonly CaseRow['triage'][] = ['first', 'second', 'third']
const urgency = ({ children }: ListedFamily) =>
  Math.min(...children.map(({ triage }) => TRIAGE.indexOf(triage)))
const openSince = ({ children }: ListedFamily) => Math.min(...children.map(({ open_since }) => open_since))

/** Family by family, the most urgent first and then those open longest, each to the worker who is free first. */
function* inOrder(listed: ListedFamily[], codes: readonly string[]): Generator<CaseRow> {
  listed.sort(
    (left, right) =>
      urgency(left) - urgency(right) || openSince(left) - openSince(right) || left.number - right.number,
  )
  const [startOn, endOn] = [numberOf(STARTS), numberOf(ENDS)]
  const busyFor = codes.map(() => 0)
  for (const { children } of listed) {
    const days = Math.min(...busyFor)
    const free = busyFor.indexOf(days)
    const plannedOn = workingDaysAfter(startOn, days)
    busyFor[free] = days + WORKING_DAYS_A_FAMILY + children.length - 1
    const isReached = plannedOn <= endOn
    for (const child of children) {
      yield {
        ...child,
        taskforce_worker: isReached ? codes[free]! : null,
        planned_start_on: isReached ? plannedOn : null,
        planned_end_on: isReached ? workingDaysAfter(plannedOn, DAYS_TO_AUTHORISE) : null,
      }
    }
  }
}
