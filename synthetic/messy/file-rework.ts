import { createReadStream } from 'node:fs'
import { rename } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { openTextFile } from '../files/text-file.ts'
import type { WrittenFile } from '../files/written-file.ts'
import { seededRandom } from '../random.ts'
import { censusFault } from './census-planting.ts'
import { csvFaultLists } from './csv-planting.ts'
import type { LineFault } from './line-planting.ts'
import type { Plant } from './planted.ts'
import { SSD } from './ssd-faults.ts'
import { SSDA903 } from './ssda903-faults.ts'

/** Messes finished files, each in its standard's way. */
interface FileRework {
  /** The file as it is now: as it was, when its standard's faults are not known here. */
  rework(written: WrittenFile): Promise<WrittenFile>
}

export function fileRework(folder: string, seed: number, plant: Plant): FileRework {
  const randomOf = (label: string) => seededRandom(seed, `mess of ${label}`)
  const ssd = csvFaultLists(SSD, randomOf('ssd'), plant)
  const ssda903 = csvFaultLists(SSDA903, randomOf('ssda903'), plant)
  const faultsOf = (file: string): LineFault | null => {
    if (/^cin-census\/.*\.xml$/.test(file)) return censusFault(file, randomOf(file), plant)
    if (/^ssd\/.*\.csv$/.test(file)) return ssd.ofFile(file)
    return /^ssda903\/.*\.csv$/.test(file) ? ssda903.ofFile(file) : null
  }
  return {
    async rework(written) {
      const faults = faultsOf(written.file)
      return faults ? reworkFile(folder, written, faults) : written
    },
  }
}

async function reworkFile(
  folder: string,
  { file, rows }: WrittenFile,
  faults: LineFault,
): Promise<WrittenFile> {
  const messy = openTextFile(folder, `${file}.messy`)
  const lines = createInterface({ input: createReadStream(join(folder, file), 'utf8'), crlfDelay: Infinity })
  for await (const clean of lines) for (const line of faults.line(clean)) messy.write(line + faults.lineEnd)
  const { bytes } = messy.close(rows)
  await rename(join(folder, `${file}.messy`), join(folder, file))
  return { file, rows, bytes }
}
