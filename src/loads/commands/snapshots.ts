import type { Command } from 'commander'
import { allow, operator } from '../../access/index.ts'
import type { ChangesSince, SnapshotRecord } from '../../dataset/index.ts'
import { asColumns, asJson, WrongUsage } from '../../platform/command/terminal.ts'
import { NotFound } from '../../platform/errors.ts'
import type { CommandContext } from '../../platform/room.ts'

/** `waymark snapshots [changes | use]`. */
export function addSnapshotCommands(program: Command, context: CommandContext): void {
  const snapshots = addList(program, context)
  addChanges(snapshots, context)
  addUse(snapshots, context)
  addSeen(snapshots, context)
}

const addList = (program: Command, { open, terminal }: CommandContext): Command =>
  program
    .command('snapshots')
    .description('every sealed snapshot, the one in use first')
    .option('--json', 'as JSON')
    .action((options: { json?: true }) =>
      open(async ({ records, council }) => {
        const { listSnapshots } = await import('../../dataset/index.ts')
        const listed = await listSnapshots(records, allow(operator(council.id), 'load:read'))
        terminal.out(options.json ? asJson(listed) : snapshotsTable(listed))
        return 0
      }),
    )

const snapshotsTable = (listed: readonly SnapshotRecord[]): string =>
  asColumns(
    ['Snapshot', 'As at', 'Loaded', 'By', 'Rows', 'Kept until', 'Files'],
    listed.map(({ snapshot, asAt, loadedAt, loadedBy, rows, retainUntil, files }) => [
      snapshot,
      asAt,
      loadedAt,
      loadedBy,
      rows,
      retainUntil,
      files.map(({ file }) => file).join(', '),
    ]),
  )

function addChanges(snapshots: Command, { open, terminal }: CommandContext): void {
  snapshots
    .command('changes [id]')
    .description(
      'new, changed and vanished rows of each table since the snapshot loaded before; of the one in use',
    )
    .option('--json', 'as JSON')
    .action((id: string | undefined, _options: object, command: Command) =>
      open(async ({ records, config, council }) => {
        const pass = allow(operator(council.id), 'load:read')
        const { changesOf } = await import('../../dataset/index.ts')
        const changes = await changesOf(records, config.dataDir, pass, id)
        if (isJson(command)) terminal.out(asJson(changes))
        else if (changes.before === null) terminal.out(`No snapshot was loaded before ${changes.snapshot}.`)
        else {
          terminal.say(`${changes.snapshot} against ${changes.before}, which was loaded before it.`)
          terminal.out(changesTable(changes.tables))
        }
        return 0
      }),
    )
}

function addUse(snapshots: Command, { open, terminal }: CommandContext): void {
  snapshots
    .command('use <id>')
    .description('makes a snapshot the one that everyone sees; nothing is deleted')
    .requiredOption('--reason <text>', 'why, in a sentence, for the register of loads')
    .option('--json', 'as JSON')
    .action(async (id: string, options: { reason: string }, command: Command) => {
      const { checkReason, putInUse } = await import('../../dataset/index.ts')
      const reason = checkReason(options.reason)
      if (!reason.ok) throw new WrongUsage(Object.values(reason.errors).join('\n'))
      return open(async (services) => {
        const { records, clock, council } = services
        const use = await putInUse(
          records,
          clock,
          allow(operator(council.id), 'load:write'),
          id,
          reason.value,
        )
        const { reportFigures } = await import('../report-figures.ts')
        await reportFigures(services, council.id)
        if (isJson(command)) terminal.out(asJson(use))
        else terminal.out(use.sentence)
        return 0
      })
    })
}

function addSeen(snapshots: Command, { open, terminal }: CommandContext): void {
  snapshots
    .command('seen [load]')
    .description(
      'says that you have seen which loads were cut off, or this one: commands and pages no longer tell',
    )
    .option('--json', 'as JSON')
    .action((load: string | undefined, _options: object, command: Command) =>
      open(async ({ records, clock, council }) => {
        const { markSeen } = await import('../load-register-store.ts')
        const seen = await markSeen(records, allow(operator(council.id), 'load:write'), clock.now(), load)
        if (load !== undefined && seen === 0) throw new NotFound(`No load ${load} was cut off and is unseen`)
        if (isJson(command)) terminal.out(asJson({ seen }))
        else terminal.out(seen === 0 ? 'There is nothing that nobody has seen.' : `Seen: ${seen}.`)
        return 0
      }),
    )
}

/** `--json` goes with `snapshots` too, so the command above may have taken it. */
const isJson = (command: Command): boolean => command.optsWithGlobals<{ json?: true }>().json === true

/** New, changed and vanished rows of each table. */
export const changesTable = (tables: ChangesSince['tables']): string =>
  asColumns(
    ['Table', 'Name', 'New', 'Changed', 'Vanished', 'The same'],
    tables.map((table) => [table.table, table.name, table.new, table.changed, table.vanished, table.same]),
  )
