import { numberOf, type DayNumber } from '../../src/generator/day-number.ts'
import type { ChildLog, Desk, FamilyLog, Happening } from '../../src/generator/event-log.ts'
import { seededRandom, type Random } from '../../src/generator/random.ts'

/**
 * Children whose events no council would have, so that every edge is met: ends before starts, periods of care that
 * touch and overlap, birthdays on leap days, two referrals of a day, enquiries that share a conference, work that
 * nobody holds, records that come in late. Days crowd about a few month ends, so that they meet each other.
 */
export function awkwardFamilies(seed: number, count: number, first: DayNumber, last: DayNumber): FamilyLog[] {
  return Array.from({ length: count }, (_, number) => ({
    number,
    children: [awkwardChild(seededRandom(seed, `child ${number}`), 2_000_000 + number, first, last)],
  }))
}

const DESKS: readonly Desk[] = ['North 1/1', 'North 1/2', 'South/1', 'South/2', 'Care/1', 'Care/9'].map(
  (seat) => ({
    team: seat.slice(0, seat.indexOf('/')),
    seat,
  }),
)

/** One worker sits in two teams, and at one desk nobody sits. */
export const awkwardWorker = ({ seat }: Desk): string | null =>
  seat === 'Care/9' ? null : seat === 'South/2' ? 'SW-North 1/2' : `SW-${seat}`

function awkwardChild(random: Random, id: number, first: DayNumber, last: DayNumber): ChildLog {
  const crowded = [0, 1, 2, 3, 4, 5].map(() => random.between(first, last + 5))
  /** Near one of the child's few days, so that things begin and end beside each other. */
  const day = (): DayNumber =>
    random.pick(crowded) + random.pick([0, 0, 1, -1, 2, 14, 15, 44, 63, 65, 365, -365, 729, -729])
  const happening = (on: DayNumber): Happening => ({
    on,
    recordedOn: on + random.pick([0, 0, 0, 1, 2, 4, 9]),
  })
  const endOf = (from: DayNumber): Happening | null =>
    random.chance(0.25)
      ? null
      : happening(
          random.chance(0.1)
            ? from - 3
            : from + random.pick([0, 1, 30, 63, 64, 65, 728, 729, 730, random.between(1, 900)]),
        )
  const desk = (): Desk => random.pick(DESKS)
  const some = <Thing>(most: number, make: () => Thing): Thing[] =>
    Array.from({ length: random.between(0, most) }, make)
  /** One of a kind for each day on which it began: an extract takes two that are alike for one. */
  const oncePerDay = <Thing extends { started: Happening }>(things: Thing[]): Thing[] => [
    ...new Map(things.map((thing) => [thing.started.on, thing])).values(),
  ]
  const began = () => ({ referral: 1, started: happening(day()), desk: desk() })
  const isUnborn = random.chance(0.05)
  return {
    id: String(id),
    upn: null,
    sex: 'F',
    ethnicity: 'WBRI',
    bornOn: isUnborn
      ? last + random.between(-40, 100)
      : random.pick([
          numberOf('1996-02-29'),
          numberOf('2000-02-29'),
          random.pick(crowded) - 6574,
          random.between(last - 6500, last - 400),
        ]),
    isDisabled: false,
    disabilities: [],
    isUnaccompanied: random.chance(0.15),
    postcode: 'ZZ1 1ZZ',
    ward: 'North',
    contacts: some(4, () => ({
      received: happening(day()),
      source: random.pick(['1A', '6']),
      outcome: 'other',
      decidedAfterHours: null,
    })),
    earlyHelp: [],
    referrals: [
      ...new Map(
        some(4, () => ({
          number: 1,
          received: happening(day()),
          source: random.pick(['1A', '6', '5B']),
          isNfa: false,
          desk: desk(),
        })).map((referral) => [`${referral.received.on} ${referral.source}`, referral]),
      ).values(),
    ],
    assessments: oncePerDay(
      some(4, () => {
        const start = began()
        return {
          ...start,
          authorised: endOf(start.started.on),
          wasSeen: random.pick([true, false, null]),
          seenOn: null,
          factors: [],
          managerReviews: [],
          needsSupport: true,
        }
      }),
    ),
    enquiries: oncePerDay(awkwardEnquiries(random, some(3, began), happening)),
    needs: oncePerDay(
      some(3, () => {
        const start = began()
        return {
          ...start,
          closed: endOf(start.started.on),
          closeReason: 'RC1',
          needCode: 'N1',
          assessedOn: null,
          visits: [],
          plans: [],
        }
      }),
    ),
    plans: oncePerDay(
      some(3, () => {
        const start = began()
        return {
          ...start,
          ended: endOf(start.started.on),
          firstCategory: 'NEG',
          latestCategory: 'NEG',
          previousPlans: random.between(0, 2),
          policeProtection: false,
          visits: [],
          wasSeenAlone: false,
          reviews: [],
          coreGroups: [],
        }
      }),
    ),
    care: awkwardCare(random, began, endOf),
    leaver: null,
    adoption: null,
    education: null,
  }
}

type Began = { referral: number; started: Happening; desk: Desk }

/** Two enquiries may have one conference; one may be dated before its enquiry. */
function awkwardEnquiries(
  random: Random,
  begun: Began[],
  happening: (on: DayNumber) => Happening,
): ChildLog['enquiries'] {
  const conference = begun[0] && happening(begun[0].started.on + random.pick([20, 21, 22, 23, 24]))
  return begun.map((start) => {
    const on = start.started.on
    const own = random.chance(0.5)
      ? conference!
      : random.chance(0.7)
        ? happening(on + random.pick([-2, 0, 19, 20, 21, 22, 23]))
        : null
    // One that needs no conference is concluded within a fortnight.
    const ended = own ? null : { on: on + 13, recordedOn: on + 13 }
    return { ...start, ended, conference: own, meeting: null, becamePlan: false }
  })
}

/** Often the next period begins on the day after the last one ended, or on the day itself, or before it. */
function awkwardCare(
  random: Random,
  began: () => Began,
  endOf: (from: DayNumber) => Happening | null,
): ChildLog['care'] {
  const care = new Map<DayNumber, ChildLog['care'][number]>()
  let before: Happening | null = null
  for (let left = random.between(0, 3); left > 0; left -= 1) {
    const start = began()
    if (before && random.chance(0.7)) {
      const on = before.on + random.pick([0, 1, 1, 2, -5])
      start.started = { on, recordedOn: on }
    }
    const from = start.started.on
    const ended = endOf(from)
    care.set(from, {
      ...start,
      ended,
      endReason: 'E4A',
      needCode: 'N1',
      statuses: [
        { from, status: random.pick(['C2', 'V2']) },
        { from: from + 10, status: random.pick(['C1', 'E1']) },
      ],
      placements: [
        {
          from,
          to: from + 1000,
          type: 'U6',
          provider: 'PR1',
          postcode: 'ZZ1 1ZZ',
          urn: '',
          isOutside: false,
          distance: 1,
          changeReason: '',
          authority: 'Norchester',
        },
      ],
      permanencePlan: 'a',
      officer: 'IRO-1',
      reviews: [],
      visits: [],
      officerContacts: [],
      healthChecks: [],
      dentalChecks: [],
      yearlyHealth: [],
      educationPlans: [],
      missing: [],
      absent: [],
      motherOf: null,
      previousPermanence: null,
    })
    before = ended
  }
  return [...care.values()].sort((a, b) => a.started.on - b.started.on)
}
