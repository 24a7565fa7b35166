import type { Random } from '../random.ts'

/** The first of each fault comes within so many rows that have a place for it, so that the smallest council meets it. */
const FIRST_WITHIN = 4
/** From then on one in so many rows. */
const USUAL_GAP = 800

/** When the next of one fault is due. It stays due until a row comes that it suits. */
export interface FaultRhythm {
  /** Counts a row that has a place for the fault; says whether it is due there. */
  isDue(): boolean
  /** It was planted. */
  done(): void
}

export function faultRhythm(random: Random, gap = USUAL_GAP): FaultRhythm {
  let rows = 0
  let due = random.between(1, FIRST_WITHIN)
  return {
    isDue() {
      rows += 1
      return rows >= due
    },
    done() {
      due = rows + random.between(Math.ceil(gap / 2), Math.ceil(gap * 1.5))
    },
  }
}
