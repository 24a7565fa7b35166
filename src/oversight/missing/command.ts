import type { Command } from 'commander'
import { allow, commandLine } from '../../access/index.ts'
import { WrongUsage } from '../../platform/command/terminal.ts'
import { describeUnknown } from '../../platform/nearest.ts'
import type { CommandContext, Services } from '../../platform/room.ts'
import { printRows, type PrintOptions } from '../print-rows.ts'

interface MissingOptions extends PrintOptions {
  team?: string
  state?: string
}

/** In the order of the work: missing now, the 72 hours running, past them, finished. */
const STATES = ['missing', 'running', 'past', 'finished']

/** `waymark missing`: each time that a child was missing, with its clocks. */
export function addMissingCommand(program: Command, context: CommandContext): void {
  program
    .command('missing')
    .description(
      'the times that children were missing in the last year, with the clocks of each; written to the access log',
    )
    .option('--team <team>', 'one team’s alone')
    .option('--state <state>', `${STATES.join(', ')}: missing now, within or past the 72 hours, or finished`)
    .option('--json', 'as JSON')
    .option('--csv', 'as CSV')
    .option('--xlsx <file>', 'written as an Excel workbook')
    .action((options: MissingOptions) => context.open((services) => printMissing(services, context, options)))
}

async function printMissing(
  services: Services,
  { terminal }: CommandContext,
  options: MissingOptions,
): Promise<number> {
  const { team, state } = options
  refuseUnknown('state', state, STATES)
  if (team !== undefined) refuseUnknown('team', team, await services.ask('teamNames'))
  const { missingView } = await import('./missing-read.ts')
  const { MISSING_COLUMNS, missingCells } = await import('./missing-csv.ts')
  const { records, council, clock } = services
  const { person } = allow(await commandLine(records, council.id, clock.today()), 'cases:read')
  const narrowed = [team && `team:${team}`, state && `state:${state}`].filter(Boolean)
  const view = await missingView(services, person, 'export', {
    subject: ['missing children', ...narrowed].join(' '),
    why: 'read on the command line of the server',
    only: ({ clock, child, record }) =>
      (state === undefined || clock.state === state) &&
      (team === undefined || (child?.team || record?.team) === team),
  })
  const rows = view.entries
    .toSorted((left, right) => STATES.indexOf(left.clock.state) - STATES.indexOf(right.clock.state))
    .map(missingCells)
  if (rows.length === 0) terminal.say('No child was missing, of those asked for.')
  const episodes = rows.map((cells) =>
    Object.fromEntries(MISSING_COLUMNS.map((column, index) => [column, cells[index] ?? null])),
  )
  await printRows(services, terminal, options, {
    json: { at: view.now, asAt: view.asAt, total: rows.length, episodes },
    heads: MISSING_COLUMNS,
    rows,
  })
  return 0
}

/** What there is not would have an empty list, as one with nothing on it has. */
function refuseUnknown(option: string, given: string | undefined, known: readonly string[]): void {
  if (given !== undefined && !known.includes(given))
    throw new WrongUsage(`--${option}: ${describeUnknown(option, given, known)}`)
}
