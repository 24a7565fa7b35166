import type { Command } from 'commander'
import { allow, operator } from '../../access/index.ts'
import type { SealedSnapshot } from '../../dataset/index.ts'
import {
  addEngineOptions,
  loadedSnapshot,
  SPLITS,
  wantedOf,
  withEngine,
  type EngineOptions,
} from '../../measures/commands.ts'
import type { measuresAnswer } from '../answers.ts'
import type { CommandContext, Services } from '../../platform/room.ts'
import { toCsv } from '../../platform/csv.ts'
import { asColumns, asJson, WrongUsage, type Terminal } from '../../platform/command/terminal.ts'
import { readChoice, readMonth } from '../../platform/command/argument.ts'
import { forecastAnswer } from './forecast.ts'
import { givenId, knownSeries } from './known-series.ts'
import { addCases } from './cases.ts'
import { addTrackerCommand } from './tracker.ts'
import { FIGURE_HEADS, figureRow, publicMeasure } from './public-measure.ts'

/** `waymark measures | measure ID | cases ID | tracker`. */
export function addMeasureCommands(program: Command, context: CommandContext): void {
  addMeasures(program, context)
  addMeasure(program, context)
  addCases(program, context)
  addTrackerCommand(program, context)
}

function addMeasures(program: Command, { open, terminal }: CommandContext): void {
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
        const { measuresAnswer } = await import('../answers.ts')
        const loaded = options.engine !== 'duckdb' || (await services.pool.current(services.council.id))
        const rows = loaded
          ? await withEngine(services, options, {}, measuresAnswer)
          : await measuresAnswer(null)
        terminal.out(options.json ? asJson(rows) : catalogueTable(rows))
        return 0
      })
    })
}

const catalogueTable = (rows: Awaited<ReturnType<typeof measuresAnswer>>): string =>
  asColumns(
    ['Id', 'Title', 'Unit', 'Available'],
    rows.map(({ id, title, label, unit, available, why }) => [
      id,
      label ? `${title} (${label})` : title,
      unit,
      available ? 'yes' : `no: ${why}`,
    ]),
  )

function addMeasure(program: Command, { open, terminal }: CommandContext): void {
  addEngineOptions(program.command('measure <id>'))
    .description('a measure’s figures, month by month')
    .option('--from <month>', 'first month, like 2014-02')
    .option('--to <month>', 'last month')
    .option('--by <split>', `one of ${SPLITS.join(', ')}`)
    .option('--public', 'as it may be published: counts of 1 to 5 hidden, and what would give them away')
    .option('--forecast', 'when the target will be met at the recent rate')
    .option('--json', 'as JSON')
    .option('--csv', 'as CSV')
    .option('--xlsx <file>', 'written as an Excel workbook')
    .action(async (name: string, options: MeasureOptions) => {
      const from = readMonth('--from', options.from)
      const to = readMonth('--to', options.to)
      const by = options.by === undefined ? undefined : readChoice('--by', options.by, SPLITS)
      return open(async (services) => {
        const series = await knownSeries(services, name)
        const id = await givenId(name, series)
        if (options.public) return await publicMeasure(services, terminal, id, { from, to, by }, options)
        const { asRestated } = await import('../index.ts')
        const { workbookNotes } = await import('../workbook-notes.ts')
        const { describeTableDays, figureReader } = await import('../../measures/index.ts')
        const pass = allow(operator(services.council.id), 'figures:read')
        const { answer, ahead, notes } = await withEngine(
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
              notes: await workbookNotes(snapshot, [series]),
              ahead: options.forecast ? await forecastAnswer(snapshot, records, pass, id) : null,
            }
          },
        )
        const rows = answer.points.map(figureRow)
        if (options.xlsx !== undefined && answer.available) {
          const { writeFigures } = await import('./figures-workbook.ts')
          await writeFigures(terminal, options.xlsx, { heads: FIGURE_HEADS, rows, notes })
        } else if (options.json) terminal.out(asJson(ahead ? { ...answer, forecast: ahead } : answer))
        else if (options.csv) terminal.out(toCsv(FIGURE_HEADS, rows))
        else if (!answer.available) terminal.out(`Not available: ${answer.why}`)
        else {
          terminal.out(asColumns(FIGURE_HEADS, rows))
          const days = describeTableDays(answer)
          if (days) terminal.say(days)
          if (ahead) terminal.out(ahead.sentence)
        }
        return answer.available ? 0 : 1
      })
    })
}

interface MeasureOptions extends EngineOptions {
  forecast?: true
  public?: true
  from?: string
  to?: string
  by?: string
  json?: true
  csv?: true
  xlsx?: string
}

/** Says of each series whether the second engine agrees with the snapshot in use. */
async function checkEngine(
  services: Services,
  terminal: Terminal,
  second: SealedSnapshot,
  isJson: boolean,
): Promise<number> {
  const { compareEngines } = await import('../../measures/index.ts')
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
