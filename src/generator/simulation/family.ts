import { ETHNICITY, FAMILY_SIZES } from '../calibration/norchester-2015.ts'
import { birthday, type DayNumber } from '../day-number.ts'
import type { ChildLog, FamilyLog } from '../event-log.ts'
import type { Random } from '../random.ts'

/** A family on the day it first comes to notice. */
export function newFamily(number: number, on: DayNumber, random: Random): FamilyLog {
  const size = Number(random.weighted(FAMILY_SIZES))
  const ethnicity = random.weighted(ETHNICITY)
  // The youngest first: a baby, a small child or a schoolchild, and brothers and sisters a year or more apart.
  let age = firstAge(random)
  const children: ChildLog[] = []
  for (let place = 0; place < size; place += 1) {
    if (place > 0) age += 1 + random.next() * 3
    if (age >= 17.9) break
    children.push(newChild(childId(number, place), Math.round(on - age * 365.25), ethnicity, random))
  }
  return { number, children }
}

/** In years; less than 0 for a child expected in the next months. */
function firstAge(random: Random): number {
  return random.quantile([
    [0, -0.35],
    [0.03, 0],
    [0.13, 1],
    [0.36, 4],
    [0.66, 9],
    [0.9, 15],
    [1, 17.8],
  ])
}

/** Numbers of seven figures without order, each used once: the multiplier shares no factor with the range. */
const childId = (family: number, place: number): string =>
  String(1_000_000 + (((family * 8 + place) * 7919) % 9_000_000))

export function newChild(id: string, bornOn: DayNumber, ethnicity: string, random: Random): ChildLog {
  return {
    id,
    sex: random.chance(0.004) ? 'U' : random.chance(0.51) ? 'M' : 'F',
    ethnicity: random.chance(0.93) ? ethnicity : random.weighted(ETHNICITY),
    bornOn,
    isDisabled: random.chance(0.08),
    isUnaccompanied: false,
    contacts: [],
    earlyHelp: [],
    referrals: [],
    assessments: [],
    enquiries: [],
    needs: [],
    plans: [],
    care: [],
    leaver: null,
    adoption: null,
  }
}

export const isChildOn = (child: ChildLog, on: DayNumber): boolean =>
  on < birthday(child.bornOn, 18) && child.bornOn < on + 240
