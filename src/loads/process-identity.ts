import { readFileSync } from 'node:fs'

/**
 * Which process holds something. Numbers of processes are used again, in a container from the first on, so the
 * moment it started counts too where the system tells it (Linux).
 */
export interface ProcessIdentity {
  pid: number
  startedAt: string | null
}

/** Field 22 of `/proc/<pid>/stat`, in clock ticks since the machine started; the name before it may hold anything. */
function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null
  } catch {
    return null
  }
}

export const thisProcess = (): ProcessIdentity => ({ pid: process.pid, startedAt: startOf(process.pid) })

export function isAlive({ pid, startedAt }: ProcessIdentity): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    // It exists, and is someone else's.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false
  }
  return startOf(pid) === startedAt
}
