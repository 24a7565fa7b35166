import type { Pass } from '../../access/index.ts'
import type { SealedSnapshot } from '../../dataset/index.ts'
import type { Month } from '../../platform/day.ts'
import { figuresFor } from '../disclosure/disclosed-figures.ts'
import { doubtShownTo, seesSmallNumbers, type ShownDoubt } from '../disclosure/small-numbers.ts'
import { workersInScope } from './case-list.ts'
import type { MeasureFigures, Point } from './figure.ts'
import { allFigures, type FigureRange } from './figure-read.ts'
import { figureEqualsList } from './figure-check.ts'
import { heldIn, recordCasesBeside } from './held-in.ts'
import { doubts } from './series-doubt.ts'

export interface FigureQuestion extends FigureRange {
  /** The snapshot that was in use before, asked for only where its output of the same months hid something. */
  before?: () => Promise<SealedSnapshot | null>
}

/** Reads figures for one person: every answer is what that person may see of it. */
export interface FigureReader {
  /** A measure's figures, month by month. Throws NotFound for an unknown id. */
  figures(id: string, question?: FigureQuestion): Promise<MeasureFigures>
  /** What faults in the data may change, of every series that has a month. */
  doubts(): Promise<ReadonlyMap<string, ShownDoubt>>
  /** The workers with a case in a month, of those whose cases this person may open. */
  workersInScope(id: string, period: Month): Promise<ReadonlySet<string | null>>
}

/** The way to figures: small numbers, and what would give them away, are hidden from readers outside the service. */
export const figureReader = (snapshot: SealedSnapshot, pass: Pass<'figures:read'>): FigureReader => {
  const of = async (id: string) => sealedFigures(await heldIn(snapshot, id), pass)
  return {
    figures: async (id, question) => (await of(id)).figures(id, question),
    doubts: () => sealedFigures(snapshot, pass).doubts(),
    workersInScope: async (id, period) => (await of(id)).workersInScope(id, period),
  }
}

/** The same of one snapshot alone, without the records beside it. */
export const sealedFigures = (snapshot: SealedSnapshot, { person }: Pass<'figures:read'>): FigureReader => ({
  async figures(id, { before, ...range } = {}) {
    const earlier = before && !seesSmallNumbers(person) ? await before() : null
    return await figuresFor(snapshot, person, id, { ...range, before: earlier })
  },
  async doubts() {
    const all = await doubts(snapshot)
    return new Map([...all].map(([series, doubt]) => [series, doubtShownTo(person, doubt)]))
  },
  workersInScope: (id, period) => workersInScope(snapshot, person, id, period),
})

/** Every series' points for the council as a whole, by the id of the series, for those who see small numbers as they are. */
export async function everyFigure(
  snapshot: SealedSnapshot,
  _pass: Pass<'small-numbers:read'>,
): Promise<ReadonlyMap<string, readonly Point[]>> {
  const beside = await recordCasesBeside(snapshot)
  const own = await allFigures(snapshot)
  return beside ? new Map([...own, ...(await allFigures(beside))]) : own
}

/** Proves of the snapshot, and of the records beside it, that every figure is its list. Answers the faults, in words. */
export async function listsProveFigures(snapshot: SealedSnapshot): Promise<string[]> {
  const beside = await recordCasesBeside(snapshot)
  const proofs = [await figureEqualsList(snapshot), ...(beside ? [await figureEqualsList(beside)] : [])]
  return proofs.flatMap(({ faults }) => faults)
}
