import { publishedCode } from '../../src/standards/code-sets.ts'
import { SSD } from '../../src/standards/ssd/tables.ts'
import { workingDaysAfter, type DayNumber } from '../day-number.ts'
import type { EnquiryEvent, ProtectionPlan } from '../event-log.ts'
import { knownDay } from '../extract-view.ts'
import { didBecome, isSeenOn, referralId, type ChildInWindow, type Identified } from './child-in-window.ts'
import { flagged, unsaid, yesNo, yesNoBlank, yesNoWord } from './json-cell.ts'
import { conferenceDue } from './review-due.ts'
import type { SsdFiles } from './ssd-files.ts'
import type { SsdStaff } from './staff.ts'

/** Working Together: the conference within 15 working days of the strategy discussion. */
const WORKING_DAYS_TO_CONFERENCE = 15

/** Enquiries, conferences and plans. Child-level. */
export function writeProtection(seen: ChildInWindow, files: SsdFiles, staff: SsdStaff): void {
  for (const enquiry of seen.enquiries) {
    writeEnquiry(seen, enquiry, files, staff)
    writeConference(seen, enquiry, files, staff)
  }
  for (const plan of seen.plans) writePlan(seen, plan, files)
}

const conferenceId = (enquiryId: string): string => `${enquiryId}-IC`

/** Brothers and sisters share a meeting. */
const meetingId = ({ family }: ChildInWindow, on: DayNumber): string => `M${family.number}-${on}`

function writeEnquiry(
  { child, view }: ChildInWindow,
  { id, event }: Identified<EnquiryEvent>,
  files: SsdFiles,
  staff: SsdStaff,
): void {
  const { referral, started, conference, position } = event
  const endedOn = knownDay(view, event.ended)
  const outcome = SSD.s47_enquiry.columns.s47e_s47_outcome_json
  const isOver = endedOn !== null
  const goesOn = child.needs.some(
    (need) => need.referral === referral && (need.closed === null || need.closed.on > (endedOn ?? view.asAt)),
  )
  const withoutConference = goesOn ? 'NFA_CONTINUE_SINGLE_FLAG' : 'NFA_FLAG'
  files.row('s47_enquiry', {
    s47e_s47_enquiry_id: id,
    s47e_referral_id: referralId(child, referral),
    s47e_person_id: child.id,
    s47e_s47_start_date: started.on,
    s47e_s47_end_date: endedOn,
    s47e_s47_nfa: isOver ? yesNoWord(conference === null) : null,
    s47e_s47_outcome_json: isOver
      ? flagged(outcome, [conference === null ? withoutConference : 'CP_CONFERENCE_FLAG'])
      : unsaid(outcome),
    s47e_s47_completed_by_worker_id: isOver ? staff.workerOn(position, endedOn) : null,
    s47e_s47_completed_by_team: isOver ? staff.teamId(position.team) : null,
  })
}

function writeConference(
  seen: ChildInWindow,
  { id, event }: Identified<EnquiryEvent>,
  files: SsdFiles,
  staff: SsdStaff,
): void {
  const { child, view } = seen
  const { referral, started, becamePlan, position } = event
  const heldOn = knownDay(view, event.conference)
  if (heldOn === null) return
  files.row('initial_cp_conference', {
    icpc_icpc_id: conferenceId(id),
    icpc_icpc_meeting_id: meetingId(seen, heldOn),
    icpc_s47_enquiry_id: id,
    icpc_person_id: child.id,
    icpc_cp_plan_id: seen.plans.find((plan) => didBecome(event, plan.event))?.id ?? null,
    icpc_referral_id: referralId(child, referral),
    icpc_icpc_transfer_in: 'N',
    icpc_icpc_target_date: workingDaysAfter(started.on, WORKING_DAYS_TO_CONFERENCE),
    icpc_icpc_date: heldOn,
    icpc_icpc_outcome_cp_flag: yesNo(becamePlan),
    icpc_icpc_outcome_json: flagged(SSD.initial_cp_conference.columns.icpc_icpc_outcome_json, [
      becamePlan ? 'CP_FLAG' : 'PROV_OF_SERVICES_FLAG',
    ]),
    icpc_icpc_team: staff.teamId(position.team),
    icpc_icpc_worker_id: staff.workerOn(position, heldOn),
  })
}

const categoryInWords = (code: string): string => publishedCode('ssd_category_of_abuse', code)

function writePlan(seen: ChildInWindow, { id, event }: Identified<ProtectionPlan>, files: SsdFiles): void {
  const { child, view } = seen
  const { referral, started, firstCategory, latestCategory, visits, reviews } = event
  const endedOn = knownDay(view, event.ended)
  const enquiry = seen.enquiries.find(
    (known) => didBecome(known.event, event) && knownDay(view, known.event.conference) !== null,
  )
  files.row('cp_plans', {
    cppl_cp_plan_id: id,
    cppl_referral_id: referralId(child, referral),
    cppl_icpc_id: enquiry ? conferenceId(enquiry.id) : null,
    cppl_person_id: child.id,
    cppl_cp_plan_start_date: started.on,
    cppl_cp_plan_end_date: endedOn,
    cppl_cp_plan_initial_category: categoryInWords(firstCategory),
    cppl_cp_plan_ola: 'N',
    cppl_cp_plan_latest_category: categoryInWords(latestCategory),
  })
  for (const [index, { on, wasSeen, wasSeenAlone }] of visits.entries()) {
    if (!isSeenOn(view, on)) continue
    files.row('cp_visits', {
      cppv_cp_visit_id: `${id}-V${index + 1}`,
      cppv_person_id: child.id,
      cppv_cp_plan_id: id,
      cppv_cp_visit_date: on,
      cppv_cp_visit_seen: yesNo(wasSeen),
      cppv_cp_visit_seen_alone: yesNoBlank(wasSeenAlone),
    })
  }
  for (const [index, { on, participation }] of reviews.entries()) {
    if (!isSeenOn(view, on)) continue
    files.row('cp_reviews', {
      cppr_cp_review_id: `${id}-W${index + 1}`,
      cppr_person_id: child.id,
      cppr_cp_plan_id: id,
      cppr_cp_review_due: conferenceDue(started.on, reviews[index - 1]?.on ?? null),
      cppr_cp_review_date: on,
      cppr_cp_review_meeting_id: meetingId(seen, on),
      cppr_cp_review_outcome_continue_cp: yesNo(event.ended?.on !== on),
      cppr_cp_review_participation: participation,
    })
  }
}
