import { expect, test } from 'vitest'
import { numberOf, workingDaysAfter } from '../day-number.ts'
import { smallCouncil } from '../plans/small-council.ts'
import { seededRandom } from '../random.ts'
import { everyFewDays, openCouncil } from './course.ts'
import { IN_NEED, lookedAfter, ON_A_PLAN, visitsMade } from './visits.ts'

const from = numberOf('2012-01-02')
const until = from + 9000

function visitsWith(inTime: number, rhythm: typeof ON_A_PLAN, apart: number, spread: number) {
  const plan = smallCouncil(1)
  const council = openCouncil({ ...plan, timeliness: { ...plan.timeliness, visitInTime: () => inTime } })
  const diary = everyFewDays(seededRandom(1, 'diary'), from, until, apart, spread)
  return visitsMade({ council, detail: seededRandom(1, 'visits') }, diary, rhythm, 'North 1', until)
}

test.each([
  ['a child on a plan', ON_A_PLAN, 14, 0.5],
  ['a child in need', IN_NEED, 33, 0.6],
  ['a looked-after child', lookedAfter(from, false), 40, 0.4],
] as const)('visits to %s are as often in time as the grip says', (_, rhythm, apart, spread) => {
  for (const wanted of [0.6, 0.75, 0.9]) {
    const days = visitsWith(wanted, rhythm, apart, spread).map(({ on }) => on)
    const inTime = days.filter((day, at) => at > 0 && day <= rhythm.dueAfter(days[at - 1]!)).length
    expect(Math.abs(inTime / (days.length - 1) - wanted)).toBeLessThan(0.06)
  }
})

test('visits are made on working days, one a day, in order', () => {
  const days = visitsWith(0.9, ON_A_PLAN, 14, 0.5).map(({ on }) => on)
  for (const [at, day] of days.entries()) {
    expect(workingDaysAfter(day - 1, 1)).toBe(day)
    if (at > 0) expect(day).toBeGreaterThan(days[at - 1]!)
  }
})

test('a child who was not seen was not seen alone', () => {
  for (const { wasSeen, wasSeenAlone } of visitsWith(0.8, IN_NEED, 33, 0.6))
    if (!wasSeen) expect(wasSeenAlone).toBeNull()
})
