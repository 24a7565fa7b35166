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
import { overdueRules, sortRows, subjectOf, type ListRow } from '../lists/list-rows.ts'
import { rowKey } from '../lists/list-view.ts'
import { clinicBefore, linesOf, teamsOf, type Clinic } from './clinic.ts'
import { latestItems, type ClinicItem } from './clinic-item.ts'

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
  /** What this clinic has said of it. */
  item: ClinicItem | null
  agreed: ListAnswer | null
  /** Nobody has answered for it, or what was promised was not kept, and this clinic has said nothing. */
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
  const items = latestItems(parts.items.filter(({ outcome }) => outcome !== 'silent'))
  let number = 0
  const teams = teamsOf(clinic).map((team) => ({
    team,
    entries: rowsOfTeam(clinic, rows, team).map((row): PackEntry => {
      const key = answerKey(row.list, subjectOf(row))
      const promise = promises.get(key) ?? null
      const verdict =
        promise && promiseOf(promise, overdueRules(row), asAt, (rule) => parts.isTold(row.list, rule))
      const item = items.get(key) ?? null
      number += 1
      return {
        number,
        key: entryKey(row),
        row,
        promise,
        verdict,
        item,
        agreed: item ? (byId.get(item.answerId) ?? null) : null,
        isSilent: item === null && (promise === null || verdict === 'not kept'),
        tier: tierOf(promise, parts.silences.get(key) ?? []),
      }
    }),
  }))
  const since = clinicBefore(parts.clinics, clinic)?.heldOn ?? null
  const gone = leftOf(clinic, rows, promises, since)
  const isKept = ({ promise }: LeftEntry) =>
    promiseOf(promise, [], asAt, (rule) => parts.isTold(promise.list, rule)) === 'kept'
  const left = gone.filter((entry) => isKept(entry))
  const untold = gone.filter((entry) => !isKept(entry))
  const entries = teams.flatMap((team) => team.entries)
  return {
    teams,
    left,
    untold,
    counts: countsOf(entries, left, untold),
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

/** Promises since the last clinic whose child is on that list no longer, in any team. */
function leftOf(
  clinic: Clinic,
  rows: readonly ListRow[],
  promises: ReadonlyMap<string, ListAnswer>,
  since: Day | null,
): LeftEntry[] {
  const lists = linesOf(clinic.lists)
  const teams = teamsOf(clinic)
  const here = new Set(
    rows.filter(({ isOverdue }) => isOverdue).map((row) => answerKey(row.list, subjectOf(row))),
  )
  return [...promises]
    .filter(
      ([key, { list, team, answeredAt }]) =>
        lists.includes(list) &&
        teams.includes(team) &&
        (since === null || answeredAt.slice(0, 10) >= since) &&
        !here.has(key),
    )
    .map(([, promise]) => ({ promise }))
}

function countsOf(
  entries: readonly PackEntry[],
  left: readonly LeftEntry[],
  untold: readonly LeftEntry[],
): PackCounts {
  const verdicts = (verdict: Verdict) => entries.filter((entry) => entry.verdict === verdict).length
  return {
    children: entries.length,
    discussed: entries.filter(({ item }) => item !== null).length,
    silent: entries.filter(({ isSilent }) => isSilent).length,
    promised: entries.filter(({ promise }) => promise !== null).length + left.length + untold.length,
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
