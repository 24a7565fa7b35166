import type { Command } from 'commander'
import { allow, operator } from '../../access/index.ts'
import { childReader, type SealedSnapshot } from '../../dataset/index.ts'
import { asRestated, trackerRows } from '../index.ts'
import {
  addEngineOptions,
  loadedSnapshot,
  wantedOf,
  withEngine,
  type EngineOptions,
  casesBehind,
  compareEngines,
  figureReader,
  seriesOf,
  SPLITS,
  type SeriesDefinition,
} from '../../measures/index.ts'
import { measuresAnswer, trackerAnswer } from '../answers.ts'
import type { CommandContext, Services } from '../../platform/room.ts'
import { toCsv } from '../../platform/csv.ts'
import { asColumns, asJson, WrongUsage, type Terminal } from '../../platform/command/terminal.ts'
import { readChoice, readMonth } from '../../platform/command/argument.ts'
import { forecastAnswer } from './forecast.ts'

/** `waymark measures | measure ID | cases ID | tracker`. */
export function addMeasureCommands(program: Command, { open, terminal }: CommandContext): void {
  addEngineOptions(program.command('measures'))
    .description('the catalogue: every measure, what it asks and counts, and whether the data can answer it')
    .option(
      '--check',
      'with --engine postgres: holds every row and figure to those of the snapshot in use; 1 when any differs',
    )
    .option('--json', 'as JSON')
    .action((options: EngineOptions & { check?: true; json?: true }) => {
      if (options.check && options.engine === 'duckdb')
        throw new WrongUsage('--check goes with --engine postgres')
      return open(async (services) => {
        if (options.check)
          return await withEngine(services, options, { withCohorts: true }, (second) =>
            checkEngine(services, terminal, second, options.json ?? false),
          )
        const loaded = options.engine !== 'duckdb' || (await services.pool.current(services.council.id))
        const rows = loaded
          ? await withEngine(services, options, {}, measuresAnswer)
          : await measuresAnswer(null)
        if (options.json) terminal.out(asJson(rows))
        else {
          terminal.out(
            asColumns(
              ['Id', 'Title', 'Unit', 'Available'],
              rows.map(({ id, title, label, unit, available, why }) => [
                id,
                label ? `${title} (${label})` : title,
                unit,
                available ? 'yes' : `no: ${why}`,
              ]),
            ),
          )
        }
        return 0
      })
    })

  addEngineOptions(program.command('measure <id>'))
    .description('a measure’s figures, month by month')
    .option('--from <month>', 'first month, like 2014-02')
    .option('--to <month>', 'last month')
    .option('--by <split>', `one of ${SPLITS.join(', ')}`)
    .option('--forecast', 'when the target will be met at the recent rate')
    .option('--json', 'as JSON')
    .option('--csv', 'as CSV')
    .action((id: string, options: MeasureOptions) => {
      const from = readMonth('--from', options.from)
      const to = readMonth('--to', options.to)
      const by = options.by === undefined ? undefined : readChoice('--by', options.by, SPLITS)
      const series = knownSeries(id)
      return open(async (services) => {
        const pass = allow(operator(services.council.id), 'figures:read')
        const { answer, ahead } = await withEngine(
          services,
          options,
          wantedOf(series, by),
          async (snapshot) => {
            const { records } = services
            return {
              answer: await asRestated(
                snapshot,
                records,
                pass,
                await figureReader(snapshot, pass).figures(id, { from, to, by }),
              ),
              ahead: options.forecast ? await forecastAnswer(snapshot, records, pass, id) : null,
            }
          },
        )
        const heads = [
          'period',
          'split',
          'numerator',
          'denominator',
          'value',
          'provisional',
          'first_reported',
        ]
        const rows = answer.points.map((point) => [
          point.period,
          point.split,
          point.numerator,
          point.denominator,
          point.value,
          formatYes(point.provisional),
          point.reported?.value ?? null,
        ])
        if (options.json) terminal.out(asJson(ahead ? { ...answer, forecast: ahead } : answer))
        else if (options.csv) terminal.out(toCsv(heads, rows))
        else if (!answer.available) terminal.out(`Not available: ${answer.why}`)
        else {
          terminal.out(asColumns(heads, rows))
          if (ahead) terminal.out(ahead.sentence)
        }
        return answer.available ? 0 : 1
      })
    })

  addEngineOptions(program.command('cases <id>'))
    .description('the children behind a figure; the reading is written to the access log')
    .requiredOption('--period <month>', 'the month, like 2015-01')
    .option('--team <team>', 'one team’s alone')
    .option('--met <met>', 'yes: the numerator; no: the others; all: the denominator', 'all')
    .option('--json', 'as JSON')
    .option('--csv', 'as CSV')
    .action(
      (
        id: string,
        options: EngineOptions & { period: string; team?: string; met: string; json?: true; csv?: true },
      ) => {
        const period = readMonth('--period', options.period)!
        const met = readChoice('--met', options.met, ['yes', 'no', 'all'])
        const series = knownSeries(id)
        return open(async (services) => {
          const reader = childReader(services, allow(operator(services.council.id), 'cases:read'))
          const rows = await withEngine(services, options, wantedOf(series), (snapshot) =>
            reader.read(
              casesBehind(snapshot, series.id, {
                period,
                met,
                ...(options.team !== undefined && { split: { by: 'team', value: options.team } }),
              }),
              {
                what: 'export',
                subject: `${series.id} ${period}`,
                why: 'read on the command line of the server',
              },
            ),
          )
          const cases = rows.map(({ child_id, case_id, on_date, team, worker, met, value }) => ({
            child_id,
            case_id,
            on_date,
            team,
            worker,
            met,
            value,
          }))
          const heads = ['child_id', 'case_id', 'on_date', 'team', 'worker', 'met', 'value'] as const
          const table = cases.map((each) => heads.map((head) => each[head]))
          if (options.json) terminal.out(asJson({ id, period, count: cases.length, cases }))
          else if (options.csv) terminal.out(toCsv(heads, table))
          else {
            terminal.out(
              asColumns(
                heads,
                table.map((row) =>
                  row.map((cell) => (typeof cell === 'boolean' ? (cell ? 'yes' : 'no') : cell)),
                ),
              ),
            )
          }
          return 0
        })
      },
    )

  program
    .command('tracker')
    .description('every tracked measure: latest, target, whether it is changing, one sentence')
    .option('--json', 'as JSON')
    .option('--csv', 'as CSV')
    .action((options: { json?: true; csv?: true }) =>
      open(async (services) => {
        const { records, council } = services
        const pass = allow(operator(council.id), 'figures:read')
        const rows = await trackerRows(await loadedSnapshot(services), records, pass)
        if (options.json) {
          terminal.out(asJson(trackerAnswer(rows)))
          return 0
        }
        const heads = [
          'ref',
          'id',
          'title',
          'period',
          'value',
          'target',
          'variation',
          'assurance',
          'sentence',
        ]
        const table = rows.map((row) => [
          row.ref,
          row.id,
          row.title,
          row.latest?.period ?? null,
          row.latest?.value ?? null,
          row.target,
          row.spc.variation,
          row.spc.assurance,
          row.sentence,
        ])
        terminal.out(options.csv ? toCsv(heads, table) : asColumns(heads, table))
        return 0
      }),
    )
}

const formatYes = (yes: boolean): string => (yes ? 'yes' : 'no')

/** The series of an id or its alias. */
function knownSeries(id: string): SeriesDefinition {
  const series = seriesOf(id)
  if (!series) throw new WrongUsage(`There is no measure "${id}". "waymark measures" lists them all`)
  return series
}

interface MeasureOptions extends EngineOptions {
  forecast?: true
  from?: string
  to?: string
  by?: string
  json?: true
  csv?: true
}

/** Says of each series whether the second engine agrees with the snapshot in use. */
async function checkEngine(
  services: Services,
  terminal: Terminal,
  second: SealedSnapshot,
  isJson: boolean,
): Promise<number> {
  const agreements = await compareEngines(await loadedSnapshot(services), second)
  const wrong = agreements.filter(({ differences }) => differences.length > 0)
  if (isJson) terminal.out(asJson(agreements))
  else
    terminal.out(
      asColumns(
        ['Id', 'Cases', 'Figures', 'Agrees'],
        agreements.map(({ id, cases, figures: many, differences }) => [
          id,
          cases,
          many,
          differences.length === 0 ? 'yes' : `no: ${differences.join('; ')}`,
        ]),
      ),
    )
  terminal.say(
    wrong.length === 0
      ? `Both engines agree on all ${agreements.length} series.`
      : `The engines differ on ${wrong.length} of ${agreements.length} series.`,
  )
  return wrong.length === 0 ? 0 : 1
}
