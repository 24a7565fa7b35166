import { addDays, addMonths, formatDay, type Day } from '../../platform/day.ts'
import { capital, formatCount } from '../../platform/words.ts'
import { workingDaysBetween } from '../../platform/working-days.ts'
import { LANES, type ChildEvent, type ChildSpell, type Lane } from './event.ts'
import { nameOfDue, type ChildRecord } from './record.ts'

/** Something of a child's record that a plain rule picks out. No rule weighs anything: each is held or is not. Child-level. */
export interface Finding {
  lane: Lane
  text: string
  /** The rule, as the page names it. */
  rule: string
  /** What is overdue now, or was missed. */
  isBold: boolean
}

/** Rules about how often look at the months before the data end. */
const MONTHS = 12
const SEVERAL_REFERRALS = 2
const SEVERAL_TIMES_MISSING = 2
const SEVERAL_WORKERS = 3
const SEVERAL_PLANS = 2

type Dated = Pick<ChildRecord, 'events' | 'spells' | 'asAt'>

/** What stands out, in the order of the work: what is overdue first in each part. */
export function standsOut(record: Dated): Finding[] {
  const found = [
    ...overdueNow(record),
    ...flagged(record),
    ...lately(record),
    ...manyReferrals(record),
    ...manyTimesMissing(record),
    ...workers(record),
    ...plans(record),
  ]
  return LANES.flatMap((lane) => {
    const own = found.filter((finding) => finding.lane === lane)
    return own.toSorted((left, right) => Number(right.isBold) - Number(left.isBold))
  })
}

/** Of events up to the end of the data, those of the last twelve months. */
const recent = ({ events, asAt }: Dated): ChildEvent[] => {
  const from = addMonths(asAt, -MONTHS)
  return events.filter(({ on }) => on > from && on <= asAt)
}

const overdueNow = ({ events, asAt }: Dated): Finding[] =>
  events
    .filter(({ state }) => state === 'overdue')
    .map((event) => ({ name: nameOfDue(event), ...event }))
    .map(({ lane, name, on }) => ({
      lane,
      text: `${name}: was due ${formatDay(on)}, ${formatCount(workingDaysBetween(on, asAt), 'working day')} over`,
      rule: 'Its due day is past and no row says that it was done',
      isBold: true,
    }))

/** What the rows themselves say was missed: the latest of each. */
function flagged(record: Dated): Finding[] {
  const flags = recent(record).flatMap(({ lane, on, flag }) => (flag ? [{ lane, on, ...flag }] : []))
  const latest = Map.groupBy(flags, ({ lane, text }) => `${lane} ${text}`)
  return [...latest.values()].map((same) => {
    const { lane, on, text, rule } = same.toSorted((left, right) => (left.on < right.on ? 1 : -1))[0]!
    const times = same.length > 1 ? `, ${same.length} times in 12 months` : ''
    return { lane, text: `${text}, ${formatDay(on)}${times}`, rule, isBold: true }
  })
}

/** What was done after its limit: the latest of each part of the work. */
function lately(record: Dated): Finding[] {
  const late = recent(record).filter(({ state }) => state === 'late')
  return [...Map.groupBy(late, ({ lane }) => lane)].map(([lane, own]) => {
    const last = own.toSorted((left, right) => (left.on < right.on ? 1 : -1))[0]!
    const many = own.length > 1 ? `; ${own.length} late in 12 months` : ''
    return {
      lane,
      text: `${last.what} late, ${formatDay(last.on)}${many}`,
      rule: 'Done after its limit, in the last 12 months',
      isBold: false,
    }
  })
}

function manyReferrals(record: Dated): Finding[] {
  const count = recent(record).filter(({ what }) => /^Referral(:|$)/.test(what)).length
  return count < SEVERAL_REFERRALS
    ? []
    : [
        {
          lane: 'Contacts and referrals',
          text: `${capital(ordinal(count))} referral in 12 months`,
          rule: 'Two or more referrals in the last 12 months',
          isBold: false,
        },
      ]
}

function manyTimesMissing(record: Dated): Finding[] {
  const lane: Lane = 'Missing and return interviews'
  const days = new Set(
    recent(record)
      .filter((event) => event.lane === lane && /^(Missing|Reported missing)$/.test(event.what))
      .map(({ on }) => on),
  )
  return days.size < SEVERAL_TIMES_MISSING
    ? []
    : [
        {
          lane,
          text: `Missing on ${days.size} days in 12 months`,
          rule: 'Went missing on two or more days in the last 12 months',
          isBold: true,
        },
      ]
}

/** Changes of worker, and days without one between two. */
function workers({ spells, asAt }: Dated): Finding[] {
  const from = addMonths(asAt, -MONTHS)
  const held = spells
    .filter((spell) => spell.lane === 'Worker' && (spell.to ?? asAt) > from)
    .toSorted((left, right) => (left.from < right.from ? -1 : 1))
  const different = new Set(held.map(({ what }) => what)).size
  const gap = gapsIn(held, asAt).findLast(({ to }) => to > from)
  return [
    ...(different < SEVERAL_WORKERS
      ? []
      : [
          {
            lane: 'Worker' as const,
            text: `${capital(ordinal(different))} worker in 12 months`,
            rule: 'Three or more workers in the last 12 months',
            isBold: false,
          },
        ]),
    ...(gap
      ? [
          {
            lane: 'Worker' as const,
            text: `No worker from ${formatDay(gap.from)} to ${formatDay(gap.to)}`,
            rule: 'A working day or more between two workers, in the last 12 months',
            isBold: true,
          },
        ]
      : []),
  ]
}

/** Days, both in, on which nobody held the child between two who did. */
function gapsIn(held: readonly ChildSpell[], asAt: Day): { from: Day; to: Day }[] {
  let until: Day | null = null
  const gaps: { from: Day; to: Day }[] = []
  for (const spell of held) {
    const to = addDays(spell.from, -1)
    if (until !== null && workingDaysBetween(until, to) > 0) gaps.push({ from: addDays(until, 1), to })
    const end = spell.to ?? asAt
    if (until === null || end > until) until = end
  }
  return gaps
}

function plans({ events, asAt }: Dated): Finding[] {
  const began = events.filter(({ on, what }) => on <= asAt && what.startsWith('Protection plan began')).length
  return began < SEVERAL_PLANS
    ? []
    : [
        {
          lane: 'Child protection',
          text: `${capital(ordinal(began))} protection plan`,
          rule: 'More than one child protection plan in these data',
          isBold: false,
        },
      ]
}

const WORDS = [
  '',
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
]
const ordinal = (count: number): string => WORDS[count] ?? `number ${count}:`
