import type { Command } from 'commander'
import { allow, operator } from '../access/index.ts'
import { load, type LoadOutcome, type LoadProgress } from '../dataset/index.ts'
import type { Waymark } from '../main.ts'
import { asColumns, asJson, type Terminal } from './answer.ts'
import { readDay } from './argument.ts'
import { cancellable } from './cancelling.ts'
import type { Open } from './open.ts'

/** `waymark import PATH...`. */
export function addImportVerbs(program: Command, open: Open, terminal: Terminal): void {
  program
    .command('import <paths...>')
    .description(
      'brings files or folders in as one load, and seals them; Annex A as .xlsx, .ods, .xls or CSV',
    )
    .option('--as-at <day>', 'the day the extract speaks for; otherwise found in the files and said')
    .option('--source <name>', 'the standard the files follow; otherwise recognised', 'annex-a')
    .option('--json', 'as JSON')
    .action((paths: string[], options: { asAt?: string; source: string; json?: true }) => {
      const asAt = readDay('--as-at', options.asAt)
      const bringIn = async ({ records, config, clock, council }: Waymark) => {
        const outcome = await cancellable((signal) =>
          load(
            { records, dataDir: config.dataDir, clock },
            allow(operator(council.id), 'load:write'),
            { paths, asAt },
            (progress) => terminal.progress(sayProgress(progress)),
            signal,
          ),
        )
        terminal.say(saySummary(outcome))
        if (options.json) terminal.out(asJson(outcome))
        else terminal.out(sayOutcome(outcome))
        return outcome.accepted ? 0 : 1
      }
      return open(bringIn, { traceless: true })
    })
}

const STEPS: Record<LoadProgress['step'], string> = {
  waiting: 'Another load is under way: waiting for it to end',
  reading: 'Reading',
  converting: 'Converting',
  measuring: 'Working out the measures',
  sealing: 'Sealing',
}

const sayProgress = ({ step, rows }: LoadProgress): string =>
  rows > 0 ? `${STEPS[step]}: ${rows.toLocaleString('en-GB')} rows` : `${STEPS[step]} ...`

function saySummary(outcome: LoadOutcome): string {
  if (!outcome.accepted) return 'Refused. Nothing has changed.'
  return `Sealed as ${outcome.snapshot}, as at ${outcome.asAt}.`
}

/** The tables that were read, then what is wrong, most harmful first. */
function sayOutcome(outcome: LoadOutcome): string {
  const tables = outcome.files.flatMap(({ file, tables }) =>
    tables.map(
      (table) => [file, table.sheet, table.table, table.rows, table.accepted, table.quarantined] as const,
    ),
  )
  const order = { error: 0, warning: 1, note: 2 }
  const problems = [...outcome.problems]
    .sort((a, b) => order[a.severity] - order[b.severity])
    .map(({ severity, file, sheet, message }) => {
      // A note may be about the load as a whole, and then it names no file.
      const where = [file, sheet].filter(Boolean).join(', ')
      return where ? `${severity}: ${where}: ${message}` : `${severity}: ${message}`
    })
  const parts = [
    tables.length > 0
      ? asColumns(['File', 'Sheet', 'Table', 'Rows', 'Accepted', 'Set aside'], tables)
      : 'No table was recognised.',
    problems.join('\n'),
  ]
  return parts.filter((part) => part !== '').join('\n\n')
}
