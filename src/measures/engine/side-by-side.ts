import type { Connection, ParallelBuild } from '../../dataset/index.ts'

/** Work for one connection: the statements that `run` sends, once the tasks named in `after` are done. */
export interface Task {
  name: string
  after: readonly string[]
  run: (connection: Connection) => Promise<void>
}

interface Work {
  /** Where tables are looked for, the first first. */
  schemas: readonly string[]
  /** Is run on each connection first. */
  prepare: string
  steps: readonly Task[]
  measures: readonly Task[]
}

/** A statement alone on a thread costs less than one that two threads share, so each of two cores gets its own. */
const CONNECTIONS = 2

/**
 * Runs `steps`, each after those that it depends on, and then `measures`, on two connections at once: each takes the next
 * task that is free. What the measures write is committed at the end. Throws
 * the first error, after every statement has ended; then nothing that the measures wrote is kept.
 */
export async function runSideBySide(
  build: ParallelBuild,
  { schemas, prepare, steps, measures }: Work,
): Promise<void> {
  await build.withConnections(CONNECTIONS, schemas, async (connections) => {
    await onEach(connections, (connection) => connection.run(prepare))
    await runInOrder(connections, steps)
    await onEach(connections, (connection) => connection.run('begin transaction'))
    await runInOrder(connections, measures)
    for (const connection of connections) await connection.run('commit')
  })
}

/** Each connection takes the first task whose earlier ones are done, and waits for a task to end when there is none. */
async function runInOrder(connections: readonly Connection[], tasks: readonly Task[]): Promise<void> {
  const waiting = [...tasks]
  const done = new Set<string>()
  let ended = Promise.withResolvers<void>()
  const runNext = async (task: Task, connection: Connection): Promise<void> => {
    try {
      await task.run(connection)
      done.add(task.name)
    } catch (error) {
      // Nothing more is begun.
      waiting.length = 0
      throw error
    } finally {
      ended.resolve()
      ended = Promise.withResolvers<void>()
    }
  }
  await onEach(connections, async (connection) => {
    while (waiting.length > 0) {
      const ready = waiting.findIndex(({ after }) => after.every((earlier) => done.has(earlier)))
      if (ready < 0) await ended.promise
      else await runNext(waiting.splice(ready, 1)[0]!, connection)
    }
  })
}

/** Waits for every connection, also when one fails: a connection is not closed while its statement runs. */
async function onEach(
  connections: readonly Connection[],
  work: (connection: Connection) => Promise<void>,
): Promise<void> {
  const ended = await Promise.allSettled(connections.map(work))
  const failure = ended.find(({ status }) => status === 'rejected')
  if (failure) throw (failure as PromiseRejectedResult).reason
}
