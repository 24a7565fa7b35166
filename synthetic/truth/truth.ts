import type { Day, Month } from '../../src/platform/day.ts'
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

const HOW_TO_READ = [
  'team null is the council; teams stand by name, months in order, and a team without a case in these months is left out.',
  'A share has the cases that met it over all of them, and a value in per cent; a count has no denominator.',
  'A statistic over workers has their number as denominator, and the mean the children they hold as numerator.',
  'They are the figures of an extract of Annex A with every event and episode from the first day on (rows: whole).',
]

/** The truth as JSON, one point to a line. */
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
    how_to_read: HOW_TO_READ,
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
