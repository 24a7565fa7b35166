import { formatDay, type Day } from '../../platform/day.ts'
import { formatCount } from '../../platform/words.ts'
import { choice, day, defineRecord, paragraph, text, whole, type RecordOf } from '../../records/index.ts'
import { setPracticeStandards } from './permissions.ts'

/** What a standard is about: the list that it rules, and the intervals that the list and its measure count by. */
interface StandardClock {
  title: string
  /** The id of the list. */
  list: string
  unit: 'working day' | 'week'
  /** What is done at every interval, and from when the first is counted. */
  what: string
  from: string
  /** The intervals in the SQL of the list and of its measure. `later` is null where it is done once. */
  counted: { first: number; later: number | null }
}

export const STANDARD_CLOCKS = {
  need_visits: {
    title: 'Visits to children in need',
    list: 'need-visits',
    unit: 'working day',
    what: 'visit',
    from: 'the day that the need was found',
    counted: { first: 20, later: 20 },
  },
  need_plans: {
    title: 'Plans of children in need',
    list: 'need-plans',
    unit: 'working day',
    what: 'plan',
    from: 'the day that the assessment was authorised',
    counted: { first: 10, later: null },
  },
  need_reviews: {
    title: 'Reviews of plans of children in need',
    list: 'need-plan-reviews',
    unit: 'week',
    what: 'review',
    from: 'the start of the plan',
    counted: { first: 6, later: 12 },
  },
} as const satisfies Record<string, StandardClock>
export type ClockName = keyof typeof STANDARD_CLOCKS
export const CLOCK_NAMES = Object.keys(STANDARD_CLOCKS) as ClockName[]
export const clockOf = (name: ClockName): StandardClock => STANDARD_CLOCKS[name]

const fixed = () => 'A version of a standard never changes: add the next version'

/** How often children in need are seen and their plans are looked at: a version that holds from a day until the next one. */
export const practiceStandard = defineRecord({
  name: 'practice_standard',
  idPrefix: 'pst',
  words: {
    one: 'version of a practice standard',
    many: 'versions of practice standards',
    title: 'Practice standards for children in need',
  },
  permissions: { read: 'figures:read', write: setPracticeStandards },
  fields: {
    clock: choice({
      label: 'Standard',
      choices: {
        need_visits: STANDARD_CLOCKS.need_visits.title,
        need_plans: STANDARD_CLOCKS.need_plans.title,
        need_reviews: STANDARD_CLOCKS.need_reviews.title,
      },
      required: 'Choose the standard',
      fixed,
    }),
    fromOn: day({ label: 'Holds from', required: 'Enter the day from which it holds', fixed }),
    firstWithin: whole({
      label: 'The first within',
      hint: 'Working days for visits and plans, weeks for reviews',
      min: 1,
      max: 260,
      required: 'Enter within how many working days or weeks the first is due',
      fixed,
    }),
    thenEvery: whole({
      label: 'Then one every',
      hint: 'Working days for visits, weeks for reviews. Leave it empty for plans, which are made once',
      min: 1,
      max: 260,
      fixed,
    }),
    agreedBy: text({
      label: 'Agreed by',
      hint: 'A role, not a name: “Head of service”',
      required: 'Enter who agreed it',
      fixed,
    }),
    why: paragraph({ label: 'What changes, and why', fixed }),
  },
  named: (standard) => `${clockOf(standard.clock).title}, from ${formatDay(standard.fromOn)}`,
  listed: ['firstWithin', 'thenEvery', 'agreedBy'],
  order: (left, right) =>
    CLOCK_NAMES.indexOf(left.clock) - CLOCK_NAMES.indexOf(right.clock) ||
    (left.fromOn < right.fromOn ? 1 : left.fromOn > right.fromOn ? -1 : 0),
  check: ({ clock, fromOn, thenEvery }, _context, others) => {
    const same = others.find((other) => other.clock === clock && other.fromOn === fromOn)
    return {
      ...(clock === 'need_plans' &&
        thenEvery !== null && { thenEvery: 'A plan is made once: leave this empty' }),
      ...(clock !== 'need_plans' &&
        thenEvery === null && { thenEvery: `Enter how often after the first ${clockOf(clock).what}` }),
      ...(same && {
        fromOn: `There is a version of this standard from ${formatDay(fromOn)} already: withdraw it, or enter another day`,
      }),
    }
  },
})

export type PracticeStandard = RecordOf<typeof practiceStandard.fields>
/** As much of a version as says what it asks. */
export type Standard = Pick<PracticeStandard, 'clock' | 'fromOn' | 'firstWithin' | 'thenEvery'>

export const STANDARDS_AT = '/practice-standards'
export const standardHref = (id: string): string => `${STANDARDS_AT}/${id}`

/** What a council starts with: what its lists and measures count by. */
export const FIRST_STANDARDS: readonly Omit<Standard, 'fromOn'>[] = CLOCK_NAMES.map((clock) => ({
  clock,
  firstWithin: clockOf(clock).counted.first,
  thenEvery: clockOf(clock).counted.later,
}))

/** The version that rules on a day: the latest that holds by then. Null before the council's first. */
export const standardOn = <Version extends Standard>(
  versions: readonly Version[],
  clock: ClockName,
  on: Day,
): Version | null =>
  versions
    .filter((version) => version.clock === clock && version.fromOn <= on)
    .toSorted((left, right) => (left.fromOn < right.fromOn ? -1 : left.fromOn > right.fromOn ? 1 : 0))
    .at(-1) ?? null

/** The first version that holds after a day; null where there is none yet. */
export const standardAfter = <Version extends Standard>(
  versions: readonly Version[],
  clock: ClockName,
  on: Day,
): Version | null =>
  versions
    .filter((version) => version.clock === clock && version.fromOn > on)
    .toSorted((left, right) => (left.fromOn < right.fromOn ? -1 : 1))[0] ?? null

/** "the first visit within 10 working days of the day that the need was found, then one every 20" */
export function describeStandard({ clock, firstWithin, thenEvery }: Omit<Standard, 'fromOn'>): string {
  const { unit, what, from } = clockOf(clock)
  if (thenEvery === null) return `a ${what} within ${formatCount(firstWithin, unit)} of ${from}`
  return firstWithin === thenEvery
    ? `a ${what} every ${formatCount(thenEvery, unit)}, the first from ${from}`
    : `the first ${what} within ${formatCount(firstWithin, unit)} of ${from}, then one every ${formatCount(thenEvery, unit)}`
}

/** Whether a version asks for what the list and its measure count by. */
export const isAsCounted = ({ clock, firstWithin, thenEvery }: Omit<Standard, 'fromOn'>): boolean =>
  clockOf(clock).counted.first === firstWithin && clockOf(clock).counted.later === thenEvery
