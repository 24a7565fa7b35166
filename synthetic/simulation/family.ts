import { FAMILY_SIZES } from '../calibration/everywhere.ts'
import type { Profile } from '../calibration/profile.ts'
import { birthday, type DayNumber } from '../day-number.ts'
import type { ChildLog, FamilyLog } from '../event-log.ts'
import type { Random } from '../random.ts'

/** A family on the day it first comes to notice. */
export function newFamily(profile: Profile, number: number, on: DayNumber, random: Random): FamilyLog {
  const size = Number(random.weighted(FAMILY_SIZES))
  const ethnicity = random.weighted(profile.ethnicity)
  // The youngest first: a baby, a small child or a schoolchild, and brothers and sisters a year or more apart.
  let age = random.quantile(profile.ageWhenFound)
  const children: ChildLog[] = []
  for (let index = 0; index < size; index += 1) {
    if (index > 0) age += 1 + random.next() * 3
    if (age >= 17.9) break
    children.push(newChild(profile, childId(number, index), Math.round(on - age * 365.25), ethnicity, random))
  }
  return { number, children }
}

/** Numbers of seven figures without order, each used once: the multiplier shares no factor with the range. */
const childId = (family: number, index: number): string =>
  String(1_000_000 + (((family * 8 + index) * 7919) % 9_000_000))

function newChild(
  profile: Profile,
  id: string,
  bornOn: DayNumber,
  ethnicity: string,
  random: Random,
): ChildLog {
  return {
    id,
    upn: null,
    sex: random.chance(0.004) ? 'U' : random.chance(0.51) ? 'M' : 'F',
    ethnicity: random.chance(0.93) ? ethnicity : random.weighted(profile.ethnicity),
    bornOn,
    isDisabled: random.chance(profile.disabled),
    disabilities: [],
    isUnaccompanied: false,
    postcode: '',
    ward: '',
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
    education: null,
  }
}

export const isChildOn = (child: ChildLog, on: DayNumber): boolean =>
  on < birthday(child.bornOn, 18) && child.bornOn < on + 240
