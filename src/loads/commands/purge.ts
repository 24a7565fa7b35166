import type { Command } from 'commander'
import { allow, operator } from '../../access/index.ts'
import type { PurgeAnswer } from '../purge.ts'
import { asJson, WrongUsage } from '../../platform/command/terminal.ts'
import type { CommandContext } from '../../platform/room.ts'

interface PurgeOptions {
  dryRun?: true
  snapshot?: string
  reason?: string
  json?: true
}

/** `waymark purge`. */
export function addPurgeCommand(program: Command, { open, terminal }: CommandContext): void {
  program
    .command('purge')
    .description('deletes the files of snapshots whose day has passed, and writes each into the disposal log')
    .option('--dry-run', 'says what would go, and deletes nothing')
    .option('--snapshot <id>', 'this one alone, before its day')
    .option('--reason <text>', 'with --snapshot: why, in a sentence, for the disposal log')
    .option('--json', 'as JSON')
    .action(async (options: PurgeOptions) => {
      const { purgeDue, purgeOne } = await import('../purge.ts')
      const { snapshot, dryRun } = options
      const reason = await readReason(options)
      return open(async ({ records, config, clock, council, pool }) => {
        const deps = { records, dataDir: config.dataDir, clock, pool }
        const pass = allow(operator(council.id), 'load:write')
        const answer =
          snapshot === undefined
            ? await purgeDue(deps, pass, { dryRun })
            : await purgeOne(deps, pass, snapshot, reason, { dryRun })
        terminal.out(options.json ? asJson(answer) : describeAnswer(answer))
        return 0
      })
    })
}

async function readReason({ snapshot, reason }: PurgeOptions): Promise<string> {
  if (snapshot === undefined) {
    if (reason !== undefined) throw new WrongUsage('--reason goes with --snapshot')
    return ''
  }
  const { checkDeletionReason } = await import('../purge.ts')
  const checked = checkDeletionReason(reason ?? '')
  if (!checked.ok) throw new WrongUsage(`--reason: ${Object.values(checked.errors).join(' ')}`)
  return checked.value
}

function describeAnswer({ dryRun, purged, kept }: PurgeAnswer): string {
  const lines = [
    ...purged.map(
      ({ snapshot, rows, bytes, why }) =>
        `${snapshot} ${dryRun ? 'would be' : 'was'} deleted: ${rows.toLocaleString('en-GB')} rows, ${bytes.toLocaleString('en-GB')} bytes. ${why}`,
    ),
    ...kept.map(({ snapshot, why }) => `${snapshot} is kept. ${why}`),
  ]
  return lines.length === 0 ? 'No snapshot is past its day.' : lines.join('\n')
}
