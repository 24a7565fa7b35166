import { readFileSync } from 'node:fs'

/**
 * Process numbers are used again, in a container very soon, so the moment at which the process started counts too,
 * where the system has it (Linux).
 */
export interface ProcessIdentity {
  pid: number
  startedAt: string | null
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

export const thisProcess = (): ProcessIdentity => ({ pid: process.pid, startedAt: startOf(process.pid) })

export function isAlive({ pid, startedAt }: ProcessIdentity): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    // EPERM: it exists, and belongs to another user.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false
  }
  return startOf(pid) === startedAt
}
