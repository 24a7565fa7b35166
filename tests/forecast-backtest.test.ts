import { expect, test } from 'vitest'
import { backtest, livedSeries, noOutcome } from './support/forecast-backtest.ts'

/** A council of 72 months lives some seconds, and longer on a busy machine. */
const LONG = 240_000

test(
  'of dates given to a council that goes on improving, four in five or more turn out right',
  { timeout: LONG },
  async () => {
    const outcome = noOutcome()
    for (const seed of [11, 12]) backtest(await livedSeries('improves throughout', seed), outcome)
    expect(outcome.dated).toBeGreaterThan(30)
    expect(outcome.within / outcome.dated).toBeGreaterThanOrEqual(0.8)
  },
)

test(
  'a council whose figures only rise and fall by chance gets hardly a date',
  { timeout: LONG },
  async () => {
    const outcome = noOutcome()
    backtest(await livedSeries('lives as the story tells', 11), outcome, null)
    expect(outcome.asked).toBeGreaterThan(500)
    expect(outcome.dated / outcome.asked).toBeLessThan(0.02)
  },
)
