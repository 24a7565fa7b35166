import { birthday, workingDaysAfter, type DayNumber } from '../day-number.ts'
import type { ExtractView } from '../extract-view.ts'
import type { KnownChild, Spell } from './known-child.ts'

/** What a child is weighed as on a day, of what bears on need and protection; null for none of them. */
type Cohort = 'looked after' | 'protection plan' | 'need plan' | 'assessment'

export interface CohortSpell {
  cohort: Cohort
  from: DayNumber
  /** The day it was over; null where it goes on. */
  until: DayNumber | null
}

/** Annex A has no child in need plans, and no end of an enquiry; the dataset of events has both. */
export type CohortSource = 'annex-a' | 'ssd'

const ENQUIRY_WORKING_DAYS = 15

const isOn = ({ from, until }: Pick<Spell, 'from' | 'until'>, day: DayNumber): boolean =>
  from <= day && (until === null || until > day)

/** Plans that did not end before they started. */
export const realPlans = ({ plans }: KnownChild): KnownChild['plans'] =>
  plans.filter(({ from, until }) => until === null || until >= from)

/** The plans of children in need that were known, each to the closing of its case at the latest. */
export function needPlansKnown({ needs }: KnownChild, view: ExtractView): Pick<Spell, 'from' | 'until'>[] {
  return needs.flatMap(({ event, until: closedOn }) =>
    event.plans.flatMap(({ from, to }) => {
      if (from > view.asAt || (to !== null && to < view.from)) return []
      const end = to !== null && to <= view.asAt ? to : null
      return [{ from, until: end === null ? closedOn : Math.min(end, closedOn ?? end) }]
    }),
  )
}

/** From the first assessment that found a need to the closing of the case: a plan is owed. */
function needFound({ needs, assessments, care, plans }: KnownChild, view: ExtractView, source: CohortSource) {
  return needs.flatMap(({ from, until, event }) => {
    const found = assessments.flatMap(({ event: { needsSupport }, from: startedOn, until: doneOn }) =>
      needsSupport &&
      doneOn !== null &&
      doneOn >= startedOn &&
      doneOn >= from &&
      (until === null || doneOn < until)
        ? [doneOn]
        : [],
    )
    if (found.length > 0) return [{ from: Math.min(...found), until }]
    // Of a case older than the extract, what Annex A says of it on its day: assessed, and neither in care nor on a plan.
    const isSaid =
      source === 'annex-a' &&
      from < view.from &&
      until === null &&
      event.assessedOn !== null &&
      event.assessedOn <= view.asAt &&
      ![...care, ...plans].some((other) => other.until === null)
    return isSaid ? [{ from, until }] : []
  })
}

function enquiriesOn({ enquiries, needs }: KnownChild, source: CohortSource) {
  return enquiries.map(({ from, until, conferenceOn, event }) => {
    const concludedOn = source === 'ssd' ? until : workingDaysAfter(from, ENQUIRY_WORKING_DAYS)
    const wasNone = event.conference === null && until !== null
    const closings = needs.flatMap((need) =>
      need.from <= from && need.until !== null && need.until > from ? [need.until] : [],
    )
    const ends = [conferenceOn, wasNone ? concludedOn : null, ...closings].filter((day) => day !== null)
    return { from, until: ends.length === 0 ? null : Math.min(...ends) }
  })
}

/** A child who left care and was back the next day was in care on the day between. */
function inCareOn({ care, log }: KnownChild, day: DayNumber): boolean {
  if (day >= birthday(log.bornOn, 18)) return false
  return care.some(
    (period) => isOn(period, day) || (period.until === day && care.some((next) => next.from === day + 1)),
  )
}

/** The weightiest cohort of a child on each day, as spells in the order of their days. */
export function cohortSpells(child: KnownChild, view: ExtractView, source: CohortSource): CohortSpell[] {
  const plans = realPlans(child)
  const inNeed = [...needFound(child, view, source), ...(source === 'ssd' ? needPlansKnown(child, view) : [])]
  const looked = [...child.assessments, ...enquiriesOn(child, source)]
  const cohortOn = (day: DayNumber): Cohort | null => {
    const has = (spells: readonly Pick<Spell, 'from' | 'until'>[]) => spells.some((spell) => isOn(spell, day))
    if (inCareOn(child, day)) return 'looked after'
    if (has(plans)) return 'protection plan'
    if (has(inNeed)) return 'need plan'
    return has(looked) ? 'assessment' : null
  }
  const turns = new Set(
    [...child.care, ...plans, ...inNeed, ...looked].flatMap(({ from, until }) => [
      from,
      ...(until === null ? [] : [until]),
    ]),
  )
  turns.add(birthday(child.log.bornOn, 18))
  const spells: CohortSpell[] = []
  let open = null as CohortSpell | null
  for (const day of [...turns].filter((turn) => turn <= view.asAt).sort((a, b) => a - b)) {
    const cohort = cohortOn(day)
    if (cohort === (open?.cohort ?? null)) continue
    if (open) open.until = day
    open = cohort === null ? null : { cohort, from: day, until: null }
    if (open) spells.push(open)
  }
  return spells
}

/** Spells on a child in need plan, or owed one, of a child under 18. */
export function needSpells(child: KnownChild, view: ExtractView, source: CohortSource): CohortSpell[] {
  const adultOn = birthday(child.log.bornOn, 18)
  return cohortSpells(child, view, source).flatMap((spell) => {
    if (spell.cohort !== 'need plan' || spell.from >= adultOn) return []
    const until = adultOn <= view.asAt ? Math.min(spell.until ?? adultOn, adultOn) : spell.until
    return [{ ...spell, until }]
  })
}

/** The case that was open when a spell began, the latest of several. */
export const caseOf = ({ needs }: KnownChild, from: DayNumber): KnownChild['needs'][number] | null =>
  needs
    .filter((need) => isOn(need, from))
    .reduce<KnownChild['needs'][number] | null>(
      (latest, need) => (latest && latest.from >= need.from ? latest : need),
      null,
    )
