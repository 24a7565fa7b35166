import type { Day, Instant } from '../../platform/day.ts'
import {
  answerKey,
  latestAnswers,
  promiseOf,
  tierOf,
  type ListAnswer,
  type Tier,
  type Verdict,
} from '../answers/answer.ts'
import { rulesHeldSince } from '../answers/held-since.ts'
import { sortRows, subjectOf, type ListRow } from '../lists/list-rows.ts'
import { rowKey } from '../lists/list-view.ts'
import { cameBackOf, type CameBack, type LeftMark } from './came-back.ts'
import { clinicBefore, linesOf, listsOf, teamsOf, type Clinic } from './clinic.ts'
import { isOfClosing, latestItems, type ClinicItem } from './clinic-item.ts'

/** One child on one list, in its place in the pack. Child-level. */
export interface PackEntry {
  /** From 1, the same on the screen, on paper and for everybody. */
  number: number
  /** What names it in the page's address. */
  key: string
  row: ListRow
  /** The answer in force when the clinic came to it, and what the figures say of it. */
  promise: ListAnswer | null
  verdict: Verdict | null
  /** The child had left the list since, and is on it again. */
  cameBack: CameBack | null
  /** What this clinic has said of it. */
  item: ClinicItem | null
  agreed: ListAnswer | null
  /** Nobody has answered for it, what was promised was not kept or the child came back, and this clinic has said nothing. */
  isSilent: boolean
  /** Whose answer is waited for. */
  tier: Tier
}

/** What was promised for a child who is on the list no longer. Child-level. */
export interface LeftEntry {
  promise: ListAnswer
}

export interface PackCounts {
  children: number
  discussed: number
  silent: number
  promised: number
  kept: number
  notKept: number
  cannotTell: number
}

/** How many promises gave each reason, and how many children each was given today. */
export interface ReasonCount {
  reason: string
  last: number
  today: number
}

export interface Pack {
  teams: readonly { team: string; entries: readonly PackEntry[] }[]
  left: readonly LeftEntry[]
  /** Of children who are on the list no longer, where the figures do not hold what the promise is judged by. */
  untold: readonly LeftEntry[]
  /** Children nobody had answered for, who are on the list no longer. */
  leftUnanswered: readonly Pick<ClinicItem, 'list' | 'subject' | 'team'>[]
  counts: PackCounts
  reasons: readonly ReasonCount[]
  /** The day of the clinic before; null when there was none. */
  since: Day | null
}

export interface PackParts {
  clinic: Clinic
  clinics: readonly Clinic[]
  /** Of all lists and the whole council: numbers and counts are the same for everybody. */
  rows: readonly ListRow[]
  answers: readonly ListAnswer[]
  /** Of this clinic. */
  items: readonly ClinicItem[]
  /** What earlier clinics found to have left a list, by its key. */
  marks: ReadonlyMap<string, readonly LeftMark[]>
  /** Answers that earlier clinics closed on as kept. */
  judged: ReadonlySet<string>
  /** Children for whom clinics closed without an answer. */
  unanswered: readonly Pick<ClinicItem, 'list' | 'subject' | 'team'>[]
  /** When clinics closed with nobody's answer for a child on a list, by its key. */
  silences: ReadonlyMap<string, readonly Instant[]>
  asAt: Day
  /** Whether the figures hold what a rule of a list is judged by. */
  isTold: (list: string, rule: string) => boolean
}

/** The pack of a clinic: the overdue rows of its lists by team, each once, with what was promised and what is agreed. */
export function packOf(parts: PackParts): Pack {
  const { clinic, rows, asAt } = parts
  const answers = answersUntil(parts.answers, clinic.closedAt)
  const ofClinic = new Set(parts.items.map(({ answerId }) => answerId))
  const promises = latestAnswers(answers.filter(({ id }) => !ofClinic.has(id)))
  const byId = new Map(answers.map((answer) => [answer.id, answer]))
  const items = latestItems(parts.items.filter((item) => !isOfClosing(item)))
  let number = 0
  const teams = teamsOf(clinic).map((team) => ({
    team,
    entries: rowsOfTeam(clinic, rows, team).map((row): PackEntry => {
      const key = answerKey(row.list, subjectOf(row))
      const promise = promises.get(key) ?? null
      const verdict =
        promise &&
        promiseOf(promise, rulesHeldSince(row, promise), asAt, (rule) => parts.isTold(row.list, rule))
      const item = items.get(key) ?? null
      const cameBack = cameBackOf(row, promise, parts.marks.get(key) ?? [])
      number += 1
      return {
        number,
        key: entryKey(row),
        row,
        promise,
        verdict: cameBack ? 'kept' : verdict,
        cameBack,
        item,
        agreed: item ? (byId.get(item.answerId) ?? null) : null,
        isSilent: item === null && (promise === null || verdict === 'not kept' || cameBack !== null),
        tier: tierOf(promise, parts.silences.get(key) ?? []),
      }
    }),
  }))
  const since = clinicBefore(parts.clinics, clinic)?.heldOn ?? null
  const gone = leftOf(parts, promises)
  const isKept = ({ promise }: LeftEntry) =>
    promiseOf(promise, [], asAt, (rule) => parts.isTold(promise.list, rule)) === 'kept'
  const left = gone.filter((entry) => isKept(entry))
  const untold = gone.filter((entry) => !isKept(entry))
  const entries = teams.flatMap((team) => team.entries)
  return {
    teams,
    left,
    untold,
    leftUnanswered: leftUnansweredOf(parts, promises),
    counts: countsOf(entries, left, untold, parts.judged),
    reasons: reasonsOf(entries, gone),
    since,
  }
}

export const entryKey = (row: ListRow): string => `${row.list}.${rowKey(row)}`

/** A clinic that has closed is shown with what was known when it did. */
const answersUntil = (answers: readonly ListAnswer[], closedAt: Instant): readonly ListAnswer[] =>
  closedAt === '' ? answers : answers.filter(({ answeredAt }) => answeredAt <= closedAt)

/** In the order of its lists, the longest first; a child with several cases on a list is there once, with the gravest. */
function rowsOfTeam({ lists }: Clinic, rows: readonly ListRow[], team: string): ListRow[] {
  const seen = new Set<string>()
  return linesOf(lists)
    .flatMap((list) =>
      sortRows(
        rows.filter((row) => row.list === list && row.team === team && row.isOverdue),
        'over',
      ),
    )
    .filter((row) => {
      const key = answerKey(row.list, subjectOf(row))
      return !seen.has(key) && seen.add(key)
    })
}

const keysOverdue = (rows: readonly ListRow[]): ReadonlySet<string> =>
  new Set(rows.filter(({ isOverdue }) => isOverdue).map((row) => answerKey(row.list, subjectOf(row))))

/**
 * Promises whose child is on that list no longer, in any team, however long ago they were made: until a clinic has closed that
 * found them kept.
 */
function leftOf({ clinic, rows, judged }: PackParts, promises: ReadonlyMap<string, ListAnswer>): LeftEntry[] {
  const lists = linesOf(clinic.lists)
  const teams = teamsOf(clinic)
  const here = keysOverdue(rows)
  return [...promises]
    .filter(
      ([key, { id, list, team }]) =>
        lists.includes(list) && teams.includes(team) && !judged.has(id) && !here.has(key),
    )
    .map(([, promise]) => ({ promise }))
}

/** Of the children for whom a clinic closed without an answer, those whom figures that hold the list's rules have no more. */
function leftUnansweredOf(
  { clinic, rows, unanswered, isTold }: PackParts,
  promises: ReadonlyMap<string, ListAnswer>,
): Pick<ClinicItem, 'list' | 'subject' | 'team'>[] {
  const here = keysOverdue(rows)
  const lists = listsOf(clinic)
    .filter(({ id, rules }) => rules.every((rule) => isTold(id, rule.id)))
    .map(({ id }) => id)
  const teams = teamsOf(clinic)
  return unanswered.filter(({ list, subject, team }) => {
    const key = answerKey(list, subject)
    return lists.includes(list) && teams.includes(team) && !here.has(key) && !promises.has(key)
  })
}

function countsOf(
  entries: readonly PackEntry[],
  left: readonly LeftEntry[],
  untold: readonly LeftEntry[],
  judged: ReadonlySet<string>,
): PackCounts {
  // Kept promises of children who came back were counted by the clinic that found them off the list.
  const promised = entries.filter(({ promise }) => promise !== null && !judged.has(promise.id))
  const verdicts = (verdict: Verdict) => promised.filter((entry) => entry.verdict === verdict).length
  return {
    children: entries.length,
    discussed: entries.filter(({ item }) => item !== null).length,
    silent: entries.filter(({ isSilent }) => isSilent).length,
    promised: promised.length + left.length + untold.length,
    kept: verdicts('kept') + left.length,
    notKept: verdicts('not kept'),
    cannotTell: verdicts('waiting') + untold.length,
  }
}

/** The most given today first, then the most given last time. */
function reasonsOf(entries: readonly PackEntry[], left: readonly LeftEntry[]): ReasonCount[] {
  const last = [...entries.flatMap(({ promise }) => promise ?? []), ...left.map(({ promise }) => promise)]
  const today = entries.flatMap(({ item }) => (item?.outcome === 'agreed' ? item : []))
  const count = (given: readonly { reason: string }[], reason: string) =>
    given.filter((one) => one.reason === reason).length
  return [...new Set([...today, ...last].map(({ reason }) => reason))]
    .map((reason) => ({ reason, last: count(last, reason), today: count(today, reason) }))
    .toSorted((a, b) => b.today - a.today || b.last - a.last || a.reason.localeCompare(b.reason, 'en-GB'))
}

/** The next child of whom this clinic has said nothing, in the order of the pack; from the beginning again after the last. */
export function nextToDiscuss(entries: readonly PackEntry[], after: string): PackEntry | null {
  const place = entries.findIndex(({ key }) => key === after)
  const inTurn = [...entries.slice(place + 1), ...entries.slice(0, Math.max(place, 0))]
  return inTurn.find(({ item, key }) => item === null && key !== after) ?? null
}
