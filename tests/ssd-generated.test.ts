import { rowsIn } from '../src/dataset/rows.ts'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { allow, operator } from '../src/access/index.ts'
import { load } from '../src/loads/load.ts'
import { openSnapshotPool } from '../src/dataset/snapshots/snapshot-pool.ts'
import type { LoadOutcome } from '../src/loads/load-outcome.ts'
import type { SealedSnapshot } from '../src/dataset/snapshots/sealed.ts'
import { lastExtract } from '../synthetic/extract-days.ts'
import { viewOn } from '../synthetic/index.ts'
import { openSsdWriter } from '../synthetic/ssd/writer.ts'
import { openTruthWriter } from '../synthetic/truth/writer.ts'
import { availability } from '../src/measures/figures/availability-read.ts'
import { figures } from '../src/measures/figures/figure-read.ts'
import { stoppedClock } from '../src/platform/day.ts'
import { migrate } from '../src/platform/migrate.ts'
import { openRecords, type Records } from '../src/platform/records.ts'
import { loadMigrations, reportsNothing } from './support/load-world.ts'
import { smallLived } from './support/small-extracts.ts'
import type { TruthFile } from './support/truth-world.ts'

let dataDir: string
let records: Records
let outcome: LoadOutcome
let snapshot: SealedSnapshot
let truth: TruthFile
let close: () => void
beforeAll(async () => {
  const { plan, workforce, families, adopters } = smallLived()
  const { asAt, recordedTo } = lastExtract(plan)
  dataDir = await mkdtemp(join(tmpdir(), 'waymark-ssd-'))
  const setting = { folder: dataDir, plan, workforce, view: viewOn(plan, workforce, asAt, recordedTo) }
  for (const writer of [openSsdWriter(setting), openTruthWriter(setting)]) {
    for (const family of families) writer.family(family)
    for (const adopter of adopters) writer.adopter(adopter)
    await writer.close()
  }
  truth = JSON.parse(await readFile(join(dataDir, 'truth.json'), 'utf8')) as TruthFile
  records = openRecords(join(dataDir, 'records.sqlite'))
  await migrate(records, loadMigrations)
  outcome = await load(
    { records, dataDir, clock: stoppedClock(recordedTo), ...reportsNothing },
    allow(operator('norchester'), 'load:write'),
    { paths: [join(dataDir, 'ssd')], asAt },
  )
  const pool = openSnapshotPool(dataDir, records)
  close = () => pool.close()
  if (outcome.snapshot) snapshot = (await pool.byId('norchester', outcome.snapshot))!
}, 120_000)
afterAll(async () => {
  close?.()
  await records?.destroy()
  await rm(dataDir, { recursive: true, force: true })
})

test('every row of every table is taken', () => {
  expect(outcome.accepted).toBe(true)
  expect(outcome.source).toBe('ssd')
  const tables = outcome.files.flatMap((file) => file.tables)
  expect(tables).toHaveLength(47)
  expect(tables.filter(({ quarantined }) => quarantined > 0)).toEqual([])
  const left = tables.flatMap(({ unknownColumns }) => unknownColumns)
  expect(left.sort()).toEqual(['addr_address_json', 'pers_forename', 'pers_surname'])
})

/** What the truth says of the council itself, and of each team where it is asked for. */
const saidBy = (points: readonly Said[], byTeam: boolean) =>
  points
    .filter(({ area }) => byTeam || area === null)
    .map(
      ({ period, area, numerator, denominator, value }) =>
        `${period} ${area} ${numerator} ${denominator} ${value}`,
    )
    .sort()

interface Said {
  period: string
  area: string | null
  numerator: number | null
  denominator: number | null
  value: number | null
}

async function compared(id: string, byTeam: boolean) {
  const { points } = truth.series.find((series) => series.id === id)!
  const found = await figures(snapshot, id, { from: truth.months[0], to: truth.months.at(-1), by: 'team' })
  const teams = new Set(points.map(({ team }) => team))
  return {
    events: saidBy(
      points.map((point) => ({ ...point, area: point.team })),
      byTeam,
    ),
    dataset: saidBy(
      found.points.filter(({ split }) => teams.has(split)).map((point) => ({ ...point, area: point.split })),
      byTeam,
    ),
  }
}

/** The event's own team is on the row of each. */
const WITH_TEAMS = [
  'fd-contacts',
  'fd-contacts.new',
  'fd-contacts.open_case',
  'fd-referrals',
  'fd-rereferrals',
  'as-completed-45wd.from_start',
  'as-cohort-45wd',
  'as-open-review-points.gt10',
  'as-open-review-points.gt20',
  'as-open-review-points.gt35',
  'as-open-review-points.gt45',
  's47-icpc-15wd.s47',
]

/** Of these the dataset's team is that of the child's own worker, which need not be the one that Annex A has. */
const FOR_THE_COUNCIL = [
  'cin-open',
  'cp-rate.open',
  'cp-rate.starts',
  'cp-rate.ends',
  'cp-2-years.open',
  'cp-2-years.ended',
  'lac-number.all',
  'lac-flow.starts',
  'lac-flow.ends',
  'lac-flow.net',
]

/**
 * Of these the two standards speak of different things: the referral by link or by date (Q7), earlier plans counted or
 * seen (Q15), a status of the last year or of the period (Q12), a visit next to the flag (Q6), full-time or not (Q16).
 */
const OF_ANOTHER_KIND = [
  'as-completed-45wd.from_referral',
  'as-child-seen.seen',
  'cp-repeat.ever',
  'lac-number.uasc',
  'lac-number.ex_uasc',
  'wf-caseload.mean',
  'wf-caseload.median',
  'wf-caseload.p90',
  'wf-caseload.max',
]

test('every series compared here can be given, and has a truth that is of Annex A first', async () => {
  const available = await availability(snapshot)
  // What only this standard and the templates give says so itself, and is compared in truth-fuller.test.ts.
  const ids = new Set(
    truth.series.filter(({ sources }) => !sources || sources.includes('annex-a')).map(({ id }) => id),
  )
  const compared = [...WITH_TEAMS, ...FOR_THE_COUNCIL, ...OF_ANOTHER_KIND]
  expect(compared.filter((id) => !ids.has(id) || !available.get(id)?.available)).toEqual([])
})

test.for(WITH_TEAMS)(
  '%s of every month, for the council and each team, is what the events say',
  async (id) => {
    const { events, dataset } = await compared(id, true)
    expect(dataset).toEqual(events)
  },
)

test.for(FOR_THE_COUNCIL)('%s of every month is what the events say', async (id) => {
  const { events, dataset } = await compared(id, false)
  expect(dataset).toEqual(events)
})

test('every event has a row, and what follows another is linked to it', async () => {
  const count = async (sql: string) =>
    (await rowsIn(snapshot).all<{ rows: number }>(`select cast(count(*) as integer) as rows from ${sql}`))[0]!
      .rows
  const rowsOf = (table: string) =>
    outcome.files.flatMap(({ tables }) => tables).find((one) => one.table === `ssd/${table}`)!.rows
  for (const table of [
    'contacts',
    'cin_assessments',
    's47_enquiry',
    'cp_plans',
    'cp_visits',
    'cin_plans',
    'cin_visits',
  ]) {
    expect(await count(table), table).toBe(rowsOf(table))
  }
  expect(await count('referrals')).toBe(rowsOf('cin_episodes'))
  expect(await count('missing_episodes')).toBe(rowsOf('missing'))
  expect(await count('involvements')).toBe(rowsOf('involvements'))
  expect(await count('cin_assessments where referral_id is null')).toBe(0)
  expect(await count('initial_cp_conference where s47_enquiry_id is null')).toBe(0)
  expect(await count('cp_visits where cp_plan_id is null')).toBe(0)
  for (const table of ['legal_status', 'cla_placement', 'cla_visits', 'cla_reviews', 'cla_health'])
    expect(await count(`${table} where cla_id is null`), table).toBe(0)
})

test('a child has one worker on a day', async () => {
  const twice = await rowsIn(snapshot).all(
    `select a.child_key from allocation a
     join allocation b on b.child_key = a.child_key and b.rowid > a.rowid
         and b.from_date <= coalesce(a.to_date, date '9999-12-31') and coalesce(b.to_date, date '9999-12-31') >= a.from_date`,
  )
  expect(twice).toEqual([])
})
