import { numberOf } from '../../day-number.ts'
import type { CouncilPlan } from '../../plans/council-plan.ts'
import type { Codes } from './codes.ts'
import type { Post, Role } from './worker.ts'

export const TASKFORCE = 'Taskforce'

/** Posts of the team from outside that the plan brings in, with agency workers in all of them; none where it brings none. */
export function taskforceOf({ population, staffing }: CouncilPlan, codes: Codes): Post[] {
  const { taskforce } = staffing
  if (!taskforce) return []
  const from = numberOf(taskforce.startsOn)
  const scale = population / 10_000
  const post = (role: Role, name: string): Post => {
    const worker = codes.of({
      role,
      team: TASKFORCE,
      startedOn: from,
      leftOn: null,
      isAgency: true,
      isPeripatetic: false,
      fte: 1,
      newlyQualifiedUntil: null,
      absences: [],
    })
    return {
      code: `${TASKFORCE}, ${name}`,
      team: TASKFORCE,
      role,
      fte: 1,
      createdOn: from,
      occupants: [{ worker, from, to: null }],
    }
  }
  const count = (per10k: number) => Math.max(1, Math.round(per10k * scale))
  return [
    ...Array.from({ length: count(taskforce.workersPer10k) }, (_, index) =>
      post('social worker', `worker ${index + 1}`),
    ),
    ...Array.from({ length: count(taskforce.managersPer10k) }, (_, index) =>
      post('team manager', `manager ${index + 1}`),
    ),
  ]
}
