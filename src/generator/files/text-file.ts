import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { WrittenFile } from './written-file.ts'

const BUFFERED = 256 * 1024

/** A text file that grows as it is written, a quarter of a megabyte at a time. */
export interface TextFile {
  write(text: string): void
  /** Closes it; `rows` is what the format counts. */
  close(rows: number): WrittenFile
}

/** Opens `file` in `folder`, with the folders between. Throws the system's own error when it cannot be written. */
export function openTextFile(folder: string, file: string): TextFile {
  const path = join(folder, file)
  mkdirSync(dirname(path), { recursive: true })
  const handle = openSync(path, 'w')
  let waiting: string[] = []
  let length = 0
  let bytes = 0
  const flush = () => {
    if (length === 0) return
    const chunk = Buffer.from(waiting.join(''), 'utf8')
    for (let done = 0; done < chunk.length;) done += writeSync(handle, chunk, done)
    bytes += chunk.length
    waiting = []
    length = 0
  }
  return {
    write(text) {
      waiting.push(text)
      length += text.length
      if (length >= BUFFERED) flush()
    },
    close(rows) {
      flush()
      closeSync(handle)
      return { file, rows, bytes }
    },
  }
}
