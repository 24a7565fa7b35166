import { openTextFile } from '../files/text-file.ts'
import type { WrittenFile } from '../files/written-file.ts'

/**
 * What an importer ought to make of a fault. `accepted`: it is read, and may be worth a word. `repaired`: it is put
 * right, and said. `quarantined`: the row is set aside. `ignored`: it is no data, and is left out.
 */
export type Expectation = 'accepted' | 'repaired' | 'quarantined' | 'ignored'

/** What a cell says: days are ISO text. */
export type PlainValue = string | number | boolean | null

/** One fault at one place: an entry of `planted.json`. Child-level: it quotes cells. */
export interface Planted {
  /** As `WrittenFile` names it. */
  file: string
  /** `annex-a/3`, `ssda903/episodes`, `ssd/ssd_person`, `cin-census`. */
  table: string
  /** As a person counts in the sheet or the text file: the first line is 1. Null: the sheet or the whole column. */
  row: number | null
  /** The header as the clean file has it, or the element's name. Null: the whole row or sheet. */
  column: string | null
  /** The column's number in the messy file, from 1; null where there is none. */
  place: number | null
  quirk: string
  says: string
  /** In the clean file. */
  was: PlainValue
  /** In the messy file, as it is there. */
  written: PlainValue
  /** What the cell ought to be read as: `was` when it can be made out, null when nothing may be guessed. */
  reads: PlainValue
  expect: Expectation
}

export type Plant = (planted: Planted) => void

/** `planted.json`, written as things are planted: an entry a line. */
interface PlantedList {
  readonly plant: Plant
  close(): WrittenFile
}

export function openPlantedList(folder: string): PlantedList {
  const text = openTextFile(folder, 'planted.json')
  let entries = 0
  return {
    plant(planted) {
      text.write((entries === 0 ? '[\n' : ',\n') + JSON.stringify(planted))
      entries += 1
    },
    close() {
      text.write(entries === 0 ? '[]\n' : '\n]\n')
      return text.close(entries)
    },
  }
}
