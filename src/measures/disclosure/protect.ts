import type { Cell, CountSystem, Equation } from './count-system.ts'
import { knownFrom } from './known-from.ts'
import { isSmall } from './small-numbers.ts'

/**
 * The keys of the points to hide so that no count of 1 to 5 is shown, and none can be worked out from what is still shown,
 * nor any that another part of the output hides.
 * A point is hidden whole. `first` are hidden whatever they count, because an earlier output hid them: two outputs next to
 * each other then give away no more than either. What else is hidden is chosen by the order of the keys and not by the
 * counts, for the same reason.
 */
export function hiddenPoints(system: CountSystem, first: ReadonlySet<string> = new Set()): Set<string> {
  const { cells, equations, points } = system
  const hidden = new Set([...points.keys()].filter((key) => first.has(key)))
  for (const { count, points: printed } of cells.values())
    if (isSmall(count)) for (const point of printed) hidden.add(point)
  const isHidden = (key: string): boolean => {
    const { points: printed, elsewhere } = cells.get(key)!
    if (elsewhere) return elsewhere === 'hidden'
    for (const point of printed) if (!hidden.has(point)) return false
    return true
  }
  const byKey = equationsByKey(equations)
  let open: Iterable<Equation> = equations
  for (;;) {
    const given = [...knownFrom(cells, [...open], isHidden)].filter((key) => mustNotBeKnown(cells.get(key)!))
    const more = new Set(given.flatMap((key) => nextToHide(system, byKey, isHidden, key) ?? []))
    if (more.size === 0) return hidden
    for (const key of more) for (const point of cells.get(key)!.points) hidden.add(point)
    const moved = [...more].flatMap((key) =>
      [...cells.get(key)!.points].flatMap((point) => points.get(point)!),
    )
    // Those that were given away too: what was hidden for them may lie where it does not help.
    open = connectedTo(byKey, isHidden, [...moved, ...given])
  }
}

const mustNotBeKnown = ({ count, isKept }: Cell): boolean =>
  isSmall(count) || (count !== 0 && isKept === true)

type EquationsByKey = ReadonlyMap<string, readonly Equation[]>

function equationsByKey(equations: readonly Equation[]): EquationsByKey {
  const byKey = new Map<string, Equation[]>()
  for (const equation of equations)
    for (const [key] of equation) {
      const known = byKey.get(key)
      if (known) known.push(equation)
      else byKey.set(key, [equation])
    }
  return byKey
}

/** The equations that say something of these counts, by way of others that are hidden. */
function connectedTo(
  byKey: EquationsByKey,
  isHidden: (key: string) => boolean,
  keys: readonly string[],
): Set<Equation> {
  const found = new Set<Equation>()
  const reached = new Set(keys)
  for (const key of reached)
    for (const equation of byKey.get(key) ?? []) {
      found.add(equation)
      for (const [other] of equation) if (isHidden(other)) reached.add(other)
    }
  return found
}

/**
 * The next count to hide next to one that is given away: one of its equations or, when none is left, of those that they reach by
 * way of hidden counts; what is shown on the way leads nowhere. One that is 0 is hidden only where there is no other.
 */
const nextToHide = (...asked: Parameters<typeof nearest>): string | null =>
  nearest(...asked) ?? nearest(asked[0], asked[1], asked[2], asked[3], true)

function nearest(
  { cells }: CountSystem,
  byKey: EquationsByKey,
  isHidden: (key: string) => boolean,
  given: string,
  withZeros = false,
): string | null {
  const reached = new Set([given])
  for (;;) {
    const near = new Set([...reached].flatMap((key) => byKey.get(key) ?? []))
    const all = [...near].flat().map(([key]) => key)
    const found = all
      .filter((key) => {
        const { count, points, elsewhere } = cells.get(key)!
        return (withZeros || count !== 0) && points.size > 0 && !elsewhere && !isHidden(key)
      })
      .toSorted((a, b) => cells.get(a)!.points.size - cells.get(b)!.points.size || (a < b ? -1 : 1))[0]
    if (found !== undefined) return found
    const before = reached.size
    for (const key of all) if (isHidden(key)) reached.add(key)
    if (reached.size === before) return null
  }
}
