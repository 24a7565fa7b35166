import type { Day } from '../../platform/day.ts'
import { workingDayAfter } from '../../platform/working-days.ts'
import {
  ASSESSMENT_DAYS,
  careReviewDueOn,
  CONFERENCE_DAYS,
  timeEnded,
  reviewConferenceDueOn,
} from './clock.ts'
import type { Timeline } from './event.ts'
import { addCaptured } from './captured.ts'
import { NO_TIMING, NOT_SEEN, TimelineBuilder, withWords } from './timeline-builder.ts'
import type { ChildRows, RowOf } from './rows.ts'
import { wordsInside } from './code-words.ts'

const latest = (days: readonly Day[]): Day | null => days.toSorted().at(-1) ?? null
const describeReason = (codeSet: string, code: string | null) =>
  code === null ? null : wordsInside(codeSet, code)

/** Every row about a child as events and spells of work. Nothing is assumed that no row says. */
export function buildTimeline(rows: ChildRows, asAt: Day): Timeline {
  const timeline = new TimelineBuilder(asAt)
  addFrontDoor(timeline, rows)
  rows.cin_assessments.forEach((row) => addAssessment(timeline, row))
  addProtection(timeline, rows)
  addCare(timeline, rows)
  addLeavingAndAdoption(timeline, rows)
  addCaptured(timeline, rows)
  return { events: timeline.events, spells: timeline.spells }
}

const seenOrNot = ({ seen }: { seen: boolean | null }) => ({
  ...NO_TIMING,
  ...(seen === false && { flag: NOT_SEEN }),
})

function addFrontDoor(timeline: TimelineBuilder, rows: ChildRows): void {
  for (const row of rows.contacts) {
    const what = withWords('Contact', describeReason('contact_source', row.source_code))
    timeline.addEvent('Contacts and referrals', row.contact_date, what, row)
  }
  for (const row of rows.referrals) {
    const what = row.artificial ? 'Record opened without a referral' : 'Referral'
    const note = row.nfa ? 'No further action' : ''
    const words = withWords(what, describeReason('contact_source', row.source_code))
    timeline.addEvent('Contacts and referrals', row.referral_date, words, row, { state: null, note })
  }
  for (const row of rows.early_help_episodes) {
    timeline.addEvent('Early help', row.start_date, withWords('Early help began', row.organisation), row)
    timeline.addEvent('Early help', row.end_date, 'Early help ended', row)
    timeline.addSpell('Early help', 'Early help', row.start_date, row.end_date)
  }
  for (const row of rows.cin_episodes) {
    const need = describeReason('primary_need', row.primary_need_code)
    timeline.addEvent('Need', row.referral_date, withWords('Episode of need began', need), row)
    const why = describeReason('reason_for_closure', row.close_reason)
    timeline.addEvent('Need', row.close_date, withWords('Episode of need closed', why), row)
    timeline.addEvent('Need', row.last_seen_date, 'Last seen', row)
    timeline.addSpell('Need', 'Open case', row.referral_date, row.close_date)
  }
}

function addAssessment(timeline: TimelineBuilder, row: RowOf<'cin_assessments'>): void {
  const limitOn = workingDayAfter(row.start_date, ASSESSMENT_DAYS)
  timeline.addEvent('Assessment', row.start_date, 'Assessment began', row)
  timeline.addSpell('Assessment', 'Assessment', row.start_date, row.auth_date, limitOn)
  if (row.auth_date !== null) {
    const timing = timeEnded(row.start_date, row.auth_date, ASSESSMENT_DAYS)
    const seen = row.child_seen === null ? '' : row.child_seen ? ', child seen' : ', child not seen'
    timeline.addEvent('Assessment', row.auth_date, `Assessment authorised${seen}`, row, timing)
  }
  if (timeline.isOpen(row.start_date, row.auth_date)) {
    timeline.addDue('Assessment', limitOn, 'Assessment to be authorised by its 45th working day')
  }
}

function addProtection(timeline: TimelineBuilder, rows: ChildRows): void {
  const lane = 'Section 47 and conferences'
  for (const row of rows.s47_enquiry) {
    const conference = rows.initial_cp_conference.find((held) => held.s47_enquiry_id === row.s47_enquiry_id)
    const limitOn = workingDayAfter(row.start_date, CONFERENCE_DAYS)
    const note = row.icpc_unnecessary ? 'No initial conference was needed' : ''
    timeline.addEvent(lane, row.start_date, 'Strategy discussion, section 47 began', row, {
      state: null,
      note,
    })
    if (conference) timeline.addSpell(lane, 'Section 47', row.start_date, conference.icpc_date, limitOn)
    // Where the source does not say whether a conference is needed, none is due.
    else if (row.icpc_unnecessary === false && row.start_date <= timeline.asAt) {
      timeline.addSpell(lane, 'Section 47', row.start_date, null, limitOn)
      timeline.addDue(lane, limitOn, 'Initial conference due by the 15th working day')
    }
  }
  const added = new Set<string>()
  for (const row of rows.initial_cp_conference) {
    if (added.has(row.icpc_id)) continue
    added.add(row.icpc_id)
    const enquiry = rows.s47_enquiry.find((known) => known.s47_enquiry_id === row.s47_enquiry_id)
    const timing = enquiry ? timeEnded(enquiry.start_date, row.icpc_date, CONFERENCE_DAYS) : NO_TIMING
    const outcome = row.outcome_cp_flag === null ? null : row.outcome_cp_flag ? 'protection plan' : 'no plan'
    timeline.addEvent(lane, row.icpc_date, withWords('Initial conference', outcome), row, timing)
  }
  for (const row of rows.cp_plans) {
    const category = describeReason('category_of_abuse', row.latest_category ?? row.initial_category)
    timeline.addEvent('Child protection', row.start_date, withWords('Protection plan began', category), row)
    timeline.addEvent('Child protection', row.end_date, 'Protection plan ended', row)
    const plan = ['Child protection plan', category].filter(Boolean).join(', ')
    timeline.addSpell('Child protection', plan, row.start_date, row.end_date)
    if (timeline.isOpen(row.start_date, row.end_date)) {
      const reviews = rows.cp_reviews.filter((review) => review.review_date >= row.start_date)
      const dueOn = reviewConferenceDueOn(row.start_date, latest(reviews.map((review) => review.review_date)))
      timeline.addDue('Child protection', dueOn, 'Review conference due')
    }
  }
  for (const row of rows.cp_reviews) {
    timeline.addEvent('Child protection', row.review_date, 'Review conference', row)
  }
  for (const row of rows.cp_visits) {
    const seen = row.seen_alone ? ', seen alone' : row.seen === false ? ', child not seen' : ''
    timeline.addEvent('Child protection', row.visit_date, `Visited${seen}`, row, seenOrNot(row))
  }
}

function addCare(timeline: TimelineBuilder, rows: ChildRows): void {
  const lane = 'In our care'
  for (const row of rows.cla_periods) {
    const need = describeReason('category_of_need', row.primary_need_code)
    timeline.addEvent(lane, row.start_date, withWords('Came into our care', need), row)
    const why = describeReason('reason_ceased_looked_after', row.end_reason)
    timeline.addEvent(lane, row.end_date, withWords('Left our care', why), row)
    timeline.addEvent(lane, row.last_iro_contact_date, 'Reviewing officer in touch', row)
    timeline.addSpell(lane, 'In our care', row.start_date, row.end_date)
    if (timeline.isOpen(row.start_date, row.end_date)) {
      const reviews = rows.cla_reviews.filter((review) => review.review_date >= row.start_date)
      const dueOn = careReviewDueOn(row.start_date, latest(reviews.map((review) => review.review_date)))
      timeline.addDue(lane, dueOn, 'Review of care due')
    }
  }
  for (const row of rows.legal_status) {
    timeline.addEvent(
      lane,
      row.start_date,
      `Legal status: ${wordsInside('legal_status', row.legal_status)}`,
      row,
    )
  }
  for (const row of rows.cla_placement) {
    const kind = describeReason('placement_type', row.placement_type)
    timeline.addEvent(lane, row.start_date, withWords('Placement began', kind), row)
    timeline.addEvent(lane, row.end_date, 'Placement ended', row)
  }
  for (const row of rows.cla_reviews) timeline.addEvent(lane, row.review_date, 'Review of care', row)
  for (const row of rows.cla_visits) {
    const what = row.seen === false ? 'Visited, child not seen' : 'Visited'
    timeline.addEvent(lane, row.visit_date, what, row, seenOrNot(row))
  }
  for (const row of rows.cla_health) {
    const what = row.check_type === 'dental' ? 'Dental check' : 'Health assessment'
    timeline.addEvent('Health', row.check_date, what, row)
  }
}

function addLeavingAndAdoption(timeline: TimelineBuilder, rows: ChildRows): void {
  for (const row of rows.care_leavers) {
    const note = row.personal_advisor ? `Personal adviser ${row.personal_advisor}` : ''
    timeline.addEvent('Leaving care', row.latest_contact, 'Latest contact', row, { state: null, note })
    timeline.addEvent('Leaving care', row.pathway_plan_review_date, 'Pathway plan reviewed', row)
  }
  for (const row of rows.permanence) {
    const reversed = describeReason('adoption_decision_reversed_reason', row.decision_reversed_reason)
    const steps: [Day | null, string][] = [
      [row.adm_decision_date, 'Decision that the child should be placed for adoption'],
      [row.placement_order_date, 'Placement order made'],
      [row.matched_date, 'Matched with adopters'],
      [row.placed_ffa_date, 'Placed with foster carers who may adopt'],
      [row.placed_for_adoption_date, 'Placed for adoption'],
      [row.adoption_order_date, 'Adoption order made'],
      [row.decision_reversed_date, withWords('Decision reversed', reversed)],
    ]
    for (const [on, what] of steps) timeline.addEvent('Adoption', on, what, row)
  }
}

/** The latest day, up to the end of the data, on which some row says that someone visited or saw the child. */
export const lastSeenOn = (rows: ChildRows, asAt: Day): Day | null =>
  latest(
    [
      ...rows.cin_episodes.map((row) => row.last_seen_date),
      ...rows.cp_visits.filter((row) => row.seen !== false).map((row) => row.visit_date),
      ...rows.cla_visits.filter((row) => row.seen !== false).map((row) => row.visit_date),
    ].filter((day): day is Day => day !== null && day <= asAt),
  )
