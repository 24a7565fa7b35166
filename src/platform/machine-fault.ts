import { statfsSync } from 'node:fs'
import { Refused } from './errors.ts'

/** A fault of the machine that Waymark runs on, in words for the person who asked. */
interface MachineFault {
  /** Other programs read it: it stays. */
  code: string
  sentence: string
}

/** What the system or a store says of a fault, and what it is called here. The first that fits counts. */
const FAULTS: readonly (readonly [said: RegExp, code: string, sentence: string])[] = [
  [
    /ENOSPC|EDQUOT|EFBIG|no space left|disk full|SQLITE_FULL|database or disk is full|file too large/i,
    'disk-full',
    'There is no room left on the disk. Make room and try again',
  ],
  [
    /database is locked|database table is locked|SQLITE_BUSY|Could not set lock|Conflicting lock/i,
    'records-locked',
    'Another program holds the records store. Let it end and try again',
  ],
  [
    /file is not a database|SQLITE_NOTADB|SQLITE_CORRUPT|disk image is malformed/i,
    'records-damaged',
    'The file of the records store is no records store, or is damaged. Put back a copy that was kept',
  ],
  [
    /ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|57P0[123]|\b08\d{3}\b|connection terminated/i,
    'records-down',
    'The database of the records does not answer. Try again once it is up',
  ],
  [
    /28P01|28000|3D000|password authentication failed/i,
    'records-closed',
    'The database of the records does not let Waymark in. Check its address, the name, the password and the database',
  ],
  [
    /EROFS|EACCES|EPERM|read-?only|permission denied|SQLITE_CANTOPEN|unable to open database|disk I\/O error/i,
    'folder-read-only',
    'Waymark may not write to the data folder, or may not read the files. Check who owns them and try again',
  ],
  [
    /EEXIST|ENOTDIR|EISDIR/,
    'folder-unusable',
    'A file lies where a folder should be, or a folder where a file should be. Name another',
  ],
  [
    /ENOENT|ELOOP|EILSEQ|ENAMETOOLONG|EINVAL.*(?:open|stat|path)/,
    'file-unreadable',
    'A file could not be opened: it is not there, it is a link that leads nowhere, or its name cannot be read',
  ],
]

/**
 * Null for what is no fault of the machine. A store on a full disk says only that it cannot write, so the disk of `folder`
 * is looked at too.
 */
export function machineFault(error: unknown, folder?: string): MachineFault | null {
  if (error instanceof Refused) return null
  const text = describe(error)
  const code = FAULTS.find(([said]) => said.test(text))?.[1]
  const isFull = code === 'folder-read-only' && folder !== undefined && isDiskFull(folder)
  const found = FAULTS.find((fault) => fault[1] === (isFull ? 'disk-full' : code))
  return found ? { code: found[1], sentence: found[2] } : null
}

/** Less than this is no room: a page of a store and its journal. */
const MIN_BYTES_FREE = 64 * 1024

function isDiskFull(folder: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(folder)
    return bavail * bsize < MIN_BYTES_FREE
  } catch {
    return false
  }
}

/** The codes and messages of an error and of what caused it. */
function describe(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(describe).join(' ')
  if (!(error instanceof Error)) return String(error)
  const code = 'code' in error ? String(error.code) : ''
  return [code, error.message, error.cause === undefined ? '' : describe(error.cause)].join(' ')
}
