import { expect, test } from 'vitest'
import type { Month } from '../../platform/day.ts'
import type { Point, SeriesDefinition, Split } from '../figures/figure.ts'
import { seriesOf } from '../catalogue/catalogue.ts'
import type { SeriesPoints } from './identities.ts'
import { makePublicPart, type ReadPart } from './public-part.ts'

const MONTHS = Array.from({ length: 10 }, (_, index) => `2014-${String(index + 1).padStart(2, '0')}` as Month)
/** The last month has small counts; in those before it every count is large, and different from month to month. */
const TEAMS = {
  east: [...MONTHS.keys()].map((index) => (index < 9 ? 10 + index : 3)),
  north: [...MONTHS.keys()].map((index) => (index < 9 ? 40 - 2 * index : 4)),
  south: [...MONTHS.keys()].map((index) => (index < 9 ? 30 + index : 23)),
}
/** Two wards are the areas of two teams; what the third team has lies in two. */
const dale = MONTHS.map((_, index) => (index < 9 ? 7 : 2))
const WARDS = {
  Abbey: TEAMS.east,
  Brook: TEAMS.north,
  Castle: TEAMS.south.map((count, index) => count - dale[index]!),
  Dale: dale,
}

const series: SeriesDefinition = seriesOf('lac-number.all')!
const point = (period: Month, split: string | null, value: number): Point => ({
  period,
  split,
  value,
  numerator: null,
  denominator: null,
  provisional: false,
})
const split = (values: Readonly<Record<string, readonly number[]>>): SeriesPoints[] => [
  {
    series,
    points: Object.entries(values).flatMap(([name, counts]) =>
      counts.map((count, index) => point(MONTHS[index]!, name, count)),
    ),
  },
]
const totals: SeriesPoints[] = [
  {
    series,
    points: MONTHS.map((month, index) =>
      point(
        month,
        null,
        Object.values(TEAMS).reduce((sum, counts) => sum + counts[index]!, 0),
      ),
    ),
  },
]

test('what no split gives away alone does not come out of two of them', async () => {
  const parts = new Map<Split | null, SeriesPoints[]>([
    [null, totals],
    ['team', split(TEAMS)],
    ['ward', split(WARDS)],
  ])
  const read: ReadPart = (by) => Promise.resolve(parts.get(by)!)
  const whole = await makePublicPart(read, null, [], null)
  const teams = await makePublicPart(read, 'team', [whole], null)
  const wards = await makePublicPart(read, 'ward', [whole, teams], null)
  const last = ({ hidden }: { hidden: ReadonlySet<string> }) =>
    [...hidden].flatMap((key) => (key.includes('2014-10') ? [key.split('|').at(-1)!] : [])).sort()
  expect(last(teams)).toEqual(['east', 'north'])
  // The teams say that Abbey and Brook have 7 together: were Castle shown, Dale would have the other 2.
  expect(last(wards)).toEqual(['Abbey', 'Brook', 'Castle', 'Dale'])
})
