import type { AdopterLog } from '../event-log.ts'
import type { KnownChild } from './known-child.ts'
import type { SeriesTruth } from './series-truth.ts'

/** Counts the measures of one area, child by child, and keeps nothing of a child. */
export interface AreaCount {
  child(child: KnownChild): void
  adopter?(adopter: AdopterLog): void
  truths(): SeriesTruth[]
}
