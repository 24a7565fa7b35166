import { birthday, numberOf, workingDaysAfter, type DayNumber } from '../day-number.ts'
import type { Day } from '../../src/platform/day.ts'
import type { ExtractView } from '../extract-view.ts'
import type { AreaCount } from './area-count.ts'
import { monthsAfter } from './in-need-count.ts'
import { openTally, type TruthKind } from './series-truth.ts'
import type { TruthMonths } from './truth-months.ts'
import { wholePeriods, type PartOfCare } from './whole-period.ts'

const FIRST_WORKING_DAYS = 20
const CONCERN = 17
const FROM_SSD = { sources: ['ssd'], councilAlone: true } as const

/** The health of looked-after children: assessments, teeth, and how they feel. */
export function countCareHealth(months: TruthMonths, view: ExtractView): AreaCount {
  const { asAt } = view
  const lastIndex = months.names.length - 1
  const ssd = (id: string, counts: string, kind: TruthKind = 'share') =>
    openTally(months, { id, kind, counts, ...FROM_SSD })
  const annexA = (id: string, counts: string) =>
    openTally(months, {
      id,
      kind: 'share',
      counts,
      note: 'On the day of the extract alone, which has the latest of each.',
    })
  const annual = ssd(
    'lac-health.annual',
    'of children in care for a year, those assessed as often as they are owed',
  )
  const inDate = ssd(
    'lac-health.in_date',
    'of children looked after past working day 20, those assessed lately enough',
  )
  const inDateNow = annexA(
    'lac-health.in_date',
    'of children looked after past working day 20, those assessed lately enough',
  )
  const initial = ssd(
    'lac-health.initial',
    'of periods of care begun in the month, those assessed by working day 20',
  )
  const teeth = ssd('lac-dental', 'of children in care for a year, those whose teeth were checked in it')
  const teethNow = annexA(
    'lac-dental',
    'of children in care for a year, those whose teeth were checked in it',
  )
  const returned = ssd(
    'lac-sdq.returned',
    'of children of 5 to 16 in care for a year, those with a score in it',
  )
  const average = ssd('lac-sdq.average', 'scores of children of 5 to 16 in care for a year', 'mean')
  const concern = ssd(
    'lac-sdq.concern',
    'of scores of children of 5 to 16 in care for a year, those of 17 or more',
  )

  return {
    child({ care, log }) {
      if (care.length === 0) return
      const done = (days: readonly DayNumber[][]) =>
        days
          .flat()
          .filter((on) => on >= view.from && on <= asAt)
          .sort((a, b) => a - b)
      const checks = done(care.map(({ event }) => event.healthChecks))
      const dentist = done(care.map(({ event }) => event.dentalChecks))
      const scores = scoresKnown(care, view)
      for (const whole of wholePeriods(care, birthday(log.bornOn, 18))) {
        const first = checks.find((on) => on >= whole.from && on <= whole.until)
        const firstDueOn = workingDaysAfter(whole.from, FIRST_WORKING_DAYS)
        initial.add(months.indexOf(whole.from), '', first !== undefined && first <= firstDueOn ? 1 : 0)
        for (const index of months.endsWithin(whole.from, whole.until)) {
          const day = months.lastDays[index]!
          const { team } = whole.parts.findLast(({ from }) => from <= day)!.position
          const yearAgo = monthsAfter(day, -12)
          const isUnderFive = day < birthday(log.bornOn, 5)
          const isYearLong = monthsAfter(whole.from, 12) <= day
          const within = (days: readonly DayNumber[]) => days.filter((on) => on <= day && on > yearAgo)
          const latest = checks.findLast((on) => on <= day)
          const isInDate = latest !== undefined && monthsAfter(latest, isUnderFive ? 6 : 12) >= day
          const hasTeeth = within(dentist).length > 0
          if (isYearLong) {
            annual.add(index, team, within(checks).length >= (isUnderFive ? 2 : 1) ? 1 : 0)
            teeth.add(index, team, hasTeeth ? 1 : 0)
            if (index === lastIndex) teethNow.add(index, team, hasTeeth ? 1 : 0)
          }
          if (day > firstDueOn) {
            inDate.add(index, team, isInDate ? 1 : 0)
            if (index === lastIndex) inDateNow.add(index, team, isInDate ? 1 : 0)
          }
          if (!isYearLong || day < birthday(log.bornOn, 5) || day >= birthday(log.bornOn, 17)) continue
          const score = scores.findLast(({ on }) => on <= day && on > yearAgo)?.score
          returned.add(index, team, score === undefined ? 0 : 1)
          if (score === undefined) continue
          average.add(index, team, score)
          concern.add(index, team, score >= CONCERN ? 1 : 0)
        }
      }
    },
    truths() {
      const matured = months.wholeLastDays.findLastIndex(
        (day) => asAt > workingDaysAfter(day, FIRST_WORKING_DAYS),
      )
      return [
        ...[annual, inDate, teeth, returned, average, concern].map((tally) => tally.truth()),
        initial.truth(0, matured),
        inDateNow.truth(lastIndex, lastIndex),
        teethNow.truth(lastIndex, lastIndex),
      ]
    },
  }
}

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
