import { mkdir, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { testFolder } from '../../tests/support/annex-a-files.ts'
import { arrivalsIn, settle, type Arrival, type Seen } from './watched-files.ts'

const MINUTE = 60_000
const NOBODY: Seen = new Map()
const file = (name: string, state: string, cameAt: number): Arrival => ({ name, state, cameAt })

test('a file counts once it has stood still over two looks', () => {
  const old = [file('a.csv', '10', 0)]
  const first = settle(old, NOBODY, 5 * MINUTE)
  expect(first).toMatchObject({ ready: [], coming: ['a.csv'] })
  const grown = settle([file('a.csv', '20', 6 * MINUTE)], first.seen, 6 * MINUTE)
  expect(grown).toMatchObject({ ready: [], coming: ['a.csv'] })
  expect(settle([file('a.csv', '20', 6 * MINUTE)], grown.seen, 7 * MINUTE)).toMatchObject({
    ready: ['a.csv'],
    coming: [],
  })
})

test('files that come within a minute are one load, and those after it the next', () => {
  const files = [file('a.csv', '10', 0), file('b.csv', '10', MINUTE - 1), file('c.csv', '10', MINUTE)]
  const { seen } = settle(files, NOBODY, 2 * MINUTE)
  expect(settle(files, seen, 2 * MINUTE + 1)).toMatchObject({ ready: ['a.csv', 'b.csv'], coming: [] })
  expect(settle(files.slice(2), seen, 2 * MINUTE + 2)).toMatchObject({ ready: ['c.csv'] })
})

test('the minute is waited for, because others may be coming', () => {
  const files = [file('a.csv', '10', 0)]
  const { seen } = settle(files, NOBODY, 1000)
  expect(settle(files, seen, MINUTE - 1)).toMatchObject({ ready: [], coming: ['a.csv'] })
  expect(settle(files, seen, MINUTE)).toMatchObject({ ready: ['a.csv'] })
})

test('a file that is still being written holds back those that came with it', () => {
  const at = (now: number, size: string) => [file('a.csv', '10', 0), file('big.csv', size, now)]
  let { seen } = settle(at(1000, '1'), NOBODY, 1000)
  for (const [now, size] of [
    [2 * MINUTE, '2'],
    [4 * MINUTE, '3'],
  ] as const) {
    const settled = settle(at(now, size), seen, now)
    expect(settled).toMatchObject({ ready: [], coming: ['a.csv', 'big.csv'] })
    ;({ seen } = settled)
  }
  expect(settle(at(4 * MINUTE, '3'), seen, 5 * MINUTE).ready).toEqual(['a.csv', 'big.csv'])
})

test('what counts is files and folders of them, not what is hidden, half written or dealt with', async () => {
  const folder = await testFolder()
  for (const name of ['list.csv', '.hidden', '~$book.xlsx', 'book.xlsx.part', 'book.tmp']) {
    await writeFile(join(folder, name), name)
  }
  for (const name of ['done', 'refused', 'empty', 'export/deep'])
    await mkdir(join(folder, name), { recursive: true })
  await writeFile(join(folder, 'done', 'old.csv'), 'old')
  await writeFile(join(folder, 'export', 'deep', 'list.csv'), 'a')
  const found = async () => (await arrivalsIn(folder))!.map(({ name }) => name).sort()
  expect(await found()).toEqual(['export', 'list.csv'])
  expect(await arrivalsIn(join(folder, 'none'))).toBeNull()

  const stateOf = async (name: string) =>
    (await arrivalsIn(folder))!.find((each) => each.name === name)!.state
  const before = await stateOf('export')
  await utimes(join(folder, 'export', 'deep', 'list.csv'), 1, 1)
  expect(await stateOf('export')).not.toBe(before)
})
