import { createHash, type Hash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { FileFault } from './raw-sheet.ts'

/** What a file was when it was first looked at. */
export interface FileState {
  bytes: number
  /** To the nanosecond: when its content changed last. */
  changedAt: bigint
  /** When we looked, in milliseconds. */
  seenAt: number
}

export async function fileState(path: string, file: string): Promise<FileState> {
  const { size, mtimeNs } = await stat(path, { bigint: true }).catch((error: unknown) => {
    throw unopened(file, error)
  })
  return { bytes: Number(size), changedAt: mtimeNs, seenAt: Date.now() }
}

/**
 * The file's bytes, some at a time, which `hash` is fed with. Never more than it had when its state was taken: a file
 * that grows while it is read does not keep us reading. Throws FileFault when it is not the same file at the end.
 */
export async function* steadyPieces(
  path: string,
  file: string,
  state: FileState,
  hash: Hash,
  bytesAtOnce = 65_536,
): AsyncGenerator<Buffer> {
  let bytes = 0
  if (state.bytes > 0) {
    try {
      const stream = createReadStream(path, { end: state.bytes - 1, highWaterMark: bytesAtOnce })
      for await (const piece of stream as AsyncIterable<Buffer>) {
        hash.update(piece)
        bytes += piece.length
        yield piece
      }
    } catch (error) {
      if (isSystemError(error)) throw unopened(file, error)
      throw error
    }
  }
  const now = await fileState(path, file)
  if (bytes !== state.bytes || now.bytes !== state.bytes || now.changedAt !== state.changedAt)
    throw changed(file)
}

/** Reads the file again, which must have the content that it had. Throws FileFault at the end when it has not. */
export async function* samePieces(
  path: string,
  file: string,
  known: FileState & { sha256: string },
): AsyncGenerator<Buffer> {
  const hash = createHash('sha256')
  yield* steadyPieces(path, file, known, hash)
  if (hash.digest('hex') !== known.sha256) throw changed(file)
}

/** A clock that turns this slowly may give two writes one time. */
const SLOWEST_CLOCK_MS = 2_000

/**
 * Throws FileFault when a file that another program has read is not what it was. Who writes to a file sets the time of
 * its last change; where that was only just set when the file became known, its content is compared as well.
 */
export async function confirmSame(
  path: string,
  file: string,
  known: FileState & { sha256: string },
): Promise<void> {
  const now = await fileState(path, file)
  if (now.bytes !== known.bytes || now.changedAt !== known.changedAt) throw changed(file)
  if (known.seenAt - Number(known.changedAt / 1_000_000n) > SLOWEST_CLOCK_MS) return
  for await (const piece of samePieces(path, file, known)) void piece
}

const changed = (file: string): FileFault =>
  new FileFault(
    'file-changed',
    `${file} was changed while it was read: wait until whatever writes it has finished, and load it again`,
  )

function unopened(file: string, cause: unknown): FileFault {
  const message = `${file} cannot be opened: it was moved or deleted meanwhile, or this account may not read it`
  return new FileFault('file-unopened', message, { cause })
}

const isSystemError = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && 'syscall' in error
