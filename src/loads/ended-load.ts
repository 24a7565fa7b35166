import { allow, may, type Pass, type Person } from '../access/index.ts'
import { childReader, sealedLoad, type ChildQuestion, type SnapshotPool } from '../dataset/index.ts'
import type { Problem } from '../intake/index.ts'
import { NotFound } from '../platform/errors.ts'
import type { LoadJobs } from './load-job.ts'
import { problemsFound, problemsOf } from './load-problem-read.ts'
import { viewOfOutcome, viewOfRecord, viewOfWaiting, type LoadView } from './load-view.ts'
import type { LoadDeps } from './load-deps.ts'
import { waitingLoad } from './waiting-load.ts'

type EndedLoadDeps = Pick<LoadDeps, 'records' | 'dataDir' | 'clock'> & { pool: SnapshotPool }

/** A load that has ended; its problems only for those who may see values from the files. */
export async function endedLoad(
  deps: EndedLoadDeps,
  jobs: LoadJobs,
  pass: Pass<'load:read'>,
  loadId: string,
): Promise<{ view: LoadView; problems: Problem[] | null }> {
  const { records, dataDir, pool } = deps
  const { person } = pass
  const job = jobs.find(person.council, loadId)
  if (job?.outcome?.accepted === false) {
    const { outcome } = job
    const problems = await readProblems(deps, person, loadId, problemsFound(outcome.problems))
    return { view: viewOfOutcome(job, outcome), problems }
  }
  const waiting = await waitingLoad(dataDir, person.council, loadId)
  if (waiting) {
    const problems = await readProblems(deps, person, loadId, problemsFound(waiting.facts.report.problems))
    return { view: viewOfWaiting(waiting), problems }
  }
  // Files that had been loaded before are shown as that load.
  const sealed = await sealedLoad(records, pass, job?.outcome?.loadId ?? loadId)
  if (!sealed) throw new NotFound('no such load')
  const view = viewOfRecord(sealed.snapshot, sealed.summary)
  if (view.deleted !== null) return { view, problems: null }
  const mayOpen = may(person, 'load:write')
  const snapshot = mayOpen ? await pool.byId(person.council, sealed.snapshot.snapshot) : null
  const problems = await readProblems(
    deps,
    person,
    loadId,
    snapshot ? problemsOf(snapshot) : problemsFound([]),
  )
  return { view, problems }
}

/** Values from the files may be about a child, so only those who load files see them. */
const readProblems = async (
  { records, clock }: EndedLoadDeps,
  person: Person,
  loadId: string,
  question: ChildQuestion<Problem[]>,
): Promise<Problem[] | null> =>
  may(person, 'load:write')
    ? await childReader({ records, clock }, allow(person, 'load:write')).read(question, {
        what: 'list',
        subject: `problems of ${loadId}`,
        why: 'puts files right',
      })
    : null
