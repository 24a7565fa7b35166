import type { CouncilPlan } from '../../plans/council-plan.ts'

/** How many workers a mean hides in a council of its size. */
export const overloadedCount = ({ population, staffing }: CouncilPlan): number =>
  Math.round((staffing.overloaded.length * population) / 8000)

/** Those that the plan names, and as many more as the council is larger, spread over its other locality teams. */
export function overloadedOf(
  plan: CouncilPlan,
  teams: readonly { kind: string; name: string }[],
): CouncilPlan['staffing']['overloaded'] {
  const { overloaded } = plan.staffing
  const others = teams.filter(
    ({ kind, name }) => kind === 'locality' && !overloaded.some((worker) => worker.team === name),
  )
  const more = others.length === 0 ? 0 : Math.max(0, overloadedCount(plan) - overloaded.length)
  return [
    ...overloaded,
    ...Array.from({ length: more }, (_, index) => ({
      team: others[index % others.length]!.name,
      share: 44 + (index % 4) * 2,
      most: 41 + ((index * 5) % 7),
    })),
  ]
}
