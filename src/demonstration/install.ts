import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { allow, operator, saveCouncil, getCouncil, UNNAMED_COUNCIL, type Person } from '../access/index.ts'
import { installReport, type ReportContent } from '../board/index.ts'
import { load, type LoadDeps } from '../loads/index.ts'
import { openSnapshotPool, type SealedSnapshot, type SnapshotPool } from '../dataset/index.ts'
import { rowsIn } from '../dataset/rows.ts'
import {
  installClinics,
  installConferences,
  installGuidance,
  installMissing,
  installTaskforce,
} from '../oversight/index.ts'
import { setTracked } from '../performance/index.ts'
import { installPlan } from '../plan/index.ts'
import { stoppedClock, type Clock } from '../platform/day.ts'
import { Refused } from '../platform/errors.ts'
import type { Log } from '../platform/log.ts'
import type { Records } from '../platform/records.ts'
import { BOARD_REPORT } from './board-report.ts'
import { writeExtracts, type WrittenExtracts } from './extract-files.ts'
import { IMPROVEMENT_PLAN } from './improvement-plan.ts'
import {
  AS_AT,
  EXTRACTS,
  norchester,
  NORCHESTER,
  type DemonstrationSize,
  type ExtractName,
} from './norchester.ts'
import { addPeople, type TheirChildren } from './people.ts'
import { TRACKED_MEASURES } from './tracked-measures.ts'

export { DEMONSTRATION_SIZES, type DemonstrationSize } from './norchester.ts'

export interface DemonstrationDeps {
  records: Records
  dataDir: string
  realClock: Clock
  log: Log
}

/** The team whose manager and social worker are among the demonstration's people. */
const TEAM = 'North 2'

/** The clinics of the head of service among them, up to the day on which the demonstration's clock has stopped. */
const CLINICS = {
  council: NORCHESTER,
  service: 'North',
  teams: ['North 1', TEAM],
  team: TEAM,
  today: '2015-02-05',
} as const

/**
 * Fills an empty data folder with Norchester: accounts, an extract loaded on 2 February, the plan, the report agreed on
 * its figures, and a second extract of 4 February that changes them a little. The files are loaded like any council's.
 * Throws Refused when the folder is not empty, and the signal's reason when it is cancelled. When it fails it removes its
 * files, but some of its records may be left.
 */
export async function installDemonstration(
  { records, dataDir, realClock, log }: DemonstrationDeps,
  { size, seed }: { size: DemonstrationSize; seed: number },
  onProgress: (text: string) => void = () => {},
  signal?: AbortSignal,
): Promise<void> {
  await refuseUnlessEmpty(records, dataDir)
  const folder = await mkdtemp(join(tmpdir(), 'waymark-norchester-'))
  const pool = openSnapshotPool(dataDir, records)
  try {
    onProgress('Inventing a council')
    const onFamilies = (families: number) =>
      onProgress(`Inventing a council: ${families.toLocaleString('en-GB')} families`)
    const extracts = await writeExtracts(folder, size, seed, onFamilies, signal)
    await saveCouncil(records, realClock, norchester(size))
    const dataTeam: Person = { ...operator(NORCHESTER), name: 'Data team' }
    const loadNamed = async (name: ExtractName) =>
      loadExtract(
        { records, dataDir, pool, log, clock: stoppedClock(EXTRACTS[name].recordedTo) },
        dataTeam,
        [extracts.pathOf(name), ...(await csvsIn(extracts.capturedBy(name)))],
        onProgress,
        signal,
      )

    await loadNamed('first')
    onProgress('Adding people, the plan and the report')
    await addPeople(records, realClock, await theirChildren(pool))
    await addDecisions(records, pool)
    await installClinics({ records, pool }, CLINICS)
    await installMissing({ records, pool }, CLINICS)
    await installTaskforce({ records, pool }, NORCHESTER)
    await loadNamed('second')
    await installConferences({ records, pool }, CLINICS)
    await installGuidance({ records, pool }, CLINICS)
    signal?.throwIfAborted()
    await copyFilesToLoad(dataDir, extracts)
  } catch (error) {
    for (const created of ['snapshots', 'demonstration']) {
      await rm(join(dataDir, created), { recursive: true, force: true })
    }
    throw error
  } finally {
    pool.close()
    await rm(folder, { recursive: true, force: true })
  }
}

/** The tables of a folder, without its README. */
async function csvsIn(folder: string): Promise<string[]> {
  const files = await readdir(folder)
  return files.filter((file) => file.endsWith('.csv')).map((file) => join(folder, file))
}

async function refuseUnlessEmpty(records: Records, dataDir: string): Promise<void> {
  const council = await getCouncil(records)
  const snapshots = await readdir(join(dataDir, 'snapshots')).catch(() => [])
  if (council !== UNNAMED_COUNCIL || snapshots.length > 0) {
    throw new Refused(
      `The demonstration goes into an empty data folder, and ${council.name} has this one already. Name another with --data.`,
    )
  }
}

async function loadExtract(
  deps: LoadDeps,
  person: Person,
  paths: string[],
  onProgress: (text: string) => void,
  signal: AbortSignal | undefined,
): Promise<void> {
  const outcome = await load(
    deps,
    allow(person, 'load:write'),
    { paths, asAt: AS_AT },
    ({ step, rows }) => onProgress(`Loading an extract: ${step}${rows > 0 ? `, ${rows} rows` : ''}`),
    signal,
  )
  signal?.throwIfAborted()
  if (!outcome.accepted) {
    const first = outcome.problems.find(({ severity }) => severity === 'error')
    throw new Error(`The demonstration’s own file was refused: ${first?.message ?? 'no reason was given'}`)
  }
}

/** The children whose records the people may open: of the busiest worker of the team, chaired, and drawn for audit. */
async function theirChildren(pool: SnapshotPool): Promise<TheirChildren> {
  const snapshot = await pool.current(NORCHESTER)
  if (!snapshot) throw new Error('The first extract left no snapshot')
  const [row] = await rowsIn(snapshot).all<{ worker: string }>(
    'select worker from allocation where team = $team group by worker order by count(*) desc, worker limit 1',
    { team: TEAM },
  )
  if (!row) throw new Error(`Nobody in ${TEAM} holds a child`)
  return {
    worker: row.worker,
    chaired: await childrenOf(
      snapshot,
      'select child_key, start_date from cp_plans where end_date is null union select child_key, start_date from cla_periods where end_date is null',
      24,
    ),
    drawn: await childrenOf(
      snapshot,
      'select child_key, auth_date as start_date from cin_assessments where auth_date is not null',
      6,
    ),
  }
}

/** The council's ids of the children in a query, the latest first. */
async function childrenOf(snapshot: SealedSnapshot, query: string, limit: number): Promise<string[]> {
  const rows = await rowsIn(snapshot).all<{ person_id: string }>(
    `select person_id from (${query}) join person using (child_key)
     group by person_id order by max(start_date) desc, person_id limit ${limit}`,
  )
  return rows.map(({ person_id }) => person_id)
}

/** The tracked measures, the plan and the report, as decided by 3 February on the figures of 2 February. */
async function addDecisions(records: Records, pool: SnapshotPool): Promise<void> {
  const manager: Person = { ...operator(NORCHESTER), name: 'Programme manager' }
  const clock = stoppedClock('2015-02-03')
  await setTracked(records, allow(manager, 'targets:write'), TRACKED_MEASURES)
  const plan = await installPlan(records, allow(manager, 'plan:write'), clock, IMPROVEMENT_PLAN)
  if (!plan.ok) throw new Error(`The demonstration’s plan was refused: ${JSON.stringify(plan.errors)}`)
  await installReport({ records, pool, clock }, allow(manager, 'report:draft'), withAllAgreed(BOARD_REPORT))
}

/** Every figure is agreed on the first extract, so that the second shows what it was and what it is now. */
const withAllAgreed = (content: ReportContent): ReportContent => ({
  ...content,
  sections: content.sections.map((section) => ({
    ...section,
    blocks: section.blocks.map((block) => ({ ...block, toAgree: false })),
  })),
})

/** Leaves a later extract to load, and the tables that the council captured itself. */
async function copyFilesToLoad(dataDir: string, extracts: WrittenExtracts): Promise<void> {
  const folder = join(dataDir, 'demonstration')
  await mkdir(folder, { recursive: true })
  const third = basename(extracts.pathOf('third'))
  await cp(extracts.pathOf('third'), join(folder, third), { recursive: true })
  await cp(extracts.capturedBy('third'), join(folder, 'capture'), { recursive: true })
  await writeFile(
    join(folder, 'README.txt'),
    `${third} is a later extract of the same day, 31 January 2015, with what was recorded since.\n` +
      'Sign in as the data team, open Data and bring it in: figures move a little, and the report’s sentences that rest\n' +
      'on them are flagged.\n\n' +
      'capture holds what no case system hands out: conferences attended, supervision, return interviews, posts, audits,\n' +
      'money. The handbook’s page on capture templates says what each file is.\n\n' +
      'Every child, adopter and worker in these files is invented.\n',
  )
}
