import type { Command } from 'commander'
import type { DemonstrationSize } from '../demonstration/index.ts'
import type { Waymark } from '../main.ts'
import { WrongUsage, type Terminal } from './answer.ts'
import { readChoice } from './argument.ts'
import type { Open } from './open.ts'

const SIZES: readonly DemonstrationSize[] = ['small']
const DEFAULT_SEED = '2015'

/** `waymark demo`: fills an empty data folder with Norchester City Council, through the front door. */
export function addDemoVerb(program: Command, open: Open, terminal: Terminal): void {
  program
    .command('demo')
    .description('fills an empty data folder with the demonstration council')
    .option('--size <size>', `one of ${SIZES.join(', ')}`, 'small')
    .option('--seed <number>', 'the same seed makes the same council', DEFAULT_SEED)
    .action((options: { size: string; seed: string }) => {
      const size = readChoice('--size', options.size, SIZES)
      const seed = Number(options.seed)
      if (!Number.isInteger(seed) || seed < 0) throw new WrongUsage('--seed must be a whole number')
      return open(async (waymark) => {
        await installWithProgress(waymark, terminal, size, seed)
        return 0
      })
    })
}

/** Puts the demonstration into an open, empty Waymark. Throws Refused when it is not empty. */
export async function installWithProgress(
  waymark: Waymark,
  terminal: Terminal,
  size: DemonstrationSize = 'small',
  seed = Number(DEFAULT_SEED),
): Promise<void> {
  const { installDemonstration } = await import('../demonstration/index.ts')
  const { records, config, realClock } = waymark
  await installDemonstration({ records, dataDir: config.dataDir, realClock }, { size, seed }, (text) =>
    terminal.progress(text),
  )
  terminal.say('Norchester City Council is ready. Every child, worker and figure in it is invented.')
}
