import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Day } from '../platform/day.ts'
import { keptFiles, type TemplateRows } from '../standards/capture/template-rows.ts'
import type { LoadDeps } from './load-deps.ts'

declare module '../platform/room.ts' {
  interface Questions {
    /**
     * What is kept in Waymark of what no standard carries, as it was at the end of a day: each load takes it in as one
     * more source. Rows are in an order that is always the same, and say nothing of what came after the day.
     */
    templateRows: (council: string, asAt: Day) => Promise<TemplateRows[]>
  }
}

const filesOf = async ({ templateRows }: LoadDeps, council: string, asAt: Day) =>
  keptFiles((await templateRows?.(council, asAt)) ?? [])

/** The hashes of the files that would come in with a load as at that day. */
export async function keptHashes(deps: LoadDeps, council: string, asAt: Day): Promise<{ sha256: string }[]> {
  const files = await filesOf(deps, council, asAt)
  return files.map(({ text }) => ({ sha256: createHash('sha256').update(text).digest('hex') }))
}

export const keptFolder = (incoming: string): string => join(incoming, 'kept')

/** Writes them beside the files of a load, and answers their paths. */
export async function writeKept(
  deps: LoadDeps,
  council: string,
  asAt: Day,
  incoming: string,
): Promise<string[]> {
  const files = await filesOf(deps, council, asAt)
  if (files.length === 0) return []
  const folder = keptFolder(incoming)
  await mkdir(folder, { recursive: true })
  return Promise.all(
    files.map(async ({ file, text }) => {
      const path = join(folder, file)
      await writeFile(path, text, { mode: 0o600 })
      return path
    }),
  )
}
