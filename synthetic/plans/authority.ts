import { seededRandom, type Random } from '../random.ts'

/**
 * One of the 153 invented authorities of England: how large it is, how hard life is there, and how well the council
 * keeps hold of its work. Names and codes are nobody's: no local authority of England has a code from 501 to 653.
 */
export interface Authority {
  /** `Authority 017` */
  name: string
  /** Three digits, as the children in need census asks. */
  code: string
  population: number
  /** Per 10,000 children. */
  referrals: number
  plansOpen: number
  lookedAfter: number
  /** Shares from 0 to 1. */
  referredAgain: number
  assessmentsInTime: number
  conferencesInTime: number
  vacancy: number
  agency: number
  turnover: number
  /** Children for each full-time worker. */
  caseload: number
}

export const AUTHORITIES = 153
const FIRST_CODE = 501

type Curve = readonly (readonly [share: number, value: number])[]

/**
 * What local authorities were like in the year to 31 March 2025: a tenth below the one figure, half below the next.
 * Department for Education, Local Authority Interactive Tool; Office for National Statistics, children of 0 to 17 by
 * local authority, mid-2024. Open Government Licence v3.0. The ends are ours.
 */
const CURVES = {
  population: curve([
    [0, 350],
    [0.006, 1100],
    [0.02, 21_000],
    [0.05, 26_500],
    [0.1, 33_800],
    [0.2, 40_100],
    [0.3, 46_700],
    [0.4, 56_500],
    [0.5, 62_600],
    [0.6, 68_600],
    [0.7, 80_000],
    [0.8, 103_500],
    [0.9, 147_000],
    [0.95, 200_000],
    [0.98, 276_000],
    [1, 340_000],
  ]),
  referrals: curve([
    [0, 250],
    [0.1, 333],
    [0.25, 423],
    [0.5, 524],
    [0.75, 619],
    [0.9, 729],
    [1, 1050],
  ]),
  plansOpen: curve([
    [0, 18],
    [0.1, 27.7],
    [0.25, 32.2],
    [0.5, 40.4],
    [0.75, 52.9],
    [0.9, 67.9],
    [1, 95],
  ]),
  lookedAfter: curve([
    [0, 24],
    [0.1, 40],
    [0.25, 53],
    [0.5, 66.5],
    [0.75, 89.8],
    [0.9, 116.1],
    [1, 190],
  ]),
  referredAgain: curve([
    [0, 0.1],
    [0.1, 0.152],
    [0.25, 0.175],
    [0.5, 0.21],
    [0.75, 0.238],
    [0.9, 0.26],
    [1, 0.34],
  ]),
  assessmentsInTime: curve([
    [0, 0.6],
    [0.1, 0.74],
    [0.25, 0.788],
    [0.5, 0.854],
    [0.75, 0.912],
    [0.9, 0.957],
    [1, 0.99],
  ]),
  conferencesInTime: curve([
    [0, 0.55],
    [0.1, 0.714],
    [0.25, 0.765],
    [0.5, 0.824],
    [0.75, 0.886],
    [0.9, 0.936],
    [1, 0.98],
  ]),
  vacancy: curve([
    [0, 0.005],
    [0.1, 0.032],
    [0.25, 0.077],
    [0.5, 0.145],
    [0.75, 0.206],
    [0.9, 0.269],
    [1, 0.4],
  ]),
  agency: curve([
    [0, 0],
    [0.1, 0.022],
    [0.25, 0.079],
    [0.5, 0.128],
    [0.75, 0.207],
    [0.9, 0.281],
    [1, 0.42],
  ]),
  turnover: curve([
    [0, 0.03],
    [0.1, 0.077],
    [0.25, 0.095],
    [0.5, 0.117],
    [0.75, 0.154],
    [0.9, 0.195],
    [1, 0.3],
  ]),
  caseload: curve([
    [0, 10.5],
    [0.1, 12.7],
    [0.25, 14],
    [0.5, 15.2],
    [0.75, 16.7],
    [0.9, 18.1],
    [1, 22],
  ]),
} satisfies Record<string, Curve>

function curve(points: Curve): Curve {
  return points
}

function valueAt(points: Curve, share: number): number {
  const above = Math.max(
    1,
    points.findIndex(([index]) => index >= share),
  )
  const [fromShare, from] = points[above - 1]!
  const [toShare, to] = points[above]!
  return from + ((share - fromShare) / (toShare - fromShare)) * (to - from)
}

/** How much of a figure hangs on deprivation or on timeliness; the rest is the authority's own. */
const BY_DEPRIVATION = { referrals: 0.6, plansOpen: 0.75, lookedAfter: 0.75 } as const
const BY_GRIP = {
  // Worse timeliness, more of these.
  referredAgain: -0.5,
  vacancy: -0.8,
  agency: -0.8,
  turnover: -0.6,
  caseload: -0.5,
  assessmentsInTime: 0.6,
  conferencesInTime: 0.6,
} as const

/**
 * The same seed, the same England. Each figure is dealt out by rank, so that however the draws fall the authorities
 * lie as far apart as the published ones.
 */
export function authorities(seed: number): Authority[] {
  const random = seededRandom(seed, 'authorities')
  const deprivation = normals(random.fork('deprivation'))
  const timeliness = normals(random.fork('grip'))
  const dealt = (name: keyof typeof CURVES, driver: readonly number[], weight: number): number[] => {
    const own = normals(random.fork(name))
    const rest = Math.sqrt(1 - weight * weight)
    const ranks = rankShares(own.map((value, index) => weight * driver[index]! + rest * value))
    return ranks.map((share) => valueAt(CURVES[name], share))
  }
  // Counties are large and better off; cities are smaller and poorer.
  const population = dealt('population', deprivation, -0.35)
  const byDeprivation = mapOf(BY_DEPRIVATION, (name, weight) => dealt(name, deprivation, weight))
  const byTimeliness = mapOf(BY_GRIP, (name, weight) => dealt(name, timeliness, weight))
  return population.map((children, index) => ({
    name: `Authority ${String(index + 1).padStart(3, '0')}`,
    code: String(FIRST_CODE + index),
    population: Math.round(children),
    ...mapOf(byDeprivation, (_, values) => values[index]!),
    ...mapOf(byTimeliness, (_, values) => values[index]!),
  }))
}

function mapOf<Name extends string, Given, Made>(
  given: Readonly<Record<Name, Given>>,
  make: (name: Name, value: Given) => Made,
): Record<Name, Made> {
  const made = {} as Record<Name, Made>
  for (const name in given) made[name] = make(name, given[name])
  return made
}

/** One draw for each authority, bell-shaped: the sum of twelve even draws. */
function normals(random: Random): number[] {
  const draw = () => {
    let sum = -6
    for (let time = 0; time < 12; time += 1) sum += random.next()
    return sum
  }
  return Array.from({ length: AUTHORITIES }, draw)
}

/** Where each is among all, from 0 to 1: the lowest at 0, the highest at 1. */
function rankShares(values: readonly number[]): number[] {
  const order = values.map((_, index) => index).toSorted((left, right) => values[left]! - values[right]!)
  const shares = values.map(() => 0)
  for (const [rank, index] of order.entries()) shares[index] = rank / (values.length - 1)
  return shares
}
