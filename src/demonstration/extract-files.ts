import { writeFile } from 'node:fs/promises'
import {
  annexAWorkbook,
  simulateAdopters,
  simulateFamilies,
  smallCouncil,
  takeExtract,
  workforceOf,
} from '../generator/index.ts'
import type { Day } from '../platform/day.ts'
import { NORCHESTER } from './norchester.ts'

/** Writes an extract of the invented council as a workbook: what was recorded by a day. */
export type WriteExtract = (path: string, recordedTo: Day) => Promise<void>

/** Lives the small council once. Every extract is taken from the same events, so two differ by recording alone. */
export function extractsOf(seed: number): WriteExtract {
  const plan = smallCouncil(seed)
  const families = [...simulateFamilies(plan, workforceOf(plan))]
  const adopters = [...simulateAdopters(plan, families)]
  return async (path, recordedTo) => {
    const { asAt, from, shownFrom } = plan
    const title = { council: NORCHESTER.name, asAt, shownFrom, from, recordedTo }
    await writeFile(path, await annexAWorkbook(takeExtract(families, adopters, title), title))
  }
}
