import fc from 'fast-check'
import { expect, test } from 'vitest'
import { binomialUpTo } from './binomial.ts'
import { funnelLimits, funnelOf } from './funnel.ts'
import { normalBelow, normalQuantile } from './normal.ts'

const team = (name: string, met: number, all: number) => ({ name, met, all })
const sum = (parts: readonly { met: number; all: number }[]) => ({
  met: parts.reduce((total, { met }) => total + met, 0),
  all: parts.reduce((total, { all }) => total + all, 0),
})
const funnel = (...parts: ReturnType<typeof team>[]) => funnelOf(parts, sum(parts))

test('seven of ten met, where the council has 94.6%, is what chance makes and accuses nobody', () => {
  // Chance alone gives seven or fewer of ten once in 70 times; the normal approximation had it beyond 3 standard errors.
  expect(binomialUpTo(7, 10, 0.946)).toBeCloseTo(0.014, 3)
  const small = funnelOf(
    [
      team('South 1', 7, 10),
      team('A', 190, 200),
      team('B', 189, 200),
      team('C', 190, 200),
      team('D', 190, 200),
    ],
    { met: 946, all: 1000 },
  )!
  expect((70 - 94.6) / Math.sqrt((94.6 * 5.4) / 10)).toBeLessThan(-3)
  expect(small.points[0]).toMatchObject({ name: 'South 1', standing: 'within' })
})

test('limits are wide for few cases and narrow for many, and wider the more teams are judged side by side', () => {
  const four = { centre: 80, dispersion: 1, judged: 4 }
  const width = (range: typeof four, cases: number) => {
    const [low, high] = funnelLimits(range, cases, 'far')
    return high - low
  }
  expect(width(four, 400)).toBeLessThan(width(four, 100))
  expect(width({ ...four, judged: 12 }, 100)).toBeGreaterThan(width(four, 100))
  expect(width({ ...four, dispersion: 1.5 }, 100)).toBeGreaterThan(width(four, 100))
  expect(funnelLimits(four, 4, 'far')).toEqual([0, 100])
})

test('a team is beyond a line exactly when the exact chance of its number or one further out is under its share', () => {
  const cases = fc.record({
    all: fc.integer({ min: 10, max: 300 }),
    centre: fc.integer({ min: 1, max: 99 }),
    judged: fc.integer({ min: 4, max: 30 }),
    part: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  fc.assert(
    fc.property(cases, ({ all, centre, judged, part }) => {
      const met = Math.round(part * all)
      const [low, high] = funnelLimits({ centre, dispersion: 1, judged }, all, 'far')
      const tail = (1 - 0.99 ** (1 / judged)) / 2
      const chances = bruteForce(all, centre / 100)
      const sumOf = (from: number, to: number) =>
        chances.slice(from, to).reduce((sum, chance) => sum + chance, 0)
      const [down, up] = [sumOf(0, met + 1), sumOf(met, all + 1)]
      fc.pre(Math.abs(down - tail) > 1e-9 && Math.abs(up - tail) > 1e-9)
      const value = (100 * met) / all
      expect([value < low - 1e-9, value > high + 1e-9]).toEqual([down < tail, up < tail])
    }),
  )
})

test('the exact tail is the sum of its terms', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 400 }),
      fc.integer({ min: 1, max: 99 }),
      fc.nat(400),
      (all, percent, met) => {
        const chances = bruteForce(all, percent / 100)
        const sum = chances.slice(0, met + 1).reduce((total, chance) => total + chance, 0)
        expect(binomialUpTo(met, all, percent / 100)).toBeCloseTo(Math.min(1, sum), 9)
      },
    ),
  )
})

/** The whole distribution by adding one case at a time. */
function bruteForce(all: number, share: number): number[] {
  let chances = [1]
  for (let count = 0; count < all; count += 1)
    chances = [...chances, 0].map((chance, met) => chance * (1 - share) + (chances[met - 1] ?? 0) * share)
  return chances
}

test('the normal distribution and its inverse agree, far out as well', () => {
  expect(normalBelow(-1.959964)).toBeCloseTo(0.025, 6)
  expect(normalBelow(3)).toBeCloseTo(0.99865, 5)
  expect(normalQuantile(0.5)).toBeCloseTo(0, 6)
  for (const z of [-12, -6, -3, -1, -0.2, 0.2, 1, 3]) expect(normalQuantile(normalBelow(z))).toBeCloseTo(z, 5)
})

test('a team far from what chance makes stands out, and the others are within', () => {
  const found = funnel(
    team('A', 160, 200),
    team('B', 162, 200),
    team('C', 158, 200),
    team('D', 161, 200),
    team('E', 159, 200),
    team('F', 142, 200),
    team('G', 120, 200),
  )!
  const standing = (name: string) => found.points.find((point) => point.name === name)
  expect(standing('A')?.standing).toBe('within')
  expect(standing('G')).toMatchObject({ standing: 'far', direction: 'down', value: 60 })
})

test('where teams lie further apart than chance, the limits widen by how much', () => {
  // Ten teams of 100 around 50%: one error is 5; they lie 10 either side, 2 errors, with the outermost drawn in.
  const found = funnel(...Array.from({ length: 10 }, (_, at) => team(`T${at}`, at % 2 ? 60 : 40, 100)))!
  expect(found.dispersion).toBeCloseTo(2, 1)
  expect(found.points.every(({ standing }) => standing === 'within')).toBe(true)
  const [low, high] = funnelLimits(found, 100, 'apart')
  expect([low, high]).toEqual([expect.closeTo(22, 0), expect.closeTo(78, 0)])
})

test('a small team is shown and not judged', () => {
  const found = funnel(team('Tiny', 1, 9), team('A', 80, 100), team('B', 81, 100), team('C', 79, 100))!
  expect(found.points[0]).toMatchObject({ name: 'Tiny', standing: 'small' })
  expect(found.dispersion).toBe(1)
})

test('fewer than four teams are not compared', () => {
  expect(funnel(team('A', 1, 10), team('B', 2, 10), team('C', 3, 10))).toBeNull()
  expect(funnel(team('A', 1, 10), team('B', 2, 10), team('C', 3, 10), team('None', 0, 0))).toBeNull()
})

test('a council where everything was met has teams within it', () => {
  const parts = ['A', 'B', 'C', 'D'].map((name) => team(name, 20, 20))
  expect(funnelOf(parts, sum(parts))?.points.every(({ standing }) => standing === 'within')).toBe(true)
})
