import { expect, test } from 'vitest'
import { doorWorld } from '../../tests/support/door-world.ts'
import { serveWeb } from './serve.ts'

test('the door opens on a free port, answers, and shuts', async () => {
  const world = await doorWorld()
  const serving = await serveWeb(await world.app(), { host: '127.0.0.1', port: 0 })
  expect((await fetch(`${serving.address}/health`)).status).toBe(200)
  await serving.close()
  await expect(fetch(`${serving.address}/health`)).rejects.toThrow('fetch failed')
  await world.close()
})

test('a port that is taken is said to be taken', async () => {
  const world = await doorWorld()
  const serving = await serveWeb(await world.app(), { host: '127.0.0.1', port: 0 })
  const port = Number(new URL(serving.address).port)
  await expect(serveWeb(await world.app(), { host: '127.0.0.1', port })).rejects.toMatchObject({
    code: 'EADDRINUSE',
  })
  await serving.close()
  await world.close()
})
