import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { WrittenFile } from './written-file.ts'

/** Characters kept back before they are written: hundreds of files may be growing at once. */
const BUFFERED = 64 * 1024

/** A text file that grows as it is written. It holds no handle between, so that any number may be growing. */
interface TextFile {
  write(text: string): void
  /** Writes what is left; `rows` is what the format counts. */
  close(rows: number): WrittenFile
}

/** Begins `file` in `folder`, with the folders between. Throws the system's own error when it cannot be written. */
export function openTextFile(folder: string, file: string): TextFile {
  const path = join(folder, file)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, '')
  let waiting = ''
  let bytes = 0
  const flush = () => {
    if (waiting === '') return
    const chunk = Buffer.from(waiting, 'utf8')
    appendFileSync(path, chunk)
    bytes += chunk.length
    waiting = ''
  }
  return {
    write(text) {
      waiting += text
      if (waiting.length >= BUFFERED) flush()
    },
    close(rows) {
      flush()
      return { file, rows, bytes }
    },
  }
}
