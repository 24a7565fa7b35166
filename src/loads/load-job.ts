import type { Pass } from '../access/index.ts'
import type { Day, Instant } from '../platform/day.ts'
import type { Incoming } from './incoming.ts'
import type { LoadOutcome } from './load-outcome.ts'
import { load } from './load.ts'
import type { LoadProgress, LoadRequest } from './load-request.ts'
import type { LoadDeps } from './load-deps.ts'

/** A load that was started on the web. It goes on when its page is closed. */
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
  ended: Promise<void>
  cancel(): void
}

/** What was sent on the web. */
interface JobRequest {
  paths: readonly string[]
  asAt: Day | null
  /** Stop once they are read, and wait for someone to decide. */
  checkFirst: boolean
  /** Take over what the files do not bring from the snapshot in use. */
  carryForward?: boolean
  /** Of files in which several authorities are stacked, the one whose rows are read. */
  authority?: string | undefined
}

export interface LoadJobs {
  begin(pass: Pass<'load:write'>, incoming: Incoming, request: JobRequest): LoadJob
  /** Null when this program runs no such load of the council; it may still be in the records. */
  find(council: string, id: string): LoadJob | null
}

/** Refused loads are kept nowhere else. */
const MAX_KEPT = 50

export function loadJobs(deps: LoadDeps): LoadJobs {
  const jobs = new Map<string, LoadJob>()

  /** Never throws: an error is in the log, under the load's id. */
  async function run(
    job: LoadJob,
    pass: Pass<'load:write'>,
    request: LoadRequest,
    signal: AbortSignal,
  ): Promise<void> {
    const follow = (progress: LoadProgress) => void (job.progress = progress)
    try {
      job.outcome = await load(deps, pass, request, follow, signal)
    } catch (error) {
      deps.log.error('load broke', error, { load: job.id })
      job.broken = true
    }
  }

  return {
    begin(pass, incoming, { paths, asAt, checkFirst, carryForward, authority }) {
      const stop = new AbortController()
      const { loadId, journal } = incoming
      const job: LoadJob = {
        id: loadId,
        council: journal.council,
        loadedBy: journal.person.name,
        files: journal.files,
        begunAt: journal.begunAt,
        progress: { step: 'reading', rows: 0 },
        outcome: null,
        broken: false,
        ended: Promise.resolve(),
        cancel: () => stop.abort(),
      }
      const request = {
        paths,
        incoming,
        asAt: asAt ?? undefined,
        ending: checkFirst ? 'wait' : 'seal',
        losses: 'wait',
        carryForward,
        authority,
      } as const
      job.ended = run(job, pass, request, stop.signal)
      jobs.set(loadId, job)
      const [oldest] = jobs.keys()
      if (jobs.size > MAX_KEPT && oldest) jobs.delete(oldest)
      return job
    },
    find(council, id) {
      const job = jobs.get(id)
      return job?.council === council ? job : null
    },
  }
}
