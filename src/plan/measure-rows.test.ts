import { expect, test } from 'vitest'
import { measured } from '../../tests/support/measured.ts'
import { onBothStores } from '../../tests/support/stores.ts'
import { accessMigrations, allow, operator } from '../access/index.ts'
import { childReader, type SealedSnapshot, type SnapshotPool } from '../dataset/index.ts'
import { availability, casesBehind, everyFigure, figureReader, withRecordCases } from '../measures/index.ts'
import { listsProveFigures } from '../measures/figures/figure-reader.ts'
import { performanceMigrations } from '../performance/migrations.ts'
import { stoppedClock, type Month } from '../platform/day.ts'
import type { Records } from '../platform/records.ts'
import { planMeasureRows } from './measure-rows.ts'
import { planMigrations } from './migrations.ts'
import type { PlanDocument } from './plan-document.ts'
import { installPlan } from './plan-install.ts'

const clock = stoppedClock('2015-02-05')
const person = operator('norchester')
const pass = allow(person, 'figures:read')

const PLAN: PlanDocument = {
  themes: [{ ref: 'T1', title: 'Practice' }],
  recommendations: [
    { ref: 'R1', theme: 'T1', title: 'Oversight', asked: 'Oversight', source: 'area_for_improvement' },
    { ref: 'R2', theme: 'T1', title: 'Our own', asked: 'Ours', source: 'own' },
  ],
  actions: [
    // First due in December, put off in January, not done.
    { ref: '1.1', recommendation: 'R1', title: 'Late', owner: 'Head', baselineDueOn: '2014-12-31', dueOn: '2015-03-31', progress: 'under_way', reason: 'Put off' }, // prettier-ignore
    // Delivered before its day; evidence signed off by another.
    { ref: '1.2', recommendation: 'R1', title: 'Done', owner: 'Head', dueOn: '2015-01-31', progress: 'delivered', deliveredOn: '2015-01-12' }, // prettier-ignore
    // Delivered; the owner alone says that the evidence shows it.
    { ref: '1.3', recommendation: 'R1', title: 'Said to be done', owner: 'Head', dueOn: '2015-01-31', progress: 'delivered', deliveredOn: '2015-01-20' }, // prettier-ignore
    // Answers no recommendation of Ofsted's: not counted.
    { ref: '2.1', recommendation: 'R2', title: 'Ours', dueOn: '2014-10-31' },
  ],
  milestones: [
    { action: '1.1', title: 'On the day', dueOn: '2015-01-16', metOn: '2015-01-16' },
    { action: '1.1', title: 'A day late', dueOn: '2015-01-23', metOn: '2015-01-24' },
    { action: '1.1', title: 'To come', dueOn: '2015-02-27' },
  ],
  measures: [{ of: 'R1', seriesId: 'fd-referrals', aim: 1 }],
  evidence: ['1.2', '1.3'].map((action) => ({
    action,
    title: 'Minutes',
    place: 'The folder',
    effectiveOn: '2015-01-01',
    uploadedAt: '2015-01-12',
  })),
  ratings: [
    { action: '1.1', rating: 'amber', step: 'confirmed', reason: 'Slow', by: 'Manager', at: '2014-12-15' },
    { action: '1.1', rating: 'red', step: 'confirmed', reason: 'Late', by: 'Manager', at: '2015-01-15' },
    { action: '1.2', rating: 'green', step: 'confirmed', reason: 'Seen', by: 'Manager', at: '2015-01-14' },
    { action: '1.3', rating: 'green', step: 'confirmed', reason: 'Mine', by: 'Head', at: '2015-01-21' },
  ],
  changes: [
    {
      subject: 'action',
      ref: '1.1',
      field: 'due_on',
      was: '2014-12-31',
      now: '2015-03-31',
      reason: 'Put off',
      by: 'Head',
      at: '2015-01-10',
    },
  ],
}

/** The plan's records next to a snapshot of three referrals. */
async function planBeside(records: Records): Promise<SealedSnapshot> {
  const insert = `
    insert into person (child_key, person_id) values (1, 'A'), (2, 'B');
    insert into referrals (referral_id, child_key, referral_date, artificial) values
        ('r1', 1, '2014-12-05', false), ('r2', 2, '2015-01-06', false);`
  const snapshot = await measured({ asAt: '2015-01-31', insert }, 'fd-referrals')
  const pool = { current: () => Promise.resolve(snapshot) } as unknown as SnapshotPool
  return (await withRecordCases(pool, { records, clock, rows: [planMeasureRows] }).current('norchester'))!
}

const install = async (records: Records, document = PLAN) => {
  const outcome = await installPlan(records, allow(person, 'plan:write'), clock, document)
  expect(outcome.ok).toBe(true)
}

onBothStores({ ...accessMigrations, ...performanceMigrations, ...planMigrations }, (open) => {
  const withPlan = async (work: (snapshot: SealedSnapshot, records: Records) => Promise<void>) => {
    const store = await open()
    await install(store.records)
    await work(await planBeside(store.records), store.records)
    await store.close()
  }
  const months = async (snapshot: SealedSnapshot, id: string, from: Month) => {
    const { points } = await figureReader(snapshot, pass).figures(id, { from })
    return Object.fromEntries(
      points.map(({ period, numerator, denominator, value }) => [
        period,
        denominator === null ? String(value) : `${numerator} of ${denominator}`,
      ]),
    )
  }

  test('each action of the plan is counted in every month since the plan first speaks of it', () =>
    withPlan(async (snapshot) => {
      expect(await months(snapshot, 'pl-brag', '2014-12')).toEqual({
        '2014-12': '1',
        '2015-01': '3',
        '2015-02': '3',
      })
      const { points } = await figureReader(snapshot, pass).figures('pl-brag.brag', { by: 'detail' })
      const red = points.filter(({ split }) => split === 'red').map(({ period, value }) => [period, value])
      expect(red).toEqual([['2014-12', 0], ['2015-01', 1], ['2015-02', 1]]) // prettier-ignore
    }))

  test('an action is overdue past its first day, and redated from the month in which its day was moved', () =>
    withPlan(async (snapshot) => {
      // At the end of December its first day has come and not passed.
      expect(await months(snapshot, 'pl-brag.overdue', '2014-12')).toEqual({
        '2014-12': '0 of 1',
        '2015-01': '1 of 3',
        '2015-02': '1 of 3',
      })
      expect(await months(snapshot, 'pl-brag.redated', '2014-12')).toEqual({
        '2014-12': '0 of 1',
        '2015-01': '1 of 3',
        '2015-02': '1 of 3',
      })
    }))

  test('evidence counts when someone other than the owner has confirmed what it shows', () =>
    withPlan(async (snapshot) => {
      expect(await months(snapshot, 'pl-evidence', '2015-01')).toEqual({
        '2015-01': '1 of 2',
        '2015-02': '0 of 0',
      })
    }))

  test('a milestone of the plan is met by the day it was first planned for', () =>
    withPlan(async (snapshot) => {
      expect(await months(snapshot, 'pl-milestones.plan', '2015-01')).toEqual({
        '2015-01': '1 of 2',
        '2015-02': '0 of 0',
      })
    }))

  test('impact is not claimed without an audit that bears it out, and says so case by case', () =>
    withPlan(async (snapshot, records) => {
      expect((await months(snapshot, 'pl-impact', '2015-02'))['2015-02']).toBe('0')
      const reader = childReader({ records, clock }, allow(person, 'cases:read'))
      const purpose = { what: 'list', subject: 'pl-impact', why: 'a test' } as const
      const cases = await reader.read(casesBehind(snapshot, 'pl-impact', { period: '2015-02' }), purpose)
      expect(cases.map(({ case_id, met, child_id }) => [case_id, met, child_id])).toEqual([
        ['R1', false, null],
      ])
    }))

  test('the Board’s measures are trusted where the case system gives them from full fields', () =>
    withPlan(async (snapshot) => {
      const { points } = await figureReader(snapshot, pass).figures('pl-data-quality.automated')
      expect(points.map(({ period }) => period)).toEqual(['2015-02'])
      expect(points[0]!.numerator).toBe(1)
      expect(points[0]!.denominator).toBeGreaterThan(20)
    }))

  test('every figure of records is its list, and is kept as reported like any other', () =>
    withPlan(async (snapshot) => {
      expect(await listsProveFigures(snapshot)).toEqual([])
      const all = await everyFigure(snapshot, allow(person, 'small-numbers:read'))
      expect(all.get('pl-brag.brag')?.at(-1)?.value).toBe(3)
      expect(all.get('fd-referrals')?.at(-1)?.value).toBe(1)
    }))

  test('the same rows are one version, and a change of the plan is another', () =>
    withPlan(async (snapshot, records) => {
      const now = () => figureReader(snapshot, pass).figures('pl-brag')
      const [first, again] = [await now(), await now()]
      expect(first).toMatchObject({ asAt: '2015-02-05', available: true })
      expect(first.snapshot).toMatch(/^records-2015-02-05-[0-9a-f]{12}$/)
      expect(again.snapshot).toBe(first.snapshot)
      await install(records, {
        ...PLAN,
        actions: [...PLAN.actions, { ref: '1.4', recommendation: 'R1', title: 'New', dueOn: '2015-06-30' }],
      })
      const later = await now()
      expect(later.snapshot).not.toBe(first.snapshot)
      expect(later.points.at(-1)?.value).toBe(4)
    }))

  test('a council without a plan is told that nothing has been recorded', async () => {
    const store = await open()
    const snapshot = await planBeside(store.records)
    const found = await availability(snapshot)
    expect(found.get('pl-brag.brag')).toMatchObject({
      available: false,
      why: 'Not available yet: nothing that it counts has been recorded here',
    })
    expect(found.get('fd-referrals')?.available).toBe(true)
    await store.close()
  })
})
