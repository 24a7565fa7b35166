import type { Command } from 'commander'
import { allow, commandLine } from '../../access/index.ts'
import type { SealedSnapshot } from '../../dataset/index.ts'
import { addEngineOptions, wantedOf, withEngine, type EngineOptions } from '../../measures/commands.ts'
import type { CaseRow, casesBehind, SeriesDefinition } from '../../measures/index.ts'
import { readChoice, readMonth } from '../../platform/command/argument.ts'
import { asColumns, asJson, WrongUsage } from '../../platform/command/terminal.ts'
import { toCsv } from '../../platform/csv.ts'
import type { Day } from '../../platform/day.ts'
import { describeUnknown } from '../../platform/nearest.ts'
import type { CommandContext, Services } from '../../platform/room.ts'
import { givenId, knownSeries } from './known-series.ts'

const CASE_HEADS = [
  'child_id',
  'case_id',
  'on_date',
  'team',
  'worker',
  'met',
  'value',
  'starts_on',
  'due_on',
  'days_over',
] as const

const yesOrNo = <Cell>(row: readonly (Cell | boolean)[]) =>
  row.map((cell) => (typeof cell === 'boolean' ? (cell ? 'yes' : 'no') : cell))

interface CaseOptions extends EngineOptions {
  period: string
  team?: string
  met: string
  json?: true
  csv?: true
  xlsx?: string
}

/** `waymark cases ID`. */
export function addCases(program: Command, { open, terminal }: CommandContext): void {
  addEngineOptions(program.command('cases <id>'))
    .description('the children behind a figure, which is written to the access log; or the records behind it')
    .requiredOption('--period <month>', 'the month, like 2015-01')
    .option('--team <team>', 'one team’s alone')
    .option('--met <met>', 'yes: the numerator; no: the others; all: the denominator', 'all')
    .option('--json', 'as JSON')
    .option('--csv', 'as CSV')
    .option('--xlsx <file>', 'written as an Excel workbook')
    .action(async (name: string, options: CaseOptions) => {
      const period = readMonth('--period', options.period)!
      const met = readChoice('--met', options.met, ['yes', 'no', 'all'])
      const { describeTableDays, tableDays } = await import('../../measures/index.ts')
      const { workbookNotes } = await import('../workbook-notes.ts')
      return open(async (services) => {
        const series = await knownSeries(services, name)
        const id = await givenId(name, series)
        await refuseUnknownTeam(services, options)
        const filter = { period, met, ...(options.team !== undefined && { split: ofTeam(options.team) }) }
        const { rows, days, notes } = await withEngine(
          services,
          options,
          wantedOf(series),
          async (snapshot) => ({
            rows: await readList(services, snapshot, series, filter),
            days: { asAt: snapshot.asAt, ...(await tableDays(snapshot, series.id)) },
            notes: await workbookNotes(snapshot, [series]),
          }),
        )
        const { action, children } = await withClocks(series, rows, days.asAt)
        const table = children.map((child) => CASE_HEADS.map((head) => child[head]))
        if (options.xlsx !== undefined) {
          const { writeFigures } = await import('./figures-workbook.ts')
          await writeFigures(terminal, options.xlsx, {
            heads: CASE_HEADS,
            rows: table,
            notes: [...notes, ['Month', period], ['Team', options.team ?? 'all'], ['Met', met]],
          })
        } else if (options.json)
          terminal.out(
            asJson({
              id,
              period,
              count: children.length,
              needsAction: action && { met: action.met, words: action.words },
              ...(days.tableDays && { tableDays: days.tableDays }),
              cases: children,
            }),
          )
        else if (options.csv) terminal.out(toCsv(CASE_HEADS, table))
        else terminal.out(asColumns(CASE_HEADS, table.map(yesOrNo)))
        if (action && action.met !== 'all' && met === 'all' && !options.json && !options.csv)
          terminal.say(`--met ${action.met} lists those ${action.words}.`)
        const sentence = describeTableDays(days)
        if (sentence) terminal.say(sentence)
        return 0
      })
    })
}

const ofTeam = (value: string) => ({ by: 'team', value }) as const

/** The rows of a list as they are printed, each with the clock of the measure's header. */
async function withClocks(series: SeriesDefinition, rows: readonly CaseRow[], asAt: Day) {
  const { needsActionOf } = await import('../../measures/index.ts')
  const { clockOf } = await import('../pages/case-clock.ts')
  const action = needsActionOf(series)
  const children = rows.map((row) => {
    const { child_id, case_id, on_date, team, worker, met, value, starts_on } = row
    const { due, over } = action ? clockOf(row, action, asAt) : { due: null, over: null }
    return {
      child_id,
      case_id,
      on_date,
      team,
      worker,
      met,
      value,
      starts_on,
      due_on: due,
      days_over: over,
    }
  })
  return { action, children }
}

/** A team that there is not would have an empty list, as one with nothing in it has. */
async function refuseUnknownTeam({ ask }: Services, { team, engine }: CaseOptions): Promise<void> {
  const known = team === undefined || engine !== 'duckdb' ? [] : await ask('teamNames')
  if (team !== undefined && known.length > 0 && !known.includes(team))
    throw new WrongUsage(`--team: ${describeUnknown('team', team, known)}`)
}

/** Children are read through the reader that writes the access log; a list of records names none. */
async function readList(
  services: Services,
  snapshot: SealedSnapshot,
  series: SeriesDefinition,
  filter: Parameters<typeof casesBehind>[2],
): Promise<CaseRow[]> {
  const { casesBehind, isOfRecords, recordsBehind } = await import('../../measures/index.ts')
  const { childReader } = await import('../../dataset/index.ts')
  const person = await commandLine(services.records, services.council.id, services.clock.today())
  if (isOfRecords(series.id))
    return (await recordsBehind(snapshot, allow(person, 'figures:read'), series.id, filter)).rows
  const reader = childReader(services, allow(person, 'cases:read'))
  return await reader.read(casesBehind(snapshot, series.id, filter), {
    what: 'export',
    subject: `${series.id} ${filter.period}`,
    why: 'read on the command line of the server',
  })
}
