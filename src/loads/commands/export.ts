import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { extname } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Command } from 'commander'
import { allow, commandLine } from '../../access/index.ts'
import { formatDay } from '../../platform/day.ts'
import { asJson } from '../../platform/command/terminal.ts'
import { readChoice } from '../../platform/command/argument.ts'
import type { CommandContext } from '../../platform/room.ts'

/** `waymark export --out FILE.xlsx|FILE.ods`. */
export function addExportCommand(program: Command, { open, terminal }: CommandContext): void {
  program
    .command('export')
    .description('a snapshot as an Annex A workbook; that it was taken is written to the access log')
    .requiredOption('--out <file>', 'where to write it; its ending, .xlsx or .ods, says how')
    .option('--snapshot <id>', 'one of "waymark snapshots"; otherwise the one in use')
    .option('--json', 'as JSON')
    .action(async ({ out, snapshot, json }: { out: string; snapshot?: string; json?: true }) => {
      const { EXPORT_FORMATS, exportAnnexA } = await import('../../dataset/index.ts')
      const format = readChoice('The ending of --out', extname(out).slice(1).toLowerCase(), EXPORT_FORMATS)
      return open(async ({ records, pool, config, clock, council }) => {
        const { content, ...taken } = await exportAnnexA(
          { records, pool, dataDir: config.dataDir, clock },
          allow(await commandLine(records, council.id, clock.today()), 'load:write'),
          format,
          snapshot,
        )
        try {
          await pipeline(content, createWriteStream(out, { mode: 0o600 }))
        } catch (error) {
          await rm(out, { force: true })
          throw error
        }
        const { snapshot: id, asAt, lists, bytes } = taken
        const rows = lists.reduce((sum, list) => sum + list.rows, 0)
        terminal.say(
          `Wrote ${rows.toLocaleString('en-GB')} rows of ${lists.length} lists as at ${formatDay(asAt)} to ${out}.`,
        )
        if (json) terminal.out(asJson({ file: out, snapshot: id, asAt, bytes, rows, lists }))
        return 0
      })
    })
}
