import { join } from 'node:path'
import { allow, operator, saveCouncil, type Person, type Role } from '../access/index.ts'
import { installReport, type ReportContent } from '../board/index.ts'
import { listSnapshots, load, openShelf } from '../dataset/index.ts'
import { figures, trackerRows } from '../indicators/index.ts'
import { installPlan } from '../plan/index.ts'
import type { Clock, Day, Instant } from '../platform/day.ts'
import { Refused } from '../platform/errors.ts'
import type { Records } from '../platform/records.ts'
import { BOARD_REPORT } from './board-report.ts'
import { writeExtracts } from './extract-files.ts'
import { IMPROVEMENT_PLAN } from './improvement-plan.ts'
import { NORCHESTER, trackMeasures } from './norchester.ts'
import { openAccounts } from './people.ts'

export type DemonstrationSize = 'small'

export interface DemonstrationDeps {
  records: Records
  dataDir: string
  realClock: Clock
}

/**
 * Fills an empty data folder with Norchester City Council: its people, two loads of its Annex A workbook through the
 * front door, its plan, and the report to its Board. The report is agreed on the first load; the second brings what
 * was recorded late, so that the report finds its sentences moved. Throws Refused when there is anything already.
 */
export async function installDemonstration(
  deps: DemonstrationDeps,
  { seed }: { size: DemonstrationSize; seed: number },
  onProgress: (text: string) => void = () => {},
): Promise<void> {
  const { records, dataDir } = deps
  await refuseUnlessEmpty(records)

  onProgress('Simulating the council and writing its Annex A workbooks')
  const files = await writeExtracts(join(dataDir, 'demonstration'), NORCHESTER.name, seed)

  onProgress('Opening accounts')
  const begun = clockAt('2014-10-01T09:00:00.000Z')
  await saveCouncil(records, begun, NORCHESTER)
  const people = await openAccounts(
    records,
    begun,
    allow(operator(NORCHESTER.id), 'people:write'),
    files.people,
  )
  const who = (role: Role): Person => people.get(role)!
  const bringIn = async ({ path, loadedAt }: { path: string; loadedAt: Instant }) => {
    const pass = allow(who('data_team'), 'load:write')
    const loading = { records, dataDir, clock: clockAt(loadedAt) }
    const { accepted, problems } = await load(loading, pass, { paths: [path] })
    if (!accepted)
      throw new Error(`The demonstration's own workbook was refused: ${problems[0]?.message ?? ''}`)
  }
  const [first, ...later] = files.loads

  onProgress('Loading the extract of 2 February')
  await bringIn(first!)

  onProgress('Writing the plan and the report')
  const manager = who('programme_manager')
  const written = clockAt('2015-02-03T16:40:00.000Z')
  await trackMeasures(records, allow(manager, 'targets:write'))
  const plan = await installPlan(records, allow(manager, 'plan:write'), written, IMPROVEMENT_PLAN)
  if (!plan.ok) throw new Error(`The demonstration's plan does not hold: ${JSON.stringify(plan.errors)}`)
  const shelf = openShelf(dataDir, records)
  try {
    await installReport(
      { records, clock: written, shelf, measures: { figures, trackerRows } },
      allow(manager, 'report:draft'),
      agreedThroughout(BOARD_REPORT),
    )
  } finally {
    shelf.close()
  }

  for (const extract of later) {
    onProgress('Loading the extract of 4 February, with what was recorded late')
    await bringIn(extract)
  }
}

async function refuseUnlessEmpty(records: Records): Promise<void> {
  const council = await records.selectFrom('council').select('name').limit(1).executeTakeFirst()
  const snapshots = await listSnapshots(records, allow(operator(NORCHESTER.id), 'load:read'))
  if (!council && snapshots.length === 0) return
  throw new Refused(
    `This data folder already holds ${council?.name ?? 'loads'}. The demonstration fills an empty one: name another with --data`,
  )
}

/** Every figure is agreed on the first load, so that the second one moves what it moves. */
const agreedThroughout = (content: ReportContent): ReportContent => ({
  ...content,
  sections: content.sections.map((section) => ({
    ...section,
    blocks: section.blocks.map((block) => ({ ...block, toAgree: false })),
  })),
})

/** A clock that stands at one instant of the demonstration's past. */
const clockAt = (instant: Instant): Clock => ({
  now: () => instant,
  today: () => instant.slice(0, 10) as Day,
})
