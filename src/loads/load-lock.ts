import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { isAlive, thisProcess, type ProcessIdentity } from './process-identity.ts'

const BETWEEN_TRIES_MS = 200

export const lockFile = (dataDir: string): string => join(dataDir, 'incoming', 'lock.json')

/**
 * One load at a time in a data folder, whichever process runs it: the second waits for the first. A lock whose process
 * is gone is ignored. Returns how to release it, or null when `signal` said to stop waiting.
 */
export async function holdLoadLock(
  dataDir: string,
  onWait: () => void,
  signal?: AbortSignal,
): Promise<(() => Promise<void>) | null> {
  const file = lockFile(dataDir)
  const stopped = () => signal?.aborted ?? false
  let announced = false
  while (!stopped()) {
    if (await takeLock(file)) return () => rm(file, { force: true })
    if (await isAbandoned(file)) {
      await rm(file, { force: true })
    } else {
      if (!announced) onWait()
      announced = true
      await wait(BETWEEN_TRIES_MS)
    }
  }
  return null
}

/** False when another process holds the lock. */
async function takeLock(file: string): Promise<boolean> {
  // A load that ends removes the folder, perhaps between these two calls.
  await mkdir(dirname(file), { recursive: true })
  try {
    await writeFile(file, JSON.stringify(thisProcess()), { flag: 'wx' })
    return true
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EEXIST' || code === 'ENOENT') return false
    throw error
  }
}

/** True when the holding process is gone. A lock that is still being written is not abandoned. */
export async function isAbandoned(file: string): Promise<boolean> {
  const text = await readFile(file, 'utf8').catch(() => '')
  try {
    return !isAlive(JSON.parse(text) as ProcessIdentity)
  } catch {
    return false
  }
}
