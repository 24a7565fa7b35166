import { describe, expect, test } from 'vitest'
import { simulateAdopters, simulateFamilies, workforceOf } from './council-simulation.ts'
import { smallCouncil } from '../plans/small-council.ts'
import { numberOf, workingDaysAfter, dayOf } from '../day-number.ts'
import type { ChildLog, RecordedEvent } from '../event-log.ts'
import { withinWorkingDays } from '../../src/platform/working-days.ts'

/** Enough seeds for chance to show itself, few enough to run in seconds. */
const SEEDS = [1, 2, 3, 5, 8, 2015]

const first = numberOf('2013-02-01')
const last = numberOf('2015-01-31')
const isShown = ({ on }: RecordedEvent) => on >= first && on <= last

const councils = SEEDS.map((seed) => {
  const plan = smallCouncil(seed)
  const families = [...simulateFamilies(plan, workforceOf(plan))]
  return { plan, families, children: families.flatMap((family) => family.children) }
})
const share = <Item>(items: readonly Item[], is: (item: Item) => boolean): number =>
  items.filter(is).length / items.length

test('the same seed lives the same council, and another seed another', () => {
  const again = (seed: number) => {
    const plan = smallCouncil(seed)
    const families = [...simulateFamilies(plan, workforceOf(plan))]
    return JSON.stringify([families, [...simulateAdopters(plan, families)]])
  }
  expect(again(5)).toBe(again(5))
  expect(again(5)).not.toBe(again(6))
})

describe.each(councils)('the identities of a council of seed $plan.seed', ({ children }) => {
  test('referrals less those without action are the episodes of need that began', () => {
    const taken = children.flatMap(({ referrals }) => referrals.filter(({ isNfa }) => !isNfa))
    const begun = children.flatMap(({ needs }) => needs)
    const inOrder = (days: readonly number[]) => days.toSorted((one, other) => one - other)
    expect(inOrder(begun.map(({ started }) => started.on))).toEqual(
      inOrder(taken.map(({ received }) => received.on)),
    )
  })

  test('referrals less no action less not in need are the episodes that go on after the assessment', () => {
    const [referrals, needs] = [
      children.flatMap((child) => child.referrals),
      children.flatMap((child) => child.needs),
    ]
    const noAction = referrals.filter(({ isNfa }) => isNfa).length
    const notInNeed = needs.filter(({ closeReason }) => ['RC8', 'RC9'].includes(closeReason)).length
    expect(referrals.length - noAction - notInNeed).toBe(
      needs.filter(({ closeReason }) => !['RC8', 'RC9'].includes(closeReason)).length,
    )
  })

  test('those open now are those open then, and those who came, without those who went', () => {
    for (const kind of ['plans', 'care', 'needs'] as const) {
      const all: { started: RecordedEvent; ended: RecordedEvent | null }[] = children.flatMap((child) =>
        kind === 'needs'
          ? child.needs.map(({ started, closed }) => ({ started, ended: closed }))
          : child[kind].map(({ started, ended }) => ({ started, ended })),
      )
      const openOn = (day: number) =>
        all.filter(({ started, ended }) => started.on <= day && (ended === null || ended.on > day)).length
      // An episode that began and ended on one day is at no day's end.
      const lasting = all.filter(({ started, ended }) => ended?.on !== started.on)
      const came = lasting.filter(({ started }) => isShown(started)).length
      const went = lasting.filter(({ ended }) => ended !== null && isShown(ended)).length
      expect(openOn(last)).toBe(openOn(first - 1) + came - went)
    }
  })

  test('nothing ends before it begins, and a child has one episode of need at a time', () => {
    for (const { needs, assessments, plans, care, enquiries } of children) {
      for (const [at, { started, closed }] of needs.entries()) {
        if (closed) expect(closed.on).toBeGreaterThanOrEqual(started.on)
        const before = needs[at - 1]
        if (before) expect(before.closed!.on).toBeLessThanOrEqual(started.on)
      }
      for (const { started, authorised } of assessments)
        if (authorised) expect(authorised.on).toBeGreaterThanOrEqual(started.on)
      for (const { started, ended } of [...plans, ...care])
        expect(ended!.on).toBeGreaterThanOrEqual(started.on)
      for (const { started, conference } of enquiries)
        if (conference) expect(conference.on).toBeGreaterThanOrEqual(started.on)
    }
  })
})

describe('the small council is like a city of 2015', () => {
  const everyone = councils.flatMap(({ children }) => children)
  const each = (of: (children: readonly ChildLog[]) => number) => councils.map(({ children }) => of(children))
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const referrals = everyone.flatMap((child) => child.referrals.filter(({ received }) => isShown(received)))

  test('about 2,000 children are known to social care', () => {
    for (const known of each(
      (children) => children.filter(({ referrals, needs }) => referrals.length + needs.length > 0).length,
    )) {
      expect(known).toBeGreaterThan(1750)
      expect(known).toBeLessThan(2400)
    }
  })

  test('referrals are near 1,135 per 10,000 children a year, and 12% more since June 2014', () => {
    const yearly = referrals.length / councils.length / 2
    expect(yearly / 0.8).toBeGreaterThan(1000)
    expect(yearly / 0.8).toBeLessThan(1290)
  })

  test('three in ten referrals come to nothing, and three in ten came before within a year', () => {
    expect(share(referrals, ({ isNfa }) => isNfa)).toBeCloseTo(0.299, 1)
    const pairs = everyone.flatMap((child) => {
      const days = child.referrals.map(({ received }) => received.on)
      return days
        .filter((day) => day >= first && day <= last)
        .map((day) => days.some((other) => other < day && other >= day - 365))
    })
    const again = share(pairs, (is) => is)
    expect(again).toBeGreaterThan(0.27)
    expect(again).toBeLessThan(0.36)
  })

  test('nine in ten assessments are finished in 45 working days, with a rush in the last five', () => {
    const finished = everyone.flatMap((child) =>
      child.assessments.flatMap(({ started, authorised }) =>
        authorised && isShown(authorised) ? [{ from: started.on, to: authorised.on }] : [],
      ),
    )
    const within = (days: number) => share(finished, ({ from, to }) => to <= workingDaysAfter(from, days))
    expect(within(45)).toBeGreaterThan(0.88)
    expect(within(45)).toBeLessThan(0.93)
    expect(within(45) - within(40)).toBeGreaterThan(0.13)
    expect(within(20)).toBeGreaterThan(0.25)
    // The simulation counts working days as everything else does.
    for (const { from, to } of finished.slice(0, 200))
      expect(to <= workingDaysAfter(from, 45)).toBe(withinWorkingDays(dayOf(from), dayOf(to), 45))
  })

  test('after Christmas fewer are in time than in the autumn: managers were away', () => {
    const inTime = (from: string, to: string) =>
      mean(
        each((children) => {
          const finished = children.flatMap((child) =>
            child.assessments.filter(
              ({ authorised }) =>
                authorised !== null && dayOf(authorised.on) >= from && dayOf(authorised.on) <= to,
            ),
          )
          return share(
            finished,
            ({ started, authorised }) => authorised!.on <= workingDaysAfter(started.on, 45),
          )
        }),
      )
    const january = inTime('2015-01-01', '2015-01-31')
    expect(january).toBeLessThan(inTime('2014-11-01', '2014-12-31') - 0.04)
    expect(january).toBeGreaterThan(0.74)
    expect(january).toBeLessThan(0.9)
  })

  test('stalled assessments pile up to the inspection of July 2014, and are fewer by November', () => {
    const openPast45 = (day: number) =>
      mean(
        each(
          (children) =>
            children.flatMap((child) =>
              child.assessments.filter(
                ({ started, authorised }) =>
                  workingDaysAfter(started.on, 45) < day && (authorised === null || authorised.on > day),
              ),
            ).length,
        ),
      )
    const [before, peak, november] = [
      numberOf('2013-02-28'),
      numberOf('2014-07-31'),
      numberOf('2014-11-30'),
    ].map(openPast45)
    expect(peak!).toBeGreaterThan(before! * 1.8)
    expect(november!).toBeLessThan(peak! * 0.85)
  })

  test('conferences are late, and less so since the summer of 2014', () => {
    const timed = (from: string, to: string) =>
      share(
        everyone.flatMap((child) =>
          child.enquiries.flatMap(({ started, conference }) =>
            conference && dayOf(conference.on) >= from && dayOf(conference.on) <= to
              ? [{ from: started.on, to: conference.on }]
              : [],
          ),
        ),
        (course) => course.to <= workingDaysAfter(course.from, 15),
      )
    expect(timed('2013-02-01', '2014-04-30')).toBeCloseTo(0.43, 1)
    expect(timed('2014-07-01', '2015-01-31')).toBeGreaterThan(0.52)
  })

  test('children in need, on plans and in care stand as they do in such a city', () => {
    const per10k = (of: (child: ChildLog) => { started: RecordedEvent; ended: RecordedEvent | null }[]) =>
      mean(
        each(
          (children) =>
            children.filter((child) =>
              of(child).some(
                ({ started, ended }) => started.on <= last && (ended === null || ended.on > last),
              ),
            ).length / 0.8,
        ),
      )
    const inNeed = per10k(({ needs }) => needs.map(({ started, closed }) => ({ started, ended: closed })))
    expect(inNeed).toBeGreaterThan(380)
    expect(inNeed).toBeLessThan(520)
    const onPlans = per10k(({ plans }) => plans)
    expect(onPlans).toBeGreaterThan(55)
    expect(onPlans).toBeLessThan(95)
    const inCare = per10k(({ care }) => care)
    expect(inCare).toBeGreaterThan(85)
    expect(inCare).toBeLessThan(130)
  })

  test('schools refer little in August', () => {
    const august = referrals.filter(({ received }) => dayOf(received.on).slice(5, 7) === '08')
    const from =
      (source: string) =>
      ({ source: of }: { source: string }) =>
        of.startsWith(source)
    expect(share(august, from('2'))).toBeLessThan(0.6 * share(referrals, from('2')))
  })
})
