import type { PublicationRegister } from '../../src/measures/disclosure/public-figures.ts'
import type { PublicPart } from '../../src/measures/disclosure/public-part.ts'

/** A register of what was published that lasts as long as the test. */
export function memoryRegister(): PublicationRegister {
  const kept: { snapshot: string; part: PublicPart }[] = []
  const partsOf = (snapshot: string) =>
    kept.filter((one) => one.snapshot === snapshot).map(({ part }) => part)
  return {
    partsOf: (snapshot) => Promise.resolve(partsOf(snapshot)),
    lastOf: (by, except) => Promise.resolve(kept.findLast(({ snapshot, part }) => part.by === by && snapshot !== except)?.part ?? null), // prettier-ignore
    keep: (snapshot, part) => {
      kept.push({ snapshot, part })
      return Promise.resolve(part)
    },
  }
}
