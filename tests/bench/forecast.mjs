// How the dates of forecasts turn out on generated councils, each lived for 72 months: every series is asked for dates
// all along, as if the later months were not there, and what was answered is held against what came.
import { backtest, COURSES, livedSeries, noOutcome } from '../support/forecast-backtest.ts'

const SEEDS = [1, 2, 3]
const STORY = 'lives as the story tells'

/** Adds a line for each course of a council's work: how often a date was given, and how often it was right. */
export async function benchForecast({ add }) {
  for (const course of COURSES) {
    const outcome = noOutcome()
    for (const seed of SEEDS) {
      const series = await livedSeries(course, seed)
      backtest(series, outcome, course === STORY ? null : undefined)
    }
    const share = (part) => (outcome.dated === 0 ? '' : ` ${Math.round((100 * part) / outcome.dated)}%`)
    add({
      what: `forecast, a council that ${course}`,
      size: `${SEEDS.length} councils`,
      note: `${outcome.dated} dates of ${outcome.asked} asked for; met within the range of 80%:${share(outcome.within)}, before${share(outcome.before)}, after${share(outcome.after)}`,
    })
  }
}
