import { isWorking, type DayNumber } from '../day-number.ts'
import type { ChildLog, Position } from '../event-log.ts'
import type { Post, Worker, Workforce } from '../simulation/workforce.ts'
import { breach } from './identity-check.ts'
import { isOpenOn, yearsBefore, type Period } from './period.ts'
import { add, note, type Tally } from './tally.ts'

/** Who is a social worker to the workforce census; personal advisers are not. */
const isSocialWorker = ({ role }: { role: string }): boolean => role !== 'personal adviser'
const CARRIES_CASES = ['social worker', 'senior social worker']

/** Working days a year for which a full-time worker is asked. */
const DAYS_A_YEAR = 253

interface WorkforceCount {
  child(child: ChildLog): void
  close(tally: Tally): void
}

/** Counts the staff as the workforce census does, on the last day and in the year to it, and the children they hold. */
export function openWorkforceCount({ to }: Period, workforce: Workforce): WorkforceCount {
  const held = new Map<string, number>()
  let open = 0
  let unallocated = 0
  return {
    child(child) {
      const position = positionOn(child, to)
      if (!position) return
      open += 1
      const worker = workforce.workerAt(position, to)
      if (worker === null) unallocated += 1
      else held.set(worker, (held.get(worker) ?? 0) + 1)
    },
    close(tally) {
      countCases(tally, workforce, to, held)
      add(tally, 'unallocated', unallocated, open)
      const byWorker = [...held.values()].reduce((sum, cases) => sum + cases, 0)
      breach(tally, 'cases-rebuild', open - unallocated - byWorker)
      countPosts(tally, workforce, to)
      countMovement(tally, workforce.workers.filter(isSocialWorker), to)
    },
  }
}

/** Where an open case is held on a day. */
const positionOn = ({ needs }: ChildLog, day: DayNumber): Position | null =>
  needs.findLast(({ started, closed }) => isOpenOn(started, closed, day))?.position ?? null

const isAtWork = ({ startedOn, leftOn }: Worker, day: DayNumber): boolean =>
  startedOn <= day && (leftOn === null || leftOn > day)

function countCases(
  tally: Tally,
  workforce: Workforce,
  to: DayNumber,
  held: ReadonlyMap<string, number>,
): void {
  const workers = workforce.workers.filter(
    (worker) => isAtWork(worker, to) && CARRIES_CASES.includes(worker.role),
  )
  for (const worker of workers) {
    const cases = held.get(worker.code) ?? 0
    if (cases === 0) continue
    add(tally, 'caseload', cases, worker.fte)
    note(tally, 'over-30-cases', cases > 30)
    note(tally, 'newly-qualified', worker.newlyQualifiedUntil !== null && worker.newlyQualifiedUntil > to)
  }
  add(tally, 'largest-caseload', Math.max(0, ...held.values()), 1)
}

/** The worker who sits in a post on a day; null when nobody does. */
const occupant = ({ occupants }: Post, day: DayNumber): string | null =>
  occupants.findLast(({ from, to }) => from <= day && (to === null || to > day))?.worker ?? null

/** A post with an agency worker in it is vacant, and covered. */
function countPosts(tally: Tally, workforce: Workforce, to: DayNumber): void {
  const byCode = new Map(workforce.workers.map((worker) => [worker.code, worker]))
  let [establishment, filled, covered, vacant] = [0, 0, 0, 0]
  for (const post of workforce.posts) {
    if (!isSocialWorker(post) || post.createdOn > to) continue
    establishment += 1
    const worker = byCode.get(occupant(post, to) ?? '')
    if (worker && !worker.isAgency) filled += 1
    else vacant += 1
    if (worker?.isAgency) covered += 1
    add(tally, 'vacancy', worker && !worker.isAgency ? 0 : post.fte, post.fte)
  }
  add(tally, 'agency-cover', covered, vacant)
  breach(tally, 'posts-rebuild', establishment - filled - vacant)
}

function countMovement(tally: Tally, workers: readonly Worker[], to: DayNumber): void {
  const yearAgo = yearsBefore(to, 1)
  let flow = 0
  let [inPost, agency] = [0, 0]
  for (const worker of workers) {
    const { startedOn, leftOn, isAgency, fte } = worker
    const isNow = isAtWork(worker, to)
    const hasJoined = startedOn > yearAgo && startedOn <= to
    const hasLeft = leftOn !== null && leftOn > yearAgo && leftOn <= to
    flow += (isAtWork(worker, yearAgo) ? 1 : 0) + (hasJoined ? 1 : 0) - (hasLeft ? 1 : 0) - (isNow ? 1 : 0)
    if (isNow && isAgency) agency += fte
    if (isNow && !isAgency) inPost += fte
    if (!isAgency) add(tally, 'turnover', hasLeft ? fte : 0, isNow ? fte : 0)
    if (!isAgency) add(tally, 'sickness', sickDays(worker, yearAgo, to) * fte, isNow ? fte * DAYS_A_YEAR : 0)
  }
  add(tally, 'agency', agency, agency + inPost)
  add(tally, 'social-workers', inPost, 0)
  breach(tally, 'workers-flow', flow)
}

function sickDays({ absences }: Worker, after: DayNumber, to: DayNumber): number {
  let days = 0
  for (const { from, to: last, reason } of absences) {
    if (!reason.includes('sick')) continue
    for (let day = Math.max(from, after + 1); day <= Math.min(last, to); day += 1)
      if (isWorking(day)) days += 1
  }
  return days
}
