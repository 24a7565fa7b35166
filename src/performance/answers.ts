import type { SealedSnapshot } from '../dataset/index.ts'
import { availability, catalogue } from '../measures/index.ts'
import type { TrackerRow } from './tracker/tracker-row.ts'

/** The catalogue, and whether the data can answer each series: `waymark measures --json` and `/api/measures`. */
export async function measuresAnswer(snapshot: SealedSnapshot | null) {
  const available = snapshot && (await availability(snapshot))
  return catalogue().map((series) => {
    const answer = available?.get(series.id)
    return {
      ...series,
      available: answer?.available ?? false,
      why: answer ? answer.why : 'nothing has been loaded yet',
    }
  })
}

/** The tracker: `waymark tracker --json` and `/api/tracker`. */
export const trackerAnswer = (rows: readonly TrackerRow[]) =>
  rows.map((row) => ({
    id: row.id,
    ref: row.ref,
    title: row.title,
    latest: row.latest,
    previous: row.previous,
    target: row.target,
    targetBy: row.targetBy,
    spc: row.spc,
    sentence: row.sentence,
    england: row.england,
    neighbours: row.neighbours,
    region: row.region,
    rank: row.rank,
    confidence: row.confidence,
    ...(row.tableDays && { tableDays: row.tableDays }),
  }))
