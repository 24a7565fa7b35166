import { join, resolve } from 'node:path'

/** Where Waymark keeps things and listens. Paths are absolute. */
export interface Config {
  dataDir: string
  /** A file path for SQLite, or a `postgres://` address. */
  records: string
  host: string
  port: number
}

/** From the environment (see README), with what the command line said on top. */
export function readConfig(
  said: { data?: string | undefined; port?: string | undefined; host?: string | undefined },
  env: NodeJS.ProcessEnv = process.env,
): Config {
  const dataDir = resolve(said.data ?? env['WAYMARK_DATA'] ?? './data')
  return {
    dataDir,
    records: env['WAYMARK_RECORDS'] ?? join(dataDir, 'records.sqlite'),
    host: said.host ?? env['HOST'] ?? '127.0.0.1',
    port: Number(said.port ?? env['PORT'] ?? 3000),
  }
}
