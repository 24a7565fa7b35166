import { readFileSync, readlinkSync } from 'node:fs'
import { hostname } from 'node:os'
import { stat, utimes } from 'node:fs/promises'

/**
 * Process numbers are used again, in a container very soon, so the moment at which the process started counts too,
 * where the system has it (Linux). A number means nothing outside the space in which it was given.
 */
export interface ProcessIdentity {
  pid: number
  startedAt: string | null
  /** The machine and, on Linux, its start and its space of process numbers; absent before it was written down. */
  space?: string
}

/** Field 22 of `/proc/<pid>/stat`, in clock ticks since the machine started; the process name before it may contain any character. */
function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null
  } catch {
    return null
  }
}

function ownSpace(): string {
  const parts = [
    () => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim(),
    () => readlinkSync('/proc/self/ns/pid'),
  ].map((read) => {
    try {
      return read()
    } catch {
      return ''
    }
  })
  return [hostname(), ...parts].join(' ')
}

export const thisProcess = (): ProcessIdentity => ({
  pid: process.pid,
  startedAt: startOf(process.pid),
  space: ownSpace(),
})

/** While it works a process touches its file this often. */
const BEAT_MS = 10_000
/** After so long without a touch its process is gone, wherever it was. */
export const STALE_MS = 120_000

/** Touches the file until it is stopped, or the file is gone: so that others can tell that its process is at work. */
export function keepFresh(file: string): () => void {
  const timer = setInterval(() => {
    const now = new Date()
    utimes(file, now, now).catch(() => clearInterval(timer))
  }, BEAT_MS)
  timer.unref()
  return () => clearInterval(timer)
}

/** Whether the process that keeps `file` fresh is at work: by its number where that means something, else by the file. */
export async function isAtWork(identity: ProcessIdentity, file: string): Promise<boolean> {
  const { pid, startedAt, space } = identity
  if (space !== undefined && space !== ownSpace()) return isFresh(file)
  try {
    process.kill(pid, 0)
  } catch (error) {
    // EPERM: it exists, and belongs to another user.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false
  }
  return startOf(pid) === startedAt
}

export async function isFresh(file: string): Promise<boolean> {
  const found = await stat(file).catch(() => null)
  return found !== null && Date.now() - found.mtimeMs < STALE_MS
}
