import type { AdopterLog } from './adopter-log.ts'
import type { FamilyLog } from './event-log.ts'
import type { CouncilWriter, WrittenFile } from './files/written-file.ts'
import type { CouncilPlan } from './plans/council-plan.ts'
import {
  adoptersOfFamily,
  adoptersWithoutChild,
  simulateFamilies,
  workforceOf,
} from './simulation/council-simulation.ts'
import type { Workforce } from './simulation/workforce.ts'

/** What receives the families of a council as they are simulated, each of them every family. */
export interface Listeners {
  writers: readonly CouncilWriter[]
  watcher?: { family(family: FamilyLog): void }
}

interface SimulatedCouncil {
  /** Children in the event log: known to social care, or the subject of a contact alone. */
  children: number
  files: readonly WrittenFile[]
}

/** Families simulated between two checks for a cancellation. */
const FAMILIES_AT_ONCE = 500

/**
 * Simulates a council once, hands each family to every listener, and closes the writers. Nothing is kept of a family
 * that has been handed on. Throws the signal's reason when it is cancelled; files are then left as they are.
 */
export async function simulateCouncil(
  plan: CouncilPlan,
  createWriters: (workforce: Workforce) => Listeners,
  onFamilies: (families: number) => void = () => {},
  signal?: AbortSignal,
): Promise<SimulatedCouncil> {
  const workforce = workforceOf(plan)
  const { writers, watcher } = createWriters(workforce)
  const adopt = (adopters: Iterable<AdopterLog>) => {
    for (const adopter of adopters) for (const writer of writers) writer.adopter(adopter)
  }
  let families = 0
  let children = 0
  for (const family of simulateFamilies(plan, workforce)) {
    watcher?.family(family)
    for (const writer of writers) writer.family(family)
    adopt(adoptersOfFamily(plan, family))
    families += 1
    children += family.children.length
    if (families % FAMILIES_AT_ONCE === 0) {
      onFamilies(families)
      // Lets a cancellation in.
      await new Promise((resolve) => setImmediate(resolve))
      signal?.throwIfAborted()
    }
  }
  adopt(adoptersWithoutChild(plan))
  onFamilies(families)
  const files: WrittenFile[] = []
  for (const writer of writers) files.push(...(await writer.close()))
  return { children, files }
}
