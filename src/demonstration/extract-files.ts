import { writeFile } from 'node:fs/promises'
import {
  annexAWorkbook,
  extractTitle,
  simulateAdopters,
  simulateFamilies,
  smallCouncil,
  takeExtract,
  viewOn,
  workforceOf,
} from '../generator/index.ts'
import type { Day } from '../platform/day.ts'

/** Writes an extract of the invented council as a workbook: what was recorded by a day. */
export type WriteExtract = (path: string, recordedTo: Day) => Promise<void>

/** Lives the small council once. Every extract is taken from the same events, so two differ by recording alone. */
export function extractsOf(seed: number): WriteExtract {
  const plan = smallCouncil(seed)
  const workforce = workforceOf(plan)
  const families = [...simulateFamilies(plan, workforce)]
  const adopters = [...simulateAdopters(plan, families)]
  return async (path, recordedTo) => {
    const view = viewOn(plan, workforce, plan.asAt, recordedTo)
    const title = extractTitle(plan, view, 'whole')
    await writeFile(path, await annexAWorkbook(takeExtract(families, adopters, view), title))
  }
}
