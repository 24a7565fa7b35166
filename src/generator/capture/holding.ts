import type { DayNumber } from '../day-number.ts'
import type { ChildLog, Desk, EnquiryEvent } from '../event-log.ts'
import { knownDay, type ExtractView } from '../extract-view.ts'

/** The weightiest of what is open for a child on a day, and where it is held. */
export interface Holding {
  desk: Desk
  kind: 'in assessment' | 'in need' | 'on a plan' | 'looked after' | 'leaving care'
  /** The day it began. */
  since: DayNumber
  /** Under an interim care order. */
  isInProceedings: boolean
}

/** Days in which it is settled whether an enquiry leads to a conference. */
const ENQUIRY_UNDECIDED = 12

/**
 * Who holds a child at the end of a day: care before a protection plan, need, assessment, enquiry and leaving care,
 * as allocation is read from Annex A. Null when nothing is open.
 */
export function holdingOn(child: ChildLog, day: DayNumber, view: ExtractView): Holding | null {
  const open = <Thing extends Spell>(things: readonly Thing[]): Thing | undefined =>
    things.findLast(({ started, ended }) => isOpen(knownDay(view, started), knownDay(view, ended), day))
  const held = (
    kind: Holding['kind'],
    { started, desk }: Spell & { desk: Desk },
    isInProceedings = false,
  ) => ({
    desk,
    kind,
    since: started.on,
    isInProceedings,
  })
  const care = open(child.care)
  if (care) {
    const status = care.statuses.findLast(({ from }) => from <= day)?.status
    return held('looked after', care, status === 'C1')
  }
  const plan = open(child.plans)
  if (plan) return held('on a plan', plan)
  const need = child.needs.findLast(({ started, closed }) =>
    isOpen(knownDay(view, started), knownDay(view, closed), day),
  )
  if (need) {
    const isAssessed = need.assessedOn !== null && need.assessedOn <= day
    return held(isAssessed ? 'in need' : 'in assessment', { ...need, ended: need.closed })
  }
  const assessment = child.assessments.findLast(({ started, authorised }) =>
    isOpen(knownDay(view, started), knownDay(view, authorised), day),
  )
  if (assessment) return held('in assessment', { ...assessment, ended: assessment.authorised })
  const enquiry = child.enquiries.findLast((one) => isEnquiryOpen(one, day, view))
  if (enquiry) return held('in assessment', { ...enquiry, ended: null })
  const { leaver } = child
  if (!leaver || leaver.from > day || leaver.until <= day) return null
  return { desk: leaver.desk, kind: 'leaving care', since: leaver.from, isInProceedings: false }
}

/** False of the many who were the subject of contacts alone. */
export const wasEverHeld = ({ care, plans, needs, assessments, enquiries, leaver }: ChildLog): boolean =>
  leaver !== null || care.length + plans.length + needs.length + assessments.length + enquiries.length > 0

type Spell = Pick<ChildLog['care'][number], 'started' | 'ended'>

const isOpen = (started: DayNumber | null, ended: DayNumber | null, day: DayNumber): boolean =>
  started !== null && started <= day && (ended === null || ended > day)

function isEnquiryOpen({ started, conference }: EnquiryEvent, day: DayNumber, view: ExtractView): boolean {
  const from = knownDay(view, started)
  if (from === null || from > day) return false
  if (conference === null) return day - from <= ENQUIRY_UNDECIDED
  const held = knownDay(view, conference)
  return held === null || held > day
}
