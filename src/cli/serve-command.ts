import { existsSync } from 'node:fs'
import type { Command } from 'commander'
import { DEMONSTRATION_PASSWORD, allow, operator } from '../access/index.ts'
import type { Waymark } from '../main.ts'
import { readConfig, type Config } from '../platform/config.ts'
import { standardLog } from '../platform/log.ts'
import type { Room } from '../platform/room.ts'
import { WrongUsage, type Terminal } from '../platform/command/terminal.ts'
import { DEFAULT_SIZE, installWithProgress } from '../demonstration/index.ts'
import { removeTraces } from './open.ts'

interface ServeOptions {
  port?: string
  host?: string
  demoWhenEmpty?: string | true
}

/** `waymark serve`: the web application, until it is told to stop. */
export function addServeCommand(
  program: Command,
  rooms: readonly Room[],
  globalOptions: () => { data?: string },
  terminal: Terminal,
): void {
  program
    .command('serve')
    .description('the web application')
    .option('--port <number>', 'the port; otherwise PORT, or 3000')
    .option('--host <host>', 'the address to listen on; otherwise HOST, or 127.0.0.1')
    .option(
      '--demo-when-empty [size]',
      'fill an empty data folder with the demonstration council first: small or city',
    )
    .action(async (options: ServeOptions) => {
      const config = readConfig({ ...globalOptions(), port: options.port, host: options.host })
      if (!Number.isInteger(config.port) || config.port < 0 || config.port > 65_535) {
        throw new WrongUsage('--port must be a number from 0 to 65535')
      }
      const { openWaymark } = await import('../main.ts')
      const waymark = await openReady(
        () => openWaymark(config, standardLog, rooms),
        config,
        options.demoWhenEmpty,
        terminal,
      )
      if (!waymark) return
      for (const sentence of waymark.recovered) terminal.say(sentence)
      const { serveCouncil } = await import('../web/index.ts')
      let serving: Awaited<ReturnType<typeof serveCouncil>>
      try {
        serving = await serveCouncil(waymark)
      } catch (error) {
        await waymark.close()
        throw error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
          ? new WrongUsage(
              `Port ${config.port} is in use. Choose another with --port, or PORT=3001 npm start`,
            )
          : error
      }
      describeWelcome(waymark, serving.address, terminal)
      await toldToStop()
      await serving.close()
      await waymark.close()
    })
}

/** Opened, and filled with the demonstration when that was asked for and there is nothing yet; null when that was cancelled. */
async function openReady(
  open: () => Promise<Waymark>,
  config: Config,
  demoWhenEmpty: string | true | undefined,
  terminal: Terminal,
): Promise<Waymark | null> {
  const hadFolder = existsSync(config.dataDir)
  const waymark = await open()
  if (demoWhenEmpty === undefined || !(await isEmpty(waymark))) return waymark
  terminal.say('The data folder is empty: filling it with the demonstration council.')
  const size = demoWhenEmpty === true ? DEFAULT_SIZE : demoWhenEmpty
  const isDone = await installWithProgress(waymark, terminal, size)
  await waymark.close()
  if (isDone) return open()
  if (waymark.isNew) await removeTraces(config, hadFolder)
  return null
}

/** Nobody has set up a council or brought anything in. */
async function isEmpty({ records, council }: Waymark): Promise<boolean> {
  const isSetUp = await records.selectFrom('council').select('id').limit(1).executeTakeFirst()
  if (isSetUp) return false
  const { listSnapshots } = await import('../dataset/index.ts')
  return (await listSnapshots(records, allow(operator(council.id), 'load:read'))).length === 0
}

function describeWelcome({ council }: Waymark, address: string, terminal: Terminal): void {
  terminal.say(`\nWaymark serves ${council.name} at ${address}`)
  if (council.demonstration) {
    terminal.say(
      `Sign in: open ${address}/demonstration and choose whom to be, for example the programme manager.`,
    )
    terminal.say(`Or with an email address from that page and the password ${DEMONSTRATION_PASSWORD}`)
  } else {
    terminal.say('Sign in with an account; "waymark people add" makes the first.')
  }
  terminal.say('Press Ctrl and C to stop.')
}

const toldToStop = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })
