import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import busboy from 'busboy'
import { dayFrom, type Day } from '../platform/day.ts'
import type { Checked } from '../platform/errors.ts'

/** The files are on disk. */
interface Upload {
  paths: string[]
  /** Null when no day was typed. */
  asAt: Day | null
  /** The person decides once the files have been read. */
  checkFirst: boolean
}

/** Larger files are loaded with the command line, on the server. */
const MAX_FILE_MB = 300
const MAX_FILES = 60

/**
 * Streams a form with files into `folder`; no file is ever whole in memory. Files keep their own names, because a
 * CSV file's name may be all that says which list it is.
 */
export async function receiveUpload(request: Request, folder: string): Promise<Checked<Upload>> {
  const type = request.headers.get('content-type') ?? ''
  if (!request.body || !type.startsWith('multipart/form-data')) return nothingSent
  await mkdir(folder, { recursive: true })
  const parser = busboy({
    headers: { 'content-type': type },
    defParamCharset: 'utf8',
    limits: { fileSize: MAX_FILE_MB * 1024 * 1024, files: MAX_FILES, fields: 20, fieldSize: 1000 },
  })
  const fields: Record<string, string> = {}
  const names = new Set<string>()
  const tooLarge: string[] = []
  let tooMany = false
  const writing: Promise<void>[] = []
  const write = async (name: string, stream: Readable & { truncated?: boolean }): Promise<void> => {
    await pipeline(stream, createWriteStream(join(folder, name), { flags: 'wx' }))
    if (stream.truncated) tooLarge.push(name)
  }
  parser.on('field', (name, value) => void (fields[name] = value))
  parser.on('filesLimit', () => void (tooMany = true))
  parser.on('file', (_field, stream, { filename }) => {
    // A browser sends a field with no chosen file too, without a name.
    if (!filename) {
      stream.resume()
      return
    }
    const name = ownName(filename, names)
    names.add(name)
    // A file that cannot be written ends the reading of the form.
    writing.push(write(name, stream).catch((error: unknown) => void parser.destroy(error as Error)))
  })
  await pipeline(Readable.fromWeb(request.body), parser)
  await Promise.all(writing)

  const asAt = typedDay(fields)
  const errors: Record<string, string> = {}
  if (names.size === 0) errors['files'] = 'Select the files to load'
  if (tooLarge.length > 0) {
    errors['files'] = `${tooLarge.join(', ')} must be smaller than ${MAX_FILE_MB} MB: save it as CSV files`
  }
  if (tooMany) errors['files'] = `Select at most ${MAX_FILES} files`
  if (asAt === 'unreal') errors['as_at'] = 'Enter a real date, such as 31 1 2015, or leave it blank'
  if (asAt === 'unreal' || Object.keys(errors).length > 0) return { ok: false, errors }
  return {
    ok: true,
    value: {
      paths: [...names].map((name) => join(folder, name)),
      asAt,
      checkFirst: fields['check_first'] === 'yes',
    },
  }
}

const nothingSent = { ok: false, errors: { files: 'Select the files to load' } } as const

/** The name without any folder or control character in it, and unlike those already there. */
function ownName(sent: string, taken: ReadonlySet<string>): string {
  const plain = basename(sent.replaceAll('\\', '/'))
    .replaceAll(/\p{Cc}/gu, '')
    .replace(/^\.+/, '')
    .slice(-150)
  const name = plain === '' ? 'file' : plain
  let free = name
  for (let again = 2; taken.has(free); again += 1) free = `${again} ${name}`
  return free
}

/** Null when nothing was typed. */
function typedDay(fields: Readonly<Record<string, string>>): Day | null | 'unreal' {
  const parts = ['year', 'month', 'day'].map((part) => (fields[`as_at-${part}`] ?? '').trim())
  if (parts.every((part) => part === '')) return null
  if (!parts.every((part) => /^\d{1,4}$/.test(part))) return 'unreal'
  const [year, month, day] = parts.map(Number)
  return (year! >= 1000 && dayFrom(year!, month!, day!)) || 'unreal'
}
