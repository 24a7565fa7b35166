import type { Random } from '../random.ts'
import { CENSUS_HEADER_QUIRKS, CENSUS_QUIRKS, type CensusQuirk, type MessedLines } from './census-quirks.ts'
import type { LineMess } from './line-mess.ts'
import type { Plant } from './planted.ts'
import { quirkRhythm } from './quirk-rhythm.ts'

/** Children between two quirks of one kind. */
const CHILD_GAP = 300

/** Messes a CIN census child by child: the lines of one are held until they are whole. */
export function censusMess(file: string, random: Random, plant: Plant): LineMess {
  const quirks = CENSUS_QUIRKS.map((quirk) => ({
    quirk,
    rhythm: quirkRhythm(random.fork(quirk.id), CHILD_GAP),
  }))
  /** Lines written, and those of the child or header that is not yet whole. */
  let row = 0
  let held: string[] | null = null

  const told = (
    { id, says, expect }: CensusQuirk,
    { lines, at, ...messed }: MessedLines,
  ): readonly string[] => {
    plant({ file, table: 'cin-census', row: row + at + 1, place: null, quirk: id, says, ...messed, expect })
    return lines
  }
  const messedHeader = (clean: readonly string[]) =>
    CENSUS_HEADER_QUIRKS.reduce((lines, quirk) => {
      const messed = quirk.write(lines)
      return messed ? told(quirk, messed) : lines
    }, clean)
  const messedChild = (clean: readonly string[]) => {
    for (const { quirk, rhythm } of quirks.filter(({ rhythm }) => rhythm.isDue())) {
      const messed = quirk.write(clean)
      if (!messed) continue
      rhythm.done()
      return told(quirk, messed)
    }
    return clean
  }
  const release = (lines: readonly string[]) => {
    row += lines.length
    held = null
    return lines
  }

  return {
    lineEnd: '\n',
    line(clean) {
      const tag = clean.trim()
      if (tag === '<Header>' || tag === '<Child>') held = []
      if (held === null) return release([clean])
      held.push(clean)
      if (tag === '</Header>') return release(messedHeader(held))
      return tag === '</Child>' ? release(messedChild(held)) : []
    },
  }
}
