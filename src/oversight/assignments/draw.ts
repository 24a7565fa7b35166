import { createHash } from 'node:crypto'

/** The most children that are drawn at once. */
export const MOST_DRAWN = 50

/**
 * Draws children by their numbers and a seed: who draws again with the same seed from the same children gets the same, so that
 * a draw can be checked and nobody chooses.
 */
export function draw(children: readonly string[], count: number, seed: string): string[] {
  const lot = (child: string) => createHash('sha256').update(`${seed}\n${child}`).digest('hex')
  return [...new Set(children)]
    .map((child) => ({ child, lot: lot(child) }))
    .toSorted((left, right) => (left.lot < right.lot ? -1 : 1))
    .slice(0, count)
    .map(({ child }) => child)
}
