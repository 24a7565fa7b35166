import { allow, may, namesRestricted, type Pass, type Person } from '../access/index.ts'
import { childReader, sealedLoad, type ChildQuestion, type SnapshotPool } from '../dataset/index.ts'
import type { Problem, UnreadSpelling } from '../intake/index.ts'
import { NotFound } from '../platform/errors.ts'
import type { LoadJobs } from './load-job.ts'
import { foundOf, foundOutside, type FoundInFiles } from './load-problem-read.ts'
import { viewOfOutcome, viewOfRecord, viewOfWaiting, type LoadView } from './load-view.ts'
import type { LoadDeps } from './load-deps.ts'
import { waitingLoad } from './waiting-load.ts'

type EndedLoadDeps = Pick<LoadDeps, 'records' | 'dataDir' | 'clock'> & { pool: SnapshotPool }

interface EndedLoad {
  view: LoadView
  /** With values from the files; null for readers who see only counts. */
  problems: Problem[] | null
  /** Likewise; empty for those readers. */
  unread: UnreadSpelling[]
}

/** A load that has ended; its problems only for those who may see values from the files. */
export async function endedLoad(
  deps: EndedLoadDeps,
  jobs: LoadJobs,
  pass: Pass<'load:read'>,
  loadId: string,
): Promise<EndedLoad> {
  const { records, dataDir, pool } = deps
  const { person } = pass
  const job = jobs.find(person.council, loadId)
  if (job?.outcome?.accepted === false) {
    const { outcome } = job
    return {
      view: viewOfOutcome(job, outcome),
      ...(await readFound(deps, person, loadId, foundOutside(outcome.problems))),
    }
  }
  const waiting = await waitingLoad(dataDir, person.council, loadId)
  if (waiting) {
    const { problems, unread } = waiting.facts.report
    return {
      view: viewOfWaiting(waiting),
      ...(await readFound(deps, person, loadId, foundOutside(problems, unread))),
    }
  }
  // Files that had been loaded before are shown as that load.
  const sealed = await sealedLoad(records, pass, job?.outcome?.loadId ?? loadId)
  if (!sealed) throw new NotFound('no such load')
  const view = viewOfRecord(sealed.snapshot, sealed.summary)
  if (view.deleted !== null) return { view, problems: null, unread: [] }
  const mayOpen = may(person, 'load:write')
  const snapshot = mayOpen ? await pool.byId(person.council, sealed.snapshot.snapshot) : null
  const found = await readFound(deps, person, loadId, snapshot ? foundOf(snapshot) : foundOutside([]))
  return { view, ...found }
}

/** Values from the files may be about a child, so only those who load files see them. */
const readFound = async (
  { records, clock }: EndedLoadDeps,
  person: Person,
  loadId: string,
  question: ChildQuestion<FoundInFiles>,
): Promise<Pick<EndedLoad, 'problems' | 'unread'>> =>
  may(person, 'load:write')
    ? withoutRestricted(
        person,
        await childReader({ records, clock }, allow(person, 'load:write')).read(question, {
          what: 'list',
          subject: `problems of ${loadId}`,
          why: 'puts files right',
        }),
      )
    : { problems: null, unread: [] }

/** A problem says of which cell it is, and not of which child: those whose words name a restricted child are left out. */
const withoutRestricted = ({ scope }: Person, { problems, unread }: FoundInFiles): FoundInFiles => ({
  problems: problems.filter(
    ({ value, message }) => !namesRestricted(scope, value) && !namesRestricted(scope, message),
  ),
  unread: unread.filter(({ text }) => !namesRestricted(scope, text)),
})
