import { createHash, type Hash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { FileFault } from './raw-sheet.ts'

/** What a file was when it was first looked at. */
export interface FileState {
  bytes: number
  /** To the nanosecond: when its content changed last. */
  changedAt: bigint
}

export async function fileState(path: string, file: string): Promise<FileState> {
  const { size, mtimeNs } = await stat(path, { bigint: true }).catch((error: unknown) => {
    throw unopened(file, error)
  })
  return { bytes: Number(size), changedAt: mtimeNs }
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
): AsyncGenerator<Buffer> {
  let bytes = 0
  if (state.bytes > 0) {
    try {
      for await (const piece of createReadStream(path, { end: state.bytes - 1 }) as AsyncIterable<Buffer>) {
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
