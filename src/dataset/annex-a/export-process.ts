import { fork } from 'node:child_process'
import type { Readable } from 'node:stream'
import { Refused } from '../../platform/errors.ts'
import { programBeside } from '../../platform/program.ts'
import type { ExportRequest } from './export-write.ts'

/** What the program `export-program` says to the process that started it. */
export type ExportMessage = { kind: 'written'; bytes: number } | { kind: 'broken'; stack: string }

/** As much as reading a workbook may take. */
const MEMORY_MB = 1024

/**
 * Writes the workbook in a process of its own, so that a large one neither stops the pages nor takes their memory.
 * Answers once the workbook is whole. Closing `content` early ends the process. Throws Refused when it was too large.
 */
export function writeInProcess(request: ExportRequest): Promise<{ bytes: number; content: Readable }> {
  return new Promise((resolve, reject) => {
    const child = fork(programBeside(import.meta.url, 'export-program'), [], {
      execArgv: [`--max-old-space-size=${MEMORY_MB}`],
      env: { TZ: process.env['TZ'], NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'] },
      stdio: ['ignore', 'pipe', 'ignore', 'ipc'],
    })
    const content = child.stdout!
    content.once('close', () => child.kill())
    child.on('message', (message: ExportMessage) => {
      if (message.kind === 'written') resolve({ bytes: message.bytes, content })
      else reject(new Error('The program that writes workbooks broke', { cause: new Error(message.stack) }))
    })
    child.on('error', reject)
    // Once it has answered this says nothing more.
    child.on('exit', () => reject(new Refused('There are too many rows to write as one workbook')))
    child.send(request)
  })
}
