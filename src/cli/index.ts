import { Command } from 'commander'
import { realTerminal, WrongUsage, type Terminal } from '../platform/command/terminal.ts'
import { describeUnknown } from '../platform/nearest.ts'
import { gather, type Room } from '../platform/room.ts'
import { version } from '../platform/version.ts'
import { rooms as allRooms } from '../rooms.ts'
import { answerFailure } from './failure.ts'
import { opener } from './open.ts'
import { addServeCommand } from './serve-command.ts'

/** The whole command line, for `argv` as Node gives it. Answers the exit code. */
export async function runCommandLine(
  argv: readonly string[],
  terminal: Terminal = realTerminal,
  rooms: readonly Room[] = allRooms,
): Promise<number> {
  let exitCode = 0
  const leave = (code: number) => {
    exitCode = code
  }
  let hasAnswered = false
  const watched: Terminal = {
    ...terminal,
    out: (text) => {
      hasAnswered = true
      terminal.out(text)
    },
  }
  try {
    await (await commandLine(watched, rooms, leave)).parseAsync([...argv])
    return exitCode
  } catch (error) {
    return answerFailure(error, terminal, argv, hasAnswered)
  }
}

/** Every command, of every room: also for the handbook, which prints their help. */
export async function commandLine(
  terminal: Terminal,
  rooms: readonly Room[] = allRooms,
  leave: (exitCode: number) => void = () => {},
): Promise<Command> {
  const program = new Command('waymark')
    .description('The workbench of a council’s children’s services while it improves')
    .version(version)
    .option('--data <dir>', 'the data folder; otherwise WAYMARK_DATA, or ./data')
    .showHelpAfterError('(add --help to see what this command takes)')
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.say })
  const options = () => program.opts<{ data?: string }>()
  addServeCommand(program, rooms, options, terminal)
  const context = { open: opener(rooms, options, leave, terminal.say), terminal, leave }
  for (const addCommands of await gather(rooms, (room) => room.commands?.())) addCommands(program, context)
  for (const command of everyCommand(program)) {
    command.exitOverride().allowExcessArguments().hook('preAction', refuseExcess)
    // `--data` goes with every command, before it or after it.
    if (command !== program) command.option('--data <dir>', 'the data folder').hook('preAction', takeData)
  }
  return program
}

const everyCommand = (command: Command): Command[] => [command, ...command.commands.flatMap(everyCommand)]

/** A word too many may be a command that is not known: commander would only count the words. */
function refuseExcess(_command: Command, action: Command): void {
  const { args, registeredArguments, commands } = action
  const excess = args[registeredArguments.length]
  if (excess === undefined || registeredArguments.some(({ variadic }) => variadic)) return
  if (commands.length === 0)
    throw new WrongUsage(`"${action.name()}" takes no further word; this was "${excess}"`)
  throw new WrongUsage(
    describeUnknown(
      'command',
      `${action.name()} ${excess}`,
      commands.map((command) => `${action.name()} ${command.name()}`),
    ),
  )
}

function takeData(command: Command): void {
  const { data } = command.opts<{ data?: string }>()
  if (data === undefined) return
  let top = command
  while (top.parent) top = top.parent
  top.setOptionValue('data', data)
}
