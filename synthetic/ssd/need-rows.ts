import { SSD } from '../../src/standards/ssd/tables.ts'
import type { AssessmentEvent, ContactEvent, RecordedEvent, ReferralEvent } from '../event-log.ts'
import { knownDay } from '../extract-view.ts'
import { isSeenOn, referralId, type ChildInWindow, type Identified } from './child-in-window.ts'
import { flagged, unsaid, yesNo, yesNoBlank, yesNoWord } from './json-cell.ts'
import { sourceInWords } from './referral-source.ts'
import type { SsdFiles } from './ssd-files.ts'
import type { SsdStaff } from './staff.ts'

/** From the front door to the child in need. Child-level. */
export function writeNeed(seen: ChildInWindow, files: SsdFiles, staff: SsdStaff): void {
  for (const contact of seen.contacts) writeContact(seen, contact, files)
  for (const { id, event } of seen.earlyHelp) {
    const endedOn = knownDay(seen.view, event.ended)
    files.row('early_help_episodes', {
      earl_episode_id: id,
      earl_person_id: seen.child.id,
      earl_episode_start_date: event.started.on,
      earl_episode_end_date: endedOn,
      earl_episode_reason: event.reason,
      earl_episode_end_reason: endedOn === null ? null : event.endReason,
      earl_episode_organisation: event.organisation,
    })
  }
  for (const referral of seen.referrals) writeReferral(seen, referral, files, staff)
  for (const assessment of seen.assessments) writeAssessment(seen, assessment, files, staff)
  writePlansAndVisits(seen, files, staff)
}

const CONTACT_OUTCOMES: Readonly<Record<ContactEvent['outcome'], string>> = {
  referral: 'NEW_REFERRAL_FLAG',
  'early help': 'OTHER_OUTCOMES_EXIST_FLAG',
  advice: 'ADVICE_FLAG',
  'no further action': 'NFA_FLAG',
  other: 'OTHER_OUTCOMES_EXIST_FLAG',
}

function writeContact(
  { child }: ChildInWindow,
  { id, event }: Identified<ContactEvent>,
  files: SsdFiles,
): void {
  files.row('contacts', {
    cont_contact_id: id,
    cont_person_id: child.id,
    cont_contact_date: event.received.on,
    cont_contact_source_code: event.source,
    cont_contact_source_desc: sourceInWords(event.source),
    cont_contact_outcome_json: flagged(SSD.contacts.columns.cont_contact_outcome_json, [
      CONTACT_OUTCOMES[event.outcome],
    ]),
  })
}

function writeReferral(
  { child, view }: ChildInWindow,
  { id, event }: Identified<ReferralEvent>,
  files: SsdFiles,
  staff: SsdStaff,
): void {
  const { number, received, source, isNfa, position } = event
  const need = child.needs.find(
    ({ referral, started }) => referral === number && knownDay(view, started) !== null,
  )
  const closedOn = need ? knownDay(view, need.closed) : null
  files.row('cin_episodes', {
    cine_referral_id: id,
    cine_person_id: child.id,
    cine_referral_date: received.on,
    cine_cin_primary_need_code: need?.needCode ?? null,
    cine_referral_source_code: source,
    cine_referral_source_desc: sourceInWords(source),
    cine_referral_outcome_json: flagged(
      SSD.cin_episodes.columns.cine_referral_outcome_json,
      referralOutcomes({ child, view }, event),
    ),
    cine_referral_nfa: yesNoWord(isNfa),
    cine_close_reason: need && closedOn !== null ? need.closeReason : null,
    cine_close_date: closedOn,
    cine_referral_team: staff.teamId(position.team),
    cine_referral_worker_id: staff.workerOn(position, received.on),
  })
}

/** What the referral itself led to, not the episode: an assessment, and what was begun on its day or the next. */
function referralOutcomes(
  { child, view }: Pick<ChildInWindow, 'child' | 'view'>,
  { number, received, isNfa }: ReferralEvent,
): string[] {
  const followed = (events: readonly { referral: number; started: RecordedEvent }[], within: number) =>
    events.some(
      ({ referral, started }) =>
        referral === number && knownDay(view, started) !== null && started.on <= received.on + within,
    )
  return [
    ...(followed(child.assessments, Infinity) ? ['SINGLE_ASSESSMENT_FLAG'] : []),
    ...(followed(child.enquiries, 1) ? ['STRATEGY_DISCUSSION_FLAG'] : []),
    ...(followed(child.care, 1) ? ['CLA_REQUEST_FLAG'] : []),
    ...(isNfa ? ['NFA_FLAG'] : []),
  ]
}

function writeAssessment(
  { child, view }: ChildInWindow,
  { id, event }: Identified<AssessmentEvent>,
  files: SsdFiles,
  staff: SsdStaff,
): void {
  const { referral, started, wasSeen, needsSupport, factors, position } = event
  const authorisedOn = knownDay(view, event.authorised)
  const outcome = SSD.cin_assessments.columns.cina_assessment_outcome_json
  files.row('cin_assessments', {
    cina_assessment_id: id,
    cina_person_id: child.id,
    cina_referral_id: referralId(child, referral),
    cina_assessment_start_date: started.on,
    cina_assessment_child_seen: yesNoBlank(wasSeen),
    cina_assessment_auth_date: authorisedOn,
    cina_assessment_outcome_json:
      authorisedOn === null
        ? unsaid(outcome)
        : flagged(outcome, [needsSupport ? 'PROV_OF_SERVICES_FLAG' : 'NFA_FLAG']),
    cina_assessment_outcome_nfa: authorisedOn === null ? null : yesNoWord(!needsSupport),
    cina_assessment_team: staff.teamId(position.team),
    cina_assessment_worker_id: staff.workerOn(position, authorisedOn ?? view.asAt),
  })
  if (authorisedOn === null || factors.length === 0) return
  files.row('assessment_factors', {
    cinf_table_id: `${id}-F`,
    cinf_assessment_id: id,
    cinf_assessment_factors_json: JSON.stringify(factors),
  })
}

function writePlansAndVisits({ child, needs, view }: ChildInWindow, files: SsdFiles, staff: SsdStaff): void {
  for (const { referral, plans, visits, position } of needs) {
    const id = referralId(child, referral)
    for (const [index, { from, to }] of plans.entries()) {
      if (from > view.asAt || (to !== null && to < view.from)) continue
      const endedOn = to !== null && to <= view.asAt ? to : null
      files.row('cin_plans', {
        cinp_cin_plan_id: `${id}-N${index + 1}`,
        cinp_referral_id: id,
        cinp_person_id: child.id,
        cinp_cin_plan_start_date: from,
        cinp_cin_plan_end_date: endedOn,
        cinp_cin_plan_team: staff.teamId(position.team),
        cinp_cin_plan_worker_id: staff.workerOn(position, endedOn ?? view.asAt),
      })
    }
    for (const [index, { on, wasSeen, wasSeenAlone }] of visits.entries()) {
      if (!isSeenOn(view, on)) continue
      files.row('cin_visits', {
        cinv_cin_visit_id: `${id}-V${index + 1}`,
        cinv_person_id: child.id,
        cinv_cin_visit_date: on,
        cinv_cin_visit_seen: yesNo(wasSeen),
        cinv_cin_visit_seen_alone: yesNoBlank(wasSeenAlone),
      })
    }
  }
}
