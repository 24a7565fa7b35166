import type { AdopterLog } from '../adopter-log.ts'
import type { KnownChild } from './known-child.ts'
import type { SeriesTruth } from './series-truth.ts'

/** Counts the measures of one area, child by child, and keeps nothing of a child. */
export interface AreaCount {
  child(child: KnownChild): void
  adopter?(adopter: AdopterLog): void
  truths(): SeriesTruth[]
}

/** The parts of an area counted one by one, with their series in the order of the parts. */
export const countTogether = (parts: readonly AreaCount[]): AreaCount => ({
  child(child) {
    for (const part of parts) part.child(child)
  },
  truths: () => parts.flatMap((part) => part.truths()),
})
