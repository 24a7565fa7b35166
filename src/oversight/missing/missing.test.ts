import { describe, expect, test } from 'vitest'
import { measured } from '../../../tests/support/measured.ts'
import { onBothStores } from '../../../tests/support/stores.ts'
import { allow, operator } from '../../access/index.ts'
import { rowsIn } from '../../dataset/rows.ts'
import { stoppedClock, type Day } from '../../platform/day.ts'
import { addRecord, recordMigrations, recordTableFaults, recordTransaction } from '../../records/index.ts'
import type { Records } from '../../platform/records.ts'
import {
  missingEpisode,
  episodeFaults,
  returnClock,
  returnStep,
  stepFaults,
  type MissingEpisode,
} from './episode.ts'
import { givenOf, handCount, ruleOn } from './hand-count.ts'
import { MISSING_KINDS } from './kinds.ts'
import { changesAskedFor } from './measure-uses.ts'
import { missingMigrations } from './migrations.ts'
import { missingEvents } from './missing-events.ts'
import { elapsedHours, formatMoment, hoursLater } from './moment.ts'
import { askForChanges, recordMissing } from './permissions.ts'
import { reconcilePolice, type PoliceReport } from './police.ts'
import { systemChange } from './system-change.ts'
import { missingRows } from './template-rows.ts'

const NOW = '2015-02-05T10:00'
const BASE: MissingEpisode = {
  id: 'mis_1',
  version: 1,
  childId: '20417',
  episode: 'ME-1',
  cared: 'ours',
  livesAt: 'Foster home',
  milesAway: null,
  missingFrom: '2015-02-01T21:30',
  reportedAt: '2015-02-01T23:10',
  reportedBy: 'police',
  recordedAt: '2015-02-02T10:05',
  returnedAt: '2015-02-02T11:00',
  team: 'North 1',
  worker: 'SW-1',
}
const STEP = {
  id: 'rst_1',
  version: 1,
  episodeId: 'mis_1',
  bookedFor: '',
  interviewer: null,
  interviewerCode: '',
  independent: null,
  whyIndependent: '',
  themes: '',
  note: '',
} as const

describe('hours that run', () => {
  const pairs = [
    // A Friday night to a Monday, over Christmas and the two bank holidays, and over both changes of the clocks.
    ['2015-02-06T23:30', '2015-02-09T23:30', 72],
    ['2014-12-24T12:00', '2014-12-27T12:00', 72],
    ['2015-03-27T20:00', '2015-03-30T20:00', 71],
    ['2014-10-24T20:00', '2014-10-27T20:00', 73],
    ['2014-10-26T01:30', '2014-10-26T02:30', 2],
  ] as const

  test('are counted as the measures count them: weekends, bank holidays and the change of the clocks included', async () => {
    const snapshot = await measured({ asAt: '2015-03-31', insert: '' })
    for (const [from, to, hours] of pairs) {
      expect(elapsedHours(from, to), from).toBe(hours)
      const [row] = await rowsIn(snapshot).all<{ hours: number }>(
        `select elapsed_hours(timestamp '${from.replace('T', ' ')}', timestamp '${to.replace('T', ' ')}') as hours`,
      )
      expect(row!.hours, from).toBe(hours)
    }
    expect(hoursLater('2015-03-27T20:00', 72)).toBe('2015-03-30T21:00')
  })

  test('of a day whose hour nobody knows end with the day', () => {
    expect(elapsedHours('2015-02-02', '2015-02-05T23:59')).toBe(72)
    expect(formatMoment('2015-02-02')).toBe('2 February')
    expect(formatMoment('2015-02-02T20:40')).toBe('2 February, 8:40pm')
  })
})

describe('the clock after a return', () => {
  test('runs for 72 hours from the return, is past after them, and ends with one of held, declined, unable', () => {
    expect(returnClock({ ...BASE, returnedAt: '' }, [], NOW)).toMatchObject({
      state: 'missing',
      hoursSince: null,
    })
    expect(returnClock(BASE, [], NOW)).toMatchObject({
      state: 'running',
      hoursSince: 71,
      limit: '2015-02-05T11:00',
    })
    expect(returnClock(BASE, [], '2015-02-05T11:01').state).toBe('past')
    const declined = { ...STEP, kind: 'declined', at: '2015-02-03T17:00' } as const
    expect(returnClock(BASE, [declined], '2015-02-09T10:00')).toMatchObject({
      state: 'finished',
      hoursSince: 30,
    })
    const offered = { ...STEP, kind: 'offered', at: '2015-02-03T17:00' } as const
    expect(returnClock(BASE, [offered], '2015-02-09T10:00')).toMatchObject({ state: 'past', offers: [30] })
  })

  test('says how long it took to record: over 24 hours is late', () => {
    expect(returnClock({ ...BASE, recordedAt: '2015-02-03T01:10' }, [], NOW).hoursToRecord).toBe(26)
    expect(returnClock({ ...BASE, recordedAt: '' }, [], NOW).hoursToRecord).toBeNull()
  })
})

describe('impossible times are refused in words', () => {
  test('of an episode', () => {
    expect(episodeFaults(BASE, NOW)).toEqual({})
    expect(episodeFaults({ ...BASE, returnedAt: '2015-02-01T20:00' }, NOW)).toEqual({
      returnedAt: 'The return must be after the child was last where they should be',
    })
    expect(episodeFaults({ ...BASE, returnedAt: '2015-02-05T12:00' }, NOW)).toEqual({
      returnedAt: 'The return cannot be at a time that has not come',
    })
    expect(episodeFaults({ ...BASE, reportedAt: '2015-02-01T20:00' }, NOW)).toHaveProperty('reportedAt')
    expect(
      episodeFaults({ ...BASE, missingFrom: '2015-02-06', reportedAt: '2015-02-06' }, NOW),
    ).toMatchObject({
      missingFrom: 'The child cannot be missing from a time that has not come',
    })
  })

  test('of what follows', () => {
    const held = {
      ...STEP,
      kind: 'held',
      at: '2015-02-03T10:00',
      interviewer: 'youth worker',
      independent: 'yes',
    } as const
    expect(stepFaults(held, BASE.returnedAt, NOW)).toEqual({})
    expect(stepFaults({ ...held, at: '2015-02-02T10:00' }, BASE.returnedAt, NOW)).toEqual({
      at: 'The interview cannot be before the child came back',
    })
    expect(stepFaults({ ...held, at: '2015-02-06T10:00' }, BASE.returnedAt, NOW)).toEqual({
      at: 'The interview cannot be at a time that has not come',
    })
    expect(stepFaults(held, '', NOW)).toHaveProperty('at')
    expect(stepFaults({ ...held, interviewer: 'social worker' }, BASE.returnedAt, NOW)).toHaveProperty(
      'whyIndependent',
    )
    const booked = { ...STEP, kind: 'booked', at: '2015-02-03T10:00', bookedFor: '2015-02-06T09:00' } as const
    expect(stepFaults(booked, BASE.returnedAt, NOW)).toEqual({})
    expect(stepFaults({ ...booked, bookedFor: '' }, BASE.returnedAt, NOW)).toHaveProperty('bookedFor')
  })
})

test('police and council are paired child by child, the nearest with the nearest', () => {
  const report = (policeRef: string, childId: string, missingFrom: string): PoliceReport => ({
    id: policeRef,
    version: 1,
    policeRef,
    childId,
    missingFrom,
    cause: null,
  })
  const found = reconcilePolice(
    [
      report('P1', 'A', '2015-01-09T21:00'),
      report('P2', 'A', '2015-01-10T09:00'),
      report('P3', 'B', '2015-01-09T21:00'),
    ],
    [
      { childId: 'A', missingFrom: '2015-01-09T21:30' },
      { childId: 'C', missingFrom: '2015-01-12' },
    ],
  )
  expect(found.both).toMatchObject([{ police: { policeRef: 'P1' }, hoursApart: 0.5 }])
  expect(found.policeOnly.map(({ policeRef }) => policeRef)).toEqual(['P3', 'P2'])
  expect(found.councilOnly.map(({ childId }) => childId)).toEqual(['C'])
})

test('a rule is in force from its day, and the Board is given the hand count until the day of the change', () => {
  const rule = { id: 'r', version: 1, discussWithin: 5, note: '' }
  const rules = [
    { ...rule, fromOn: '2014-01-01', times: 3, withinDays: 90, systemFrom: null },
    { ...rule, fromOn: '2015-03-01', times: 2, withinDays: 30, systemFrom: '2015-02-02' },
  ] as const
  expect(ruleOn([], '2015-02-05')).toMatchObject({ times: 3, withinDays: 90 })
  expect(ruleOn(rules, '2015-02-28').times).toBe(3)
  expect(ruleOn(rules, '2015-03-01').times).toBe(2)
  expect(givenOf('2015-02', { systemFrom: null })).toBe('hand')
  expect(givenOf('2015-01', { systemFrom: '2015-02-02' })).toBe('hand')
  expect(givenOf('2015-02', { systemFrom: '2015-02-02' })).toBe('system')
})

test('a hand count that cannot be is refused in words', () => {
  const count = {
    month: '2015-01',
    returns: 103,
    offered: 71,
    offers: 84,
    accepted: 52,
    held: 49,
    heldInTime: 38,
    independent: 44,
    countedOn: '2015-02-03',
    note: '',
  } as const
  const context = { today: '2015-02-05', now: '2015-02-05T10:00:00Z' } as const
  expect(handCount.check(count, context)).toEqual({})
  expect(handCount.check({ ...count, accepted: 85 }, context)).toEqual({
    accepted: 'More were accepted than offered',
  })
})

onBothStores({ ...recordMigrations, ...missingMigrations }, (open) => {
  const clock = stoppedClock('2015-02-05')
  const add = async (records: Records, change: Partial<MissingEpisode> = {}): Promise<string> => {
    const { id: _id, version: _version, ...draft } = { ...BASE, ...change }
    const pass = allow(operator('norchester'), recordMissing)
    return await recordTransaction(records, pass, clock, missingEpisode, (change) =>
      addRecord(change, missingEpisode, draft),
    )
  }
  const rowsAt = (records: Records, day: Day) => missingRows(records, 'norchester', day)

  test('the tables are what the definitions say', async () => {
    const store = await open()
    expect(await recordTableFaults(store.records, [...MISSING_KINDS])).toEqual([])
    await store.close()
  })

  test('records become rows of the capture templates, as they were on the day that is asked for', async () => {
    const store = await open()
    const id = await add(store.records)
    await add(store.records, { cared: 'another', childId: '555', episode: 'ME-2' })
    const { id: _id, version: _version, ...step } = STEP
    const pass = allow(operator('norchester'), recordMissing)
    await recordTransaction(store.records, pass, clock, returnStep, async (change) => {
      await addRecord(change, returnStep, { ...step, episodeId: id, kind: 'offered', at: '2015-02-02T15:00' })
      await addRecord(change, returnStep, {
        ...step,
        episodeId: id,
        kind: 'held',
        at: '2015-02-04T16:00',
        interviewer: 'children’s rights officer',
        independent: 'yes',
      })
    })
    const [notifications, interviews] = await rowsAt(store.records, '2015-02-05')
    expect(notifications!.rows).toEqual([
      {
        episode: 'ME-1',
        child_id: '20417',
        missing_from: '2015-02-01T21:30',
        reported_at: '2015-02-01T23:10',
        reported_by: 'police',
        recorded_at: '2015-02-02T10:05',
        returned_at: '2015-02-02T11:00',
      },
    ])
    expect(interviews!.rows).toEqual([
      {
        episode: 'ME-1',
        child_id: '20417',
        returned_at: '2015-02-02T11:00',
        offered: true,
        offered_at: '2015-02-02T15:00',
        accepted: true,
        held_at: '2015-02-04T16:00',
        within_72_hours: true,
        independent: true,
        interviewer: 'children’s rights officer',
        team: 'North 1',
        worker: 'SW-1',
      },
    ])
    const events = await missingEvents({ records: store.records, clock }, operator('norchester'), '20417')
    expect(events.map(({ on, what }) => `${on} ${what}`)).toEqual([
      '2015-02-01 Missing',
      '2015-02-02 Back',
      '2015-02-02 Return interview: offered, no answer yet',
      '2015-02-04 Return interview: held',
    ])
    // On the day of the return nobody had listened yet, and on the day before the child was still away.
    expect((await rowsAt(store.records, '2015-02-02'))[1]!.rows).toMatchObject([
      { offered: true, held_at: '' },
    ])
    expect((await rowsAt(store.records, '2015-02-01'))[1]!.rows).toEqual([])
    expect((await rowsAt(store.records, '2015-02-01'))[0]!.rows).toMatchObject([{ returned_at: '' }])
    expect((await missingRows(store.records, 'easton', '2015-02-05')).flatMap(({ rows }) => rows)).toEqual([])
    await store.close()
  })

  test('a measure’s page is told which changes of a system it waits for', async () => {
    const store = await open()
    const pass = allow(operator('norchester'), askForChanges)
    await recordTransaction(store.records, pass, clock, systemChange, (change) =>
      addRecord(change, systemChange, {
        title: 'Keep the hour of each offer',
        askedOf: 'The case system’s supplier',
        why: 'The record says yes or no, with no date',
        dueOn: '2015-03-31',
        state: 'agreed',
        measure: 'mis-rhi-offered',
      }),
    )
    const uses = await changesAskedFor(store.records, operator('norchester'), {
      id: 'mis-rhi-offered.children',
    })
    expect(uses).toMatchObject([
      { text: 'Waits for: Keep the hour of each offer', note: 'agreed, by 31 March 2015' },
    ])
    expect(await changesAskedFor(store.records, operator('norchester'), { id: 'mis-notified' })).toEqual([])
    await store.close()
  })
})
