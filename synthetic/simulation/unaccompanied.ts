import { logCare } from './care.ts'
import { decisionOn } from './contact-life.ts'
import type { FamilyContext } from './course.ts'
import { birthday, workingDaysAfter, type DayNumber } from '../day-number.ts'
import { assessmentCourse, assessmentStart, logAssessment } from './assessment-course.ts'
import type { FamilyLog } from '../event-log.ts'
import { newFamily } from './family.ts'
import { leaveCare } from './referral-life.ts'
import { recorded } from './recording.ts'
import { visitOn } from './visits.ts'

/** A young person who arrives without a family: referred by the police, looked after from that day until 18. */
export function unaccompaniedChild(context: FamilyContext, number: number, on: DayNumber): FamilyLog {
  const { council, random, detail, workforce, team } = context
  const { profile } = council.plan
  const family = newFamily(profile, number, on, random)
  const child = family.children[0]!
  family.children.length = 1
  Object.assign(child, {
    sex: random.chance(0.9) ? 'M' : 'F',
    ethnicity: random.weighted({ ...profile.ethnicity, WBRI: 0, OOTH: 30, BAFR: 20, AOTH: 20 }),
    bornOn: on - Math.round((14.5 + random.next() * 3) * 365.25),
    isDisabled: false,
    isUnaccompanied: true,
  })
  const to = birthday(child.bornOn, 18)
  const isOpenNow = on <= council.asAt && to > council.asAt
  const position = workforce.allocate(team, isOpenNow ? 1 : 0)
  child.contacts.push({ received: recorded(random, on), source: '6', ...decisionOn(context, 'referral') })
  child.referrals.push({ number: 1, received: recorded(random, on), source: '6', isNfa: false, position })
  const course = assessmentCourse(context, assessmentStart(random, on), team, 1)
  logAssessment(context, child, course, true, position)
  logCare(context, child, { from: on, to, isAdoption: false }, position)
  leaveCare(context, child, on, to)
  child.needs.push({
    referral: 1,
    started: recorded(random, on),
    closed: recorded(random, Math.max(to, workingDaysAfter(on, 5))),
    closeReason: 'RC6',
    needCode: 'N8',
    assessedOn: course.authorisedOn,
    visits: [visitOn(detail, on + 1)],
    plans: [],
    position,
  })
  return family
}
