import { setTimeout as wait } from 'node:timers/promises'
import type { Log } from './log.ts'

/** Something that a room does by itself while Waymark is served. */
export interface Job {
  readonly name: string
  /** Done when serving begins, and then this often. */
  readonly everyMinutes: number
  /** Stops early when the signal says so. */
  run(signal: AbortSignal): Promise<void>
}

export interface Scheduler {
  /** Resolves when the job under way has ended: it is told to stop. */
  stop(): Promise<void>
}

const MINUTE_MS = 60_000

/**
 * Does jobs one after another, each at its time. One that fails is logged, and done again at its next time.
 * `minuteMs` is for tests.
 */
export function startScheduler(jobs: readonly Job[], log: Log, minuteMs = MINUTE_MS): Scheduler {
  const stop = new AbortController()
  const rounds = runRounds(jobs, log, minuteMs, stop.signal)
  return {
    async stop() {
      stop.abort()
      await rounds
    },
  }
}

async function runRounds(
  jobs: readonly Job[],
  log: Log,
  minuteMs: number,
  signal: AbortSignal,
): Promise<void> {
  for (let minute = 0; !signal.aborted; minute += 1) {
    await runDue(jobs, log, minute, signal)
    // It rejects when told to stop, and the loop ends.
    await wait(minuteMs, undefined, { signal, ref: false }).catch(() => {})
  }
}

/** Does the jobs whose time it is, `minute` minutes after serving began. Never rejects. */
export async function runDue(
  jobs: readonly Job[],
  log: Log,
  minute: number,
  signal: AbortSignal,
): Promise<void> {
  for (const job of jobs) {
    if (signal.aborted) return
    if (minute % job.everyMinutes !== 0) continue
    try {
      await job.run(signal)
    } catch (error) {
      log.error('a job failed', error, { job: job.name })
    }
  }
}
