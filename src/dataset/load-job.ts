import type { Pass } from '../access/index.ts'
import type { Instant } from '../platform/day.ts'
import type { Log } from '../platform/log.ts'
import { load, type LoadDeps, type LoadProgress } from './load.ts'
import type { Incoming } from './incoming.ts'
import type { LoadOutcome } from './load-outcome.ts'
import type { Day } from '../platform/day.ts'

/** A load that someone began on the web: it runs on when they close the page. */
export interface LoadJob {
  readonly id: string
  readonly council: string
  readonly loadedBy: string
  readonly files: readonly string[]
  readonly begunAt: Instant
  progress: LoadProgress
  /** Null while it runs, and when it broke. */
  outcome: LoadOutcome | null
  broken: boolean
  /** Settles when it has ended, however it ended. */
  readonly ended: Promise<void>
  cancel(): void
}

export interface LoadJobs {
  begin(pass: Pass<'load:write'>, incoming: Incoming, paths: readonly string[], asAt: Day | null): LoadJob
  /** Null when this program knows no such load of the council: it may be on record all the same. */
  find(council: string, id: string): LoadJob | null
}

/** Refused loads are nowhere else, so the last few can still be read. */
const MOST_KEPT = 50

export function loadJobs(deps: LoadDeps & { log: Log }): LoadJobs {
  const jobs = new Map<string, LoadJob>()
  return {
    begin(pass, incoming, paths, asAt) {
      const stop = new AbortController()
      const { loadId, journal } = incoming
      const running = load(
        deps,
        pass,
        { paths, incoming, asAt: asAt ?? undefined },
        (progress) => {
          job.progress = progress
        },
        stop.signal,
      ).then(
        (outcome) => {
          job.outcome = outcome
        },
        (error: unknown) => {
          deps.log.error('load broke', error, { load: loadId })
          job.broken = true
        },
      )
      const job: LoadJob = {
        id: loadId,
        council: journal.council,
        loadedBy: journal.person.name,
        files: journal.files,
        begunAt: journal.begunAt,
        progress: { step: 'waiting', rows: 0 },
        outcome: null,
        broken: false,
        ended: running,
        cancel: () => stop.abort(),
      }
      jobs.set(loadId, job)
      const [oldest] = jobs.keys()
      if (jobs.size > MOST_KEPT && oldest) jobs.delete(oldest)
      return job
    },
    find(council, id) {
      const job = jobs.get(id)
      return job?.council === council ? job : null
    },
  }
}
