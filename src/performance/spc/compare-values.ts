/** Relative to the larger of two values: what two ways of adding the same numbers up may differ by. */
const TOLERANCE = 1e-9

/** 1 where the first is higher, -1 where it is lower, 0 where they differ by no more than rounding. */
export function compareValues(a: number, b: number): -1 | 0 | 1 {
  const difference = a - b
  if (Math.abs(difference) <= TOLERANCE * Math.max(1, Math.abs(a), Math.abs(b))) return 0
  return difference > 0 ? 1 : -1
}
