import type { Connection, ParallelBuild } from '../../dataset/index.ts'

/** Work for one connection: the statements that `run` sends, once the tasks named in `after` are done. */
export interface Task {
  name: string
  after: readonly string[]
  run: (connection: Connection) => Promise<void>
}

/** A statement alone on a thread costs less than one that two threads share, so each of two cores gets its own. */
const CONNECTIONS = 2

/**
 * Runs `steps`, each after those that it depends on, and then `measures`, on two connections at once: each takes the next
 * task that is free. `prepare` is run on each connection first. What the measures write is committed at the end. Throws
 * the first error, after every statement has ended; then nothing that the measures wrote is kept.
 */
export async function runSideBySide(
  build: ParallelBuild,
  prepare: string,
  steps: readonly Task[],
  measures: readonly Task[],
): Promise<void> {
  await build.withConnections(CONNECTIONS, async (connections) => {
    await onEach(connections, (connection) => connection.run(prepare))
    await runInOrder(connections, steps)
    await onEach(connections, (connection) => connection.run('begin transaction'))
    await runInOrder(connections, measures)
    for (const connection of connections) await connection.run('commit')
  })
}

async function runInOrder(connections: readonly Connection[], tasks: readonly Task[]): Promise<void> {
  const waiting = [...tasks]
  const started = new Map<string, Promise<void>>()
  const failures: unknown[] = []
  const runNext = async (task: Task, connection: Connection): Promise<void> => {
    for (const earlier of task.after) await started.get(earlier)
    await task.run(connection)
  }
  await onEach(connections, async (connection) => {
    for (let task = waiting.shift(); task && failures.length === 0; task = waiting.shift()) {
      const work = runNext(task, connection)
      started.set(task.name, work)
      await work.catch((error: unknown) => {
        failures.push(error)
        throw error
      })
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
