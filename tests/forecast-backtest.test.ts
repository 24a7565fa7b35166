import { expect, test } from 'vitest'
import { seedsOf } from './support/prove.ts'
import { backtest, livedSeries, noOutcome } from './support/forecast-backtest.ts'

/** A council of 72 months lives some seconds, and longer on a busy machine. */
const LONG = 240_000

const SEEDS = Array.from({ length: 10 }, (_, at) => 11 + at)
/** The councils that are asked, one of each in `npm test`. */
const IMPROVING = seedsOf(SEEDS, 1)
const BY_CHANCE = seedsOf(SEEDS, 1)

test(
  'of dates given to a council that goes on improving, four in five or more turn out right',
  { timeout: LONG },
  async () => {
    const outcome = noOutcome()
    for (const seed of IMPROVING) backtest(await livedSeries('improves throughout', seed), outcome)
    expect(outcome.dated).toBeGreaterThan(15 * IMPROVING.length)
    expect(outcome.within / outcome.dated).toBeGreaterThanOrEqual(0.8)
  },
)

test(
  'a council whose figures only rise and fall by chance gets hardly a date',
  { timeout: LONG },
  async () => {
    const outcome = noOutcome()
    for (const seed of BY_CHANCE) backtest(await livedSeries('lives as the story tells', seed), outcome, null)
    expect(outcome.asked).toBeGreaterThan(500)
    expect(outcome.dated / outcome.asked).toBeLessThan(0.02)
  },
)
