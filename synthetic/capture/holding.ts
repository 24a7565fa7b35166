import type { DayNumber } from '../day-number.ts'
import type { ChildLog, Position, RecordedEvent } from '../event-log.ts'
import { knownDay, type ExtractView } from '../extract-view.ts'

/** The weightiest of what is open for a child on a day, and where it is held. */
export interface Holding {
  position: Position
  kind: 'in assessment' | 'in need' | 'on a plan' | 'looked after' | 'leaving care'
  /** The day it began. */
  since: DayNumber
  /** Under an interim care order. */
  isInProceedings: boolean
  /** The independent reviewing officer of a looked-after child; null for another. */
  officer: string | null
}

/** Days in which it is settled whether an enquiry leads to a conference. */
const ENQUIRY_UNDECIDED = 12

/**
 * Who holds a child at the end of a day: care before a protection plan, need, assessment, enquiry and leaving care,
 * as allocation is read from Annex A. Null when nothing is open.
 */
export function holdingOn(child: ChildLog, day: DayNumber, view: ExtractView): Holding | null {
  const isOpen = (started: RecordedEvent, ended: RecordedEvent | null) => {
    const [from, to] = [knownDay(view, started), knownDay(view, ended)]
    return from !== null && from <= day && (to === null || to > day)
  }
  const care = child.care.findLast(({ started, ended }) => isOpen(started, ended))
  if (care) {
    const status = care.statuses.findLast(({ from }) => from <= day)?.status
    return { ...held('looked after', care), isInProceedings: status === 'C1', officer: care.officer }
  }
  const plan = child.plans.findLast(({ started, ended }) => isOpen(started, ended))
  if (plan) return held('on a plan', plan)
  const need = child.needs.findLast(({ started, closed }) => isOpen(started, closed))
  if (need) {
    const isAssessed = need.assessedOn !== null && need.assessedOn <= day
    return held(isAssessed ? 'in need' : 'in assessment', need)
  }
  const assessment = child.assessments.findLast(({ started, authorised }) => isOpen(started, authorised))
  if (assessment) return held('in assessment', assessment)
  const enquiry = child.enquiries.findLast(({ started, conference }) =>
    conference === null ? isSettling(knownDay(view, started), day) : isOpen(started, conference),
  )
  if (enquiry) return held('in assessment', enquiry)
  const { leaver } = child
  if (!leaver || leaver.from > day || leaver.until <= day) return null
  return {
    position: leaver.position,
    kind: 'leaving care',
    since: leaver.from,
    isInProceedings: false,
    officer: null,
  }
}

const held = (
  kind: Holding['kind'],
  { started, position }: { started: RecordedEvent; position: Position },
): Holding => ({
  position,
  kind,
  since: started.on,
  isInProceedings: false,
  officer: null,
})

const isSettling = (started: DayNumber | null, day: DayNumber): boolean =>
  started !== null && started <= day && day - started <= ENQUIRY_UNDECIDED

/** False of the many who were the subject of contacts alone. */
export const wasEverHeld = ({ care, plans, needs, assessments, enquiries, leaver }: ChildLog): boolean =>
  leaver !== null || care.length + plans.length + needs.length + assessments.length + enquiries.length > 0
