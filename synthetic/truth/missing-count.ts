import { birthday, firstOfMonth, monthNumberOf, type DayNumber } from '../day-number.ts'
import { dayOfMinute, formatMinute, type Minute } from '../capture/minute.ts'
import { missingTimes } from '../capture/missing-times.ts'
import type { ExtractView } from '../extract-view.ts'
import type { CouncilPlan } from '../plans/council-plan.ts'
import { seededRandom } from '../random.ts'
import type { AreaCount } from './area-count.ts'
import { monthsAfter } from './in-need-count.ts'
import { dayKnown, type KnownChild } from './known-child.ts'
import { openTally } from './series-truth.ts'
import type { TruthMonths } from './truth-months.ts'
import { wholePeriods, type WholePeriod } from './whole-period.ts'

const AGAIN_DAYS = 90
const MINUTES_TO_RECORD = 24 * 60
const MINUTES_TO_LISTEN = 72 * 60
const MONTHS_CAPTURED = 24
const FROM_SSD = { sources: ['ssd'], councilAlone: true } as const

/**
 * Children missing from care, and who listens when they are back. The event log has days and hours; the minutes of a
 * return or an interview are drawn where the templates are written.
 */
export function countMissing(months: TruthMonths, view: ExtractView, plan: CouncilPlan): AreaCount {
  const { asAt } = view
  const lastIndex = months.names.length - 1
  const ssd = (id: string, counts: string, kind: 'share' | 'count' = 'share') =>
    openTally(months, { id, kind, counts, ...FROM_SSD })
  const capture = (id: string, counts: string) =>
    openTally(months, { id, kind: 'share', counts, sources: ['capture'] })
  const looked = 'of children looked after in the month, those'
  const children = ssd('mis-children.children', `${looked} missing in it`)
  const episodes = ssd('mis-children.episodes', 'times that a looked-after child went missing', 'count')
  const again = ssd('mis-children.repeat', `${looked} missing in it for the third time in 90 days`)
  const away = ssd('mis-children.away', `${looked} away without authorisation in it`)
  const year = ssd('mis-children.12m', 'of children looked after in the 12 months, those missing in them')
  const yearNow = openTally(months, {
    id: 'mis-children.12m',
    kind: 'share',
    counts: 'of children looked after in the 12 months, those missing in them',
    note: 'On the day of the extract alone, by the count that it has.',
  })
  const saidOffered = ssd(
    'mis-rhi-offered.case_system',
    'of times missing that ended, those after which an interview was offered',
  )
  const saidAccepted = ssd('mis-rhi-accepted.case_system', 'of interviews offered, those accepted')
  const notified = openTally(months, {
    id: 'mis-notified',
    kind: 'share',
    counts: 'of times missing that were reported, those written down within 24 hours',
    sources: ['capture'],
    councilAlone: true,
  })
  const offered = capture(
    'mis-rhi-offered',
    'of times missing that ended, those with an offer within 72 hours',
  )
  const offeredChildren = capture(
    'mis-rhi-offered.children',
    'of children back, those with an offer within 72 hours of every return',
  )
  const accepted = capture('mis-rhi-accepted', 'of interviews offered, those accepted')
  const listened = capture(
    'mis-rhi-72h.of_episodes',
    'of times missing that ended, those with an interview within 72 hours',
  )
  const listenedHeld = capture('mis-rhi-72h.of_held', 'of interviews held, those within 72 hours')
  const independent = capture('mis-rhi-independent', 'of interviews held, those by an independent person')
  const captureFrom = Math.max(view.from, firstOfMonth(monthNumberOf(asAt) - MONTHS_CAPTURED + 1))
  const first = {
    notified: Infinity,
    returned: Infinity,
    offered: Infinity,
    held: Infinity,
    saidBack: Infinity,
    saidOffered: Infinity,
  }
  const seenAt = (name: keyof typeof first, index: number): number => {
    if (index >= 0) first[name] = Math.min(first[name], index)
    return index
  }

  function countEpisodes({ care }: KnownChild, wholes: readonly WholePeriod[], adultOn: DayNumber): void {
    const isInCare = (day: DayNumber) =>
      day < adultOn && wholes.some(({ from, until }) => from <= day && day <= until)
    const known = care.flatMap(({ event }) => event.missing).filter(({ from }) => from <= asAt)
    const missing = known
      .filter((episode) => backDay(episode) >= view.from && isInCare(episode.from))
      .sort((a, b) => a.from - b.from)
    const starts = missing.map(({ from }) => from)
    const awayOn = care
      .flatMap(({ event }) => event.absent)
      .filter((on) => on <= asAt && on >= view.from && isInCare(on))
    const thirds = starts.filter((on, index) => index >= 2 && on - starts[index - 2]! <= AGAIN_DAYS)
    for (const episode of missing) {
      episodes.add(months.indexOf(episode.from), '')
      const back = backDay(episode)
      if (back > asAt || back >= adultOn) continue
      const index = seenAt('saidBack', months.indexOf(back))
      const { wasOffered, wasAccepted } = episode.interview
      saidOffered.add(index, '', wasOffered === true ? 1 : 0)
      if (wasOffered !== true) continue
      seenAt('saidOffered', index)
      saidAccepted.add(index, '', wasAccepted === true ? 1 : 0)
    }
    for (const index of months.names.keys()) {
      const last = months.lastDays[index]!
      const between = (from: DayNumber, days: readonly DayNumber[]) =>
        days.some((on) => on >= from && on <= last)
      const wasIn = (from: DayNumber) =>
        wholes.findLast((whole) => whole.from <= last && whole.until >= from && adultOn > from)
      const firstDay = months.firstDays[index]!
      if (wasIn(firstDay)) {
        children.add(index, '', between(firstDay, starts) ? 1 : 0)
        again.add(index, '', between(firstDay, thirds) ? 1 : 0)
        away.add(index, '', between(firstDay, awayOn) ? 1 : 0)
      }
      const yearAgo = monthsAfter(last, -12) + 1
      const inYear = wasIn(yearAgo)
      if (!inYear) continue
      year.add(index, '', between(yearAgo, starts) ? 1 : 0)
      if (index !== lastIndex) continue
      const listed = care.flatMap(({ event, until }) =>
        event.missing.filter(({ from }) => from > asAt - 365 && from <= (until ?? asAt)),
      )
      const part = inYear.parts.findLast(({ from }) => from <= last)!
      yearNow.add(index, part.position.team, listed.length > 0 ? 1 : 0)
    }
  }

  function countMoments({ log }: KnownChild, adultOn: DayNumber): void {
    const returns = new Map<number, { isEvery: boolean; at: Minute; team: string }>()
    let number = 0
    for (const { started, missing, position } of log.care) {
      for (const episode of missing) {
        number += 1
        if (dayKnown(view, started) === null || episode.from < captureFrom) continue
        const times = missingTimes(episode, seededRandom(plan.seed, `capture missing ME-${log.id}-${number}`))
        const reportedOn = dayOfMinute(times.reportedAt)
        if (reportedOn > asAt) continue
        const recordedAt = dayOfMinute(times.recordedAt) <= asAt ? atEnd(times.recordedAt) : Infinity
        notified.add(
          seenAt('notified', months.indexOf(reportedOn)),
          '',
          recordedAt - times.reportedAt <= MINUTES_TO_RECORD ? 1 : 0,
        )
        const returnedOn = dayOfMinute(times.returnedAt)
        if (returnedOn > asAt || returnedOn >= adultOn) continue
        const { wasOffered, wasAccepted, wasIndependent } = episode.interview
        const byNow = (minute: Minute | null) =>
          minute !== null && dayOfMinute(minute) <= asAt ? minute : null
        const since = (minute: Minute | null) =>
          minute === null ? Infinity : atEnd(minute) - atEnd(times.returnedAt)
        const heldAt = byNow(times.heldAt)
        const index = seenAt('returned', months.indexOf(returnedOn))
        const isOffered = wasOffered === true && since(byNow(times.offeredAt)) <= MINUTES_TO_LISTEN
        const isHeard = since(heldAt) <= MINUTES_TO_LISTEN
        offered.add(index, position.team, isOffered ? 1 : 0)
        listened.add(index, position.team, isHeard ? 1 : 0)
        if (wasOffered) accepted.add(seenAt('offered', index), position.team, wasAccepted === true ? 1 : 0)
        if (heldAt !== null) {
          listenedHeld.add(index, position.team, isHeard ? 1 : 0)
          const heldIndex = seenAt('held', months.indexOf(dayOfMinute(heldAt)))
          independent.add(heldIndex, position.team, wasIndependent === true ? 1 : 0)
        }
        const before = returns.get(index)
        returns.set(index, {
          isEvery: isOffered && (before?.isEvery ?? true),
          at: Math.max(times.returnedAt, before?.at ?? 0),
          team: before && before.at > times.returnedAt ? before.team : position.team,
        })
      }
    }
    for (const [index, { isEvery, team }] of returns) offeredChildren.add(index, team, isEvery ? 1 : 0)
  }

  return {
    child(child) {
      if (child.log.care.length === 0) return
      const adultOn = birthday(child.log.bornOn, 18)
      countMoments(child, adultOn)
      countEpisodes(child, wholePeriods(child.care, adultOn), adultOn)
    },
    truths() {
      // A measure's points begin with the first month in which any of its series has a case.
      const offers = Math.min(first.returned, first.saidBack)
      const answers = Math.min(first.offered, first.saidOffered)
      return [
        ...[children, episodes, again, away, year].map((tally) => tally.truth()),
        yearNow.truth(lastIndex, lastIndex),
        notified.truth(first.notified),
        ...[offered, offeredChildren, saidOffered].map((tally) => tally.truth(offers)),
        ...[accepted, saidAccepted].map((tally) => tally.truth(answers)),
        ...[listened, listenedHeld].map((tally) => tally.truth(first.returned)),
        independent.truth(first.held),
      ]
    },
  }
}

const backDay = ({ from, hours }: { from: DayNumber; hours: number }): DayNumber =>
  from + Math.floor(hours / 24)

/** Midnight to the minute is how a day without a time is written: it is taken as the day's last minute. */
const atEnd = (minute: Minute): Minute =>
  formatMinute(minute).endsWith('T00:00') ? minute + MINUTES_TO_RECORD - 1 : minute
