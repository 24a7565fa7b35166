import type { DayNumber } from '../day-number.ts'
import type { Worker, Workforce } from '../simulation/workforce.ts'

/** Who answers to whom, looked up by code and by team. */
export interface TeamLine {
  worker(code: string): Worker | null
  /** The team's manager on the day, or a service manager for the senior tier; null when there is none. */
  managerOf(team: string, on: DayNumber, isSenior?: boolean): string | null
  isAway(code: string, on: DayNumber): boolean
}

export const isInPost = ({ startedOn, leftOn }: Worker, on: DayNumber): boolean =>
  startedOn <= on && (leftOn === null || leftOn >= on)

/** Whether children are allocated to workers of that role. */
export const isCaseholder = ({ role }: Worker): boolean =>
  role === 'social worker' || role === 'senior social worker'

export function teamLine({ workers }: Workforce): TeamLine {
  const byCode = new Map(workers.map((worker) => [worker.code, worker]))
  const managers = workers.filter(({ role }) => role === 'team manager')
  const seniors = workers.filter(({ role }) => role === 'service manager')
  return {
    worker: (code) => byCode.get(code) ?? null,
    managerOf(team, on, isSenior = false) {
      const among = (isSenior ? seniors : managers).filter((worker) => isInPost(worker, on))
      const own = among.find((worker) => worker.team === team)
      return (own ?? (isSenior ? among[0] : undefined))?.code ?? null
    },
    isAway: (code, on) => byCode.get(code)?.absences.some(({ from, to }) => from <= on && to >= on) ?? false,
  }
}
