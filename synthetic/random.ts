/**
 * Chance that can be repeated: the same seed and the same labels give the same draws on every machine.
 *
 * The generator is sfc32 (Chris Doty-Humphrey's "small fast counter", 128 bits of state, from PractRand), in
 * whole-number arithmetic alone, so that no two engines can round it differently. Its state is filled by splitmix32
 * from the seed and a label.
 */
export interface Random {
  /** From 0 up to 1, 1 left out. */
  next(): number
  chance(share: number): boolean
  /** A whole number from `least` to `most`, both in. */
  between(least: number, most: number): number
  pick<Item>(items: readonly Item[]): Item
  /** One of the keys, each as likely as its weight says. */
  weighted<Key extends string>(weights: Readonly<Record<Key, number>>): Key
  /** A value between the quantiles given, which start at share 0 and end at share 1, in straight lines. */
  quantile(points: readonly (readonly [share: number, value: number])[]): number
  /** Another stream, of its own: what is drawn from it moves nothing else. */
  fork(label: string | number): Random
}

export function seededRandom(seed: number, label = ''): Random {
  let mixed = seed >>> 0
  for (let index = 0; index < label.length; index += 1) {
    mixed = Math.imul(mixed ^ label.charCodeAt(index), 0x01000193) >>> 0
  }
  const fill = () => {
    mixed = (mixed + 0x9e3779b9) | 0
    let t = mixed ^ (mixed >>> 16)
    t = Math.imul(t, 0x21f0aaad)
    t ^= t >>> 15
    t = Math.imul(t, 0x735a2d97)
    return t ^ (t >>> 15)
  }
  let [a, b, c, counter] = [fill(), fill(), fill(), 1]
  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + sum
    c |= 0
    return (sum >>> 0) / 4_294_967_296
  }
  for (let round = 0; round < 12; round += 1) next()

  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1))
  return {
    next,
    chance: (share) => next() < share,
    between,
    pick: (items) => items[between(0, items.length - 1)]!,
    weighted<Key extends string>(weights: Readonly<Record<Key, number>>) {
      let total = 0
      for (const key in weights) total += weights[key]
      let left = next() * total
      let last: Key | null = null
      for (const key in weights) {
        last = key
        left -= weights[key]
        if (left < 0) break
      }
      return last!
    },
    quantile(points) {
      const share = next()
      let above = 1
      while (above < points.length - 1 && points[above]![0] <= share) above += 1
      const [fromShare, from] = points[above - 1]!
      const [toShare, to] = points[above]!
      return from + ((share - fromShare) / (toShare - fromShare)) * (to - from)
    },
    fork: (label) => seededRandom(between(0, 0xffffffff), String(label)),
  }
}

/**
 * Decides of one group after another whether it is among the `share`, so that each key comes out as near to its
 * share as whole groups allow: a small council would otherwise show luck where its story should be. The first
 * remainder of a key is drawn, so that small keys do not all begin alike.
 */
export function evenly(random: Random): (key: string | number, share: number, weight?: number) => boolean {
  const remainders = new Map<string | number, number>()
  return (key, share, weight = 1) => {
    const owed = (remainders.get(key) ?? (random.next() - 0.5) * weight) + share * weight
    const among = owed >= weight / 2
    remainders.set(key, among ? owed - weight : owed)
    return among
  }
}
