import type { Pass } from '../../access/index.ts'
import type { SealedSnapshot } from '../../dataset/index.ts'
import type { Month } from '../../platform/day.ts'
import { seriesOf } from '../catalogue/catalogue.ts'
import { shownTo } from '../disclosure/small-numbers.ts'
import { workersInScope } from './case-list.ts'
import type { MeasureFigures, Point } from './figure.ts'
import { allFigures, figures, type FigureRange } from './figure-read.ts'
import { figureEqualsList } from './figure-check.ts'
import { heldIn, recordCasesOf } from './held-in.ts'
import { doubts, type Doubt } from './series-doubt.ts'

/** Reads figures for one person, and withholds what that person may not see. */
export interface FigureReader {
  /** A measure's figures, month by month. Throws NotFound for an unknown id. */
  figures(id: string, range?: FigureRange): Promise<MeasureFigures>
  /** What faults in the data may change, of every series that has a month. */
  doubts(): Promise<ReadonlyMap<string, Doubt>>
  /** The workers with a case in a month, of those whose cases this person may open. */
  workersInScope(id: string, period: Month): Promise<ReadonlySet<string | null>>
}

/** The only way to figures, for readers in the council. What is published is read by `publicFigures`. */
export const figureReader = (snapshot: SealedSnapshot, pass: Pass<'figures:read'>): FigureReader => {
  const readerFor = async (id: string) => sealedFigures(await heldIn(snapshot, id), pass)
  return {
    figures: async (id, range) => (await readerFor(id)).figures(id, range),
    doubts: () => sealedFigures(snapshot, pass).doubts(),
    workersInScope: async (id, period) => (await readerFor(id)).workersInScope(id, period),
  }
}

/** A reader of one snapshot alone, without the records of rooms. */
export const sealedFigures = (snapshot: SealedSnapshot, { person }: Pass<'figures:read'>): FigureReader => ({
  async figures(id, range = {}) {
    const found = await figures(snapshot, id, range)
    return { ...found, points: shownTo(person, seriesOf(id)!, found.points) }
  },
  doubts: () => doubts(snapshot),
  workersInScope: (id, period) => workersInScope(snapshot, person, id, period),
})

/** Every series' points for the council as a whole, by the id of the series, for those who see small numbers as they are. */
export async function everyFigure(
  snapshot: SealedSnapshot,
  _pass: Pass<'small-numbers:read'>,
): Promise<ReadonlyMap<string, readonly Point[]>> {
  const every = new Map(await allFigures(snapshot))
  for (const { cases } of await recordCasesOf(snapshot))
    for (const [series, points] of await allFigures(cases)) every.set(series, points)
  return every
}

/** Proves that every figure equals its list, in the snapshot and in the records of rooms. Returns the faults, in words. */
export async function listsProveFigures(snapshot: SealedSnapshot): Promise<string[]> {
  const { faults } = await figureEqualsList(snapshot)
  for (const { cases } of await recordCasesOf(snapshot))
    faults.push(...(await figureEqualsList(cases)).faults)
  return faults
}

/** The rooms whose records could not be counted, each with the reason. */
export async function recordFaults(snapshot: SealedSnapshot): Promise<string[]> {
  const found = await recordCasesOf(snapshot)
  return found.flatMap(({ room, fault }) =>
    fault === null ? [] : [`the records of ${room} could not be counted: ${fault}`],
  )
}
