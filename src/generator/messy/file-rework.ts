import type { WrittenFile } from '../files/written-file.ts'
import type { Plant } from './planted.ts'

/** Messes one finished file, if its standard is one whose quirks are known here; otherwise leaves it. */
export async function reworkFile(
  _folder: string,
  file: WrittenFile,
  _seed: number,
  _plant: Plant,
): Promise<WrittenFile> {
  return file
}
