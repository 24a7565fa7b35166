import { normalQuantile } from '../spc/normal.ts'
import { type Point, type SeriesDefinition, type Split, NOT_RECORDED } from '../../measures/index.ts'

/** The splits by which children may fare differently for who they are. */
export const GROUP_SPLITS = ['ethnicity', 'sex', 'disability', 'age'] as const satisfies readonly Split[]

/** Fewer cases than this in a group, or fewer that met it among group and others, and the two are not compared. */
const MIN_CASES = 10
const MIN_MET = 5
/** Of all the ranges of a split together, in so many splits out of a hundred one misses its true ratio. */
const MISSES = 0.05

/** How one group compares with all others whose group is recorded. */
export interface GroupComparison {
  group: string
  met: number
  cases: number
  /** In per cent. */
  rate: number
  othersMet: number
  others: number
  othersRate: number
  /** The group's share over the others'; with its range. Null where there are too few to say. */
  ratio: { value: number; low: number; high: number } | null
  verdict: 'more often' | 'less often' | 'no clear difference' | 'too few'
}

/**
 * Compares the groups of a split over the points given, added up: each against all the others together. Children whose
 * group is not recorded are left out and counted. The range is that of the ratio of two shares, by its logarithm, of these
 * children as if they were drawn from many. The more groups are compared, the wider it is (Bonferroni), so that in nineteen of
 * twenty splits no group differs by chance alone; two groups are each other's others, and so are one comparison.
 */
export function compareGroups(points: readonly Point[]): { groups: GroupComparison[]; notRecorded: number } {
  const sums = new Map<string, { met: number; cases: number }>()
  for (const { split, numerator, denominator, hidden } of points) {
    if (split === null || hidden || numerator === null || denominator === null) continue
    const sum = sums.get(split) ?? { met: 0, cases: 0 }
    sums.set(split, { met: sum.met + numerator, cases: sum.cases + denominator })
  }
  const notRecorded = sums.get(NOT_RECORDED)?.cases ?? 0
  sums.delete(NOT_RECORDED)
  const all = { met: 0, cases: 0 }
  for (const { met, cases } of sums.values()) {
    all.met += met
    all.cases += cases
  }
  const counted = [...sums].filter(([, { cases }]) => cases > 0)
  const comparisons = counted.length <= 2 ? 1 : counted.filter(([, { cases }]) => cases >= MIN_CASES).length
  const z = -normalQuantile(MISSES / 2 / Math.max(1, comparisons))
  const groups = counted.map(([group, own]) =>
    compared(group, own, { met: all.met - own.met, cases: all.cases - own.cases }, z),
  )
  return { groups, notRecorded }
}

const percent = (part: number, whole: number): number => (whole === 0 ? 0 : (100 * part) / whole)

function compared(
  group: string,
  own: { met: number; cases: number },
  rest: { met: number; cases: number },
  z: number,
): GroupComparison {
  const counts = {
    group,
    ...own,
    rate: percent(own.met, own.cases),
    othersMet: rest.met,
    others: rest.cases,
    othersRate: percent(rest.met, rest.cases),
  }
  if (
    own.cases < MIN_CASES ||
    rest.cases < MIN_CASES ||
    own.met < 1 ||
    own.met + rest.met < MIN_MET ||
    rest.met < 1
  )
    return { ...counts, ratio: null, verdict: 'too few' }
  const value = own.met / own.cases / (rest.met / rest.cases)
  const spread = z * Math.sqrt(1 / own.met - 1 / own.cases + 1 / rest.met - 1 / rest.cases)
  const [low, high] = [value * Math.exp(-spread), value * Math.exp(spread)]
  const verdict = low > 1 ? 'more often' : high < 1 ? 'less often' : 'no clear difference'
  return { ...counts, ratio: { value, low, high }, verdict }
}

/** The months that are added up: a stock's last alone, and a flow's last twelve, so that there are enough. */
export const monthsCompared = <Any extends Pick<Point, 'period'>>(
  { timing }: Pick<SeriesDefinition, 'timing'>,
  points: readonly Any[],
): Any[] => {
  const months = [...new Set(points.map(({ period }) => period))].sort()
  const kept = new Set(months.slice(timing === 'stock' ? -1 : -12))
  return points.filter(({ period }) => kept.has(period))
}
