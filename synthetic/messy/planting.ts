/**
 * Plants the faults of real files at known places, and writes the list of them, `planted.json`.
 *
 * Annex A is messed as it is written: `annexA` is a layout that comes between the rows and the file. The other
 * standards are messed when their files are finished, by `rework`.
 */
import type { WrittenFile } from '../files/written-file.ts'
import type { SheetLayout } from '../annex-a/sheet-layout.ts'
import { annexAFault } from './annex-a-planting.ts'
import type { MessyBook } from './sheet-faults.ts'
import { openPlantedList } from './planted.ts'
import { fileRework } from './file-rework.ts'

/** The mess of one council. One, from before its first file to after its last. */
export interface Faults {
  /** Of one extract in one form. It is handed the rows as they go to the file. */
  annexA(book: MessyBook): SheetLayout
  /** Messes the finished files of the CIN census, the SSD and SSDA903, and answers every file as it is now. */
  rework(written: readonly WrittenFile[]): Promise<WrittenFile[]>
  /** Finishes `planted.json`. */
  close(): WrittenFile
}

/** Begins `planted.json` in the council's folder. */
export function openFaults(folder: string, seed: number): Faults {
  const list = openPlantedList(folder)
  const files = fileRework(folder, seed, list.plant)
  return {
    annexA: (book) => annexAFault(seed, book, list.plant),
    async rework(written) {
      const reworked: WrittenFile[] = []
      for (const file of written) reworked.push(await files.rework(file))
      return reworked
    },
    close: () => list.close(),
  }
}
