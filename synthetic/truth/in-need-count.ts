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

/** As one source tells it: Annex A by assessments, and visits on its own day alone; the dataset by plans too. */
function inNeedAs(source: CohortSource, months: TruthMonths, view: ExtractView): AreaCount {
  const isDataset = source === 'ssd'
  const tally = (id: string, kind: TruthKind, counts: string): SeriesTally =>
    openTally(months, {
      id,
      kind,
      counts,
      sources: [source],
      ...(isDataset && { councilAlone: true }),
    })
  const owed = 'children on a child in need plan, or assessed as needing one'
  const all = tally('cin-plan-cohort', 'count', owed)
  const inPlace = tally(
    'cin-plan-in-place',
    'share',
    `of ${owed} for 10 working days, those with a plan by then and now`,
  )
  const seen = tally('cin-visits-timely', 'share', `of ${owed} for 20 working days, those seen within 20`)
  const due = tally(
    'cin-visits-timely.flow',
    'share',
    'of visits that fell due in the month, those made in time',
  )
  const long = tally('cin-duration.gt12', 'share', `of ${owed}, those whose plan began over 12 months ago`)
  const longer = tally('cin-duration.gt24', 'share', `of ${owed}, those whose plan began over 24 months ago`)
  const involved = tally(
    'cin-duration.involved_gt12',
    'share',
    `of ${owed}, those whose case opened over 12 months ago`,
  )
  const back = tally(
    'cin-stepdown-return',
    'share',
    'of cases closed from the cohort, those back within 183 days',
  )
  const last = months.names.length - 1

  function countStock(
    child: KnownChild,
    spell: CohortSpell,
    team: string,
    seenOn: readonly DayNumber[],
  ): void {
    const openedOn = caseOf(child, spell.from)?.from ?? null
    const plans = needPlansKnown(child, view)
    for (const index of months.endsWithin(spell.from, spell.until)) {
      const day = months.lastDays[index]!
      all.add(index, team)
      involved.add(index, team, openedOn !== null && day > monthsAfter(openedOn, 12) ? 1 : 0)
      const isOpenFor = (days: number) => day > workingDaysAfter(spell.from, days - 1)
      if (isOpenFor(SEEN_WITHIN) && (isDataset || index === last)) {
        const latest = Math.max(...seenOn.filter((on) => on <= day))
        seen.add(index, team, Number.isFinite(latest) && day <= workingDaysAfter(latest, SEEN_WITHIN) ? 1 : 0)
      }
      const begun = plans.filter(({ from }) => from <= day)
      const now = begun.filter(({ until }) => until === null || until > day).map(({ from }) => from)
      const began = Math.max(...now)
      long.add(index, team, now.length > 0 && day > monthsAfter(began, 12) ? 1 : 0)
      longer.add(index, team, now.length > 0 && day > monthsAfter(began, 24) ? 1 : 0)
      if (!isOpenFor(PLAN_WITHIN)) continue
      const first = Math.min(
        ...begun.filter(({ until }) => until === null || until > spell.from).map(({ from }) => from),
      )
      inPlace.add(index, team, now.length > 0 && first <= workingDaysAfter(spell.from, PLAN_WITHIN) ? 1 : 0)
    }
  }

  function countDue(spell: CohortSpell, team: string, seenOn: readonly DayNumber[]): void {
    const within = seenOn.filter((on) => on > spell.from && (spell.until === null || on < spell.until))
    const days = [spell.from, ...within]
    for (const [index, on] of days.entries()) {
      const dueOn = workingDaysAfter(on, SEEN_WITHIN)
      if (on < view.from || (spell.until !== null && spell.until <= dueOn)) continue
      const next = days[index + 1]
      due.add(months.indexOf(dueOn), team, next !== undefined && next <= dueOn ? 1 : 0)
    }
  }

  function countClosings(child: KnownChild, spells: readonly CohortSpell[]): void {
    const adultOn = birthday(child.log.bornOn, 18)
    for (const { from, until, position, event } of child.needs) {
      if (until === null || until < from || until >= adultOn || NO_STEP_DOWN.includes(event.closeReason))
        continue
      if (!spells.some((spell) => spell.until === until)) continue
      const returned = child.referrals.find(({ on }) => on > until && on >= view.from)
      back.add(months.indexOf(until), position.team, returned && returned.on - until <= RETURN_WITHIN ? 1 : 0)
    }
  }

  return {
    child(child) {
      const spells = needSpells(child, view, source)
      const seenOn = isDataset ? daysSeen(child, view) : lastSeen(child, view)
      for (const spell of spells) {
        const team = caseOf(child, spell.from)?.position.team ?? NO_CASE
        countStock(child, spell, team, seenOn)
        countDue(spell, team, seenOn)
      }
      countClosings(child, spells)
    },
    truths() {
      const matured = months.wholeLastDays.findLastIndex((day) => view.asAt - day > RETURN_WITHIN)
      const both = [all.truth(), involved.truth(), back.truth(0, matured)]
      return isDataset
        ? [...both, ...[seen, due, inPlace, long, longer].map((counted) => counted.truth())]
        : [...both, seen.truth(last)]
    },
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
export function daysSeen({ needs, plans, care }: KnownChild, view: ExtractView): DayNumber[] {
  const visits = [...needs, ...plans, ...care].flatMap(({ event }) => event.visits)
  const days = visits.flatMap(({ on, wasSeen }) =>
    wasSeen && on >= view.from && on <= view.asAt ? [on] : [],
  )
  return [...new Set(days)].sort((a, b) => a - b)
}

/** The same day of a later month, or that month's last. */
export const monthsAfter = (day: DayNumber, count: number): DayNumber =>
  numberOf(addMonths(dayOf(day), count))
