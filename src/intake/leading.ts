import type { SourceReport } from './intake-report.ts'
import type { Source } from '../standards/table.ts'

/**
 * Who leads a load of several standards: what a case system says of today leads a return of last year, and of two that
 * speak of today the later one; on one day, in this order. Templates of our own never lead while there is another.
 */
const RANK: Readonly<Record<Source, readonly [kind: number, place: number]>> = {
  ssd: [0, 0],
  'annex-a': [0, 1],
  'cin-census': [1, 2],
  ssda903: [1, 3],
  capture: [2, 4],
}

/** The source that leads first: its day is the day that the whole load is as at. */
export const sourcesInOrder = (sources: readonly SourceReport[]): SourceReport[] =>
  sources.toSorted((a, b) => {
    const [[kindA, placeA], [kindB, placeB]] = [RANK[a.source], RANK[b.source]]
    if (kindA !== kindB) return kindA - kindB
    return a.asAt === b.asAt ? placeA - placeB : a.asAt > b.asAt ? -1 : 1
  })
