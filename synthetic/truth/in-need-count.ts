import { addMonths } from '../../src/platform/day.ts'
import { birthday, dayOf, numberOf, workingDaysAfter, type DayNumber } from '../day-number.ts'
import type { ExtractView } from '../extract-view.ts'
import type { AreaCount } from './area-count.ts'
import { caseOf, needPlansKnown, needSpells, type CohortSource, type CohortSpell } from './child-cohort.ts'
import type { KnownChild } from './known-child.ts'
import { openTally, type SeriesTally, type TruthKind } from './series-truth.ts'
import type { TruthMonths } from './truth-months.ts'

const PLAN_WITHIN = 10
const SEEN_WITHIN = 20
const RETURN_WITHIN = 183
/** Adopted, died, moved to another council or to adult services. */
const NO_STEP_DOWN: readonly string[] = ['RC1', 'RC2', 'RC5', 'RC6']
/** As a figure names the team of a case without one. */
export const NO_CASE = 'Not recorded'

/** Children on a child in need plan or owed one: how many, for how long, whether seen, and whether they come back. */
export function countInNeed(months: TruthMonths, view: ExtractView): AreaCount {
  const parts = [inNeedAs('annex-a', months, view), inNeedAs('ssd', months, view)]
  return {
    child(child) {
      if (child.needs.length > 0) for (const part of parts) part.child(child)
    },
    truths: () => parts.flatMap((part) => part.truths()),
  }
}

/** Annex A goes by assessments, and has visits on its own day alone; the dataset has plans too. */
function inNeedAs(source: CohortSource, months: TruthMonths, view: ExtractView): AreaCount {
  const isDataset = source === 'ssd'
  const last = months.names.length - 1
  const tallies = openTallies(source, months)
  const { all, involved, back, seen, due, inPlace, long, longer } = tallies
  return {
    child(child) {
      const spells = needSpells(child, view, source)
      const seenOn = isDataset ? daysSeen(child, view) : lastSeen(child, view)
      for (const spell of spells) {
        const team = caseOf(child, spell.from)?.position.team ?? NO_CASE
        countStock(child, spell, team)
        for (const index of months.endsWithin(spell.from, spell.until))
          if (isDataset || index === last) countSeen(spell, index, team, seenOn)
        countDue(due, months, view, spell, team, seenOn)
      }
      countClosings(back, months, view, child, spells)
    },
    truths() {
      const matured = months.wholeLastDays.findLastIndex((day) => view.asAt - day > RETURN_WITHIN)
      const ofBoth = [all.truth(), involved.truth(), back.truth(0, matured)]
      return isDataset
        ? [...ofBoth, ...[seen, due, inPlace, long, longer].map((tally) => tally.truth())]
        : [...ofBoth, seen.truth(last)]
    },
  }

  function countStock(child: KnownChild, spell: CohortSpell, team: string): void {
    const openedOn = caseOf(child, spell.from)?.from ?? null
    const plans = needPlansKnown(child, view)
    for (const index of months.endsWithin(spell.from, spell.until)) {
      const day = months.lastDays[index]!
      all.add(index, team)
      involved.add(index, team, openedOn !== null && day > monthsAfter(openedOn, 12))
      const begun = plans.filter(({ from }) => from <= day)
      const now = begun.filter(({ until }) => until === null || until > day).map(({ from }) => from)
      const began = Math.max(...now)
      long.add(index, team, now.length > 0 && day > monthsAfter(began, 12))
      longer.add(index, team, now.length > 0 && day > monthsAfter(began, 24))
      if (!isOpenFor(spell, PLAN_WITHIN, day)) continue
      const first = Math.min(
        ...begun.filter(({ until }) => until === null || until > spell.from).map(({ from }) => from),
      )
      inPlace.add(index, team, now.length > 0 && first <= workingDaysAfter(spell.from, PLAN_WITHIN))
    }
  }

  function countSeen(spell: CohortSpell, index: number, team: string, seenOn: readonly DayNumber[]): void {
    const day = months.lastDays[index]!
    if (!isOpenFor(spell, SEEN_WITHIN, day)) return
    const latest = Math.max(...seenOn.filter((on) => on <= day))
    seen.add(index, team, Number.isFinite(latest) && day <= workingDaysAfter(latest, SEEN_WITHIN))
  }
}

/** A visit falls due some working days after the last, or after the spell began. */
function countDue(
  tally: SeriesTally,
  months: TruthMonths,
  view: ExtractView,
  spell: CohortSpell,
  team: string,
  seenOn: readonly DayNumber[],
): void {
  const within = seenOn.filter((on) => on > spell.from && (spell.until === null || on < spell.until))
  const days = [spell.from, ...within]
  for (const [nth, on] of days.entries()) {
    const dueOn = workingDaysAfter(on, SEEN_WITHIN)
    if (on < view.from || (spell.until !== null && spell.until <= dueOn)) continue
    const next = days[nth + 1]
    tally.add(months.indexOf(dueOn), team, next !== undefined && next <= dueOn)
  }
}

/** Cases that closed from the cohort: whether the child is referred again. */
function countClosings(
  tally: SeriesTally,
  months: TruthMonths,
  view: ExtractView,
  child: KnownChild,
  spells: readonly CohortSpell[],
): void {
  const adultOn = birthday(child.log.bornOn, 18)
  for (const { from, until, position, event } of child.needs) {
    if (until === null || until < from || until >= adultOn || NO_STEP_DOWN.includes(event.closeReason))
      continue
    if (!spells.some((spell) => spell.until === until)) continue
    const returned = child.referrals.find(({ on }) => on > until && on >= view.from)
    const isBack = returned !== undefined && returned.on - until <= RETURN_WITHIN
    tally.add(months.indexOf(until), position.team, isBack)
  }
}

const isOpenFor = (spell: CohortSpell, workingDays: number, day: DayNumber): boolean =>
  day >= workingDaysAfter(spell.from, workingDays)

function openTallies(source: CohortSource, months: TruthMonths) {
  const share = (id: string, counts: string, kind: TruthKind = 'share') =>
    openTally(months, {
      id,
      kind,
      counts,
      sources: [source],
      ...(source === 'ssd' && { councilAlone: true }),
    })
  const owed = 'children on a child in need plan, or assessed as needing one'
  return {
    all: share('cin-plan-cohort', owed, 'count'),
    inPlace: share('cin-plan-in-place', `of ${owed} for 10 working days, those with a plan by then and now`),
    seen: share('cin-visits-timely', `of ${owed} for 20 working days, those seen within 20`),
    due: share('cin-visits-timely.flow', 'of visits that fell due in the month, those made in time'),
    long: share('cin-duration.gt12', `of ${owed}, those whose plan began over 12 months ago`),
    longer: share('cin-duration.gt24', `of ${owed}, those whose plan began over 24 months ago`),
    involved: share('cin-duration.involved_gt12', `of ${owed}, those whose case opened over 12 months ago`),
    back: share('cin-stepdown-return', 'of cases closed from the cohort, those back within 183 days'),
  }
}

/** The latest day that Annex A says each case was seen on. */
export function lastSeen({ needs }: KnownChild, { asAt }: ExtractView): DayNumber[] {
  return needs.flatMap(({ until, event }) => {
    const seen = event.visits.flatMap(({ on, wasSeen }) =>
      wasSeen && on <= Math.min(until ?? asAt, asAt) ? [on] : [],
    )
    return seen.length === 0 ? [] : [Math.max(...seen)]
  })
}

/** Every day on which the child was seen, at a visit of any kind, in order. */
function daysSeen({ needs, plans, care }: KnownChild, view: ExtractView): DayNumber[] {
  const visits = [...needs, ...plans, ...care].flatMap(({ event }) => event.visits)
  const days = visits.flatMap(({ on, wasSeen }) =>
    wasSeen && on >= view.from && on <= view.asAt ? [on] : [],
  )
  return [...new Set(days)].sort((a, b) => a - b)
}

/** The same day of a later month, or that month's last. */
export const monthsAfter = (day: DayNumber, count: number): DayNumber =>
  numberOf(addMonths(dayOf(day), count))
