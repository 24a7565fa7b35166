import { birthday, numberOf, workingDaysAfter, type DayNumber } from '../day-number.ts'
import type { Day } from '../../src/platform/day.ts'
import type { ExtractView } from '../extract-view.ts'
import type { AreaCount } from './area-count.ts'
import { monthsAfter } from './in-need-count.ts'
import type { KnownChild } from './known-child.ts'
import { openTally, type TruthKind } from './series-truth.ts'
import type { TruthMonths } from './truth-months.ts'
import { careDays, wholePeriods, type PartOfCare } from './whole-period.ts'

const FIRST_WORKING_DAYS = 20
const CONCERN = 17

/** The health of looked-after children: assessments, teeth, and how they feel. */
export function countCareHealth(months: TruthMonths, view: ExtractView): AreaCount {
  const checks = countChecks(months, view)
  const scores = countScores(months, view)
  return {
    child(child) {
      checks.child(child)
      scores.child(child)
    },
    truths: () => [...checks.monthly(), ...scores.truths(), ...checks.others()],
  }
}

const openShare = (months: TruthMonths, id: string, counts: string, kind: TruthKind = 'share') =>
  openTally(months, { id, kind, counts, sources: ['ssd'], councilAlone: true })

/** A series as Annex A has it. */
const openNow = (months: TruthMonths, id: string, counts: string) =>
  openTally(months, {
    id,
    kind: 'share',
    counts,
    note: 'On the day of the extract alone, which has the latest of each.',
  })

function openCheckTallies(months: TruthMonths) {
  const lately = 'of children looked after past working day 20, those assessed lately enough'
  const checked = 'of children in care for a year, those whose teeth were checked in it'
  return {
    annual: openShare(
      months,
      'lac-health.annual',
      'of children in care for a year, those assessed as often as they are owed',
    ),
    inDate: openShare(months, 'lac-health.in_date', lately),
    inDateNow: openNow(months, 'lac-health.in_date', lately),
    initial: openShare(
      months,
      'lac-health.initial',
      'of periods of care begun in the month, those assessed by working day 20',
    ),
    teeth: openShare(months, 'lac-dental', checked),
    teethNow: openNow(months, 'lac-dental', checked),
  }
}

/** Health assessments and dental checks. */
function countChecks(months: TruthMonths, view: ExtractView) {
  const { annual, inDate, inDateNow, initial, teeth, teethNow } = openCheckTallies(months)
  return {
    child(child: KnownChild): void {
      const { care, log } = child
      const checks = daysDone(
        view,
        care.map(({ event }) => event.healthChecks),
      )
      const dentist = daysDone(
        view,
        care.map(({ event }) => event.dentalChecks),
      )
      for (const { from, until } of wholePeriods(care, birthday(log.bornOn, 18))) {
        const dueOn = workingDaysAfter(from, FIRST_WORKING_DAYS)
        initial.add(
          months.indexOf(from),
          '',
          checks.some((on) => on >= from && on <= Math.min(until, dueOn)),
        )
      }
      for (const { index, day, whole, team, isLast } of careDays(months, child)) {
        const yearAgo = monthsAfter(day, -12)
        const inYear = (days: readonly DayNumber[]) => days.filter((on) => on <= day && on > yearAgo).length
        const isUnderFive = day < birthday(log.bornOn, 5)
        if (monthsAfter(whole.from, 12) <= day) {
          annual.add(index, team, inYear(checks) >= (isUnderFive ? 2 : 1))
          for (const tally of isLast ? [teeth, teethNow] : [teeth])
            tally.add(index, team, inYear(dentist) > 0)
        }
        if (day <= workingDaysAfter(whole.from, FIRST_WORKING_DAYS)) continue
        const latest = checks.findLast((on) => on <= day)
        const isInDate = latest !== undefined && monthsAfter(latest, isUnderFive ? 6 : 12) >= day
        for (const tally of isLast ? [inDate, inDateNow] : [inDate]) tally.add(index, team, isInDate)
      }
    },
    monthly: () => [annual, inDate, teeth].map((tally) => tally.truth()),
    others() {
      const matured = months.wholeLastDays.findLastIndex(
        (day) => view.asAt > workingDaysAfter(day, FIRST_WORKING_DAYS),
      )
      return [
        initial.truth(0, matured),
        ...[inDateNow, teethNow].map((tally) => tally.truth(months.names.length - 1)),
      ]
    },
  }
}

/** Strengths and difficulties questionnaires. */
function countScores(months: TruthMonths, view: ExtractView) {
  const returned = openShare(
    months,
    'lac-sdq.returned',
    'of children of 5 to 16 in care for a year, those with a score in it',
  )
  const average = openShare(
    months,
    'lac-sdq.average',
    'scores of children of 5 to 16 in care for a year',
    'mean',
  )
  const concern = openShare(
    months,
    'lac-sdq.concern',
    'of scores of children of 5 to 16 in care for a year, those of 17 or more',
  )
  return {
    child(child: KnownChild): void {
      const { bornOn } = child.log
      const scores = scoresKnown(child.care, view)
      for (const { index, day, whole, team } of careDays(months, child)) {
        if (monthsAfter(whole.from, 12) > day || day < birthday(bornOn, 5) || day >= birthday(bornOn, 17))
          continue
        const yearAgo = monthsAfter(day, -12)
        const score = scores.findLast(({ on }) => on <= day && on > yearAgo)?.score
        returned.add(index, team, score !== undefined)
        if (score === undefined) continue
        average.add(index, team, score)
        concern.add(index, team, score >= CONCERN)
      }
    },
    truths: () => [returned, average, concern].map((tally) => tally.truth()),
  }
}

const daysDone = (view: ExtractView, days: readonly DayNumber[][]): DayNumber[] =>
  days
    .flat()
    .filter((on) => on >= view.from && on <= view.asAt)
    .sort((a, b) => a - b)

/** A year's questionnaire is filled in at the last health assessment of the year, or on its last day. */
function scoresKnown(care: readonly PartOfCare[], view: ExtractView): { on: DayNumber; score: number }[] {
  return care
    .flatMap(({ event: { started, healthChecks, yearlyHealth } }) =>
      yearlyHealth.flatMap(({ year, sdqScore }) => {
        const askedOn = numberOf(`${year}-03-31` as Day)
        if (sdqScore === null || askedOn > view.asAt || askedOn < view.from) return []
        const began = Math.max(askedOn - 364, started.on)
        return [
          { on: healthChecks.findLast((on) => on >= began && on <= askedOn) ?? askedOn, score: sdqScore },
        ]
      }),
    )
    .sort((a, b) => a.on - b.on)
}
