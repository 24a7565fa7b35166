/** Random draws with a fixed seed, so that a page gives the same answer for the same months. */
interface Draws {
  /** From the bell curve of mean 0 and variance 1. */
  normal: () => number
  /** The square of the bell curve summed so many times, over so many: about 1, and the wilder the fewer. */
  spread: (freedom: number) => number
}

export function draws(seed: number): Draws {
  let state = seed >>> 0
  const uniform = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform())
  return {
    normal,
    // Wilson and Hilferty: its cube root is all but normal, from four degrees of freedom on.
    spread(freedom) {
      const part = 2 / (9 * freedom)
      return Math.max(0.02, 1 - part + normal() * Math.sqrt(part)) ** 3
    },
  }
}

/** What t with so many degrees of freedom passes by chance once in two hundred times, on one side. */
export function oneInTwoHundred(freedom: number): number {
  // Cornish and Fisher's expansion about the normal's value; from four degrees of freedom on it is within a fiftieth.
  const z = 2.575829
  const [z3, z5, z7] = [z ** 3, z ** 5, z ** 7]
  return (
    z +
    (z3 + z) / (4 * freedom) +
    (5 * z5 + 16 * z3 + 3 * z) / (96 * freedom ** 2) +
    (3 * z7 + 19 * z5 + 17 * z3 - 15 * z) / (384 * freedom ** 3)
  )
}
