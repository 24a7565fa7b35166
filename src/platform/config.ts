import { join, resolve } from 'node:path'

/** Paths are absolute. */
export interface Config {
  dataDir: string
  /** A file path for SQLite, or a `postgres://` address. */
  records: string
  host: string
  port: number
}

/** From the environment (see README); the command line's options come first. */
export function readConfig(
  options: { data?: string | undefined; port?: string | undefined; host?: string | undefined },
  env: NodeJS.ProcessEnv = process.env,
): Config {
  const dataDir = resolve(options.data ?? env['WAYMARK_DATA'] ?? './data')
  return {
    dataDir,
    records: env['WAYMARK_RECORDS'] ?? join(dataDir, 'records.sqlite'),
    host: options.host ?? env['HOST'] ?? '127.0.0.1',
    port: Number(options.port ?? env['PORT'] ?? 3000),
  }
}
