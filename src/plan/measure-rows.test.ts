import { expect, test } from 'vitest'
import { measuredRecords } from '../../tests/support/measured-records.ts'
import { onBothStores } from '../../tests/support/stores.ts'
import { accessMigrations, allow, operator } from '../access/index.ts'
import type { SealedSnapshot } from '../dataset/index.ts'
import { availability, everyFigure, figureReader, recordsBehind } from '../measures/index.ts'
import { listsProveFigures, recordFaults } from '../measures/figures/figure-reader.ts'
import { performanceMigrations } from '../performance/migrations.ts'
import { stoppedClock, type Month } from '../platform/day.ts'
import type { Log } from '../platform/log.ts'
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

const plan = { room: 'plan', read: planMeasureRows }

const install = async (records: Records, document = PLAN) => {
  const outcome = await installPlan(records, allow(person, 'plan:write'), clock, document)
  expect(outcome.ok).toBe(true)
}

onBothStores({ ...accessMigrations, ...performanceMigrations, ...planMigrations }, (open) => {
  const withPlan = async (work: (snapshot: SealedSnapshot, records: Records) => Promise<void>) => {
    const store = await open()
    await install(store.records)
    await work(
      await measuredRecords({ records: store.records, clock, rooms: [plan] }, 'fd-referrals'),
      store.records,
    )
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
    withPlan(async (snapshot) => {
      expect((await months(snapshot, 'pl-impact', '2015-02'))['2015-02']).toBe('0')
      const { rows } = await recordsBehind(snapshot, pass, 'pl-impact', { period: '2015-02' })
      expect(rows.map(({ case_id, met, child_id }) => [case_id, met, child_id])).toEqual([
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
    const snapshot = await measuredRecords({ records: store.records, clock, rooms: [plan] }, 'fd-referrals')
    const found = await availability(snapshot)
    expect(found.get('pl-brag.brag')).toMatchObject({
      available: false,
      why: 'Not available yet: nothing that it counts has been recorded here',
    })
    expect(found.get('fd-referrals')?.available).toBe(true)
    await store.close()
  })

  test('records that cannot be read take no other figure with them, and are logged once', async () => {
    const store = await open()
    await install(store.records)
    const logged: unknown[] = []
    const log: Log = {
      info: () => {},
      error: (happening, error, about) => void logged.push([happening, String(error), about]),
    }
    const broken = { room: 'audit', read: () => Promise.reject(new Error('no such table: audit')) }
    const wrong = { room: 'plan', read: async () => [] }
    const beside = (rooms: readonly (typeof plan)[]) =>
      measuredRecords({ records: store.records, clock, log, rooms }, 'fd-referrals')

    const withOther = await beside([broken, plan])
    expect((await months(withOther, 'pl-brag', '2015-02'))['2015-02']).toBe('3')
    expect((await availability(withOther)).get('fd-referrals')?.available).toBe(true)
    expect(await recordFaults(withOther)).toEqual([
      'the records of audit could not be counted: no such table: audit',
    ])
    expect(logged).toEqual([
      ['the records of a room could not be counted', 'Error: no such table: audit', { room: 'audit' }],
    ])

    // A room that leaves out a table that its measures name.
    for (const room of [wrong, { ...broken, room: 'plan' }]) {
      const snapshot = await beside([room])
      expect((await availability(snapshot)).get('pl-brag.brag')).toMatchObject({
        available: false,
        why: 'Not available: the records that it counts could not be read; the log of the program says why',
      })
      expect(await figureReader(snapshot, pass).figures('pl-brag')).toMatchObject({
        available: false,
        points: [],
      })
      expect((await months(snapshot, 'fd-referrals', '2015-01'))['2015-01']).toBe('1')
      expect(await listsProveFigures(snapshot)).toEqual([])
      expect((await recordFaults(snapshot)).join()).toMatch(/^the records of plan could not be counted: /)
    }
    await store.close()
  })
})
