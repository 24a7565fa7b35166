import type { Random } from '../random.ts'
import { CENSUS_HEADER_FAULTS, CENSUS_FAULTS, type CensusFault, type FaultyLines } from './census-faults.ts'
import type { LineFault } from './line-planting.ts'
import type { Plant } from './planted.ts'
import { faultRhythm } from './fault-rhythm.ts'

/** Children between two faults of one kind. */
const CHILD_GAP = 300

/** Messes a CIN census child by child: the lines of one are held until they are whole. */
export function censusFault(file: string, random: Random, plant: Plant): LineFault {
  const faults = CENSUS_FAULTS.map((fault) => ({
    fault,
    rhythm: faultRhythm(random.fork(fault.id), CHILD_GAP),
  }))
  /** Lines written, and those of the child or header that is not yet whole. */
  let row = 0
  let held: string[] | null = null

  const planted = (
    { id, says, expect }: CensusFault,
    { lines, index, ...faulty }: FaultyLines,
  ): readonly string[] => {
    plant({
      file,
      table: 'cin-census',
      row: row + index + 1,
      place: null,
      quirk: id,
      says,
      ...faulty,
      expect,
    })
    return lines
  }
  const faultyHeader = (clean: readonly string[]) =>
    CENSUS_HEADER_FAULTS.reduce((lines, fault) => {
      const faulty = fault.write(lines)
      return faulty ? planted(fault, faulty) : lines
    }, clean)
  const faultyChild = (clean: readonly string[]) => {
    for (const { fault, rhythm } of faults.filter(({ rhythm }) => rhythm.isDue())) {
      const faulty = fault.write(clean)
      if (!faulty) continue
      rhythm.done()
      return planted(fault, faulty)
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
      if (tag === '</Header>') return release(faultyHeader(held))
      return tag === '</Child>' ? release(faultyChild(held)) : []
    },
  }
}
