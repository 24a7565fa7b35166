import { allow, describeScope, isRestricted, may, type Person } from '../../access/index.ts'
import {
  childReader,
  questionOutside,
  type ChildQuestion,
  type Refuse,
  type SealedSnapshot,
} from '../../dataset/index.ts'
import { addDays, type Day } from '../../platform/day.ts'
import { NotFound } from '../../platform/errors.ts'
import type { Services } from '../../platform/room.ts'
import { instantText, listRecords } from '../../records/index.ts'
import {
  missingEpisode,
  returnClock,
  returnStep,
  strategyDiscussion,
  type MissingEpisode,
  type ReturnClock,
  type ReturnStep,
  type StrategyDiscussion,
} from './episode.ts'
import { missingRule, ruleOn } from './hand-count.ts'
import { joinEpisodes, type JoinedEpisode } from './join-episodes.ts'
import { dayOf, momentOf, type Moment } from './moment.ts'
import { policeReport, type PoliceReport } from './police.ts'
import { reaches } from './reach.ts'
import { fileKey, stepsInFile } from './file-steps.ts'
import { fromMissingFiles, type KnownChild, type SourcedEpisode, type SourcedMissing } from './sourced.ts'

export type MissingDeps = Pick<Services, 'records' | 'clock' | 'pool'>

/** One time missing as a page shows it. Child-level. */
export interface MissingEntry {
  /** The record's id; of a time that only the files have, their names for it. */
  key: string
  record: MissingEpisode | null
  sourced: SourcedEpisode | null
  child: KnownChild | null
  childId: string
  cared: MissingEpisode['cared']
  livesAt: string
  milesAway: number | null
  missingFrom: Moment
  reportedAt: Moment
  reportedBy: string
  recordedAt: Moment
  returnedAt: Moment
  steps: readonly ReturnStep[]
  clock: ReturnClock
  /** Which time it is in the days of the rule: 4 is the fourth. */
  times: number
  /** The days of the rule. */
  withinDays: number
}

export interface RepeatedChild {
  childId: string
  child: KnownChild | null
  /** The latest time, whose page leads to the discussion. */
  latest: MissingEntry
  /** When each began, the earliest first. */
  began: readonly Moment[]
  /** The last discussion since the time that was one too many; null while there is none. */
  discussedOn: Day | null
  reachedOn: Day
  since: number
}

export interface MissingView {
  now: Moment
  /** The day of the files; null before the first load. */
  asAt: Day | null
  rule: ReturnType<typeof ruleOn>
  /** In the reader's scope, the latest first. */
  entries: readonly MissingEntry[]
  repeated: readonly RepeatedChild[]
  discussions: readonly StrategyDiscussion[]
  police: readonly PoliceReport[]
}

/** How many days of the files are read: a year of repeats. */
const DAYS_READ = 366

interface Narrowed {
  /** For the access log. */
  subject?: string
  why?: string
  /** The times that are shown, of those within reach; without the police's list. */
  only?: (entry: MissingEntry) => boolean
}

/** Everything about missing children in a person's scope. What is read is written in the access log first. */
export async function missingView(
  deps: MissingDeps,
  person: Person,
  what: 'cases' | 'export' = 'cases',
  { subject = 'missing children', why = describeScope(person.scope), only }: Narrowed = {},
): Promise<MissingView> {
  const pass = allow(person, 'cases:read')
  const { question } = await missingQuestion(deps, person, null, only)
  return await childReader(deps, pass).read(question, { what, subject, why })
}

/** A time missing within reach of a person. Throws NotFound for any other. */
export async function missingEntry(
  deps: MissingDeps,
  person: Person,
  key: string,
): Promise<{ view: MissingView; entry: MissingEntry }> {
  const pass = allow(person, 'cases:read')
  const { question } = await missingQuestion(deps, person, key)
  const view = await childReader(deps, pass).read(question, {
    what: 'cases',
    subject: 'one time missing',
    why: describeScope(person.scope),
  })
  const entry = view.entries.find((found) => found.key === key)
  if (!entry) throw new NotFound(`There is no time missing ${key}`)
  return { view, entry }
}

interface Kept {
  now: Moment
  today: Day
  rule: ReturnType<typeof ruleOn>
  episodes: MissingEpisode[]
  steps: ReturnStep[]
  discussions: StrategyDiscussion[]
  police: PoliceReport[]
}

async function kept({ records, clock }: MissingDeps, person: Person): Promise<Kept> {
  const pass = allow(person, 'cases:read')
  const rules = may(person, 'figures:read')
    ? await listRecords(records, allow(person, 'figures:read'), missingRule)
    : []
  return {
    now: momentOf(instantText(clock.now())),
    today: clock.today(),
    rule: ruleOn(rules, clock.today()),
    episodes: await listRecords(records, pass, missingEpisode),
    steps: await listRecords(records, pass, returnStep),
    discussions: await listRecords(records, pass, strategyDiscussion),
    police: await listRecords(records, pass, policeReport),
  }
}

/** `key` narrows what is shown to one time, and those of the same child. */
async function missingQuestion(
  deps: MissingDeps,
  person: Person,
  key: string | null = null,
  only?: (entry: MissingEntry) => boolean,
): Promise<{ question: ChildQuestion<MissingView> }> {
  const from = await kept(deps, person)
  const snapshot: SealedSnapshot | null = await deps.pool.current(person.council)
  const select = (sourced: SourcedMissing | null, refuse: Refuse): MissingView => {
    const view = viewOf(from, sourced, { person, key, refuse })
    return only ? { ...view, entries: view.entries.filter((entry) => only(entry)), police: [] } : view
  }
  const shown = (view: MissingView) => [
    ...view.entries.map(({ childId }) => childId),
    ...view.police.map(({ childId }) => childId),
  ]
  if (snapshot === null)
    return { question: questionOutside((_person, refuse) => Promise.resolve(select(null, refuse)), shown) }
  const others = [
    ...from.episodes.map(({ childId }) => childId),
    ...from.police.map(({ childId }) => childId),
  ]
  const since = addDays(from.today, -DAYS_READ)
  return { question: fromMissingFiles(snapshot, { since, others }, select, shown) }
}

function viewOf(
  from: Kept,
  sourced: SourcedMissing | null,
  { person, key, refuse }: { person: Person; key: string | null; refuse: Refuse },
): MissingView {
  const children = sourced?.children ?? new Map<string, KnownChild>()
  const steps = Map.groupBy(from.steps, ({ episodeId }) => episodeId)
  const all = joinEpisodes(from.episodes, sourced?.episodes ?? [])
    .map((joined) => entryOf(joined, children, steps, from.now))
    .toSorted((left, right) => (left.missingFrom > right.missingFrom ? -1 : 1))
  const inReach = all.filter((entry) => reaches(person, entry.childId, entry.child, entry.record))
  const asked = key === null ? undefined : all.find((entry) => entry.key === key)
  if (asked && isRestricted(person.scope, asked.childId)) refuse(asked.childId)
  const only = key === null ? null : inReach.find((entry) => entry.key === key)
  const seen = key === null ? inReach : inReach.filter(({ childId }) => childId === only?.childId)
  const entries = withTimes(seen, from.rule.withinDays)
  return {
    now: from.now,
    asAt: sourced?.asAt ?? null,
    rule: from.rule,
    entries,
    repeated: repeatedIn(entries, from),
    discussions: from.discussions.filter(({ childId }) => entries.some((entry) => entry.childId === childId)),
    police:
      key === null
        ? from.police.filter(({ childId }) => reaches(person, childId, children.get(childId) ?? null, null))
        : [],
  }
}

function entryOf(
  { record, sourced }: JoinedEpisode,
  children: ReadonlyMap<string, KnownChild>,
  stepsOf: ReadonlyMap<string, ReturnStep[]>,
  now: Moment,
): MissingEntry {
  const childId = record?.childId ?? sourced!.childId
  const child = children.get(childId) ?? null
  const either = (property: 'reportedAt' | 'recordedAt' | 'returnedAt'): Moment =>
    record?.[property] || sourced?.[property] || ''
  const kept = record ? (stepsOf.get(record.id) ?? []) : []
  const steps = kept.length > 0 || !sourced ? kept : stepsInFile(sourced, record?.id ?? '')
  const times = {
    missingFrom: record?.missingFrom ?? sourced!.missingFrom,
    reportedAt: either('reportedAt'),
    recordedAt: either('recordedAt'),
    returnedAt: either('returnedAt'),
  }
  return {
    key: record?.id ?? fileKey(sourced!),
    record,
    sourced,
    child,
    childId,
    cared: record?.cared ?? (child?.isCared === false ? 'none' : 'ours'),
    livesAt: record?.livesAt || child?.livesAt || '',
    milesAway: record ? record.milesAway : (child?.milesAway ?? null),
    ...times,
    reportedBy: record?.reportedBy ?? sourced?.reportedBy ?? '',
    steps,
    clock: returnClock(times, steps, now),
    times: 0,
    withinDays: 0,
  }
}

function withTimes(entries: readonly MissingEntry[], withinDays: number): MissingEntry[] {
  const byChild = Map.groupBy(entries, ({ childId }) => childId)
  return entries.map((entry) => {
    const until = dayOf(entry.missingFrom)
    const from = addDays(until, -withinDays)
    const times = byChild
      .get(entry.childId)!
      .filter((other) => other.missingFrom <= entry.missingFrom && dayOf(other.missingFrom) > from).length
    return { ...entry, times, withinDays }
  })
}

/** The children who were missing too often in the days up to today, and whether a discussion followed. */
function repeatedIn(entries: readonly MissingEntry[], { today, rule, discussions }: Kept): RepeatedChild[] {
  const from = addDays(today, -rule.withinDays)
  const recent = entries.filter(({ missingFrom }) => dayOf(missingFrom) > from)
  return [...Map.groupBy(recent, ({ childId }) => childId)]
    .filter(([, times]) => times.length >= rule.times)
    .map(([childId, times]): RepeatedChild => {
      const began = times.map(({ missingFrom }) => missingFrom).toSorted()
      const reachedOn = dayOf(began[rule.times - 1]!)
      const discussedOn =
        discussions
          .filter((held) => held.childId === childId && held.heldOn >= reachedOn)
          .map(({ heldOn }) => heldOn)
          .toSorted()
          .at(-1) ?? null
      return {
        childId,
        child: times[0]!.child,
        latest: times[0]!,
        began,
        discussedOn,
        reachedOn,
        since: discussedOn === null ? 0 : began.filter((moment) => dayOf(moment) > discussedOn).length,
      }
    })
    .toSorted(
      (left, right) =>
        Number(left.discussedOn !== null) - Number(right.discussedOn !== null) ||
        right.began.length - left.began.length,
    )
}
