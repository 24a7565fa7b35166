import type { Command } from 'commander'
import { asJson } from '../platform/command/terminal.ts'
import { addPeopleImport } from './people-command.ts'
import { gather, type CommandContext } from '../platform/room.ts'

/** `waymark check | health | migrate`. */
export function addOperationsCommands(program: Command, context: CommandContext): void {
  const { open, terminal } = context
  addPeopleImport(program, context)
  program
    .command('check')
    .description(
      'verifies every hash and invariant: snapshots, access log, figures and their lists, issued reports',
    )
    .option('--json', 'as JSON')
    .action((options: { json?: true }) =>
      open(async (services) => {
        const { checkEverything } = await import('./checks.ts')
        const answer = await checkEverything(services)
        if (options.json) terminal.out(asJson(answer))
        else {
          for (const { check, ok, detail } of answer.checks) {
            terminal.out(`${ok ? 'ok     ' : 'WRONG  '} ${check}${detail ? `: ${detail}` : ''}`)
          }
        }
        return answer.ok ? 0 : 1
      }),
    )

  program
    .command('health')
    .description('whether Waymark is up, and with what')
    .option('--json', 'as JSON (it always is)')
    .action(() =>
      open(
        async (services) => {
          const { records, config, council } = services
          const { health } = await import('./health.ts')
          const { latestSnapshot } = await import('../dataset/commands.ts')
          const found = await health(services, () => latestSnapshot(config.dataDir, records, council.id))
          const notices = (await gather(services.rooms, (room) => room.notices?.(services))).flat()
          const answer = notices.length === 0 ? found : { ...found, notices }
          terminal.out(asJson(answer))
          return answer.status === 'up' ? 0 : 1
        },
        { glance: true },
      ),
    )

  program
    .command('migrate')
    .description('brings the records store up to date; every command does so before it begins')
    .option('--json', 'as JSON')
    .action((options: { json?: true }) =>
      open(({ migrated }) => {
        if (options.json) terminal.out(asJson({ migrated }))
        else if (migrated.length === 0) terminal.out('The records store is up to date.')
        else terminal.out(`Brought up to date: ${migrated.join(', ')}.`)
        return Promise.resolve(0)
      }),
    )
}
