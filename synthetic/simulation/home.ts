import { ageAt } from '../day-number.ts'
import type { ChildLog, FamilyLog } from '../event-log.ts'
import type { Random } from '../random.ts'
import type { FamilyContext } from './course.ts'
import { educationPlan } from './education.ts'
import { postcodeIn } from './postcode.ts'

/** Wards of each locality, and of the postcode districts that lie in them. */
const WARDS: Readonly<Record<string, readonly string[]>> = {
  North: ['Abbotsfield', 'Beacon Hill', 'Coldharbour', 'Dene Park', 'Elmscar', 'Foundry'],
  Central: ['Guildgate', 'Harbour Street', 'Infirmary', 'Kingsway', 'Lockside', 'Market'],
  South: ['Nettleham', 'Orchard Vale', 'Priory', 'Quarry Lane', 'Rookwood', 'Southgate'],
}
const LOCALITIES = Object.keys(WARDS)

/** Moves the family into a home, and says of each child what a school and a clinic know. */
export function settle({ detail, council }: FamilyContext, family: FamilyLog, locality: string | null): void {
  const { profile } = council.plan
  const until = council.asAt
  const area = locality && WARDS[locality] ? locality : detail.pick(LOCALITIES)
  const wards = WARDS[area]!
  const index = detail.between(0, wards.length - 1)
  const postcode = postcodeIn(detail, LOCALITIES.indexOf(area) * 6 + index + 1)
  for (const [order, child] of family.children.entries()) {
    Object.assign(child, { postcode, ward: wards[index] })
    child.upn =
      ageAt(child.bornOn, until) < 4 || detail.chance(0.04) ? null : upn(family.number, order, child)
    if (child.isDisabled) child.disabilities = disabilities(detail)
    child.education = educationPlan(detail, child, profile.educationPlan, until)
  }
}

const CHECK_LETTERS = 'ABCDEFGHJKLMNPQRTUVWXYZ'

/** A unique pupil number with its check letter, of authority 999, which is nobody's. */
function upn(family: number, order: number, { bornOn }: ChildLog): string {
  const pupil = family * 8 + order
  const school = String(2000 + Math.floor(pupil / 1000))
  const year = String(Math.floor(80 + (bornOn + 4.5 * 365.25) / 365.25) % 100).padStart(2, '0')
  const digits = `999${school}${year}${String(pupil % 1000).padStart(3, '0')}`
  const sum = digits.split('').reduce((total, digit, index) => total + Number(digit) * (index + 2), 0)
  return CHECK_LETTERS[sum % 23]! + digits
}

/** By census code, one to three of them. Our estimate. */
const DISABILITIES = {
  LD: 30,
  AUT: 26,
  BEH: 14,
  COMM: 12,
  MOB: 9,
  PC: 6,
  CON: 3,
  HEAR: 3,
  VIS: 3,
  HAND: 2,
  INC: 3,
  DDA: 6,
} as const

function disabilities(detail: Random): string[] {
  const found = new Set<string>()
  const wanted = Number(detail.weighted({ '1': 60, '2': 28, '3': 12 }))
  while (found.size < wanted) found.add(detail.weighted(DISABILITIES))
  return [...found].sort()
}
