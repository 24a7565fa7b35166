import { FileFault } from '../reading/raw-sheet.ts'
import { databaseName, type DatabaseAddress } from './database-address.ts'

/**
 * Why a database could not be read, in words for the person who named it. They are our own for each code that a driver gives:
 * what a driver says may repeat how we signed in.
 */
export function databaseFault(address: DatabaseAddress, doing: string, error: unknown): FileFault {
  if (error instanceof FileFault) return error
  const code = codeOf(error)
  const says =
    WORDS[code] ?? ((): string => `could not be read while ${doing}${code === '' ? '' : ` (${code})`}`)
  return new FileFault('database-unread', `${databaseName(address)} ${says(address)}`, { cause: error })
}

/** A driver that tried several addresses of one server has an error of each. */
function codeOf(error: unknown): string {
  if (error instanceof AggregateError) return codeOf(error.errors[0])
  if (!(error instanceof Error)) return ''
  if (error.message === 'timeout expired') return 'ETIMEOUT'
  if (/does not support SSL/.test(error.message)) return 'NOSSL'
  // The driver will not try an empty password.
  if (error.message.includes('client password must be')) return '28P01'
  if (error.message.startsWith('Connection terminated')) return 'ECONNRESET'
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  const cause = error.cause === undefined ? '' : codeOf(error.cause)
  // SQL Server's driver says that there was no connection, and the cause why.
  return WORDS[cause] && /^(ESOCKET|EINSTLOOKUP)?$/.test(code) ? cause : code
}

type Words = (address: DatabaseAddress) => string

const notFound: Words = ({ host }) => `cannot be reached: there is no server called ${host}`
const refused: Words = ({ host, port }) =>
  `cannot be reached: nothing answers on ${host}${port === null ? '' : `, port ${port}`}. Check the address, and that this machine may connect to it`
const tooLate: Words = ({ host }) => `cannot be reached: ${host} did not answer in time`
const login: Words = ({ user, password }) =>
  password === null
    ? `asks for a password, and none was given: put it in WAYMARK_SOURCE_PASSWORD`
    : `does not let ${user} in: the name or the password is wrong, or the login has no right to this database`
const noDatabase: Words = ({ database }) =>
  `was not found: the server has no database called ${database}, or ${database} is not for this login`
const encrypted: Words = () =>
  'was not read: the connection could not be encrypted so that the server is known. Add the server’s certificate to those this machine trusts'
const notAllowed: Words = ({ user }) =>
  `may not be read by ${user}: ask for the right to read its tables (SELECT)`
const broken: Words = () => 'broke off while it was read: load it again'

const WORDS: Readonly<Record<string, Words>> = {
  ENOTFOUND: notFound,
  EAI_AGAIN: notFound,
  ECONNREFUSED: refused,
  EHOSTUNREACH: refused,
  ENETUNREACH: refused,
  ESOCKET: refused,
  EINSTLOOKUP: refused,
  ETIMEDOUT: tooLate,
  ETIMEOUT: tooLate,
  ECONNRESET: broken,
  EPIPE: broken,
  '57P01': broken,
  // PostgreSQL: a wrong password, no such login, no such entry in its list of who may connect.
  '28P01': login,
  '28000': login,
  '3D000': noDatabase,
  '42501': notAllowed,
  NOSSL: encrypted,
  SELF_SIGNED_CERT_IN_CHAIN: encrypted,
  DEPTH_ZERO_SELF_SIGNED_CERT: encrypted,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: encrypted,
  CERT_HAS_EXPIRED: encrypted,
  ERR_TLS_CERT_ALTNAME_INVALID: encrypted,
  // SQL Server.
  ELOGIN: login,
}
