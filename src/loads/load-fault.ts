import { Refused } from '../platform/errors.ts'
import { stoppedLoad, type LoadOutcome } from './load-outcome.ts'

/** Faults of the machine that a load meets, by what the system or a store calls them. */
const FAULTS: readonly (readonly [RegExp, code: string, sentence: string])[] = [
  [
    /ENOSPC|EDQUOT|no space left|disk full|SQLITE_FULL/i,
    'disk-full',
    'There is no room left on the disk of the data folder. Make room and load the files again',
  ],
  [
    /EROFS|EACCES|EPERM|read-?only|permission denied|SQLITE_CANTOPEN|unable to open database/i,
    'folder-read-only',
    'Waymark may not write to the data folder, or may not read the files. Check who owns them and load again',
  ],
  [
    /ECONNREFUSED|ECONNRESET|ENOTFOUND|ETIMEDOUT|EHOSTUNREACH|57P0[123]|08\d{3}|connection terminated/i,
    'records-down',
    'The database of the records does not answer. Nothing has been read: load the files again once it is up',
  ],
  [
    /ENOENT|ELOOP|ENOTDIR|EILSEQ|ENAMETOOLONG/,
    'file-unreadable',
    'A file could not be opened: it is not there, it is a link that leads nowhere, or its name cannot be read. Rename it and load again',
  ],
]

/** Why a load could not even be refused, in words; the shape is that of every other refusal. */
export function faultyLoad(error: unknown, files: readonly string[]): LoadOutcome {
  const { code, message } = faultOf(error)
  return stoppedLoad('', files.join(', '), { code, message: `${message}. Nothing was changed.` })
}

export function faultOf(error: unknown): { code: string; message: string } {
  if (error instanceof Refused) return { code: 'refused', message: error.message.replace(/\.$/, '') }
  const text = describe(error)
  const known = FAULTS.find(([pattern]) => pattern.test(text))
  if (known) return { code: known[1], message: known[2] }
  return {
    code: 'load-broke',
    message: 'An error in Waymark stopped the load: the fault is not in the files',
  }
}

/** The codes and messages of an error and of what caused it. */
function describe(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(describe).join(' ')
  if (!(error instanceof Error)) return String(error)
  const code = 'code' in error ? String(error.code) : ''
  return [code, error.message, error.cause === undefined ? '' : describe(error.cause)].join(' ')
}
