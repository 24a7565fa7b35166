/**
 * Whether the long proofs run at full size: `npm run prove`. `npm test` keeps a small case of each, with the same
 * assertions.
 */
export const isFullProof = process.env['WAYMARK_PROVE'] === 'full'

/** The seeds that a proof walks through: all of them in a full proof, otherwise the first so many. */
export const seedsOf = (all: readonly number[], inTests: number): number[] =>
  all.slice(0, isFullProof ? all.length : inTests)
