import type { CouncilPlan } from '../../plans/council-plan.ts'
import type { Position } from '../../event-log.ts'
import type { Random } from '../../random.ts'
import { overloadedOf } from './overload.ts'
import type { PlannedTeam } from './teams.ts'

/** A place where cases are held. */
export interface CasePosition extends Position {
  /** The number in the code of the worker who is there on the last day. */
  code: number
  /** Kept for newly qualified workers; they should hold no more than 15, and many do. */
  isForNew: boolean
  isOverloaded: boolean
  /** Children at the last day that this position should hold: its share by weight. */
  share: number
  /** Never more than this at the last day; only the overloaded come near. */
  most: number
  held: number
}

const MAX_OF_OTHERS = 38

/** Newly qualified workers hold less, wherever they sit; a worker in a place kept for them holds as others do. */
export function protectNew(
  plan: CouncilPlan,
  positions: readonly CasePosition[],
  isNew: (name: CasePosition) => boolean,
): void {
  const { usualCaseload, newlyQualifiedCaseload } = plan.profile.staff
  const times = newlyQualifiedCaseload / usualCaseload
  for (const position of positions) {
    if (isNew(position) === position.isForNew) continue
    position.share *= position.isForNew ? 1 / times : times
  }
}

/** The positions of all teams that hold cases, staffed for the children they should have open. */
export function positionsOf(
  plan: CouncilPlan,
  teams: readonly PlannedTeam[],
  random: Random,
): CasePosition[] {
  const { usualCaseload, newlyQualifiedCaseload } = plan.profile.staff
  const overloaded = overloadedOf(plan, teams)
  let code = 100
  const positions: CasePosition[] = []
  /** The part of a worker that one team was short of goes to the next. */
  let carried = 0
  for (const { name: team, open } of teams) {
    if (open === null) continue
    const own: CasePosition[] = []
    const add = (share: number, most: number, kind: { isForNew: boolean; isOverloaded: boolean }) => {
      code += random.between(1, 9)
      own.push({ team, name: `${team}/${own.length + 1}`, code, ...kind, share, most, held: 0 })
    }
    const heavy = overloaded.filter((worker) => worker.team === team)
    for (const { share, most } of heavy) add(share, most, { isForNew: false, isOverloaded: true })
    const left = Math.max(open - heavy.reduce((sum, { most }) => sum + most, 0), usualCaseload)
    const wanted = left / usualCaseload + carried
    const others = Math.max(1, Math.round(wanted))
    carried = wanted - others
    for (let other = 0; other < others; other += 1) {
      const isForNew = other === others - 1 && others > 1
      const share = (isForNew ? newlyQualifiedCaseload : usualCaseload) * (0.85 + random.next() * 0.3)
      add(share, MAX_OF_OTHERS, { isForNew, isOverloaded: false })
    }
    positions.push(...own)
  }
  return positions
}
