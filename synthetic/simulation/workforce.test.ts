import { describe, expect, test } from 'vitest'
import { numberOf, type DayNumber } from '../day-number.ts'
import { cityCouncil } from '../plans/city-council.ts'
import type { CouncilPlan } from '../plans/council-plan.ts'
import { averageAuthority } from '../plans/england.ts'
import { smallCouncil } from '../plans/small-council.ts'
import { simulateFamilies, workforceOf } from './council-simulation.ts'
import type { Post, Worker, Workforce } from './workforce.ts'

const SEEDS = [1, 2, 3, 5, 2015]
const asAtOf = (plan: CouncilPlan): DayNumber => numberOf(plan.asAt)
const isAtWork = ({ startedOn, leftOn }: Worker, day: DayNumber): boolean =>
  startedOn <= day && (leftOn === null || leftOn > day)
const occupantOn = ({ occupants }: Post, day: DayNumber): string | null =>
  occupants.findLast(({ from, to }) => from <= day && (to === null || to > day))?.worker ?? null
const holdsCases = ({ code }: Post): boolean => code.includes('/')
const socialWorkPosts = ({ posts }: Workforce, day: DayNumber): Post[] =>
  posts.filter(({ role, createdOn }) => role !== 'personal adviser' && createdOn <= day)
const workersByCode = ({ workers }: Workforce) => new Map(workers.map((worker) => [worker.code, worker]))
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

const councils = [
  ...SEEDS.map((seed) => ({ name: `small ${seed}`, plan: smallCouncil(seed) })),
  ...[1, 2].map((seed) => ({ name: `average ${seed}`, plan: averageAuthority(seed, 24) })),
  { name: 'tiny', plan: averageAuthority(1, 24, 400) },
  { name: 'city', plan: cityCouncil(1, 24) },
].map((council) => ({ ...council, workforce: workforceOf(council.plan) }))

describe.each(councils)('the workforce of the council $name', ({ plan, workforce }) => {
  const asAt = asAtOf(plan)
  const days = [asAt, asAt - 91, asAt - 365, asAt - 600]

  test('every code is one person’s', () => {
    expect(workersByCode(workforce).size).toBe(workforce.workers.length)
  })

  test('a post has one occupant after another without a gap, and each is at work there', () => {
    const byCode = workersByCode(workforce)
    for (const { occupants } of workforce.posts) {
      for (const [at, { worker, from, to }] of occupants.entries()) {
        expect(to).toBe(occupants[at + 1]?.from ?? null)
        if (worker !== null) expect(isAtWork(byCode.get(worker)!, from)).toBe(true)
        if (worker !== null && to !== null) expect(isAtWork(byCode.get(worker)!, to - 1)).toBe(true)
      }
    }
  })

  test('nobody holds the cases of two positions while both have someone', () => {
    for (const day of days) {
      const seated = workforce.posts.filter(holdsCases).flatMap((post) => occupantOn(post, day) ?? [])
      expect(new Set(seated).size).toBe(seated.length)
    }
  })

  test('workers a year ago, with those who joined and without those who left, are the workers now', () => {
    const now = workforce.workers.filter((worker) => isAtWork(worker, asAt))
    const then = workforce.workers.filter((worker) => isAtWork(worker, asAt - 365))
    const joined = workforce.workers.filter(({ startedOn }) => startedOn > asAt - 365 && startedOn <= asAt)
    const left = workforce.workers.filter(
      ({ leftOn }) => leftOn !== null && leftOn > asAt - 365 && leftOn <= asAt,
    )
    expect(now.length).toBe(then.length + joined.length - left.length)
  })

  test('absences lie within the time that someone works there, one after another', () => {
    for (const { startedOn, leftOn, absences } of workforce.workers) {
      for (const [at, { from, to }] of absences.entries()) {
        expect(from).toBeGreaterThanOrEqual(startedOn)
        expect(to).toBeGreaterThanOrEqual(from)
        expect(from).toBeGreaterThan(absences[at - 1]?.to ?? -1)
        if (leftOn !== null) expect(to).toBeLessThan(leftOn)
      }
    }
  })

  test('agency workers and those who stand in are not in their assessed year', () => {
    for (const { isAgency, isPeripatetic, newlyQualifiedUntil } of workforce.workers)
      if (isAgency || isPeripatetic) expect(newlyQualifiedUntil).toBeNull()
  })
})

test('an authority’s vacancies, leavers and agency workers are as many as its profile says', () => {
  const each = [1, 2, 3].map((seed) => {
    const plan = averageAuthority(seed, 24)
    const workforce = workforceOf(plan)
    const asAt = asAtOf(plan)
    const byCode = workersByCode(workforce)
    const posts = socialWorkPosts(workforce, asAt)
    const filled = posts.filter((post) => byCode.get(occupantOn(post, asAt) ?? '')?.isAgency === false)
    const staff = workforce.workers.filter(({ role }) => role !== 'personal adviser')
    const inPost = staff.filter((worker) => isAtWork(worker, asAt))
    const permanent = inPost.filter(({ isAgency }) => !isAgency)
    const leavers = staff.filter(
      ({ isAgency, leftOn }) => !isAgency && leftOn !== null && leftOn > asAt - 365 && leftOn <= asAt,
    )
    return {
      vacancy: 1 - filled.length / posts.length,
      turnover: leavers.length / permanent.length,
      agency: 1 - permanent.length / inPost.length,
    }
  })
  const { vacancy, turnover } = averageAuthority(1).profile.staff
  expect(mean(each.map((one) => one.vacancy))).toBeCloseTo(vacancy, 1)
  expect(Math.abs(mean(each.map((one) => one.turnover)) - turnover)).toBeLessThan(0.02)
  expect(mean(each.map((one) => one.agency))).toBeGreaterThan(0.08)
  expect(mean(each.map((one) => one.agency))).toBeLessThan(0.17)
})

describe('Norchester’s staff', () => {
  const norchester = councils.filter(({ name }) => name.startsWith('small') || name === 'city')

  test('a tenth of posts are vacant before the round of November 2014, and none on the day it is over', () => {
    const vacant = (day: DayNumber) =>
      mean(
        norchester.map(({ workforce }) => {
          const byCode = workersByCode(workforce)
          const posts = socialWorkPosts(workforce, day)
          const isFilled = (post: Post) => byCode.get(occupantOn(post, day) ?? '')?.isAgency === false
          return 1 - posts.filter(isFilled).length / posts.length
        }),
      )
    expect(vacant(numberOf('2014-07-31'))).toBeGreaterThan(0.06)
    expect(vacant(numberOf('2014-07-31'))).toBeLessThan(0.12)
    expect(vacant(numberOf('2014-11-25'))).toBe(0)
  })

  test('workers who stand in take the places that fall empty since', () => {
    for (const { plan, workforce } of norchester) {
      const byCode = workersByCode(workforce)
      const positions = workforce.posts.filter(holdsCases)
      const standIns = positions.filter(
        (post) => byCode.get(occupantOn(post, asAtOf(plan)) ?? '')?.isPeripatetic,
      )
      const before = positions.filter(
        (post) => byCode.get(occupantOn(post, numberOf('2014-07-31')) ?? '')?.isPeripatetic,
      )
      expect(before).toEqual([])
      expect(standIns.length).toBeGreaterThanOrEqual(plan.population > 100_000 ? 10 : 0)
    }
  })

  test('the taskforce begins on 2 February 2015: 16 workers and 3 managers in the city', () => {
    const { workforce } = norchester.find(({ name }) => name === 'city')!
    const taskforce = workforce.workers.filter(({ team }) => team === 'Taskforce')
    expect(taskforce.filter(({ role }) => role === 'social worker')).toHaveLength(16)
    expect(taskforce.filter(({ role }) => role === 'team manager')).toHaveLength(3)
    for (const { startedOn, isAgency } of taskforce)
      expect([startedOn, isAgency]).toEqual([numberOf('2015-02-02'), true])
  })

  test('one manager runs North 1 and North 2', () => {
    for (const { plan, workforce } of norchester) {
      const managerOf = (team: string) =>
        occupantOn(
          workforce.posts.find((post) => post.team === team && post.role === 'team manager')!,
          asAtOf(plan),
        )
      expect(managerOf('North 2')).toBe(managerOf('North 1'))
    }
  })

  test('a city has some 300 positions in some 42 teams, in three localities', () => {
    const { workforce, plan } = norchester.find(({ name }) => name === 'city')!
    const positions = workforce.posts.filter(holdsCases)
    const teams = new Set(positions.map(({ team }) => team))
    expect(positions.length).toBeGreaterThan(285)
    expect(positions.length).toBeLessThan(335)
    expect(teams.size).toBeGreaterThan(38)
    expect(teams.size).toBeLessThan(47)
    expect(new Set(workforce.teams.flatMap(({ locality }) => locality || []))).toEqual(
      new Set(['North', 'Central', 'South']),
    )
    const inAssessedYear = workforce.workers.filter(
      ({ newlyQualifiedUntil, startedOn }) =>
        newlyQualifiedUntil !== null && startedOn > asAtOf(plan) - 365 && startedOn <= asAtOf(plan),
    )
    expect(inAssessedYear.length).toBeGreaterThan(22)
    expect(inAssessedYear.length).toBeLessThan(45)
  })
})

describe('the cases of the small council', () => {
  const held = SEEDS.map((seed) => {
    const plan = smallCouncil(seed)
    const workforce = workforceOf(plan)
    const asAt = asAtOf(plan)
    const byWorker = new Map<string | null, number>()
    for (const { children } of simulateFamilies(plan, workforce)) {
      for (const { needs } of children) {
        const open = needs.findLast(
          ({ started, closed }) => started.on <= asAt && (closed === null || closed.on > asAt),
        )
        if (!open) continue
        const worker = workforce.workerAt(open.position, asAt)
        byWorker.set(worker, (byWorker.get(worker) ?? 0) + 1)
      }
    }
    return byWorker
  })

  test('the mean looks bearable, and two workers hold 40 or more', () => {
    for (const byWorker of held) {
      const loads = [...byWorker.values()].toSorted((one, other) => other - one)
      expect(mean(loads)).toBeGreaterThan(16)
      expect(mean(loads)).toBeLessThan(23)
      expect(loads[1]).toBeGreaterThan(34)
    }
    expect(Math.max(...held.map((byWorker) => Math.max(...byWorker.values())))).toBeGreaterThan(45)
  })

  test('few have no worker on a day', () => {
    for (const byWorker of held) {
      const all = [...byWorker.values()].reduce((sum, load) => sum + load, 0)
      expect((byWorker.get(null) ?? 0) / all).toBeLessThan(0.06)
    }
  })
})
