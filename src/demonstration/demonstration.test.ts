import { listRecords } from '../records/index.ts'
import { rowsIn } from '../dataset/rows.ts'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { norchester } from '../../tests/support/demonstration.ts'
import { allow, demonstrationPeople, GIVEN_ROLES, operator, type Role } from '../access/index.ts'
import { openReport, getMeeting } from '../board/index.ts'
import { listSnapshots } from '../dataset/snapshots/snapshot-store.ts'
import { casesInScope } from '../measures/figures/case-list.ts'
import { figureEqualsList } from '../measures/figures/figure-check.ts'
import { figures } from '../measures/figures/figure-read.ts'
import { figureReader } from '../measures/figures/figure-reader.ts'
import { trackerRows } from '../performance/tracker/tracker.ts'
import type { Waymark } from '../main.ts'
import { viewOf } from '../oversight/taskforce/taskforce-read.ts'
import { taskforce } from '../oversight/taskforce/taskforce.ts'
import { ownedActions } from '../oversight/clinics/action-store.ts'
import { clinicView } from '../oversight/clinics/clinic-read.ts'
import { clinicsOf } from '../oversight/clinics/clinic-store.ts'
import { readDiaryQuery, readMissedQuery } from '../oversight/conferences/diary-query.ts'
import { readDiary, readMissed } from '../oversight/conferences/diary-read.ts'
import { currentGuidance, waitingFor } from '../oversight/guidance/guidance-read.ts'
import { practiceStandard, standardOn } from '../oversight/guidance/practice-standard.ts'
import { planTree, recommendationsOf, selfCheck } from '../plan/index.ts'
import { installDemonstration } from './install.ts'

let waymark: Waymark
beforeAll(async () => {
  waymark = await norchester()
}, 300_000)
afterAll(() => waymark?.close())

const all = operator('norchester')
const snapshot = async () => (await waymark.pool.current('norchester'))!

test('a folder that holds a council is left as it is', async () => {
  const { records, config, realClock, log } = waymark
  await expect(
    installDemonstration({ records, dataDir: config.dataDir, realClock, log }, { size: 'small', seed: 1 }),
  ).rejects.toThrow(/empty data folder/)
})

test('both extracts came in by the front door, and a third is left to bring in', async () => {
  const loaded = await listSnapshots(waymark.records, allow(all, 'load:read'))
  expect(loaded.map(({ loadedAt }) => loadedAt.slice(0, 10))).toEqual(['2015-02-04', '2015-02-02'])
  const left = join(waymark.config.dataDir, 'demonstration')
  expect(readdirSync(left).sort()).toEqual(['Annex_A_2015_Jan_v3.xlsx', 'README.txt', 'capture'])
  expect(existsSync(join(waymark.config.dataDir, 'snapshots'))).toBe(true)
})

test('the files hold nothing that has to be set aside', async () => {
  const rows = await rowsIn(await snapshot()).all("select message from load_problem where severity <> 'note'")
  expect(rows).toEqual([])
})

const LONG = ['A2', 'A3', 'A4', 'A5', 'B1', 'B2', 'B3', 'B4', 'B5', 'B6', 'B7', 'C1', 'C2', 'C3', 'D1']

test('every measure that the Board tracks has a figure, over 24 months where it has a history', async () => {
  const rows = await trackerRows(await snapshot(), waymark.records, allow(all, 'figures:read'))
  const refs = rows.map(({ ref }) => ref)
  expect(refs).toEqual(expect.arrayContaining(['A1', 'A2', 'A3', 'A4', 'A5', 'B2', 'B3', 'B4', 'B5', 'C1']))
  for (const row of rows) expect(row.latest?.value, row.ref).not.toBeNull()
  // Annex A has one day of caseloads and of visits; what was captured begins when the council began to.
  for (const row of rows.filter(({ ref }) => LONG.includes(ref))) expect(row.points, row.ref).toHaveLength(24)
})

test('assessments finished in time dip in January 2015, and late recording moves the figure', async () => {
  const now = await figures(await snapshot(), 'as-completed-45wd.from_start', {
    from: '2014-10',
    to: '2015-01',
  })
  const [october, november, december, january] = now.points.map(({ value }) => value!)
  expect(january!).toBeLessThan(Math.min(october!, november!, december!) - 2)
  const [, first] = await listSnapshots(waymark.records, allow(all, 'load:read'))
  const before = await waymark.pool.byId('norchester', first!.snapshot)
  const then = await figures(before!, 'as-completed-45wd.from_start', { from: '2015-01', to: '2015-01' })
  expect(then.points[0]!.denominator!).toBeLessThan(now.points.at(-1)!.denominator!)
  expect(then.points[0]!.value).not.toBe(now.points.at(-1)!.value)
})

test('two workers hold 40 children or more while the mean looks bearable', async () => {
  const rows = await rowsIn(await snapshot()).all<{ held: number }>(
    'select cast(count(*) as integer) as held from allocation group by worker order by held desc',
  )
  expect(rows[1]!.held).toBeGreaterThanOrEqual(40)
  const mean = rows.reduce((sum, { held }) => sum + held, 0) / rows.length
  expect(mean).toBeGreaterThan(17)
  expect(mean).toBeLessThan(20.5)
})

test('every figure is its list', async () => {
  const { figures: proven, faults } = await figureEqualsList(await snapshot())
  expect(faults).toEqual([])
  expect(proven).toBeGreaterThan(100_000)
}, 120_000)

test('T1 to T3: sixteen workers and three managers have the frozen list, a framework and their first children', async () => {
  const [found] = await listRecords(waymark.records, allow(all, 'figures:read'), taskforce)
  expect(found).toMatchObject({ startsOn: '2015-02-02', endsOn: '2015-04-10', frozenOn: '2015-01-30' })
  const view = await viewOf(waymark, all, found!)
  expect(view.people).toEqual({ workers: 16, managers: 3 })
  expect(view.frozen).toBe(view.counts.left + view.counts.done + view.counts.working + view.counts.waiting)
  expect(view.counts.working).toBe(64)
  expect(view.forecast).toBeNull()
  expect(view.framework).toMatchObject({ number: 1 })
  expect(view.options.map(({ choice, costPence }) => [choice, costPence.likely])).toEqual([
    ['stop', 0],
    ['extend', 27_500_000],
    ['finish', null],
  ])
})

test('R3: a clinic was held on the drift list, with answers, silence passed on and a promise broken; more are planned', async () => {
  const clinics = await clinicsOf(waymark.records, allow(all, 'figures:read'))
  expect(clinics.map(({ heldOn, state }) => `${heldOn} ${state}`)).toEqual([
    '2015-03-27 planned',
    '2015-02-27 planned',
    '2015-02-05 planned',
    '2015-02-03 closed',
  ])
  const held = clinics.at(-1)!
  expect(held.discussed).toBeGreaterThan(5)
  expect(held.kept).toBe(3)
  const { counts, actions } = await clinicView(waymark, all, clinics[2]!.id)
  expect(counts.notKept).toBeGreaterThan(0)
  expect(counts.silent).toBeGreaterThan(counts.notKept)
  expect(actions).toEqual([])
  const owned = await ownedActions(
    waymark.records,
    allow({ ...all, role: 'hr_partner', scope: { kind: 'none' } }, 'figures:read'),
  )
  expect(owned.map(({ action }) => action)).toEqual(['Two agency workers for North 2: ask for them'])
})

test('R4: the diary says what is to come and by when reports are due, and managers were asked why a worker did not come', async () => {
  const query = readDiaryQuery({}, '2015-02-05')
  const { diary } = await readDiary(waymark, all, query, 'cases')
  expect(diary.booked.length).toBeGreaterThan(10)
  expect(diary.booked.some(({ meeting }) => meeting.startsAt !== null && meeting.place !== null)).toBe(true)
  expect(diary.booked.some(({ sharedOn }) => sharedOn !== null)).toBe(true)
  const january = readMissedQuery({ month: '2015-01' }, '2015-02-05')
  const { found } = await readMissed(waymark, all, january, 'cases')
  expect(found.answered.some(({ reason }) => reason?.answeredOn === '2015-02-03')).toBe(true)
  expect(found.counts.came).toBeGreaterThan(0)
})

test('R3: guidance on visiting and planning is issued from 2 February, briefed, and confirmed by some of those who are asked', async () => {
  const [found] = await currentGuidance(waymark, allow(all, 'figures:read'))
  expect(found!.current?.version).toMatchObject({ issuedOn: '2015-02-02', fromOn: '2015-02-02' })
  expect(found!.entry.briefings.map(({ heldOn }) => heldOn)).toEqual([
    '2015-02-04',
    '2015-02-03',
    '2015-02-02',
  ])
  expect(found!.counts).toEqual({ asked: 5, confirmed: 3, late: 0 })
  const people = await demonstrationPeople(waymark.records, waymark.council)
  const worker = people.find(({ person }) => person.role === 'social_worker')!.person
  expect(await waitingFor(waymark, worker)).toHaveLength(1)
  const standards = await listRecords(waymark.records, allow(all, 'figures:read'), practiceStandard)
  expect(standardOn(standards, 'need_visits', '2015-01-31')?.fromOn).toBe('2014-04-01')
  expect(standardOn(standards, 'need_visits', '2015-02-05')?.fromOn).toBe('2015-02-02')
})

test('each role has someone, and those who may open children have children to open', async () => {
  const people = await demonstrationPeople(waymark.records, waymark.council)
  expect(people.map(({ person }) => person.role).sort()).toEqual([...GIVEN_ROLES].sort())
  const sees = async (role: Role, series: string) => {
    const person = people.find((one) => one.person.role === role)!.person
    return (
      await casesInScope(await snapshot(), person, series, {
        period: '2015-01',
        met: 'all',
      })
    ).length
  }
  expect(await sees('team_manager', 'cin-open')).toBeGreaterThan(40)
  expect(await sees('social_worker', 'cin-open')).toBeGreaterThan(30)
  expect(await sees('head_of_service', 'cin-open')).toBeGreaterThan(await sees('team_manager', 'cin-open'))
  expect(await sees('reviewing_officer', 'cin-open')).toBeGreaterThan(5)
})

test('the plan covers every recommendation, and finds what is wrong with itself', async () => {
  const tree = await planTree(waymark.records, allow(all, 'plan:read'))
  expect(recommendationsOf(tree).map(({ ref }) => ref)).toEqual(['R1', 'R2', 'R3', 'R4', 'R5', 'R6', 'R7'])
  const kinds = selfCheck(tree, '2015-02-05').map(({ kind }) => kind)
  expect(kinds).toEqual(expect.arrayContaining(['no_measure', 'stale_evidence', 'moved_without_reason']))
})

test('the report was agreed on the first extract: the sentence on A2 says what it was and what it is now', async () => {
  const { records, clock, pool } = waymark
  const pass = allow(all, 'report:draft')
  const meeting = await getMeeting(records, pass, '2015-02-10')
  const { reviewItems } = await openReport(
    { records, clock, pool, measures: { figureReader, trackerRows } },
    pass,
    meeting,
  )
  const moved = reviewItems.flatMap((item) => (item.kind === 'moved' ? item.figures : []))
  const a2 = moved.find(({ ref }) => ref === 'as-completed-45wd@2015-01')
  expect(a2?.agreed?.shown).toBe('83.3%')
  expect(a2?.now?.shown).toBe('84.0%')
  expect(reviewItems.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['unbacked', 'word']))
})
