import { Command, CommanderError } from 'commander'
import { version } from '../main.ts'
import { NotAllowed, NotFound, Refused, Stale } from '../platform/errors.ts'
import { realTerminal, WrongUsage, type Terminal } from './answer.ts'
import { addBenchmarkVerbs } from './benchmark-verbs.ts'
import { addChartRulesVerb } from './chart-rules-verb.ts'
import { addCouncilVerb } from './council-verb.ts'
import { addDemoVerb } from './demo-verb.ts'
import { addExportVerb } from './export-verb.ts'
import { addGenerateVerb } from './generate-verb.ts'
import { addImportVerbs } from './import-verbs.ts'
import { addMeasureVerbs } from './measure-verbs.ts'
import { opener } from './open.ts'
import { addAccessVerbs, addPeopleVerbs } from './people-verbs.ts'
import { addPlanVerbs } from './plan-verbs.ts'
import { addPurgeVerb } from './purge-verb.ts'
import { addQualityVerb } from './quality-verb.ts'
import { addReportVerb } from './report-verb.ts'
import { addServeVerb, type Serve } from './serve-verb.ts'
import { addSnapshotVerbs } from './snapshot-verbs.ts'
import { addTemplateVerb } from './template-verb.ts'
import { addUpkeepVerbs } from './upkeep-verbs.ts'

/** What the command line is handed, because it stands on the same floor. */
export interface Doors {
  serve: Serve
}

/** The whole command line, for `argv` as Node gives it. Answers the exit code. */
export async function runCommandLine(
  argv: readonly string[],
  doors: Doors,
  terminal: Terminal = realTerminal,
): Promise<number> {
  let exitCode = 0
  const leave = (code: number) => {
    exitCode = code
  }
  try {
    await commandLine(doors, terminal, leave).parseAsync([...argv])
    return exitCode
  } catch (error) {
    return answerError(error, terminal)
  }
}

function commandLine(doors: Doors, terminal: Terminal, leave: (exitCode: number) => void): Command {
  const program = new Command('waymark')
    .description('The workbench of a council’s children’s services while it improves')
    .version(version)
    .option('--data <dir>', 'the data folder; otherwise WAYMARK_DATA, or ./data')
    .showHelpAfterError('(add --help to see what this verb takes)')
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.say })
  const said = () => program.opts<{ data?: string }>()
  const open = opener(said, leave)
  addServeVerb(program, said, doors.serve, terminal)
  addDemoVerb(program, open, terminal)
  addGenerateVerb(program, leave, terminal)
  addImportVerbs(program, open, terminal)
  addTemplateVerb(program, terminal)
  addExportVerb(program, open, terminal)
  addSnapshotVerbs(program, open, terminal)
  addPurgeVerb(program, open, terminal)
  addQualityVerb(program, open, terminal)
  addMeasureVerbs(program, open, terminal)
  addBenchmarkVerbs(program, open, terminal)
  addReportVerb(program, open, terminal)
  addPlanVerbs(program, open, terminal)
  addPeopleVerbs(program, open, terminal)
  addAccessVerbs(program, open, terminal)
  addCouncilVerb(program, open, terminal)
  addChartRulesVerb(program, open, terminal)
  addUpkeepVerbs(program, open, terminal)
  for (const command of everyCommand(program)) {
    command.exitOverride()
    // `--data` goes with every verb, before it or after it.
    if (command !== program) command.option('--data <dir>', 'the data folder').hook('preAction', takeData)
  }
  return program
}

const everyCommand = (command: Command): Command[] => [command, ...command.commands.flatMap(everyCommand)]

function takeData(command: Command): void {
  const { data } = command.opts<{ data?: string }>()
  if (data === undefined) return
  let top = command
  while (top.parent) top = top.parent
  top.setOptionValue('data', data)
}

/** The one place where the command line turns what was thrown into words and an exit code. */
function answerError(error: unknown, terminal: Terminal): number {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return 0
    return 2
  }
  if (error instanceof WrongUsage) {
    terminal.say(error.message)
    return 2
  }
  if (
    error instanceof Refused ||
    error instanceof NotFound ||
    error instanceof Stale ||
    error instanceof NotAllowed
  ) {
    terminal.say(error.message)
    return 1
  }
  if (isMissingFile(error)) {
    terminal.say(`There is no file or folder ${error.path}`)
    return 1
  }
  terminal.say(
    `Sorry, something went wrong.\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
  )
  if (error instanceof Error && error.cause instanceof Error) terminal.say(`Cause: ${error.cause.message}`)
  return 1
}

const isMissingFile = (error: unknown): error is NodeJS.ErrnoException & { path: string } =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT' && 'path' in error
