import { ageOn, formatDay, type Day } from '../../platform/day.ts'
import type { ChildEvent, ChildSpell, Lane } from './event.ts'
import type { ChildOnList } from './child-lists.ts'
import type { Allocation } from './reason.ts'

/** Everything one snapshot holds about one child, as at its day. Child-level. */
export interface ChildRecord {
  /** The case system's own number. */
  personId: string
  asAt: Day
  birthOn: Day | null
  /** For an unborn child. */
  expectedOn: Day | null
  sex: string | null
  ethnicity: string | null
  disability: string | null
  /** Who holds the child on the as-at day. */
  allocation: Allocation | null
  lastSeenOn: Day | null
  events: ChildEvent[]
  spells: ChildSpell[]
  /** The lists that they are on, with each rule that holds, late ones first. */
  lists: ChildOnList[]
  /** Lanes whose tables the source does not carry at all: unknown, which is not the same as empty. */
  notInSource: Lane[]
}

/** Newest first, and what is due before what has happened on the same day. */
export const inOrder = (events: readonly ChildEvent[]): ChildEvent[] =>
  events.toSorted((a, b) => (a.on === b.on ? a.what.localeCompare(b.what) : a.on < b.on ? 1 : -1))

export function formatAgeAndSex({ birthOn, expectedOn, sex, asAt }: ChildRecord): string {
  if (!birthOn && expectedOn) return `Unborn, expected on ${formatDay(expectedOn)}`
  if (!birthOn) return `Age not recorded, ${formatSex(sex, false)}`
  const age = ageOn(birthOn, asAt)
  if (age < 0) return `Unborn at the end of the data, birth dated ${formatDay(birthOn)}`
  return `${age === 0 ? 'Under 1' : age}, ${formatSex(sex, age >= 18)}`
}

function formatSex(sex: string | null, adult: boolean): string {
  if (sex === 'F') return adult ? 'woman' : 'girl'
  if (sex === 'M') return adult ? 'man' : 'boy'
  return sex === 'I' ? 'neither girl nor boy' : 'sex not recorded'
}

const COUNTS = ['Nothing', 'One thing', 'Two things', 'Three things', 'Four things', 'Five things']

/** What is overdue, and when the child was last seen. */
export function describeOverdue(record: ChildRecord): { bold: string; rest: string } {
  const overdue = record.events.filter((event) => event.state === 'overdue')
  const names = overdue.map((event) => withArticle(nameOfDue(event).toLowerCase()))
  const count = COUNTS[overdue.length] ?? `${overdue.length} things`
  const bold =
    overdue.length === 0
      ? 'Nothing in these data is overdue.'
      : `${count} ${overdue.length === 1 ? 'is' : 'are'} overdue: ${joinWords(names)}.`
  const rest = record.lastSeenOn
    ? `The last day on which a visit is recorded is ${formatDay(record.lastSeenOn)}.`
    : 'No visit is recorded in these data.'
  return { bold, rest }
}

/** "Review conference" from "Review conference due". */
export const nameOfDue = ({ what }: ChildEvent): string => what.replace(/ (due|to be authorised).*/, '')

const withArticle = (noun: string): string => `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`

const joinWords = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`

/** What is open on the as-at day: "Child protection plan, neglect, since 11 December 2014". */
export const openNow = ({ spells, asAt }: ChildRecord): string[] =>
  spells
    .filter((spell) => spell.from <= asAt && (spell.to === null || spell.to > asAt))
    .map((spell) => `${spell.what} since ${formatDay(spell.from)}`)

/** What is due after the as-at day, soonest first. */
export const nextDue = ({ events }: ChildRecord): ChildEvent[] =>
  events.filter((event) => event.state === 'due').toSorted((a, b) => (a.on < b.on ? -1 : 1))
