import { rename } from 'node:fs/promises'
import { join } from 'node:path'
import {
  cityCouncil,
  simulateCouncil,
  openAnnexAWriter,
  openCaptureWriter,
  smallCouncil,
  viewOn,
  type CouncilPlan,
  type WriterSetting,
} from '../../synthetic/index.ts'
import type { Day } from '../platform/day.ts'
import { AS_AT, EXTRACTS, type DemonstrationSize, type ExtractName } from './norchester.ts'

const PLANS: Readonly<Record<DemonstrationSize, (seed: number) => CouncilPlan>> = {
  small: smallCouncil,
  city: cityCouncil,
}

export interface WrittenExtracts {
  pathOf(extract: ExtractName): string
  /** A folder of CSVs in the capture templates. */
  capturedBy(extract: ExtractName): string
}

/**
 * Simulates the council once and takes every extract from the same events, so that they differ only in what had been
 * recorded. The small size has a workbook, as small councils do; the city has a folder with a CSV for each list.
 */
export async function writeExtracts(
  folder: string,
  size: DemonstrationSize,
  seed: number,
  onFamilies: (families: number) => void,
  signal?: AbortSignal,
): Promise<WrittenExtracts> {
  const plan = PLANS[size](seed)
  const isWorkbook = size === 'small'
  const names = Object.keys(EXTRACTS) as ExtractName[]
  await simulateCouncil(
    plan,
    (workforce) => {
      const setting = (recordedTo: Day, name: string): WriterSetting => ({
        folder: join(folder, name),
        plan,
        workforce,
        view: viewOn(plan, workforce, AS_AT, recordedTo),
      })
      const annexA = names.map((name) =>
        openAnnexAWriter({
          ...setting(EXTRACTS[name].recordedTo, name),
          window: 'whole',
          isWorkbook,
          isCsvs: !isWorkbook,
        }),
      )
      const captured = names.map((name) => openCaptureWriter(setting(EXTRACTS[name].recordedTo, name)))
      return { writers: [...annexA, ...captured] }
    },
    onFamilies,
    signal,
  )
  const ending = isWorkbook ? '.xlsx' : ''
  const pathOf = (name: ExtractName) => join(folder, EXTRACTS[name].file + ending)
  for (const name of names) {
    const written = join(folder, name, 'annex-a')
    await rename(isWorkbook ? join(written, `Annex_A_${AS_AT}.xlsx`) : written, pathOf(name))
  }
  return { pathOf, capturedBy: (name) => join(folder, name, 'capture') }
}
