import { randomUUID } from 'node:crypto'
import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { isAtWork, isFresh, keepFresh, thisProcess, type ProcessIdentity } from './process-identity.ts'

const BETWEEN_TRIES_MS = 200

export const lockFile = (dataDir: string): string => join(dataDir, 'incoming', 'lock.json')

/**
 * One load at a time in a data folder, whichever process runs it: the second waits for the first. A lock whose process
 * is gone is taken away. Returns how to release it, or null when `signal` said to stop waiting.
 */
export async function holdLoadLock(
  dataDir: string,
  onWait: () => void,
  signal?: AbortSignal,
): Promise<(() => Promise<void>) | null> {
  const file = lockFile(dataDir)
  const text = JSON.stringify({ ...thisProcess(), token: randomUUID() })
  const stopped = () => signal?.aborted ?? false
  let announced = false
  while (!stopped()) {
    if (await takeLock(file, text)) {
      const stop = keepFresh(file)
      return async () => {
        stop()
        if ((await readFile(file, 'utf8').catch(() => '')) === text) await rm(file, { force: true })
      }
    }
    if (!(await removeAbandonedLock(file))) {
      if (!announced) onWait()
      announced = true
      await wait(BETWEEN_TRIES_MS)
    }
  }
  return null
}

/** The file appears with what is in it, or not at all. False when another process holds the lock. */
async function takeLock(file: string, text: string): Promise<boolean> {
  // A load that ends removes the folder, perhaps between these calls.
  await mkdir(dirname(file), { recursive: true })
  const own = `${file}.${randomUUID()}`
  try {
    await writeFile(own, text)
    await link(own, file).catch(async (error: unknown) => {
      // Some network folders have no second names for a file.
      if (!['EPERM', 'ENOTSUP', 'ENOSYS', 'EOPNOTSUPP'].includes(codeOf(error))) throw error
      await writeFile(file, text, { flag: 'wx' })
    })
    return true
  } catch (error) {
    if (['EEXIST', 'ENOENT'].includes(codeOf(error))) return false
    throw error
  } finally {
    await rm(own, { force: true })
  }
}

/** True when the lock was there and its process is gone; two that find it so take it away only once. */
export async function removeAbandonedLock(file: string): Promise<boolean> {
  const text = await readFile(file, 'utf8').catch(() => null)
  if (text === null || !(await isAbandoned(file, text))) return false
  const aside = `${file}.${randomUUID()}`
  try {
    await rename(file, aside)
  } catch {
    return false
  }
  const isOther = (await readFile(aside, 'utf8')) !== text
  // Another process took the lock in between: it keeps it.
  if (isOther) await link(aside, file).catch(() => {})
  await rm(aside, { force: true })
  return !isOther
}

/** A lock that cannot be read was cut short: it counts while it is fresh. */
async function isAbandoned(file: string, text: string): Promise<boolean> {
  try {
    return !(await isAtWork(JSON.parse(text) as ProcessIdentity, file))
  } catch {
    return !(await isFresh(file))
  }
}

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? ''
