import type { Command } from 'commander'
import type { CommandContext, Services } from '../../platform/room.ts'
import { asJson, type Terminal } from '../../platform/command/terminal.ts'
import { readChoice, readWholeNumber } from '../../platform/command/argument.ts'
import { cancellable } from '../../platform/command/cancelling.ts'

export const DEFAULT_SIZE = 'small'
const DEFAULT_SEED = '2015'

/** `waymark demo`: fills an empty data folder with Norchester City Council. */
export function addDemoCommand(program: Command, { open, terminal }: CommandContext): void {
  program
    .command('demo')
    .description('fills an empty data folder with the demonstration council')
    .option(
      '--size <size>',
      'small, or city: 118,000 children and 72 months, in a minute or two',
      DEFAULT_SIZE,
    )
    .option('--seed <number>', 'the same seed makes the same council', DEFAULT_SEED)
    .option('--json', 'as JSON')
    .action((options: { size: string; seed: string; json?: true }) => {
      const seed = readWholeNumber('--seed', options.seed, 0, 2 ** 31 - 1)
      return open(
        async (services) => {
          const isDone = await installWithProgress(services, terminal, options.size, seed)
          if (options.json) terminal.out(asJson({ done: isDone, size: options.size, seed }))
          return isDone ? 0 : 1
        },
        { traceless: 'unless-done' },
      )
    })
}

/**
 * Installs the demonstration in an open, empty Waymark. False when it was cancelled. Throws Refused when Waymark is not
 * empty.
 */
export async function installWithProgress(
  services: Services,
  terminal: Terminal,
  size: string = DEFAULT_SIZE,
  seed = Number(DEFAULT_SEED),
): Promise<boolean> {
  const { DEMONSTRATION_SIZES, installDemonstration } = await import('../install.ts')
  const { records, config, realClock, log } = services
  const wanted = { size: readChoice('--size', size, DEMONSTRATION_SIZES), seed }
  const isDone = await cancellable(async (signal) => {
    const deps = { records, dataDir: config.dataDir, realClock, log }
    try {
      await installDemonstration(deps, wanted, (text) => terminal.progress(text), signal)
      return true
    } catch (error) {
      if (signal.aborted) return false
      throw error
    }
  })
  terminal.say(
    isDone
      ? 'Norchester City Council is ready. Every child, worker and figure in it is invented.'
      : `Cancelled. No file of the demonstration is left.${services.isNew ? '' : ' The records store keeps what was written: give the next try an empty one.'}`,
  )
  return isDone
}
