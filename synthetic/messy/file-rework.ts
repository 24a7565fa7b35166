import { createReadStream } from 'node:fs'
import { rename } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { openTextFile } from '../files/text-file.ts'
import type { WrittenFile } from '../files/written-file.ts'
import { seededRandom } from '../random.ts'
import { censusMess } from './census-mess.ts'
import { csvMesses } from './csv-mess.ts'
import type { LineMess } from './line-mess.ts'
import type { Plant } from './planted.ts'
import { SSD } from './ssd-quirks.ts'
import { SSDA903 } from './ssda903-quirks.ts'

/** Messes finished files, each in its standard's way. */
export interface FileRework {
  /** The file as it stands now: as it was, when its standard's quirks are not known here. */
  rework(written: WrittenFile): Promise<WrittenFile>
}

export function fileRework(folder: string, seed: number, plant: Plant): FileRework {
  const randomOf = (label: string) => seededRandom(seed, `mess of ${label}`)
  const ssd = csvMesses(SSD, randomOf('ssd'), plant)
  const ssda903 = csvMesses(SSDA903, randomOf('ssda903'), plant)
  const messOf = (file: string): LineMess | null => {
    if (/^cin-census\/.*\.xml$/.test(file)) return censusMess(file, randomOf(file), plant)
    if (/^ssd\/.*\.csv$/.test(file)) return ssd.ofFile(file)
    return /^ssda903\/.*\.csv$/.test(file) ? ssda903.ofFile(file) : null
  }
  return {
    async rework(written) {
      const mess = messOf(written.file)
      return mess ? reworkFile(folder, written, mess) : written
    },
  }
}

async function reworkFile(folder: string, { file, rows }: WrittenFile, mess: LineMess): Promise<WrittenFile> {
  const messy = openTextFile(folder, `${file}.messy`)
  const lines = createInterface({ input: createReadStream(join(folder, file), 'utf8'), crlfDelay: Infinity })
  for await (const clean of lines) for (const line of mess.line(clean)) messy.write(line + mess.lineEnd)
  const { bytes } = messy.close(rows)
  await rename(join(folder, `${file}.messy`), join(folder, file))
  return { file, rows, bytes }
}
