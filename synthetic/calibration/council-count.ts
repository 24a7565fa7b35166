import type { CouncilPlan } from '../plans/council-plan.ts'
import type { FamilyLog } from '../event-log.ts'
import type { Workforce } from '../simulation/workforce.ts'
import { countAssessments } from './assessment-count.ts'
import { countCare } from './care-count.ts'
import { countContacts } from './contact-count.ts'
import { checkIdentities, closeIdentities } from './identity-check.ts'
import { countLeaver } from './leaver-count.ts'
import { countNeeds } from './need-count.ts'
import { periodOf, type Period } from './period.ts'
import { countProtection } from './protection-count.ts'
import { QUESTIONS } from './question.ts'
import { countFamilySize, countReferrals } from './referral-count.ts'
import { checkSense } from './sense-check.ts'
import { add, newTally, type Tally } from './tally.ts'
import { openWorkforceCount } from './workforce-count.ts'

/** All that the report needs to know of one council: numbers, no family. */
export interface CountedCouncil {
  plan: CouncilPlan
  tally: Tally
}

/** Counts families as they pass. */
export interface CouncilCount {
  family(log: FamilyLog): void
  close(): CountedCouncil
}

export function openCouncilCount(plan: CouncilPlan, workforce: Workforce): CouncilCount {
  const tally = newTally()
  const period = periodOf(plan)
  const staff = openWorkforceCount(period, workforce)
  return {
    family(log) {
      checkSense(tally, log)
      countFamilySize(tally, period, log)
      for (const child of log.children) {
        countContacts(tally, period, child)
        countReferrals(tally, period, child)
        countAssessments(tally, period, child)
        countProtection(tally, period, child)
        countNeeds(tally, period, child)
        countCare(tally, period, child)
        countLeaver(tally, period, child)
        checkIdentities(tally, period, child)
        staff.child(child)
      }
    },
    close() {
      staff.close(tally)
      closeIdentities(tally)
      addBases(tally, period)
      return { plan, tally }
    },
  }
}

/** What rates are of: tens of thousands of children, and years where events are counted. */
function addBases(tally: Tally, { years, tenThousands }: Period): void {
  for (const [id, { kind }] of QUESTIONS) {
    if (kind.is === 'rate') add(tally, id, 0, kind.per === 'year' ? tenThousands * years : tenThousands)
    if (kind.is === 'highest month') add(tally, id, 0, tenThousands)
  }
}
