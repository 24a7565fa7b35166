import type { DayNumber } from '../day-number.ts'
import type { Position } from '../event-log.ts'
import type { Workforce } from '../simulation/workforce.ts'

/** One worker's time with a child, in days of which the last is the next worker's first. */
interface WorkerSpell {
  worker: string
  from: DayNumber
  /** Null while it goes on. */
  to: DayNumber | null
  /** Bare code: why this worker took over, or was the first. */
  reason: string
}

/** Who held the cases of each place and when, and why they changed. */
export interface WorkerHistory {
  /**
   * Those who held a place's cases from a day to another, or on when it is null. A time in which nobody did is left
   * out. `first` is the reason why the first of them began.
   */
  spells(position: Position, from: DayNumber, to: DayNumber | null, first: string): WorkerSpell[]
}

interface Held {
  from: DayNumber
  worker: string | null
}

/** What is kept is each place's own history, once it is asked for. */
export function workerHistory(workforce: Workforce): WorkerHistory {
  const leavers = new Map(workforce.workers.map(({ code, leftOn }) => [code, leftOn]))
  const changeDays = changeDaysByTeam(workforce)
  const histories = new Map<string, Held[]>()
  const historyOf = (position: Position): Held[] => {
    let history = histories.get(position.name)
    if (!history) {
      history = heldIn(position, changeDays.get(position.team) ?? [], workforce)
      histories.set(position.name, history)
    }
    return history
  }
  return {
    spells(position, from, to, first) {
      const history = historyOf(position)
      const spells: WorkerSpell[] = []
      const begins = Math.max(
        0,
        history.findLastIndex((held) => held.from <= from),
      )
      for (let index = begins; index < history.length; index += 1) {
        const { worker, from: heldFrom } = history[index]!
        if (index > begins && to !== null && heldFrom >= to) break
        if (worker === null) continue
        const next = history[index + 1]?.from ?? null
        const reason = index === begins ? first : whyChanged(history, index, leavers)
        spells.push({ worker, from: index === begins ? from : heldFrom, to: earlier(next, to), reason })
      }
      return spells
    },
  }
}

const earlier = (left: DayNumber | null, right: DayNumber | null): DayNumber | null =>
  left === null || right === null ? (left ?? right) : Math.min(left, right)

/** The days on which anybody of a team came to a post or went from it: a colleague may take over when one falls empty. */
function changeDaysByTeam({ posts }: Workforce): Map<string, DayNumber[]> {
  const byTeam = new Map<string, Set<DayNumber>>()
  for (const { team, occupants } of posts) {
    const days = byTeam.get(team) ?? new Set()
    for (const { from } of occupants) days.add(from)
    byTeam.set(team, days)
  }
  return new Map([...byTeam].map(([team, days]) => [team, [...days].sort((a, b) => a - b)]))
}

/** Who held the place from each day on which that changed. It may end its time without a worker between the days. */
function heldIn(position: Position, days: readonly DayNumber[], workforce: Workforce): Held[] {
  const history: Held[] = []
  const add = (from: DayNumber, worker: string | null) => {
    if (history.length === 0 || history.at(-1)!.worker !== worker) history.push({ from, worker })
  }
  for (const [index, day] of days.entries()) {
    const until = days[index + 1] ?? day + LONGEST_WITHOUT
    let on = day
    let worker = workforce.workerAt(position, on)
    add(on, worker)
    while (worker === null && on + 1 < until) {
      on += 1
      worker = workforce.workerAt(position, on)
    }
    if (on > day) add(on, worker)
  }
  return history
}

/** Days after the last change of a team within which cases that nobody holds will have been taken over. */
const LONGEST_WITHOUT = 90

/** LEFTRL: who held the cases before has left. MANAGE: a colleague has held them meanwhile, and hands them on. */
function whyChanged(
  history: readonly Held[],
  index: number,
  leavers: ReadonlyMap<string, DayNumber | null>,
): string {
  const { from } = history[index]!
  const before = history.slice(0, index).findLast(({ worker }) => worker !== null)?.worker
  const leftOn = before ? leavers.get(before) : null
  return leftOn != null && leftOn <= from ? 'LEFTRL' : 'MANAGE'
}
