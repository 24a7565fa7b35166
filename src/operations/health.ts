import type { Services } from '../platform/room.ts'

/** Whether Waymark is up, and with what: the shape of `waymark health` and `GET /health`. */
interface Health {
  status: 'up' | 'down'
  /** What does not answer; absent when everything does. */
  down?: string[]
  version: string
  records: 'sqlite' | 'postgres'
  latestSnapshot: string | null
}

/** Asks each store for something small. `latestSnapshot` answers the id of the one in use, and throws when it is not there. */
export async function health(
  { records, store, version, log }: Pick<Services, 'records' | 'store' | 'version' | 'log'>,
  latestSnapshot: () => Promise<string | null>,
): Promise<Health> {
  const down: string[] = []
  const ask = async <T>(part: string, question: () => Promise<T>): Promise<T | null> => {
    try {
      return await question()
    } catch (error) {
      log.error(`health: ${part} is down`, error)
      down.push(part)
      return null
    }
  }
  await ask('records', () => records.selectFrom('council').select('id').limit(1).execute())
  const parts = { version, records: store, latestSnapshot: await ask('snapshots', latestSnapshot) }
  return down.length === 0 ? { status: 'up', ...parts } : { status: 'down', down, ...parts }
}
