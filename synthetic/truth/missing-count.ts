import { birthday, firstOfMonth, monthNumberOf, type DayNumber } from '../day-number.ts'
import { dayOfMinute, formatMinute, type Minute } from '../capture/minute.ts'
import { missingTimes } from '../capture/missing-times.ts'
import type { MissingEpisode, Position } from '../event-log.ts'
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

/**
 * Children missing from care, and who listens when they are back. The event log has days and hours; the minutes of a
 * return or an interview are drawn where the templates are written.
 */
export function countMissing(months: TruthMonths, view: ExtractView, plan: CouncilPlan): AreaCount {
  const lastIndex = months.names.length - 1
  const children = countChildren(months, view)
  const inSystem = countInterviewsInSystem(months, view)
  const inTemplates = countInterviewsInTemplates(months, view, plan)
  return {
    child(child) {
      if (child.log.care.length === 0) return
      const adultOn = birthday(child.log.bornOn, 18)
      inTemplates.child(child, adultOn)
      const wholes = wholePeriods(child.care, adultOn)
      const missing = missingKnown(child, wholes, adultOn, view)
      children.child(child, wholes, adultOn, missing)
      inSystem.child(missing, adultOn)
    },
    truths() {
      // A measure's points begin with the first month in which any of its series has a case.
      const offers = Math.min(inTemplates.first.returned, inSystem.first.returned)
      const answers = Math.min(inTemplates.first.offered, inSystem.first.offered)
      const { notified, offered, offeredChildren, accepted, listened, listenedHeld, independent } =
        inTemplates.tallies
      return [
        ...children.tallies.map((tally) => tally.truth()),
        children.yearNow.truth(lastIndex, lastIndex),
        notified.truth(inTemplates.first.notified),
        ...[offered, offeredChildren, inSystem.offered].map((tally) => tally.truth(offers)),
        ...[accepted, inSystem.accepted].map((tally) => tally.truth(answers)),
        ...[listened, listenedHeld].map((tally) => tally.truth(inTemplates.first.returned)),
        independent.truth(inTemplates.first.held),
      ]
    },
  }
}

const openSsdShare = (months: TruthMonths, id: string, counts: string, kind: 'share' | 'count' = 'share') =>
  openTally(months, { id, kind, counts, sources: ['ssd'], councilAlone: true })

/** Looked after that day, as a child. */
const isInCare = (wholes: readonly WholePeriod[], adultOn: DayNumber, day: DayNumber): boolean =>
  day < adultOn && wholes.some(({ from, until }) => from <= day && day <= until)

/** Times missing from care that had begun by the day of the extract and were not over before its first. */
const missingKnown = (
  { care }: KnownChild,
  wholes: readonly WholePeriod[],
  adultOn: DayNumber,
  { asAt, from }: ExtractView,
): MissingEpisode[] =>
  care
    .flatMap(({ event }) => event.missing)
    .filter((episode) => episode.from <= asAt && backDay(episode) >= from)
    .filter((episode) => isInCare(wholes, adultOn, episode.from))
    .sort((a, b) => a.from - b.from)

/** How many children go missing, how often, and how many are away. */
function countChildren(months: TruthMonths, { asAt, from: firstDay }: ExtractView) {
  const lastIndex = months.names.length - 1
  const looked = 'of children looked after in the month, those'
  const ssd = openSsdShare.bind(null, months)
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
  return {
    child(
      { care }: KnownChild,
      wholes: readonly WholePeriod[],
      adultOn: DayNumber,
      missing: readonly MissingEpisode[],
    ): void {
      const starts = missing.map(({ from }) => from)
      const awayOn = care
        .flatMap(({ event }) => event.absent)
        .filter((on) => on <= asAt && on >= firstDay && isInCare(wholes, adultOn, on))
      const thirds = starts.filter((on, nth) => nth >= 2 && on - starts[nth - 2]! <= AGAIN_DAYS)
      for (const on of starts) episodes.add(months.indexOf(on), '')
      for (const [index, last] of months.lastDays.entries()) {
        const between = (from: DayNumber, days: readonly DayNumber[]) =>
          days.some((on) => on >= from && on <= last)
        const wasIn = (from: DayNumber) =>
          wholes.findLast((whole) => whole.from <= last && whole.until >= from && adultOn > from)
        const first = months.firstDays[index]!
        if (wasIn(first)) {
          children.add(index, '', between(first, starts))
          again.add(index, '', between(first, thirds))
          away.add(index, '', between(first, awayOn))
        }
        const yearAgo = monthsAfter(last, -12) + 1
        const inYear = wasIn(yearAgo)
        if (!inYear) continue
        year.add(index, '', between(yearAgo, starts))
        if (index !== lastIndex) continue
        const listed = care.flatMap(({ event, until }) =>
          event.missing.filter(({ from }) => from > asAt - 365 && from <= (until ?? asAt)),
        )
        const part = inYear.parts.findLast(({ from }) => from <= last)!
        yearNow.add(index, part.position.team, listed.length > 0)
      }
    },
    tallies: [children, episodes, again, away, year],
    yearNow,
  }
}

/** Keeps the earliest index given for each name: the first month with a case. */
function firstMonths<Name extends string>(...names: Name[]) {
  const first = Object.fromEntries(names.map((name) => [name, Infinity])) as Record<Name, number>
  const see = (name: Name, index: number): number => {
    if (index >= 0) first[name] = Math.min(first[name], index)
    return index
  }
  return { first, see }
}

/** Interviews as the case system has them: offered or not, accepted or not. */
function countInterviewsInSystem(months: TruthMonths, { asAt }: ExtractView) {
  const offered = openSsdShare(
    months,
    'mis-rhi-offered.case_system',
    'of times missing that ended, those after which an interview was offered',
  )
  const accepted = openSsdShare(
    months,
    'mis-rhi-accepted.case_system',
    'of interviews offered, those accepted',
  )
  const { first, see } = firstMonths('returned', 'offered')
  return {
    child(missing: readonly MissingEpisode[], adultOn: DayNumber): void {
      for (const episode of missing) {
        const back = backDay(episode)
        if (back > asAt || back >= adultOn) continue
        const index = see('returned', months.indexOf(back))
        const { wasOffered, wasAccepted } = episode.interview
        offered.add(index, '', wasOffered === true)
        if (wasOffered === true) accepted.add(see('offered', index), '', wasAccepted === true)
      }
    },
    offered,
    accepted,
    first,
  }
}

function openTemplateTallies(months: TruthMonths) {
  const capture = (id: string, counts: string) =>
    openTally(months, { id, kind: 'share', counts, sources: ['capture'] })
  return {
    notified: openTally(months, {
      id: 'mis-notified',
      kind: 'share',
      counts: 'of times missing that were reported, those written down within 24 hours',
      sources: ['capture'],
      councilAlone: true,
    }),
    offered: capture('mis-rhi-offered', 'of times missing that ended, those with an offer within 72 hours'),
    offeredChildren: capture(
      'mis-rhi-offered.children',
      'of children back, those with an offer within 72 hours of every return',
    ),
    accepted: capture('mis-rhi-accepted', 'of interviews offered, those accepted'),
    listened: capture(
      'mis-rhi-72h.of_episodes',
      'of times missing that ended, those with an interview within 72 hours',
    ),
    listenedHeld: capture('mis-rhi-72h.of_held', 'of interviews held, those within 72 hours'),
    independent: capture('mis-rhi-independent', 'of interviews held, those by an independent person'),
  }
}

/** Notifications and interviews as the templates have them, to the minute. */
function countInterviewsInTemplates(months: TruthMonths, view: ExtractView, plan: CouncilPlan) {
  const { asAt } = view
  const tallies = openTemplateTallies(months)
  const { first, see } = firstMonths('notified', 'returned', 'offered', 'held')
  const captureFrom = Math.max(view.from, firstOfMonth(monthNumberOf(asAt) - MONTHS_CAPTURED + 1))
  type Returns = Map<number, { isEvery: boolean; lastAt: Minute; team: string }>

  function countReturn(
    { interview }: MissingEpisode,
    times: ReturnType<typeof missingTimes>,
    { team }: Position,
    returns: Returns,
  ): void {
    const { wasOffered, wasAccepted, wasIndependent } = interview
    const byNow = (minute: Minute | null) => (minute !== null && dayOfMinute(minute) <= asAt ? minute : null)
    const since = (minute: Minute | null) =>
      minute === null ? Infinity : atEnd(minute) - atEnd(times.returnedAt)
    const heldAt = byNow(times.heldAt)
    const index = see('returned', months.indexOf(dayOfMinute(times.returnedAt)))
    const isOffered = wasOffered === true && since(byNow(times.offeredAt)) <= MINUTES_TO_LISTEN
    const isHeard = since(heldAt) <= MINUTES_TO_LISTEN
    tallies.offered.add(index, team, isOffered)
    tallies.listened.add(index, team, isHeard)
    if (wasOffered) tallies.accepted.add(see('offered', index), team, wasAccepted === true)
    if (heldAt !== null) {
      tallies.listenedHeld.add(index, team, isHeard)
      const heldIndex = see('held', months.indexOf(dayOfMinute(heldAt)))
      tallies.independent.add(heldIndex, team, wasIndependent === true)
    }
    const before = returns.get(index)
    returns.set(index, {
      isEvery: isOffered && (before?.isEvery ?? true),
      lastAt: Math.max(times.returnedAt, before?.lastAt ?? 0),
      team: before && before.lastAt > times.returnedAt ? before.team : team,
    })
  }

  return {
    child({ log }: KnownChild, adultOn: DayNumber): void {
      const returns: Returns = new Map()
      let number = 0
      for (const { started, missing, position } of log.care) {
        for (const episode of missing) {
          number += 1
          if (dayKnown(view, started) === null || episode.from < captureFrom) continue
          const random = seededRandom(plan.seed, `capture missing ME-${log.id}-${number}`)
          const times = missingTimes(episode, random)
          const reportedOn = dayOfMinute(times.reportedAt)
          if (reportedOn > asAt) continue
          const recordedAt = dayOfMinute(times.recordedAt) <= asAt ? atEnd(times.recordedAt) : Infinity
          const isInTime = recordedAt - times.reportedAt <= MINUTES_TO_RECORD
          tallies.notified.add(see('notified', months.indexOf(reportedOn)), '', isInTime)
          const returnedOn = dayOfMinute(times.returnedAt)
          if (returnedOn <= asAt && returnedOn < adultOn) countReturn(episode, times, position, returns)
        }
      }
      for (const [index, { isEvery, team }] of returns) tallies.offeredChildren.add(index, team, isEvery)
    },
    tallies,
    first,
  }
}

const backDay = ({ from, hours }: { from: DayNumber; hours: number }): DayNumber =>
  from + Math.floor(hours / 24)

/** Midnight to the minute is how a day without a time is written: it is taken as the day's last minute. */
const atEnd = (minute: Minute): Minute =>
  formatMinute(minute).endsWith('T00:00') ? minute + MINUTES_TO_RECORD - 1 : minute
