import { mkdir, readFile, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { testFolder } from '../../tests/support/annex-a-files.ts'
import { abandonedFolders, beginIncoming, rewriteJournal } from './incoming.ts'
import { operator } from '../access/index.ts'
import { holdLoadLock, lockFile } from './load-lock.ts'
import { thisProcess } from './process-identity.ts'

const aged = async (file: string): Promise<void> => {
  const then = new Date(Date.now() - 3_600_000)
  await utimes(file, then, then)
}

/** A lock with this text, and whether it can be held at once. */
async function isFreeWith(text: string, isOld: boolean): Promise<boolean> {
  const dataDir = await testFolder()
  await mkdir(join(dataDir, 'incoming'))
  await writeFile(lockFile(dataDir), text)
  if (isOld) await aged(lockFile(dataDir))
  const stop = new AbortController()
  const release = await holdLoadLock(dataDir, () => stop.abort(), stop.signal)
  await release?.()
  return release !== null
}

const elsewhere = JSON.stringify({ ...thisProcess(), pid: 4_000_000, space: 'another container' })

test('an empty lock, and one that was cut short, block no load for ever', async () => {
  for (const text of ['', '{"pid":', 'null'])
    expect([text, await isFreeWith(text, true)]).toEqual([text, true])
})

test('a lock that is being written is left alone', async () => {
  expect(await isFreeWith('', false)).toBe(false)
})

test('a process in another space of process numbers holds its lock while it keeps it fresh', async () => {
  expect(await isFreeWith(elsewhere, false)).toBe(false)
  expect(await isFreeWith(elsewhere, true)).toBe(true)
})

test('of many that take it at once one holds it at a time', async () => {
  const dataDir = await testFolder()
  let holding = 0
  let most = 0
  await Promise.all(
    Array.from({ length: 8 }, async () => {
      const release = await holdLoadLock(dataDir, () => {})
      holding += 1
      most = Math.max(most, holding)
      await readFile(lockFile(dataDir), 'utf8')
      holding -= 1
      await release?.()
    }),
  )
  expect(most).toBe(1)
})

test('a load that runs in another space is not removed while its journal is fresh', async () => {
  const dataDir = await testFolder()
  const incoming = await beginIncoming(dataDir, operator('norchester'), '2015-02-04T09:02:00Z', ['a.csv'])
  await rewriteJournal(incoming, { process: { pid: 4_000_000, startedAt: '1', space: 'another container' } })
  expect(await abandonedFolders(dataDir)).toEqual([])
  await aged(join(incoming.folder, 'journal.json'))
  expect(await abandonedFolders(dataDir)).toHaveLength(1)
})
