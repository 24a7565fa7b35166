import type { Random } from '../random.ts'

/** The first of each quirk comes within so many rows that have a place for it, so that the smallest council meets it. */
const FIRST_WITHIN = 4
/** From then on one in so many rows. */
const USUAL_GAP = 800

/** When the next of one quirk is due. It stays due until a row comes that it suits. */
export interface QuirkRhythm {
  /** Counts a row that has a place for the quirk; says whether it is due there. */
  isDue(): boolean
  /** It was planted. */
  done(): void
}

export function quirkRhythm(random: Random, gap = USUAL_GAP): QuirkRhythm {
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
