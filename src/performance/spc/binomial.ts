const logFactorials: number[] = [0]

function logFactorial(number: number): number {
  for (let next = logFactorials.length; next <= number; next += 1)
    logFactorials.push(logFactorials[next - 1]! + Math.log(next))
  return logFactorials[number]!
}

/** The chance that exactly `met` of `cases` are met where each is with the chance `share`, from 0 to 1. */
export function binomialAt(met: number, cases: number, share: number): number {
  if (met < 0 || met > cases) return 0
  if (share <= 0) return met === 0 ? 1 : 0
  if (share >= 1) return met === cases ? 1 : 0
  const ways = logFactorial(cases) - logFactorial(met) - logFactorial(cases - met)
  return Math.exp(ways + met * Math.log(share) + (cases - met) * Math.log1p(-share))
}

/** Fewer than this are met so seldom that a sum may leave them out. */
function leastLikely(cases: number, share: number): number {
  const mean = cases * share
  return Math.max(0, Math.floor(mean - 40 * Math.sqrt(mean * (1 - share)) - 50))
}

/** The chance that at most `met` of `cases` are met: every term is added up, none approximated. */
export function binomialUpTo(met: number, cases: number, share: number): number {
  let sum = 0
  for (let count = leastLikely(cases, share); count <= Math.min(met, cases); count += 1)
    sum += binomialAt(count, cases, share)
  return Math.min(1, sum)
}

/**
 * The lower end of a range that fewer are met than with a chance of less than `tail`, in cases. Between two whole numbers
 * it is interpolated, as Spiegelhalter does for discrete distributions ("Funnel plots for comparing institutional
 * performance", Statistics in Medicine 24, 2005, appendix on exact limits for proportions): r − α, where r is the least
 * number with P(R ≤ r) ≥ tail, and α = (P(R ≤ r) − tail) / P(R = r). A whole number lies below it exactly when the
 * chance of so few or fewer is under `tail`.
 */
export function binomialLower(tail: number, cases: number, share: number): number {
  if (tail <= 0) return 0
  let upTo = 0
  for (let count = leastLikely(cases, share); count <= cases; count += 1) {
    const chance = binomialAt(count, cases, share)
    upTo += chance
    if (upTo >= tail) return Math.max(0, count - (upTo - tail) / chance)
  }
  return cases
}
