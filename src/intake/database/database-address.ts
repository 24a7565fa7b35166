import type { Checked } from '../../platform/errors.ts'

type DatabaseKind = 'postgres' | 'sql-server'

/** Where a database is, and how to sign in to it. Holds a secret: never written down, never shown. */
export interface DatabaseAddress {
  kind: DatabaseKind
  host: string
  /** Null: the usual one. */
  port: number | null
  database: string
  user: string
  password: string | null
  /** Null: the one that has the tables. */
  schema: string | null
  /** A named instance of SQL Server; null for the server's own. */
  instance: string | null
  /** `unchecked`: encrypted, and the server may be anyone. */
  encryption: 'none' | 'checked' | 'unchecked'
}

const KINDS: Readonly<Record<string, DatabaseKind>> = {
  'postgres:': 'postgres',
  'postgresql:': 'postgres',
  'mssql:': 'sql-server',
  'sqlserver:': 'sql-server',
}

/**
 * `postgres://user@host/database?schema=ssd`, `mssql://user@host:1433/database?schema=dbo`. The password may be in it,
 * and is better given apart. What is wrong is said without repeating any of it.
 */
export function readDatabaseAddress(text: string, password: string | null): Checked<DatabaseAddress> {
  const url = URL.canParse(text) ? new URL(text) : null
  const kind = url && KINDS[url.protocol]
  if (!url || !kind)
    return refused(
      'Enter the address of a database as postgres://user@host/database or mssql://user@host/database',
    )
  const database = decodedPart(url.pathname.slice(1))
  if (url.hostname === '' || !database)
    return refused('Enter an address with both the server and the database: postgres://user@server/database')
  const user = decodedPart(url.username)
  if (!user) return refused('Enter an address with the name to sign in by: postgres://user@server/database')
  const encryption = kind === 'postgres' ? encryptionOfPostgres(url) : encryptionOfSqlServer(url)
  if (encryption === null) return refused('Enter sslmode as disable, require, verify-full or no-verify')
  return {
    ok: true,
    value: {
      kind,
      host: url.hostname.replaceAll(/[[\]]/g, ''),
      port: url.port === '' ? null : Number(url.port),
      database,
      user,
      password: decodedPart(url.password) ?? password,
      schema: url.searchParams.get('schema'),
      instance: url.searchParams.get('instance'),
      encryption,
    },
  }
}

const refused = (sentence: string): Checked<never> => ({ ok: false, errors: { from: sentence } })

/** What is between the marks of an address may be written with % and a number. */
function decodedPart(part: string): string | null {
  try {
    return decodeURIComponent(part) || null
  } catch {
    return part
  }
}

const SSL_MODES: Readonly<Record<string, DatabaseAddress['encryption']>> = {
  disable: 'none',
  require: 'checked',
  'verify-ca': 'checked',
  'verify-full': 'checked',
  'no-verify': 'unchecked',
}

const encryptionOfPostgres = ({ searchParams }: URL): DatabaseAddress['encryption'] | null =>
  SSL_MODES[searchParams.get('sslmode') ?? 'disable'] ?? null

/** SQL Server encrypts unless it is told not to. */
const encryptionOfSqlServer = ({ searchParams }: URL): DatabaseAddress['encryption'] => {
  const isOn = (name: string) => /^(true|yes|1)$/i.test(searchParams.get(name) ?? '')
  if (searchParams.has('encrypt') && !isOn('encrypt')) return 'none'
  return isOn('trustServerCertificate') ? 'unchecked' : 'checked'
}

/** What the database is called wherever a file would have its name: `council_ssd on dbhost`. */
export const databaseName = ({ database, host }: Pick<DatabaseAddress, 'database' | 'host'>): string =>
  `${database} on ${host}`
