import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** A file, or a folder with files in it, that lies in a watched folder. */
export interface Arrival {
  name: string
  /** Its size and the moment of its last change, in a folder those of every file. Another text means that it has changed. */
  state: string
  /** When it came, in milliseconds. */
  cameAt: number
}

/** Where what has been dealt with goes. */
export const DEALT_WITH = { sealed: 'done', refused: 'refused' } as const

/** Hidden files, lock files, and what programs call a file that they are still writing. */
const NOT_YET_A_FILE = /^[.~]|\.(part|filepart|partial|tmp|crdownload)$/i

/** Null when the folder is not there. */
export async function arrivalsIn(folder: string): Promise<Arrival[] | null> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => null)
  if (entries === null) return null
  const dealtWith: readonly string[] = Object.values(DEALT_WITH)
  const candidates = entries.filter(
    (entry) =>
      (entry.isFile() || entry.isDirectory()) &&
      !NOT_YET_A_FILE.test(entry.name) &&
      !dealtWith.includes(entry.name),
  )
  const arrivals = await Promise.all(
    candidates.map(async (entry) => arrival(folder, entry.name, entry.isDirectory())),
  )
  return arrivals.filter((found) => found !== null).sort((a, b) => a.cameAt - b.cameAt)
}

/** Null for an empty folder, and for a file that went away while it was looked at. */
async function arrival(folder: string, name: string, isFolder: boolean): Promise<Arrival | null> {
  const path = join(folder, name)
  const files = isFolder
    ? (await readdir(path, { recursive: true }).catch(() => [])).toSorted((a, b) => (a < b ? -1 : 1))
    : ['']
  const stats = await Promise.all(
    files.map(async (file) => {
      const found = await stat(join(path, file)).catch(() => null)
      return found?.isFile() ? { file, ...pick(found) } : null
    }),
  )
  const found = stats.filter((found) => found !== null)
  if (found.length === 0) return null
  return {
    name,
    state: found.map(({ file, size, mtimeMs }) => `${file} ${size} ${mtimeMs}`).join('\n'),
    cameAt: Math.max(...found.map(({ ctimeMs }) => ctimeMs)),
  }
}

const pick = ({ size, mtimeMs, ctimeMs }: { size: number; mtimeMs: number; ctimeMs: number }) => ({
  size,
  mtimeMs,
  ctimeMs,
})

/** What a look saw, for the next one. */
export type Seen = ReadonlyMap<string, { state: string; cameAt: number }>

/** Files that came within this time of the first are one load. */
const TOGETHER_MS = 60_000

interface Settled {
  /** One load: none of them has changed between two looks. */
  ready: string[]
  /** What is waited for: it is still being written, or others may be coming with it. */
  coming: string[]
  seen: Seen
}

/** Which arrivals make the next load, by what the last look saw. `now` in milliseconds. */
export function settle(arrivals: readonly Arrival[], before: Seen, now: number): Settled {
  // A file that is still being written has a later time at every look, so the time of the first look counts.
  const dated = arrivals
    .map((arrival) => ({
      ...arrival,
      cameAt: Math.min(arrival.cameAt, before.get(arrival.name)?.cameAt ?? now),
    }))
    .sort((a, b) => a.cameAt - b.cameAt)
  const seen = new Map(dated.map(({ name, state, cameAt }) => [name, { state, cameAt }]))
  const [first] = dated
  if (!first) return { ready: [], coming: [], seen }
  const together = dated.filter(({ cameAt }) => cameAt < first.cameAt + TOGETHER_MS)
  const names = together.map(({ name }) => name)
  const areUnchanged = together.every(({ name, state }) => before.get(name)?.state === state)
  return areUnchanged && now >= first.cameAt + TOGETHER_MS
    ? { ready: names, coming: [], seen }
    : { ready: [], coming: names, seen }
}
