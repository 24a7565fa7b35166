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

/** The council's own roles of workers who hold children; empty for the known ones alone. */
export const workerRoles = (env: NodeJS.ProcessEnv = process.env): string[] =>
  (env['WAYMARK_WORKER_ROLES'] ?? '').split(',').flatMap((role) => role.trim() || [])

/** The council's own mail server, and how people reach Waymark from a message. */
export interface MailSettings {
  /** `smtp://` or `smtps://`, with a name and password where the server wants them. */
  server: string
  from: string
  /** Where people open Waymark, without a slash at the end. */
  address: string
}

/** Null while no mail server is set. Throws, naming what is wrong, where they are given in part. */
export function mailSettings(env: NodeJS.ProcessEnv = process.env): MailSettings | null {
  const server = env['WAYMARK_SMTP'] ?? ''
  if (server === '') return null
  const [from, address] = [env['WAYMARK_MAIL_FROM'] ?? '', env['WAYMARK_ADDRESS'] ?? '']
  if (!URL.canParse(server) || !/^smtps?:$/.test(new URL(server).protocol))
    throw new Error('WAYMARK_SMTP must be like smtp://mail.example.gov.uk:587')
  if (!from.includes('@')) throw new Error('WAYMARK_MAIL_FROM must be the address that messages come from')
  if (!URL.canParse(address) || !/^https?:$/.test(new URL(address).protocol))
    throw new Error('WAYMARK_ADDRESS must be where people open Waymark, like https://waymark.example.gov.uk')
  return { server, from, address: address.replace(/\/+$/, '') }
}

/** A variable of the environment that Waymark reads. The handbook prints them. */
export interface EnvironmentVariable {
  readonly name: string
  readonly means: string
  readonly otherwise: string
}

export const ENVIRONMENT: readonly EnvironmentVariable[] = [
  { name: 'WAYMARK_DATA', means: 'the data folder', otherwise: '`./data`' },
  {
    name: 'WAYMARK_RECORDS',
    means: 'the records store: a path, or `postgres://...`',
    otherwise: '`records.sqlite` in the data folder',
  },
  { name: 'HOST', means: 'the address to serve at', otherwise: '`127.0.0.1`' },
  { name: 'PORT', means: 'the port to serve at', otherwise: '3000' },
  {
    name: 'WAYMARK_PASSWORD',
    means: 'the password of an account that `waymark people add` opens',
    otherwise: 'read from standard input',
  },
  {
    name: 'WAYMARK_SOURCE_PASSWORD',
    means: 'the password of a database that is read: `import --from`, `--engine postgres`',
    otherwise: '`PGPASSWORD`',
  },
  {
    name: 'WAYMARK_WORKER_ROLES',
    means:
      'roles of workers, separated by commas, by which the case system says who holds a child: they come before those that are known of Mosaic, Liquidlogic, Eclipse, CareDirector and Azeus',
    otherwise: 'the known ones',
  },
  {
    name: 'WAYMARK_SMTP',
    means:
      'the council’s mail server for weekly digests, like `smtp://name:password@mail.example.gov.uk:587`',
    otherwise: 'no e-mail is sent',
  },
  {
    name: 'WAYMARK_MAIL_FROM',
    means: 'the address that those e-mails come from; needed with `WAYMARK_SMTP`',
    otherwise: 'none',
  },
  {
    name: 'WAYMARK_ADDRESS',
    means: 'where people open Waymark, for the link in an e-mail; needed with `WAYMARK_SMTP`',
    otherwise: 'none',
  },
  { name: 'PGPASSWORD', means: 'the same, as other programs of PostgreSQL read it', otherwise: 'none' },
  {
    name: 'NODE_COMPILE_CACHE',
    means: 'where compiled programs are kept, so that commands answer sooner',
    otherwise: '`dist/.compiled`',
  },
  {
    name: 'TZ',
    means: 'the time zone of log lines; days are England’s whatever it is',
    otherwise: 'the machine’s',
  },
]
