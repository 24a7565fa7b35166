import type { DayNumber } from '../day-number.ts'
import type { Desk } from '../event-log.ts'
import type { Worker, Workforce } from '../simulation/workforce.ts'

/** One worker's time with a child, in days of which the last is the next worker's first. */
export interface WorkerSpell {
  worker: string
  from: DayNumber
  /** Null while it goes on. */
  to: DayNumber | null
  /** Bare code: why this worker took over, or was the first. */
  reason: string
}

/** Who sat where and when, and why they changed. */
export interface WorkerHistory {
  /**
   * The workers who held the seat from a day to another, or on when it is null; nobody's time leaves a gap. `first` is
   * the reason why the first of them began.
   */
  spells(desk: Desk, from: DayNumber, to: DayNumber | null, first: string): WorkerSpell[]
}

export function workerHistory({ posts, workers }: Workforce): WorkerHistory {
  const bySeat = new Map(posts.map((post) => [post.code, post.occupants]))
  const byCode = new Map(workers.map((worker) => [worker.code, worker]))
  return {
    spells({ seat }, from, to, first) {
      const occupants = bySeat.get(seat) ?? []
      const spells: WorkerSpell[] = []
      for (const [place, { worker, from: satFrom }] of occupants.entries()) {
        const satTo = occupants[place + 1]?.from ?? null
        // Whoever sat there first did so before anybody wrote it down.
        const began = place === 0 ? from : Math.max(from, satFrom)
        const ended = satTo === null ? to : Math.min(satTo, to ?? satTo)
        const isOver = ended !== null && (ended < began || (ended === began && began > from))
        if (worker === null || isOver || (to !== null && began > to)) continue
        const before = occupants[place - 1]?.worker
        const reason = began === from ? first : whyChanged(before ? byCode.get(before) : undefined, began)
        spells.push({ worker, from: began, to: ended, reason })
      }
      return spells
    },
  }
}

/** LEFTRL: who was there before left the council. ABSENC: is away. MANAGE: a caseload was moved. */
function whyChanged(before: Worker | undefined, on: DayNumber): string {
  // Nobody was there before, and the one before that had left.
  if (!before || (before.leftOn !== null && before.leftOn <= on)) return 'LEFTRL'
  return before.absences.some(({ from, to }) => from <= on && on <= to + 1) ? 'ABSENC' : 'MANAGE'
}
