import { beforeAll, expect, test } from 'vitest'
import type { Person, Scope } from '../src/access/index.ts'
import type { OpenSnapshot } from '../src/dataset/snapshots/sealed.ts'
import { casesInScope } from '../src/measures/figures/case-list.ts'
import { catalogue, seriesOf } from '../src/measures/catalogue/catalogue.ts'
import { figureEqualsList } from '../src/measures/figures/figure-check.ts'
import { figures } from '../src/measures/figures/figure-read.ts'
import { SPLITS } from '../src/measures/figures/figure.ts'
import { measured } from './support/measured.ts'
import { measureWorld } from './support/measure-world.ts'

let snapshot: OpenSnapshot
beforeAll(async () => {
  snapshot = await measured(measureWorld())
})

test('every figure of every measure, month and split is the length of its list, or is made again from it', async () => {
  const { figures: proven, faults } = await figureEqualsList(snapshot)
  expect(faults).toEqual([])
  expect(proven).toBeGreaterThan(90_000)
})

test('the world that proves it has cases in every series that this source can give', async () => {
  const empty: string[] = []
  for (const { id } of catalogue()) {
    const { available, points } = await figures(snapshot, id)
    // A share of which nothing is met has cases too.
    if (available && points.every(({ value, denominator }) => !(denominator ?? value))) empty.push(id)
  }
  // A rolling year asks for nearly two years of referrals, more than this world has.
  expect(empty).toEqual(['fd-rereferrals.rolling12'])
})

test('a figure that its list does not bear out is named', async () => {
  const liar: OpenSnapshot = {
    ...snapshot,
    // The tally of a figure and its total as it was sealed, one case too many; the lists as they are.
    all: async <Row>(sql: string, parameters?: Parameters<OpenSnapshot['all']>[1]) => {
      const rows = await snapshot.all<Row>(sql, parameters)
      return /as cases|from measure_total$/.test(sql)
        ? rows.map((row) => ({ ...row, met: 1 + (row as { met: number }).met }))
        : rows
    },
  }
  const { faults } = await figureEqualsList(liar, [seriesOf('fd-referrals')!])
  for (const named of [
    /^fd-referrals 2015-01: the figure says/,
    /^fd-referrals 2015-01 team .+: the figure says/,
    /^fd-referrals 2015-01 age .+: the figure says/,
  ])
    expect(faults).toContainEqual(expect.stringMatching(named))
})

test('the parts of a count add up to its total, whatever it is split by', async () => {
  for (const by of SPLITS) {
    const { points } = await figures(snapshot, 'fd-referrals', { by })
    const total = (whole: boolean) =>
      points.filter(({ split }) => (split === null) === whole).reduce((sum, { value }) => sum + value!, 0)
    expect(total(false), by).toBe(total(true))
  }
})

const person = (scope: Scope): Person => ({
  id: 'p',
  council: 'norchester',
  name: 'P',
  role: 'team_manager',
  scope,
})

test('the cli’s list of a team is as long as that team’s figure says', async () => {
  const everyone = person({ kind: 'everything' })
  const { points } = await figures(snapshot, 'as-completed-45wd', { by: 'team' })
  for (const { period, split, numerator, denominator } of points) {
    const team = split === null ? undefined : { by: 'team' as const, value: split }
    const met = await casesInScope(snapshot, everyone, 'as-completed-45wd', {
      period,
      split: team,
      met: 'yes',
    })
    const all = await casesInScope(snapshot, everyone, 'as-completed-45wd', { period, split: team })
    expect([met.length, all.length]).toEqual([numerator, denominator])
  }
})
