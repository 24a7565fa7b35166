/**
 * The share of a standard normal distribution below `z`, also far out in its tails: the complementary error function by
 * its Chebyshev expansion (Press and others, Numerical Recipes, section 6.2), right to one part in eight million.
 */
export function normalBelow(z: number): number {
  const x = Math.abs(z) / Math.SQRT2
  const t = 1 / (1 + 0.5 * x)
  const series = TERMS.reduceRight((sum, term) => sum * t + term, 0)
  const tail = (t * Math.exp(-x * x + series)) / 2
  return z < 0 ? tail : 1 - tail
}
const TERMS = [
  -1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398, 1.48851587,
  -0.82215223, 0.17087277,
]

/** Further out than any share that a number can hold. */
const FARTHEST = 38

/** The value that a share of a standard normal distribution lies below; ±38 for a share of 0 or 1. */
export function normalQuantile(share: number): number {
  if (share > 0.5) return -normalQuantile(1 - share)
  let [low, high] = [-FARTHEST, 0]
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2
    if (normalBelow(middle) < share) low = middle
    else high = middle
  }
  return (low + high) / 2
}
