import type { Command } from 'commander'
import { allow, operator } from '../../access/index.ts'
import { loadDeps } from '../load-deps.ts'
import type { LoadOutcome } from '../load-outcome.ts'
import type { DatabaseAddress } from '../../intake/index.ts'
import type { CommandContext, Open, Services } from '../../platform/room.ts'
import { asColumns, asJson, WrongUsage, type Terminal } from '../../platform/command/terminal.ts'
import { readDay } from '../../platform/command/argument.ts'
import { cancellable } from '../../platform/command/cancelling.ts'
import type * as lossWords from '../load-losses.ts'
import { changesTable } from './snapshots.ts'
import { describeProgress, readEvery, watch } from './watch.ts'

interface ImportOptions {
  asAt?: string
  source: string
  from?: string
  preview?: true
  again?: true
  acceptLosses?: true
  carryForward?: true
  watch?: string
  authority?: string
  every: string
  json?: true
}

/** `waymark import PATH...`, and `waymark import --watch DIR`. */
export function addImportCommand(program: Command, { open, terminal }: CommandContext): void {
  program
    .command('import [paths...]')
    .description(
      'brings files or folders in as one load, and seals them; Annex A as .xlsx, .ods, .xls or CSV',
    )
    .option('--as-at <day>', 'the day the extract speaks for; otherwise found in the files and said')
    .option('--source <name>', 'the standard the files follow; otherwise recognised', 'annex-a')
    .option(
      '--from <address>',
      'a database with the tables of the Standard Safeguarding Dataset, as postgres://user@host/database?schema=name ' +
        'or mssql://user@host/database; the password in WAYMARK_SOURCE_PASSWORD',
    )
    .option('--preview', 'reads the files, says what they would change, and leaves nothing behind')
    .option('--again', 'reads and seals files that were loaded before once more')
    .option('--accept-losses', 'seals the load though tables of the snapshot in use are not in it')
    .option(
      '--carry-forward',
      'takes tables that these files do not bring over from the snapshot in use, each as at its own day',
    )
    .option(
      '--authority <code>',
      'of files in which several authorities are stacked, the one whose rows are read',
    )
    .option('--watch <folder>', 'brings in whatever arrives in a folder, until it is stopped')
    .option('--every <time>', 'with --watch: how often to look, such as 60s or 5m', '60s')
    .option('--json', 'as JSON; with --watch one line for each thing that happens')
    .action((paths: string[], options: ImportOptions) => {
      if (options.watch !== undefined) {
        const { asAt, from, preview, again, acceptLosses, carryForward } = options
        if (paths.length > 0 || asAt || from || preview || again || acceptLosses) {
          throw new WrongUsage('--watch goes with --every, --carry-forward and --json alone')
        }
        const everyMs = readEvery(options.every)
        const folder = options.watch
        return open((services) =>
          watch(services, terminal, { folder, everyMs, carryForward, isJson: options.json ?? false }),
        )
      }
      if (options.acceptLosses && options.carryForward)
        throw new WrongUsage('--accept-losses and --carry-forward do not go together')
      if (paths.length === 0 && options.from === undefined)
        throw new WrongUsage('Name the files or folders to bring in, or a database with --from')
      return bringIn(open, terminal, paths, options)
    })
}

async function bringIn(
  open: Open,
  terminal: Terminal,
  paths: string[],
  options: ImportOptions,
): Promise<void> {
  const asAt = readDay('--as-at', options.asAt)
  const database = options.from === undefined ? undefined : await readFrom(options.from)
  const { preview, again, carryForward } = options
  const { load } = await import('../load.ts')
  const work = async (services: Services) => {
    const outcome = await cancellable((signal) =>
      load(
        loadDeps(services),
        allow(operator(services.council.id), 'load:write'),
        {
          paths,
          database,
          asAt,
          authority: options.authority,
          again,
          carryForward,
          losses: options.acceptLosses ? 'accept' : 'refuse',
          ending: preview ? 'forget' : 'seal',
        },
        (progress) => terminal.progress(describeProgress(progress)),
        signal,
      ),
    )
    // Titles of measures come with all of them, which no other command needs to start.
    const losses = await import('../load-losses.ts')
    terminal.say(describeSummary(outcome, losses))
    if (options.json) terminal.out(asJson(outcome))
    else terminal.out(describeOutcome(outcome, losses))
    return outcome.accepted ? 0 : 1
  }
  await open(work, { traceless: preview ? 'always' : 'unless-done' })
}

/** The password comes by the environment: on the command line every user of the machine could read it. */
async function readFrom(text: string): Promise<DatabaseAddress> {
  const { readDatabaseAddress } = await import('../../intake/index.ts')
  const password = process.env['WAYMARK_SOURCE_PASSWORD'] ?? process.env['PGPASSWORD'] ?? null
  const address = readDatabaseAddress(text, password)
  if (!address.ok) throw new WrongUsage(`--from: ${Object.values(address.errors).join('. ')}`)
  return address.value
}

type LossWords = typeof lossWords

function describeSummary(outcome: LoadOutcome, { goneTables }: LossWords): string {
  if (!outcome.accepted) return 'Refused. Nothing has changed.'
  if (outcome.preview && goneTables(outcome.losses).length > 0)
    return 'This load can be read, but tables would go: seal it with --carry-forward or --accept-losses. It was not sealed, and nothing has changed.'
  if (outcome.preview) return 'Nothing stops this load. It was not sealed, and nothing has changed.'
  if (outcome.problems.some(({ code }) => code === 'already-loaded')) {
    return `Loaded before: snapshot ${outcome.snapshot} has them, and nothing has changed. --again seals the files once more.`
  }
  const sealed = `Sealed as ${outcome.snapshot}, as at ${outcome.asAt}.`
  const { inUse } = outcome
  return inUse
    ? `${sealed} It is NOT in use: everyone still sees ${inUse.snapshot}, as at ${inUse.asAt}. To change that: waymark snapshots use ${outcome.snapshot} --reason "..."`
    : sealed
}

/** The tables that were read, then what is wrong, most harmful first. */
function describeOutcome(outcome: LoadOutcome, { describeLosses }: LossWords): string {
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
    outcome.losses ? describeLosses(outcome.losses, outcome.accepted && !outcome.preview).join('\n') : '',
    tables.length > 0
      ? asColumns(['File', 'Sheet', 'Table', 'Rows', 'Accepted', 'Set aside'], tables)
      : 'No table was recognised.',
    outcome.changes
      ? `Against snapshot ${outcome.changes.before}:\n${changesTable(outcome.changes.tables)}`
      : '',
    problems.join('\n'),
  ]
  return parts.filter((part) => part !== '').join('\n\n')
}
