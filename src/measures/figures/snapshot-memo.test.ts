import { expect, test } from 'vitest'
import type { SealedSnapshot } from '../../dataset/index.ts'
import { oncePerSnapshot, recentPerSnapshot } from './snapshot-memo.ts'

const snapshotOf = (id: string): SealedSnapshot => ({
  id,
  asAt: '2015-01-31',
  loadedAt: '2015-01-31T12:00:00Z',
  sources: [],
})
const [first, second] = [snapshotOf('first'), snapshotOf('second')]

test('an answer is read once for each snapshot and key, and never given for another', async () => {
  const reads: string[] = []
  const read = async ({ id }: SealedSnapshot, key: string) => {
    reads.push(`${id} ${key}`)
    return `${id} ${key}`
  }
  for (const ask of [oncePerSnapshot(read), recentPerSnapshot(read, () => 1, 10)]) {
    reads.length = 0
    for (const _ of [1, 2])
      expect([await ask(first, 'a'), await ask(first, 'b'), await ask(second, 'a')]).toEqual([
        'first a',
        'first b',
        'second a',
      ])
    expect(reads).toEqual(['first a', 'first b', 'second a'])
  }
})

test('of large answers those asked for last are kept, as many as fit', async () => {
  const reads: string[] = []
  const ask = recentPerSnapshot(
    async (_, key) => {
      reads.push(key)
      return key
    },
    (answer) => answer.length,
    5,
  )
  for (const key of ['aa', 'bb', 'aa', 'cc', 'aa', 'cc', 'bb']) await ask(first, key)
  expect(reads).toEqual(['aa', 'bb', 'cc', 'bb'])
  await ask(first, 'too large to keep')
  await ask(first, 'too large to keep')
  expect(reads.slice(4)).toEqual(['too large to keep', 'too large to keep'])
})

test('what could not be read is read again', async () => {
  let failures = 0
  const read = () => {
    failures += 1
    return Promise.reject(new Error('the disk is busy'))
  }
  for (const ask of [oncePerSnapshot(read), recentPerSnapshot(read, () => 1, 10)]) {
    failures = 0
    await expect(ask(first, 'a')).rejects.toThrow('the disk is busy')
    await expect(ask(first, 'a')).rejects.toThrow('the disk is busy')
    expect(failures).toBe(2)
  }
})
