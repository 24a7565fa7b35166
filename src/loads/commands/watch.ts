import { resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Look } from '../folder-watch.ts'
import { loadDeps } from '../load-deps.ts'
import type { LoadProgress } from '../load-request.ts'
import type { Services } from '../../platform/room.ts'
import { WrongUsage, type Terminal } from '../../platform/command/terminal.ts'
import { cancellable } from '../../platform/command/cancelling.ts'

const STEPS: Record<LoadProgress['step'], string> = {
  waiting: 'Another load is under way: waiting for it to end',
  reading: 'Reading',
  converting: 'Converting',
  measuring: 'Working out the measures',
  sealing: 'Sealing',
}

/** How far a load has got, in a line. */
export const describeProgress = ({ step, rows }: LoadProgress): string =>
  rows > 0 ? `${STEPS[step]}: ${rows.toLocaleString('en-GB')} rows` : `${STEPS[step]} ...`

const MAX_SECONDS = 24 * 60 * 60

/** `60s`, `5m` or `90`, in milliseconds. */
export function readEvery(text: string): number {
  const [, number, unit] = /^(\d{1,5})(s|m)?$/.exec(text) ?? []
  const seconds = Number(number) * (unit === 'm' ? 60 : 1)
  if (!(seconds >= 1 && seconds <= MAX_SECONDS)) {
    throw new WrongUsage(`--every must be a time such as 60s or 5m; this was "${text}"`)
  }
  return seconds * 1000
}

interface WatchRequest {
  folder: string
  everyMs: number
  /** As the council's setting says, when it is not given. */
  carryForward: boolean | undefined
  isJson: boolean
}

/** Brings in what arrives in a folder until it is stopped. Says what happens, each thing once. */
export async function watch(
  services: Services,
  terminal: Terminal,
  { folder: typed, everyMs, carryForward, isJson }: WatchRequest,
): Promise<number> {
  const { config, council } = services
  const folder = resolve(typed)
  const { folderFault } = await import('../data-setting.ts')
  const fault = await folderFault(folder, config.dataDir)
  if (fault) throw new WrongUsage(`--watch ${typed}: ${fault}`)
  const { watchFolder } = await import('../folder-watch.ts')
  const watched = watchFolder(loadDeps(services), council.id, folder, {
    carryForward,
    onProgress: (progress) => terminal.progress(describeProgress(progress)),
  })
  terminal.say(`Watching ${folder}, every ${everyMs / 1000} seconds. Press Ctrl and C to stop.`)
  await cancellable(async (signal) => {
    let before = ''
    while (!signal.aborted) {
      const look = await watched.look(signal)
      const now = `${look.state} ${look.sentence}`
      if (now !== before) printLook(terminal, look, isJson)
      before = now
      await wait(everyMs, undefined, { signal }).catch(() => {
        // The wait was cancelled: the loop ends.
      })
    }
  })
  return 0
}

function printLook(terminal: Terminal, look: Look, isJson: boolean): void {
  if (isJson) terminal.out(`${JSON.stringify(look)}\n`)
  else terminal.out(`${look.at}  ${look.sentence}`)
}
