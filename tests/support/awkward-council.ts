import { numberOf, type DayNumber } from '../../synthetic/day-number.ts'
import type { ChildLog, Position, FamilyLog, RecordedEvent, Visit } from '../../synthetic/event-log.ts'
import { seededRandom, type Random } from '../../synthetic/random.ts'
import {
  assessmentEvent,
  carePeriod,
  childLog,
  contactEvent,
  enquiryEvent,
  needEpisode,
  protectionPlan,
  referralEvent,
  type Begun,
} from './child-log.ts'

/**
 * Children whose events no council would have, so that every edge is met: ends before starts, periods of care that
 * touch and overlap, birthdays on leap days, two referrals of a day, enquiries that share a conference, work that
 * nobody holds, records that come in late. Days crowd about a few, so that they meet each other.
 */
export const awkwardFamilies = (
  seed: number,
  count: number,
  first: DayNumber,
  last: DayNumber,
): FamilyLog[] =>
  Array.from({ length: count }, (_, number) => ({
    number,
    children: [awkwardChild(seededRandom(seed, `child ${number}`), 2_000_000 + number, first, last)],
  }))

const NAMES = ['North 1/1', 'North 1/2', 'South/1', 'South/2', 'Care/1', 'Care/9']
const POSITIONS: readonly Position[] = NAMES.map((name) => ({ team: name.slice(0, name.indexOf('/')), name }))

/** One worker sits in two teams, and at one desk nobody sits. */
export const awkwardWorker = ({ name }: Position): string | null =>
  name === 'Care/9' ? null : name === 'South/2' ? 'SW-North 1/2' : `SW-${name}`

/** How the days of one child's events are drawn. */
interface Days {
  random: Random
  /** Of something that happens, with a record that may come later. */
  event: (on: DayNumber) => RecordedEvent
  begun: () => Begun
  /** Null for what goes on; now and then before it began. */
  endOf: (begun: Begun) => RecordedEvent | null
}

function awkwardChild(random: Random, id: number, first: DayNumber, last: DayNumber): ChildLog {
  const crowded = [0, 1, 2, 3, 4, 5].map(() => random.between(first, last + 5))
  const apart = [0, 0, 1, -1, 2, 14, 15, 44, 63, 65, 365, -365, 729, -729]
  const event = (on: DayNumber) => ({ on, recordedOn: on + random.pick([0, 0, 0, 1, 2, 4, 9]) })
  const days: Days = {
    random,
    event,
    begun: () => ({
      started: event(random.pick(crowded) + random.pick(apart)),
      position: random.pick(POSITIONS),
    }),
    endOf({ started }) {
      if (random.chance(0.25)) return null
      const later = random.pick([0, 1, 30, 63, 64, 65, 728, 729, 730, random.between(1, 900)])
      return event(started.on + (random.chance(0.1) ? -3 : later))
    },
  }
  const some = <Thing>(most: number, make: (begun: Begun) => Thing): Thing[] =>
    Array.from({ length: random.between(0, most) }, () => make(days.begun()))
  const bornOn = random.chance(0.05)
    ? last + random.between(-40, 100)
    : random.pick([
        numberOf('1996-02-29'),
        numberOf('2000-02-29'),
        random.pick(crowded) - 6574,
        random.between(last - 6500, last - 400),
      ])
  const child = childLog({
    id: String(id),
    bornOn,
    isUnaccompanied: random.chance(0.15),
    contacts: some(4, ({ started }) => contactEvent(started, random.pick(['1A', '6']))),
    referrals: onceEach(
      some(4, (begun) => referralEvent(begun, random.pick(['1A', '6', '5B']))),
      ({ received, source }) => `${received.on} ${source}`,
    ),
    assessments: oncePerDay(
      some(4, (begun) => assessmentEvent(begun, days.endOf(begun), random.pick([true, false, null]))),
    ),
    enquiries: oncePerDay(
      awkwardEnquiries(
        days,
        some(3, (begun) => begun),
      ),
    ),
    needs: oncePerDay(some(3, (begun) => needEpisode(begun, days.endOf(begun)))),
    plans: oncePerDay(some(3, (begun) => protectionPlan(begun, days.endOf(begun), random.between(0, 2)))),
    care: awkwardCare(days),
    earlyHelp: oncePerDay(some(3, (begun) => awkwardHelp(days, begun))),
  })
  return withWhatCameOfIt(days, child)
}

const awkwardHelp = ({ random, endOf }: Days, begun: Begun): ChildLog['earlyHelp'][number] => ({
  started: begun.started,
  ended: endOf(begun),
  organisation: random.pick(['Family hub', 'Housing']),
  reason: 'Housing or money',
  endReason: random.pick(['Needs met', 'Did not engage']),
})

/** What referrals, assessments, enquiries and episodes of need came to, drawn after all their days. */
function withWhatCameOfIt(days: Days, child: ChildLog): ChildLog {
  const { random } = days
  const { referrals, assessments, enquiries, needs, plans } = child
  return {
    ...child,
    referrals: referrals.map((one) => ({ ...one, isNfa: random.chance(0.3) })),
    assessments: assessments.map((one) => ({ ...one, needsSupport: random.chance(0.4) })),
    enquiries: enquiries.map((one) => ({
      ...one,
      becamePlan: one.conference !== null && random.chance(0.6),
    })),
    needs: needs.map((one) => ({
      ...one,
      closeReason: random.pick(['RC7', 'RC8', 'RC9']),
      visits: awkwardVisits(days),
    })),
    plans: plans.map((one) => ({
      ...one,
      visits: awkwardVisits(days),
      reviews: awkwardVisits(days).map(({ on }) => ({
        on,
        chair: 'IRO-1',
        didAllocatedWorkerAttend: random.chance(0.5),
        reportSharedOn: null,
        participation: 'PN1',
      })),
    })),
  }
}

const awkwardVisits = ({ random, begun }: Days): Visit[] =>
  Array.from({ length: random.between(0, 2) }, () => ({
    on: begun().started.on,
    wasSeen: random.chance(0.7),
    wasSeenAlone: null,
  })).sort((a, b) => a.on - b.on)

/** An extract takes two rows that are alike for one, so no two of these are. */
const onceEach = <Thing>(things: readonly Thing[], nameOf: (thing: Thing) => string | number): Thing[] => [
  ...new Map(things.map((thing) => [nameOf(thing), thing])).values(),
]
const oncePerDay = <Thing extends { started: RecordedEvent }>(things: readonly Thing[]): Thing[] =>
  onceEach(things, ({ started }) => started.on)

/** Two enquiries may have one conference; one may be dated before its enquiry. */
function awkwardEnquiries({ random, event }: Days, begun: readonly Begun[]): ChildLog['enquiries'] {
  const shared = begun[0] ? event(begun[0].started.on + random.between(20, 24)) : null
  return begun.map((each) => {
    const { on } = each.started
    const own = () => event(on + random.pick([-2, 0, 19, 20, 21, 22, 23]))
    const conference = random.chance(0.5) ? shared : random.chance(0.7) ? own() : null
    // One that needs no conference is concluded within a fortnight.
    return enquiryEvent(each, conference ? null : { on: on + 13, recordedOn: on + 13 }, conference)
  })
}

/** Often the next period begins on the day after the last one ended, or on the day itself, or before it. */
function awkwardCare({ random, begun, endOf }: Days): ChildLog['care'] {
  const care: ChildLog['care'] = []
  let before: RecordedEvent | null = null
  for (let left = random.between(0, 3); left > 0; left -= 1) {
    const period = begun()
    if (before && random.chance(0.7)) {
      const on: DayNumber = before.on + random.pick([0, 1, 1, 2, -5])
      period.started = { on, recordedOn: on }
    }
    const from = period.started.on
    before = endOf(period)
    care.push(
      carePeriod(period, before, [
        { from, status: random.pick(['C2', 'V2']) },
        { from: from + 10, status: random.pick(['C1', 'E1']) },
      ]),
    )
  }
  return oncePerDay(care).sort((a, b) => a.started.on - b.started.on)
}
