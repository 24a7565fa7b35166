import type { Command } from 'commander'
import { allow, operator } from '../../access/index.ts'
import { loadedSnapshot } from '../../measures/commands.ts'
import { asColumns, asJson } from '../../platform/command/terminal.ts'
import { toCsv } from '../../platform/csv.ts'
import type { CommandContext } from '../../platform/room.ts'
import type { trackerRows } from '../index.ts'

const TRACKER_HEADS = [
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

const trackerTableRow = (row: Awaited<ReturnType<typeof trackerRows>>[number]) => [
  row.ref,
  row.id,
  row.title,
  row.latest?.period ?? null,
  row.latest?.hidden ? 'c' : (row.latest?.value ?? null),
  row.target,
  row.spc.variation,
  row.spc.assurance,
  row.sentence,
]

/** `waymark tracker`. */
export function addTrackerCommand(program: Command, { open, terminal }: CommandContext): void {
  program
    .command('tracker')
    .description('every tracked measure: latest, target, whether it is changing, one sentence')
    .option('--public', 'as it may be published: counts of 1 to 5 hidden, and what would give them away')
    .option('--json', 'as JSON')
    .option('--csv', 'as CSV')
    .option('--xlsx <file>', 'written as an Excel workbook')
    .action((options: { public?: true; json?: true; csv?: true; xlsx?: string }) =>
      open(async (services) => {
        const { records, council } = services
        const pass = allow(operator(council.id), 'figures:read')
        const { publicTrackerRows, trackerRows } = await import('../index.ts')
        const { trackerAnswer } = await import('../answers.ts')
        const snapshot = await loadedSnapshot(services)
        const rows = options.public
          ? await publicTrackerRows(snapshot, services, pass)
          : await trackerRows(snapshot, records, pass)
        if (options.xlsx !== undefined) {
          const { workbookNotes } = await import('../workbook-notes.ts')
          const { writeFigures } = await import('./figures-workbook.ts')
          await writeFigures(terminal, options.xlsx, {
            heads: TRACKER_HEADS,
            rows: rows.map(trackerTableRow),
            notes: await workbookNotes(
              snapshot,
              rows.map(({ series }) => series),
            ),
          })
          return 0
        }
        if (options.json) {
          terminal.out(asJson(trackerAnswer(rows)))
          return 0
        }
        const table = rows.map(trackerTableRow)
        for (const { title, tableDaysSentence } of rows)
          if (tableDaysSentence) terminal.say(`${title}: ${tableDaysSentence}`)
        terminal.out(options.csv ? toCsv(TRACKER_HEADS, table) : asColumns(TRACKER_HEADS, table))
        return 0
      }),
    )
}
