import type { Day, Month } from '../../platform/day.ts'
import type { ExtractTruth } from './extract-count.ts'
import type { SeriesTruth } from './series-truth.ts'

/** What is true of one council on the day of one extract. No child can be told from it, and none is real. */
export interface Truth {
  council: string
  code: string
  seed: number
  asAt: Day
  recordedTo: Day
  /** The first day written: an extract holds nothing that was over before it. */
  from: Day
  months: readonly Month[]
  extract: ExtractTruth
  series: readonly SeriesTruth[]
}

/** The version of the indicator catalogue, and of its measures, that the counts follow. */
const DEFINITIONS = { catalogue: '1.0', measures: '1 (2014-04-01)' }

/**
 * The truth as JSON, one point to a line:
 *
 *     {
 *       "about": "...",
 *       "council": "...", "code": "999", "seed": 2015,
 *       "as_at": "2015-01-31", "recorded_to": "2015-02-03", "from": "2012-01-01",
 *       "definitions": { "catalogue": "1.0", "measures": "1 (2014-04-01)" },
 *       "months": ["2013-02", ...],
 *       "extract": { "children_lived": 0, "children_listed": 0, "rows": { "whole": { "1": 0, ... }, "ofsted": { ... } } },
 *       "series": [
 *         { "id": "fd-referrals", "kind": "count", "counts": "...", "note": "...", "points": [
 *           { "series": "fd-referrals", "period": "2013-02", "team": null, "numerator": 0, "denominator": null, "value": 0 },
 *           ...
 */
export function* truthLines(truth: Truth): Generator<string> {
  const { series, extract, asAt, recordedTo, ...rest } = truth
  const head = {
    about:
      `${rest.council} does not exist, and every child in it is invented. These are the figures that its files ` +
      'should give, counted from the events themselves: not from the files, and not by the measures that read them. ' +
      'They say what was known on recorded_to of the events up to as_at.',
    council: rest.council,
    code: rest.code,
    seed: rest.seed,
    as_at: asAt,
    recorded_to: recordedTo,
    from: rest.from,
    definitions: DEFINITIONS,
    months: rest.months,
    extract: {
      children_lived: extract.childrenLived,
      children_listed: extract.childrenListed,
      rows: extract.rows,
    },
  }
  yield '{\n'
  for (const [key, value] of Object.entries(head))
    yield `  ${JSON.stringify(key)}: ${JSON.stringify(value)},\n`
  yield '  "series": ['
  let between = '\n'
  for (const { points, ...words } of series) {
    yield between + `    ${JSON.stringify(words).slice(0, -1)},"points":[`
    yield points.map((point) => `\n      ${JSON.stringify({ series: words.id, ...point })}`).join(',')
    yield '\n    ]}'
    between = ',\n'
  }
  yield '\n  ]\n}\n'
}
