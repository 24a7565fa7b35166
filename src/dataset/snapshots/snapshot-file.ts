import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { chmod, mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'

/** Where the sealed files are. A snapshot's id is its file's name. */
export const snapshotFile = (dataDir: string, id: string): string =>
  join(dataDir, 'snapshots', `${id}.duckdb`)

export async function sha256OfFile(file: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}

export const fileExists = async (file: string): Promise<boolean> =>
  (await stat(file).catch(() => null)) !== null

/**
 * Moves a finished file to its place, for good: written through to the disk first, and read-only from then on, so
 * that no slip of ours changes it.
 */
export async function placeSnapshot(built: string, dataDir: string, id: string): Promise<void> {
  const target = snapshotFile(dataDir, id)
  await chmod(built, 0o440)
  await writeThrough(built)
  await mkdir(join(dataDir, 'snapshots'), { recursive: true })
  await rename(built, target)
  await writeThrough(join(dataDir, 'snapshots'))
}

export const removeSnapshotFile = (dataDir: string, id: string): Promise<void> =>
  rm(snapshotFile(dataDir, id), { force: true })

async function writeThrough(path: string): Promise<void> {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
