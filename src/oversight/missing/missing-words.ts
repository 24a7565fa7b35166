import { addDays, daysBetween, type Day } from '../../platform/day.ts'
import { formatCount } from '../../platform/words.ts'
import { workingDayAfter } from '../../platform/working-days.ts'
import { INTERVIEWERS, RECORD_HOURS, RETURN_HOURS, STEPS } from './episode.ts'
import type { MissingEntry, MissingView, RepeatedChild } from './missing-read.ts'
import { dayOf, elapsedHours, formatMoment, hasHour } from './moment.ts'

/** What a list narrows to. */
export const PLACES = {
  anywhere: 'Anywhere',
  out: 'Out of the area',
  another: 'Placed here by another council',
} as const
export type Place = keyof typeof PLACES
export const isPlace = (text: string | undefined): text is Place =>
  text !== undefined && Object.hasOwn(PLACES, text)

export const isIn = (place: Place, { milesAway, cared }: MissingEntry): boolean =>
  place === 'anywhere' || (place === 'out' ? milesAway !== null : cared === 'another')

export interface MissingGroups {
  missing: readonly MissingEntry[]
  running: readonly MissingEntry[]
  past: readonly MissingEntry[]
  finished: readonly MissingEntry[]
  /** Returns that only the files have, older than the days shown, without an end. */
  older: number
  since: Day
}

/** Finished ones are shown so long; returns that nobody took up from the files as well. */
const DAYS_SHOWN = 28

export function groupsOf({ entries, now, asAt }: MissingView, place: Place): MissingGroups {
  const today = dayOf(now)
  const since = addDays(today, -DAYS_SHOWN)
  const those = entries.filter((entry) => isIn(place, entry))
  const inState = (state: MissingEntry['clock']['state']) =>
    those.filter(({ clock }) => clock.state === state)
  const isRecent = ({ record, returnedAt }: MissingEntry) => record !== null || dayOf(returnedAt) >= since
  const past = inState('past')
  // A time that the files have no return of is missing now only as long as they can say so.
  const isKnown = ({ record, missingFrom }: MissingEntry) =>
    record !== null || (asAt !== null && daysBetween(dayOf(missingFrom), asAt) <= DAYS_SHOWN)
  return {
    missing: inState('missing').filter(isKnown),
    running: inState('running').toSorted(
      (left, right) =>
        Number(left.clock.bookedAfter !== null) - Number(right.clock.bookedAfter !== null) ||
        right.clock.hoursSince! - left.clock.hoursSince!,
    ),
    past: past.filter(isRecent),
    finished: inState('finished').filter(({ clock }) => dayOf(clock.final!.at) >= since),
    older: past.filter((entry) => !isRecent(entry)).length,
    since,
  }
}

/** "Two children are missing now, and one who is back must be offered an interview." */
export function describeMissing(
  groups: MissingGroups,
  repeated: readonly RepeatedChild[],
): { bold: string; rest: string } {
  const { missing, running, past } = groups
  const toOffer = running.filter(({ clock }) => clock.offers.length === 0 && clock.bookedAfter === null)
  const undiscussed = repeated.filter(({ discussedOn }) => discussedOn === null).length
  const be = (count: number) => (count === 1 ? 'is' : 'are')
  const bold =
    `${missing.length === 0 ? 'No child is' : `${formatCount(missing.length, 'child', 'children')} ${be(missing.length)}`} missing now` +
    (toOffer.length === 0
      ? '.'
      : `, and ${toOffer.length} who ${be(toOffer.length)} back must be offered an interview.`)
  const rest = [
    past.length === 0
      ? 'None is past 72 hours.'
      : `${past.length} ${be(past.length)} past 72 hours and not finished.`,
    undiscussed === 0
      ? ''
      : `${formatCount(undiscussed, 'child', 'children')} missing again and again still ${undiscussed === 1 ? 'needs' : 'need'} a strategy discussion.`,
  ]
  return { bold, rest: rest.filter(Boolean).join(' ') }
}

/** What has happened, the first sentence bold. */
export function describeEntry(entry: MissingEntry): { bold: string; rest: string[] } {
  const { clock, missingFrom, reportedAt, reportedBy, returnedAt, cared } = entry
  const rest = [
    ...hourNotes(entry),
    ...(cared === 'another' ? ['Another council placed the child here: theirs to interview'] : []),
    ...(cared === 'none' ? ['Not looked after: not in the measures'] : []),
  ]
  if (clock.state === 'missing') {
    const told =
      reportedAt === ''
        ? ''
        : ` ${reportedBy === '' ? 'Somebody' : capitalOf(reportedBy)} told us ${formatMoment(reportedAt)}.`
    return { bold: `Missing since ${formatMoment(missingFrom)}.${told}`, rest }
  }
  const back = `Back ${formatMoment(returnedAt)}${hasHour(returnedAt) ? '' : '; hour not known, so end of day'}`
  const { final, limit, bookedAfter, offers } = clock
  if (final) return { bold: describeFinal(entry), rest: [...independence(entry), ...rest] }
  if (bookedAfter !== null) {
    const booked = entry.steps.findLast(({ bookedFor }) => bookedFor !== '')!
    const late = bookedAfter > RETURN_HOURS ? `, ${Math.round(bookedAfter - RETURN_HOURS)} hours late` : ''
    return { bold: `Booked ${formatMoment(booked.bookedFor)}${late}.`, rest: [back, ...rest] }
  }
  const offered =
    offers.length === 0
      ? clock.state === 'past'
        ? 'Never offered.'
        : 'Not offered.'
      : `Offered ${offers.length === 1 ? 'once' : `${offers.length} times`}, no answer.`
  const over =
    clock.state === 'past'
      ? describeOver(clock.hoursSince! - RETURN_HOURS)
      : `Offer and hold by ${formatMoment(limit!)}`
  return { bold: `${offered} ${back}.`, rest: [over, ...rest] }
}

const describeOver = (hours: number): string =>
  hours < 1
    ? 'Less than an hour over'
    : hours < 48
      ? `${formatCount(Math.floor(hours), 'hour')} over`
      : `${Math.floor(hours / 24)} days over`

function describeFinal({ clock, returnedAt }: MissingEntry): string {
  const final = clock.final!
  const hour = Math.max(0, Math.round(elapsedHours(returnedAt, final.at)))
  if (final.kind !== 'held') return `${STEPS[final.kind]}, hour ${hour}.`
  return `Held ${hour > RETURN_HOURS ? 'late' : 'in time'}, hour ${hour}.`
}

function independence({ clock }: MissingEntry): string[] {
  const { final } = clock
  if (final?.kind !== 'held') return final?.note ? [final.note] : []
  const who = [final.interviewer ? INTERVIEWERS[final.interviewer] : '', final.interviewerCode]
    .filter(Boolean)
    .join(' ')
  const is =
    final.independent === 'yes'
      ? 'Independent'
      : final.independent === 'no'
        ? 'Not independent'
        : 'Nobody said whether independent'
  return [
    `${is}${who ? `: ${who}` : ''}${final.whyIndependent ? `, ${final.whyIndependent}` : ''}`,
    ...(final.themes ? [`Themes: ${final.themes}`] : []),
  ]
}

const hourNotes = ({ clock, times, withinDays, recordedAt, record }: MissingEntry): string[] => [
  ...(clock.hoursToRecord !== null && clock.hoursToRecord > RECORD_HOURS
    ? [`Recorded after ${Math.round(clock.hoursToRecord)} hours; the limit is ${RECORD_HOURS}`]
    : []),
  ...(recordedAt === '' && record ? ['Not yet in the case system'] : []),
  ...(times > 1 ? [`Time ${times} in ${withinDays} days`] : []),
]

const capitalOf = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

export function describeRepeated(repeated: RepeatedChild, discussWithin: number): string {
  const { discussedOn, reachedOn, since } = repeated
  if (discussedOn !== null)
    return `Held ${formatMoment(discussedOn)}; ${since === 0 ? 'not missing since' : since === 1 ? 'missing once since' : `missing ${since} times since`}`
  return `None yet: reached on ${formatMoment(reachedOn)}, due by ${formatMoment(workingDayAfter(reachedOn, discussWithin))}`
}
