import { expect, test } from 'vitest'
import { funnelLimits, funnelOf } from './funnel.ts'

const team = (name: string, met: number, all: number) => ({ name, met, all })
const sum = (parts: readonly { met: number; all: number }[]) => ({
  met: parts.reduce((total, { met }) => total + met, 0),
  all: parts.reduce((total, { all }) => total + all, 0),
})
const funnel = (...parts: ReturnType<typeof team>[]) => funnelOf(parts, sum(parts))

test('limits are wide for few cases and narrow for many', () => {
  // 80%: one standard error of 100 cases is √(80 × 20 / 100) = 4, of 400 it is 2.
  const even = { centre: 80, dispersion: 1 }
  expect(funnelLimits(even, 100, 2)).toEqual([72, 88])
  expect(funnelLimits(even, 400, 3)).toEqual([74, 86])
  expect(funnelLimits(even, 4, 3)).toEqual([20, 100])
})

test('a team beyond three standard errors stands far from the council, one beyond two apart, the others within', () => {
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
  expect(found.dispersion).toBeCloseTo(2)
  expect(found.points.every(({ standing }) => standing === 'within')).toBe(true)
  expect(funnelLimits(found, 100, 2)).toEqual([30, 70])
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
