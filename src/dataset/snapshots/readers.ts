import { readdir, readlink, realpath } from 'node:fs/promises'

/**
 * Whether a program of this machine has the file open. Only Linux tells; elsewhere the answer is no, and a system that
 * cannot delete an open file says so itself.
 */
export async function isBeingRead(file: string): Promise<boolean> {
  const path = await realpath(file).catch(() => null)
  if (path === null) return false
  for (const process of await readdir('/proc').catch(() => [])) {
    if (!/^\d+$/.test(process)) continue
    const opened = `/proc/${process}/fd`
    for (const number of await readdir(opened).catch(() => [])) {
      // A program may end, and a file be closed, while we look.
      if ((await readlink(`${opened}/${number}`).catch(() => null)) === path) return true
    }
  }
  return false
}
