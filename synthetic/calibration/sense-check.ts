import { birthday, type DayNumber } from '../day-number.ts'
import type { CarePeriod, ChildLog, FamilyLog, RecordedEvent } from '../event-log.ts'
import { add, type Tally } from './tally.ts'

/** What can never be so of a child, whatever the numbers. Each answers how often it is. */
interface SenseCheck {
  what: string
  breaches: (child: ChildLog) => number
}

const count = <Thing>(things: readonly Thing[], isWrong: (thing: Thing, index: number) => boolean): number =>
  things.filter(isWrong).length

/** A pregnancy is known of, and its child referred, up to nine months before birth. */
const CONCEIVED = 274

interface Stay {
  started: RecordedEvent
  ended: RecordedEvent | null
}

const needStays = ({ needs }: ChildLog): Stay[] =>
  needs.map(({ started, closed }) => ({ started, ended: closed }))
const overlaps = (stays: readonly Stay[]): number =>
  count(stays, ({ started }, index) => {
    const before = stays[index - 1]
    return before !== undefined && (before.ended === null || before.ended.on > started.on)
  })

function eventsOf(child: ChildLog): (RecordedEvent | null)[] {
  const { contacts, earlyHelp, referrals, assessments, enquiries, needs, plans, care } = child
  return [
    ...contacts.map(({ received }) => received),
    ...referrals.map(({ received }) => received),
    ...earlyHelp.flatMap(({ started, ended }) => [started, ended]),
    ...assessments.flatMap(({ started, authorised }) => [started, authorised]),
    ...enquiries.flatMap(({ started, ended, conference }) => [started, ended, conference]),
    ...needs.flatMap(({ started, closed }) => [started, closed]),
    ...plans.flatMap(({ started, ended }) => [started, ended]),
    ...care.flatMap(({ started, ended }) => [started, ended]),
  ]
}

const isWithin = (day: DayNumber, { started, ended }: Stay): boolean =>
  day >= started.on && (ended === null || day <= ended.on)

/** Of one period of care, the days on which no placement runs, and those that run into each other. */
function unplaced({ started, ended, placements }: CarePeriod): number {
  const first = placements[0]
  if (!first || first.from !== started.on) return 1
  return (
    count(placements, ({ from }, index) => index > 0 && from !== placements[index - 1]!.to) +
    (ended !== null && placements.at(-1)!.to < ended.on ? 1 : 0)
  )
}

export const SENSE_CHECKS: Readonly<Record<string, SenseCheck>> = {
  'before-conception': {
    what: 'Events before a child is conceived',
    breaches: (child) =>
      count(eventsOf(child), (event) => event !== null && event.on < child.bornOn - CONCEIVED),
  },
  'care-before-birth': {
    what: 'Children in care before they are born',
    breaches: ({ care, bornOn }) => count(care, ({ started }) => started.on < bornOn),
  },
  'adult-referred': {
    what: 'Referrals of people of 18 or more',
    breaches: ({ referrals, bornOn }) =>
      count(referrals, ({ received }) => received.on >= birthday(bornOn, 18)),
  },
  'adult-on-plan': {
    what: 'Child protection plans that go on past 18',
    breaches: ({ plans, bornOn }) =>
      count(plans, ({ ended }) => ended === null || ended.on > birthday(bornOn, 18)),
  },
  'adult-in-care': {
    what: 'Periods of care that go on past 18',
    breaches: ({ care, bornOn }) =>
      count(care, ({ ended }) => ended === null || ended.on > birthday(bornOn, 18)),
  },
  'recorded-before': {
    what: 'Events recorded before they happened',
    breaches: (child) => count(eventsOf(child), (event) => event !== null && event.recordedOn < event.on),
  },
  'ends-before': {
    what: 'Things that end before they begin',
    breaches: (child) =>
      count(
        [
          ...needStays(child),
          ...child.plans,
          ...child.care,
          ...child.enquiries.map(({ started, conference }) => ({ started, ended: conference })),
          ...child.assessments.map(({ started, authorised }) => ({ started, ended: authorised })),
        ],
        ({ started, ended }) => ended !== null && ended.on < started.on,
      ),
  },
  'two-needs': { what: 'Two episodes of need at once', breaches: (child) => overlaps(needStays(child)) },
  'two-plans': { what: 'Two child protection plans at once', breaches: ({ plans }) => overlaps(plans) },
  'two-cares': { what: 'Two periods of care at once', breaches: ({ care }) => overlaps(care) },
  'plan-outside-need': {
    what: 'Child protection plans begun while the case is closed',
    breaches: (child) => outsideNeed(child, child.plans),
  },
  'care-outside-need': {
    what: 'Periods of care begun while the case is closed',
    breaches: (child) => outsideNeed(child, child.care),
  },
  'assessed-before-referral': {
    what: 'Assessments begun before their referral',
    breaches: ({ assessments, referrals }) =>
      count(assessments, ({ referral, started }) => {
        const found = referrals.find(({ number }) => number === referral)
        return found === undefined || started.on < found.received.on
      }),
  },
  'plan-without-conference': {
    what: 'Plans with no conference that made them',
    breaches: ({ plans, enquiries }) =>
      count(
        plans,
        ({ started }) =>
          !enquiries.some(({ conference, becamePlan }) => becamePlan && conference?.on === started.on),
      ),
  },
  unplaced: {
    what: 'Days in care without a placement, or with two',
    breaches: ({ care }) => care.reduce((sum, period) => sum + unplaced(period), 0),
  },
  'visited-outside': {
    what: 'Visits of a plan or of care outside its days',
    breaches: ({ plans, care }) =>
      [...plans, ...care].reduce((sum, stay) => sum + count(stay.visits, ({ on }) => !isWithin(on, stay)), 0),
  },
  'seen-alone-unseen': {
    what: 'Children seen alone at a visit at which they were not seen',
    breaches: ({ needs, plans, care }) =>
      count(
        [...needs, ...plans, ...care].flatMap(({ visits }) => visits),
        ({ wasSeen, wasSeenAlone }) => !wasSeen && wasSeenAlone === true,
      ),
  },
}

const outsideNeed = (child: ChildLog, stays: readonly Stay[]): number =>
  count(stays, ({ started }) => !needStays(child).some((need) => isWithin(started.on, need)))

const TOGETHER = Object.entries(SENSE_CHECKS)

export function checkSense(tally: Tally, { children }: FamilyLog): void {
  for (const child of children)
    for (const [id, { breaches }] of TOGETHER) add(tally, `sense.${id}`, breaches(child), 1)
}
