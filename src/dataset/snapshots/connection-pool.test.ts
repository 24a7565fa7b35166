import { expect, test } from 'vitest'
import { connectionPool } from './connection-pool.ts'

interface FakeConnection {
  number: number
  closeSync(): void
}

function world(max: number) {
  const closed: number[] = []
  let opened = 0
  const pool = connectionPool<FakeConnection>(() => {
    const number = (opened += 1)
    return Promise.resolve({ number, closeSync: () => void closed.push(number) })
  }, max)
  return { pool, closed, opened: () => opened }
}

/** Work that ends when it is let go. */
function held() {
  const { promise, resolve } = Promise.withResolvers<void>()
  return { work: () => promise, end: () => resolve() }
}

const soon = () => new Promise((resolve) => setImmediate(resolve))

test('a connection is used again, and no more are open than may be', async () => {
  const { pool, opened } = world(2)
  expect(await pool.use(({ number }) => Promise.resolve(number))).toBe(1)
  expect(await pool.use(({ number }) => Promise.resolve(number))).toBe(1)
  const running = [held(), held(), held()]
  let begun = 0
  const all = running.map(({ work }) =>
    pool.use(() => {
      begun += 1
      return work()
    }),
  )
  await soon()
  expect([begun, opened()]).toEqual([2, 2])
  running[0]!.end()
  await soon()
  expect([begun, opened()]).toEqual([3, 2])
  for (const { end } of running) end()
  await Promise.all(all)
})

test('work that fails gives its connection back', async () => {
  const { pool } = world(1)
  await expect(pool.use(() => Promise.reject(new Error('no such table')))).rejects.toThrow('no such table')
  expect(await pool.use(({ number }) => Promise.resolve(number))).toBe(1)
})

test('closing waits for the work under way, and for what waits for its turn', async () => {
  const { pool, closed } = world(1)
  const [first, second] = [held(), held()]
  const both = [pool.use(first.work), pool.use(second.work)]
  await soon()
  let isEnded = false
  pool.close(() => (isEnded = true))
  first.end()
  await soon()
  expect([closed, isEnded]).toEqual([[], false])
  second.end()
  await Promise.all(both)
  expect([closed, isEnded]).toEqual([[1], true])
})
