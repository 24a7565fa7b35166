import type { Day } from '../../platform/day.ts'
import { workingDayAfter } from '../../platform/working-days.ts'
import {
  ASSESSMENT_DAYS,
  careReviewDueOn,
  CONFERENCE_DAYS,
  readDue,
  readEnded,
  reviewConferenceDueOn,
  type Reading,
} from './clock.ts'
import type { ChildEvent, ChildSpell, Lane, Source, Told } from './event.ts'
import type { ChildRows, RowOf } from './rows.ts'
import { wordsInside } from './code-words.ts'

interface HasSource {
  file: string | null
  sheet: string | null
  row_number: number | null
}

const sourceOf = ({ file, sheet, row_number: row }: HasSource): Source | null =>
  file !== null && row !== null ? { file, sheet, row } : null

const PLAIN: Reading = { state: null, note: '' }

/** Gathers what is told of one child, lane by lane. */
class Telling implements Told {
  readonly events: ChildEvent[] = []
  readonly spells: ChildSpell[] = []
  readonly asAt: Day

  constructor(asAt: Day) {
    this.asAt = asAt
  }

  happened(lane: Lane, on: Day | null, what: string, row: HasSource, reading: Reading = PLAIN): void {
    if (on === null) return
    const note = on > this.asAt && reading.note === '' ? 'Dated after the data end' : reading.note
    this.events.push({ on, lane, what, state: reading.state, note, source: sourceOf(row) })
  }

  due(lane: Lane, on: Day, what: string): void {
    this.events.push({ on, lane, what, ...readDue(on, this.asAt), source: null })
  }

  spell(lane: Lane, what: string, from: Day, to: Day | null, limitOn: Day | null = null): void {
    this.spells.push({ lane, what, from, to, limitOn })
  }

  isOpen = (from: Day, to: Day | null): boolean => from <= this.asAt && (to === null || to > this.asAt)
}

const latest = (days: readonly Day[]): Day | null => days.toSorted().at(-1) ?? null
const withWords = (words: string, more: string | null): string => (more ? `${words}: ${more}` : words)
const describeReason = (codeSet: string, code: string | null) =>
  code === null ? null : wordsInside(codeSet, code)

/** Every row about a child as events and spells of work. What no row says is not told. */
export function tell(rows: ChildRows, asAt: Day): Told {
  const telling = new Telling(asAt)
  tellFrontDoor(telling, rows)
  rows.cin_assessments.forEach((row) => tellAssessment(telling, row))
  tellProtection(telling, rows)
  tellCare(telling, rows)
  tellLeavingAndAdoption(telling, rows)
  return { events: telling.events, spells: telling.spells }
}

function tellFrontDoor(telling: Telling, rows: ChildRows): void {
  for (const row of rows.contacts) {
    const what = withWords('Contact', describeReason('contact_source', row.source_code))
    telling.happened('Contacts and referrals', row.contact_date, what, row)
  }
  for (const row of rows.referrals) {
    const what = row.artificial ? 'Record opened without a referral' : 'Referral'
    const note = row.nfa ? 'No further action' : ''
    const words = withWords(what, describeReason('contact_source', row.source_code))
    telling.happened('Contacts and referrals', row.referral_date, words, row, { state: null, note })
  }
  for (const row of rows.early_help_episodes) {
    telling.happened('Early help', row.start_date, withWords('Early help began', row.organisation), row)
    telling.happened('Early help', row.end_date, 'Early help ended', row)
    telling.spell('Early help', 'Early help', row.start_date, row.end_date)
  }
  for (const row of rows.cin_episodes) {
    const need = describeReason('primary_need', row.primary_need_code)
    telling.happened('Need', row.referral_date, withWords('Episode of need began', need), row)
    const why = describeReason('reason_for_closure', row.close_reason)
    telling.happened('Need', row.close_date, withWords('Episode of need closed', why), row)
    telling.happened('Need', row.last_seen_date, 'Last seen', row)
    telling.spell('Need', 'Open case', row.referral_date, row.close_date)
  }
}

function tellAssessment(telling: Telling, row: RowOf<'cin_assessments'>): void {
  const limitOn = workingDayAfter(row.start_date, ASSESSMENT_DAYS)
  telling.happened('Assessment', row.start_date, 'Assessment began', row)
  telling.spell('Assessment', 'Assessment', row.start_date, row.auth_date, limitOn)
  if (row.auth_date !== null) {
    const reading = readEnded(row.start_date, row.auth_date, ASSESSMENT_DAYS)
    const seen = row.child_seen === null ? '' : row.child_seen ? ', child seen' : ', child not seen'
    telling.happened('Assessment', row.auth_date, `Assessment authorised${seen}`, row, reading)
  }
  if (telling.isOpen(row.start_date, row.auth_date)) {
    telling.due('Assessment', limitOn, 'Assessment to be authorised by its 45th working day')
  }
}

function tellProtection(telling: Telling, rows: ChildRows): void {
  const lane = 'Section 47 and conferences'
  for (const row of rows.s47_enquiry) {
    const conference = rows.initial_cp_conference.find((held) => held.s47_enquiry_id === row.s47_enquiry_id)
    const limitOn = workingDayAfter(row.start_date, CONFERENCE_DAYS)
    const note = row.icpc_unnecessary ? 'No initial conference was needed' : ''
    telling.happened(lane, row.start_date, 'Strategy discussion, section 47 began', row, {
      state: null,
      note,
    })
    if (conference) telling.spell(lane, 'Section 47', row.start_date, conference.icpc_date, limitOn)
    // Where the source does not say whether one is needed, nothing is said to be due.
    else if (row.icpc_unnecessary === false && row.start_date <= telling.asAt) {
      telling.spell(lane, 'Section 47', row.start_date, null, limitOn)
      telling.due(lane, limitOn, 'Initial conference due by the 15th working day')
    }
  }
  const told = new Set<string>()
  for (const row of rows.initial_cp_conference) {
    if (told.has(row.icpc_id)) continue
    told.add(row.icpc_id)
    const enquiry = rows.s47_enquiry.find((known) => known.s47_enquiry_id === row.s47_enquiry_id)
    const reading = enquiry ? readEnded(enquiry.start_date, row.icpc_date, CONFERENCE_DAYS) : PLAIN
    const outcome = row.outcome_cp_flag === null ? null : row.outcome_cp_flag ? 'protection plan' : 'no plan'
    telling.happened(lane, row.icpc_date, withWords('Initial conference', outcome), row, reading)
  }
  for (const row of rows.cp_plans) {
    const category = describeReason('category_of_abuse', row.latest_category ?? row.initial_category)
    telling.happened('Child protection', row.start_date, withWords('Protection plan began', category), row)
    telling.happened('Child protection', row.end_date, 'Protection plan ended', row)
    const plan = ['Child protection plan', category].filter(Boolean).join(', ')
    telling.spell('Child protection', plan, row.start_date, row.end_date)
    if (telling.isOpen(row.start_date, row.end_date)) {
      const reviews = rows.cp_reviews.filter((review) => review.review_date >= row.start_date)
      const dueOn = reviewConferenceDueOn(row.start_date, latest(reviews.map((review) => review.review_date)))
      telling.due('Child protection', dueOn, 'Review conference due')
    }
  }
  for (const row of rows.cp_reviews) {
    telling.happened('Child protection', row.review_date, 'Review conference', row)
  }
  for (const row of rows.cp_visits) {
    const seen = row.seen_alone ? ', seen alone' : row.seen === false ? ', child not seen' : ''
    telling.happened('Child protection', row.visit_date, `Visited${seen}`, row)
  }
}

function tellCare(telling: Telling, rows: ChildRows): void {
  const lane = 'In our care'
  for (const row of rows.cla_periods) {
    const need = describeReason('category_of_need', row.primary_need_code)
    telling.happened(lane, row.start_date, withWords('Came into our care', need), row)
    const why = describeReason('reason_ceased_looked_after', row.end_reason)
    telling.happened(lane, row.end_date, withWords('Left our care', why), row)
    telling.happened(lane, row.last_iro_contact_date, 'Reviewing officer in touch', row)
    telling.spell(lane, 'In our care', row.start_date, row.end_date)
    if (telling.isOpen(row.start_date, row.end_date)) {
      const reviews = rows.cla_reviews.filter((review) => review.review_date >= row.start_date)
      const dueOn = careReviewDueOn(row.start_date, latest(reviews.map((review) => review.review_date)))
      telling.due(lane, dueOn, 'Review of care due')
    }
  }
  for (const row of rows.legal_status) {
    telling.happened(
      lane,
      row.start_date,
      `Legal status: ${wordsInside('legal_status', row.legal_status)}`,
      row,
    )
  }
  for (const row of rows.cla_placement) {
    const kind = describeReason('placement_type', row.placement_type)
    telling.happened(lane, row.start_date, withWords('Placement began', kind), row)
    telling.happened(lane, row.end_date, 'Placement ended', row)
  }
  for (const row of rows.cla_reviews) telling.happened(lane, row.review_date, 'Review of care', row)
  for (const row of rows.cla_visits) {
    telling.happened(lane, row.visit_date, row.seen === false ? 'Visited, child not seen' : 'Visited', row)
  }
  for (const row of rows.cla_health) {
    const what = row.check_type === 'dental' ? 'Dental check' : 'Health assessment'
    telling.happened('Health', row.check_date, what, row)
  }
}

function tellLeavingAndAdoption(telling: Telling, rows: ChildRows): void {
  for (const row of rows.care_leavers) {
    const note = row.personal_advisor ? `Personal adviser ${row.personal_advisor}` : ''
    telling.happened('Leaving care', row.latest_contact, 'Latest contact', row, { state: null, note })
    telling.happened('Leaving care', row.pathway_plan_review_date, 'Pathway plan reviewed', row)
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
    for (const [on, what] of steps) telling.happened('Adoption', on, what, row)
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
