/**
 * Counts kept while families pass. Nothing is held of a family, and the counts of two councils add up to those of
 * both together.
 */
export interface Tally {
  readonly counts: Map<string, Count>
  /** How often each whole number came: days, hours, children. */
  readonly spreads: Map<string, number[]>
}

/** `n` of `of`: those that are so of those looked at, a sum of so many things, or events over so many child-years. */
interface Count {
  n: number
  of: number
}

export const newTally = (): Tally => ({ counts: new Map(), spreads: new Map() })

export function add({ counts }: Tally, id: string, n: number, total: number): void {
  const count = counts.get(id)
  if (count === undefined) counts.set(id, { n, of: total })
  else {
    count.n += n
    count.of += total
  }
}

/** One more thing looked at, which is so or is not. */
export const note = (tally: Tally, id: string, isSo: boolean): void => add(tally, id, isSo ? 1 : 0, 1)

/** One more event of a rate, whose base is added once. */
export const happened = (tally: Tally, id: string): void => add(tally, id, 1, 0)

/** One thing looked at which is one of several kinds: `legal`, `section 20`, as `legal.section 20` of all. */
export function sort(tally: Tally, id: string, kinds: readonly string[], kind: string): void {
  for (const name of kinds) note(tally, `${id}.${name}`, name === kind)
}

/** The whole numbers above 0 that matter stop here: years in days. */
const LARGEST = 8000

export function spread({ spreads }: Tally, id: string, value: number): void {
  let found = spreads.get(id)
  if (found === undefined) spreads.set(id, (found = []))
  const index = Math.max(0, Math.min(Math.floor(value), LARGEST))
  while (found.length <= index) found.push(0)
  found[index]! += 1
}

/** The value below which a share of all lie; null when there are none. */
export function quantile({ spreads }: Tally, id: string, share: number): number | null {
  const found = spreads.get(id)
  if (found === undefined) return null
  let left = share * casesIn(found)
  for (const [value, times] of found.entries()) {
    left -= times
    if (left <= 0) return value
  }
  return found.length - 1
}

export const casesIn = (spread: readonly number[]): number => spread.reduce((sum, times) => sum + times, 0)

/** The counts of several councils, as if they were one. */
export function addUp(tallies: readonly Tally[]): Tally {
  const all = newTally()
  for (const { counts, spreads } of tallies) {
    for (const [id, { n, of: total }] of counts) add(all, id, n, total)
    for (const [id, times] of spreads) {
      const sum = all.spreads.get(id) ?? []
      while (sum.length < times.length) sum.push(0)
      for (const [index, count] of times.entries()) sum[index]! += count
      all.spreads.set(id, sum)
    }
  }
  return all
}
