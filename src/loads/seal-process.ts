import { fork } from 'node:child_process'
import type { Day } from '../platform/day.ts'
import { Refused } from '../platform/errors.ts'
import { programBeside } from '../platform/program.ts'
import type { ReadFiles, SealFacts, SealProgress, SealRequest } from './seal.ts'

/** What the program `seal-program` says to the process that started it. */
export type SealMessage =
  | { kind: 'progress'; progress: SealProgress }
  | { kind: 'read'; read: ReadFiles }
  /** Wants the paths of what is kept in Waymark as at that day. */
  | { kind: 'kept'; asAt: Day }
  | { kind: 'done'; facts: SealFacts }
  | { kind: 'refused'; sentence: string }
  | { kind: 'broken'; stack: string }

/** What it is told, each once: what to do, and what it then asked for. */
export type SealOrder =
  | { kind: 'seal'; request: Omit<SealRequest, 'kept'>; asksForKept: boolean }
  | { kind: 'kept'; paths: string[] }

/** How the program ended without an answer of its own. */
type SealStopped = { stopped: 'cancelled' | 'killed' | 'too-long' }

/** A workbook of 200,000 rows takes 700 MB to read; what needs more is not read. */
const MEMORY_MB = 1024
const MAX_MS = 15 * 60 * 1000

const PASSED_ON = ['TZ', 'NODE_COMPILE_CACHE', 'WAYMARK_WORKER_ROLES'] as const

/**
 * Builds a snapshot in a process of its own: a file that makes it run out of memory, or time, harms nothing else. Of
 * very many rows one process reads them and another builds on them. Throws Refused when the program refuses, and an
 * Error when it broke; that it was killed or cancelled is an answer.
 */
export async function sealInProcess(
  request: SealRequest,
  onProgress: (progress: SealProgress) => void,
  signal?: AbortSignal,
): Promise<SealFacts | SealStopped> {
  const tooLong = AbortSignal.timeout(MAX_MS)
  const first = await askProgram(request, onProgress, tooLong, signal)
  if (!('read' in first)) return first
  const second = await askProgram(
    { ...request, database: undefined, read: first.read },
    onProgress,
    tooLong,
    signal,
  )
  if ('read' in second) throw new Error('What was read already was read once more')
  return second
}

/** It gets no secrets by its environment, and of the settings those that reading and converting go by. */
function askProgram(
  request: SealRequest,
  onProgress: (progress: SealProgress) => void,
  tooLong: AbortSignal,
  signal: AbortSignal | undefined,
): Promise<SealFacts | SealStopped | { read: ReadFiles }> {
  const { kept, ...plain } = request
  return new Promise((resolve, reject) => {
    const child = fork(programBeside(import.meta.url, './seal-program'), [], {
      execArgv: [`--max-old-space-size=${MEMORY_MB}`],
      env: Object.fromEntries(PASSED_ON.map((name) => [name, process.env[name]])),
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    let answer: SealMessage | null = null
    let stopped: SealStopped['stopped'] | null = null
    const stop = (why: SealStopped['stopped']) => {
      stopped = why
      child.kill('SIGKILL')
    }
    const order = (message: SealOrder) => child.send(message)
    const cancel = () => stop('cancelled')
    const giveUp = () => stop('too-long')
    if (signal?.aborted) cancel()
    signal?.addEventListener('abort', cancel, { once: true })
    tooLong.addEventListener('abort', giveUp, { once: true })

    child.on('message', (message: SealMessage) => {
      if (message.kind === 'progress') onProgress(message.progress)
      else if (message.kind === 'kept') {
        kept!(message.asAt).then(
          (paths) => child.connected && order({ kind: 'kept', paths }),
          (error: Error) => {
            child.kill('SIGKILL')
            reject(error)
          },
        )
      } else answer = message
    })
    child.on('error', reject)
    child.on('close', () => {
      tooLong.removeEventListener('abort', giveUp)
      signal?.removeEventListener('abort', cancel)
      if (stopped) resolve({ stopped })
      else if (answer?.kind === 'done') resolve(answer.facts)
      else if (answer?.kind === 'read') resolve({ read: answer.read })
      else if (answer?.kind === 'refused') reject(new Refused(answer.sentence))
      else if (answer?.kind === 'broken') {
        reject(new Error('The program that builds snapshots broke', { cause: new Error(answer.stack) }))
      } else resolve({ stopped: 'killed' })
    })
    order({ kind: 'seal', request: plain, asksForKept: kept !== undefined })
  })
}
