import type { AdopterLog } from '../adopter-log.ts'
import { seededRandom } from '../random.ts'

/** Those who adopt a child, as the published codes have them. */
export interface AdopterCouple {
  count: number
  /** M1, F1, MM, FF or MF. */
  sex: string
  /** L0, L11, L12, L2, L3 or L4. */
  legalStatus: string
}

/**
 * Keeps what waits to be written of a child with adopters until they come, who follow their child's family. What
 * waits is no more than the adoptions of a few families, and is handed on with null for those of whom nobody comes.
 */
export interface AdopterWait<Listeners> {
  child(adoptiveFamily: string, waiting: Listeners): void
  adopter(adopter: AdopterLog): void
  /** Hands on what need wait no longer: a family has gone by since its adopters came. */
  family(): void
  close(): void
}

export function awaitAdopters<Listeners>(
  seed: number,
  handOn: (waiting: Listeners, couple: AdopterCouple | null) => void,
): AdopterWait<Listeners> {
  const waiting = new Map<string, { listeners: Listeners[]; sexes: string[] }>()
  const release = (among: 'those met' | 'all') => {
    for (const [family, { listeners, sexes }] of waiting) {
      if (among === 'those met' && sexes.length === 0) continue
      for (const listener of listeners)
        handOn(listener, sexes.length === 0 ? null : coupleOf(seed, family, sexes))
      waiting.delete(family)
    }
  }
  return {
    child(adoptiveFamily, listener) {
      const family = waiting.get(adoptiveFamily)
      if (family) family.listeners.push(listener)
      else waiting.set(adoptiveFamily, { listeners: [listener], sexes: [] })
    },
    adopter: ({ family, sex }) => waiting.get(family)?.sexes.push(sex),
    family: () => release('those met'),
    close: () => release('all'),
  }
}

/** Whether a couple is married is in no log: most are. */
function coupleOf(seed: number, family: string, sexes: readonly string[]): AdopterCouple {
  const count = sexes.length
  const random = seededRandom(seed, `marriage of ${family}`)
  const [first = '', second = '1'] = sexes.toSorted().toReversed()
  const sex = first + second
  if (count === 1) return { count, sex, legalStatus: 'L0' }
  const legalStatus =
    sex === 'MF' ? random.weighted({ L11: 82, L2: 3, L3: 15 }) : random.weighted({ L12: 60, L2: 22, L4: 18 })
  return { count, sex, legalStatus }
}
