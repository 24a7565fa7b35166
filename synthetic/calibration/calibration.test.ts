import { describe, expect, test } from 'vitest'
import { averageAuthority, england } from '../plans/england.ts'
import { smallCouncil } from '../plans/small-council.ts'
import type { CouncilPlan } from '../plans/council-plan.ts'
import { simulateFamilies, workforceOf } from '../simulation/council-simulation.ts'
import { openCouncilCount, type CountedCouncil } from './council-count.ts'
import { printCalibration } from './printed-report.ts'
import { QUESTIONS } from './question.ts'
import { calibrationReport, type CalibrationRow } from './report.ts'

const SEEDS = Array.from({ length: 20 }, (_, at) => at + 1)
/** An English authority with about as many referrals as the small council. */
const MIDDLING = 16_000

function countCouncil(plan: CouncilPlan): CountedCouncil {
  const workforce = workforceOf(plan)
  const count = openCouncilCount(plan, workforce)
  for (const family of simulateFamilies(plan, workforce)) count.family(family)
  return count.close()
}

const simulated = (planOf: (seed: number) => CouncilPlan): CountedCouncil[] =>
  SEEDS.map((seed) => countCouncil(planOf(seed)))

const councils = {
  'the small council': simulated((seed) => smallCouncil(seed)),
  'an average authority': simulated((seed) => averageAuthority(seed, 24, MIDDLING)),
}

const told = ({ what, generated, target, tolerance, chance }: CalibrationRow) =>
  `${what}: ${generated} for ${target} ± ${tolerance} and ${chance} by chance`
const isNever = ({ unit }: CalibrationRow) => unit === 'breaches'

describe.each(Object.entries(councils))('%s', (_, all) => {
  test('over twenty seeds every figure is within its tolerance of what is published', () => {
    const out = calibrationReport(all).filter((row) => !row.within || row.generated === null)
    expect(out.map(told)).toEqual([])
  })

  test('in every single seed each figure is within twice what is allowed', () => {
    const out = all.flatMap((council) =>
      calibrationReport([council]).filter(
        ({ generated, target, tolerance, chance }) =>
          generated !== null && Math.abs(generated - target) > 2 * (tolerance + chance) + 1e-9,
      ),
    )
    expect(out.map(told)).toEqual([])
  })

  test('the identities hold exactly in every seed, and nothing is that can never be', () => {
    const broken = all.flatMap((council) =>
      calibrationReport([council]).filter((row) => isNever(row) && row.generated !== 0),
    )
    expect(broken.map(told)).toEqual([])
  })
})

test('153 authorities lie as far apart as those of England', () => {
  const counted = [...england(7, 12, 1 / 16)].map(countCouncil)
  const rows = calibrationReport(counted)
  const spread = rows.filter(({ group }) => group === 'Spread between authorities')
  expect(spread.length).toBeGreaterThan(15)
  expect(spread.filter((row) => !row.within).map(told)).toEqual([])
  expect(rows.filter((row) => isNever(row) && row.generated !== 0).map(told)).toEqual([])
})

test('the report says of every row what was aimed at, what came, and how many are within', () => {
  const rows = calibrationReport(councils['the small council'].slice(0, 1))
  const printed = printCalibration(rows)
  for (const { what } of rows) expect(printed).toContain(what)
  const within = rows.filter((row) => row.within).length
  expect(printed).toContain(`${within} of ${rows.length} are within what is allowed`)
  expect(new Set(rows.map(({ measure }) => measure)).size).toBe(rows.length)
  for (const row of rows) expect(row.source).not.toBe('')
})

test('no question is asked that nothing is held against', () => {
  const asked = new Set(
    Object.values(councils).flatMap((all) =>
      calibrationReport(all.slice(0, 1)).map(({ measure }) => measure),
    ),
  )
  expect([...QUESTIONS.keys()].filter((id) => !asked.has(id))).toEqual([])
})
