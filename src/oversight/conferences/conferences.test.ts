import { describe, expect, test } from 'vitest'
import { onBothStores } from '../../../tests/support/stores.ts'
import { accessMigrations, allow, operator, type Person } from '../../access/index.ts'
import { stoppedClock, type Day } from '../../platform/day.ts'
import {
  addRecord,
  listRecords,
  recordMigrations,
  recordTableFaults,
  recordTransaction,
} from '../../records/index.ts'
import { OVERSIGHT_KINDS } from '../kinds.ts'
import { oversightMigrations } from '../migrations.ts'
import { keepMeetings, ownCalendar, recordAttendance, setReportStandards } from './permissions.ts'
import type { CalendarEntry } from './calendar-entry.ts'
import { addressOfSecret, makeAddress, numberEntries, ownAddress, revokeAddress } from './calendar-store.ts'
import { clashesOf } from './clash.ts'
import { diaryOf } from './diary.ts'
import { differingStandards } from './counted-standards.ts'
import { conferenceRows, standardRows } from './kept-rows.ts'
import { meetingsFrom, type FiledRow } from './meeting-merge.ts'
import { meetingChild } from './meeting.ts'
import { bookMeeting, recordCame, versionsOf } from './meeting-store.ts'
import { notAttended } from './not-attended.ts'
import { reportStandard, type Standard } from './report-standard.ts'

const filed = (change: Partial<FiledRow>): FiledRow => ({
  meeting: 'M-1',
  childId: 'N20417',
  ref: 'c-1',
  kind: 'initial conference',
  bookedOn: '2015-02-12',
  heldOn: null,
  team: 'North',
  worker: 'SW-1',
  attended: null,
  instead: null,
  missedBecause: null,
  chairHadOn: null,
  sharedOn: null,
  chair: 'IRO-1',
  ...change,
})
const meetingsOf = (...rows: Partial<FiledRow>[]) =>
  meetingsFrom(rows.map(filed), [], [], (meeting) => `m-${meeting}`)

test('brothers and sisters share a meeting, and a meeting of another kind of row is none', () => {
  const meetings = meetingsOf({}, { childId: 'N20418', ref: 'c-2' }, { meeting: 'M-2', kind: 'strategy' })
  expect(meetings).toMatchObject([{ ref: 'm-M-1', children: [{ childId: 'N20417' }, { childId: 'N20418' }] }])
})

describe('the diary', () => {
  const today: Day = '2015-02-05'
  const diary = (
    meetings: ReturnType<typeof meetingsOf>,
    standards: Parameters<typeof diaryOf>[0]['standards'] = [],
  ) => diaryOf({ meetings, absences: [], standards, from: today, today })

  test('counts three working days back from an initial conference or a looked-after review, five from a review', () => {
    const due = (kind: string) => diary(meetingsOf({ kind })).booked[0]!.reportDueOn
    expect([due('initial conference'), due('care review'), due('review conference')]).toEqual([
      '2015-02-09',
      '2015-02-09',
      '2015-02-05',
    ])
  })

  test('follows a standard that holds from a day on, and not before that day', () => {
    const standard = { id: 's', version: 1, kind: 'initial', workingDays: 4, fromOn: '2015-02-12' } as const
    const early = meetingsOf({ bookedOn: '2015-02-11' })
    expect(diary(early, [standard]).booked[0]!.reportDueOn).toBe('2015-02-06')
    expect(diary(meetingsOf({}), [standard]).booked[0]!.reportDueOn).toBe('2015-02-06')
  })

  test('skips bank holidays: the third working day before Tuesday 7 April 2015 is Tuesday 31 March', () => {
    const meetings = meetingsOf({ bookedOn: '2015-04-07' })
    const { booked } = diaryOf({
      meetings,
      absences: [],
      standards: [],
      from: '2015-04-01',
      today: '2015-04-01',
    })
    expect(booked[0]!.reportDueOn).toBe('2015-03-31')
  })

  test('says which reports are late for the family, and what is still to be recorded', () => {
    const late = meetingsOf({ bookedOn: '2015-02-06' }, { meeting: 'M-2', bookedOn: '2015-02-02' })
    const { reports, toRecord } = diary(late)
    expect(reports).toMatchObject([{ reportDueOn: '2015-02-03', daysLate: 2 }])
    expect(toRecord).toMatchObject([{ recordBy: '2015-02-09' }])
  })

  test('names who would have to be in two places, or is away', () => {
    const meetings = meetingsOf({}, { meeting: 'M-2', childId: 'N20418', worker: 'SW-2' })
    expect(clashesOf(meetings, [], today)).toMatchObject([
      { who: 'IRO-1', on: '2015-02-12', why: 'the same day; not every time is held', away: false },
    ])
    const sick = { worker: 'SW-2', reason: 'sickness', from: '2015-02-10', to: null } as const
    expect(clashesOf(meetings, [sick], today).map(({ who, why }) => [who, why])).toEqual([
      ['IRO-1', 'the same day; not every time is held'],
      ['SW-2', 'away: sickness'],
    ])
  })
})

test('a duty worker is someone else, a blank is not attended, and each child counts', () => {
  const held = { heldOn: '2015-01-12', bookedOn: '2015-01-12' } as const
  const meetings = meetingsOf(
    { ...held, attended: true },
    {
      ...held,
      meeting: 'M-2',
      childId: 'N2',
      attended: false,
      instead: 'duty worker',
      missedBecause: 'at court',
    },
    { ...held, meeting: 'M-3', childId: 'N3' },
    { ...held, meeting: 'M-3', childId: 'N4' },
  )
  const { counts, unanswered, answered } = notAttended(meetings, '2015-01', '2015-02-05')
  expect(counts).toMatchObject({ children: 4, meetings: 3, came: 1, someoneElse: 1, nobody: 0, blank: 2 })
  expect(counts.reasons).toEqual([
    { words: 'In court', children: 1, isAnswer: true },
    { words: 'No answer', children: 2, isAnswer: false },
  ])
  expect(unanswered).toMatchObject([{ askedOn: '2015-01-13', answerDueOn: '2015-01-20', isPassedOn: true }])
  expect(answered).toHaveLength(1)
})

test('says from which day on the figures count other days than are set, and nothing of meetings after them', () => {
  const initial = (workingDays: number, fromOn: Day): Standard => ({ kind: 'initial', workingDays, fromOn })
  const differing = (counted: Standard[], set: Standard[]) => differingStandards(counted, set, '2015-01-31')
  expect(differing([], [initial(3, '2015-01-05')])).toEqual([])
  expect(differing([], [initial(4, '2015-02-02')])).toEqual([])
  const four = initial(4, '2015-01-05')
  expect(differing([four], [four])).toEqual([])
  expect(differing([], [four])).toEqual([{ kind: 'initial', from: '2015-01-05', counted: 3, set: 4 }])
  // Withdrawn since, or moved to another day.
  expect(differing([four], [])).toEqual([{ kind: 'initial', from: '2015-01-05', counted: 4, set: 3 }])
  expect(differing([four], [initial(4, '2015-01-12')])).toMatchObject([{ from: '2015-01-05', set: 3 }])
})

const clock = stoppedClock('2015-02-05')
const worker: Person = {
  id: 'per_1',
  council: 'norchester',
  name: 'Social worker',
  role: 'social_worker',
  scope: { kind: 'own', worker: 'SW-1' },
}

onBothStores({ ...accessMigrations, ...recordMigrations, ...oversightMigrations }, (open) => {
  test('the tables are what the kinds say', async () => {
    const store = await open()
    const { records } = store
    expect(await recordTableFaults(records, OVERSIGHT_KINDS)).toEqual([])
    await store.close()
  })

  test('a calendar is told of a change and of a cancellation by the next number, and of nothing else', async () => {
    const store = await open()
    const { records } = store
    const pass = allow(worker, ownCalendar)
    await makeAddress(records, pass, clock)
    const address = (await ownAddress(records, pass))!
    const first: CalendarEntry = { ref: 'm-1', kind: 'initial', on: '2015-02-12', startsAt: '10:00' }
    const tell = async (current: readonly CalendarEntry[]) => {
      const told = await numberEntries(records, pass, clock, {
        address,
        current,
        from: '2015-01-08',
        isCancelled: () => true,
      })
      return told.map(({ uid, sequence, isCancelled, startsAt }) => [uid, sequence, isCancelled, startsAt])
    }
    const uid = 'm-1@norchester.waymark'
    expect(await tell([first])).toEqual([[uid, 0, false, '10:00']])
    expect(await tell([first])).toEqual([[uid, 0, false, '10:00']])
    expect(await tell([{ ...first, startsAt: '14:00' }])).toEqual([[uid, 1, false, '14:00']])
    expect(await tell([])).toEqual([[uid, 2, true, '14:00']])
    expect(await tell([])).toEqual([[uid, 2, true, '14:00']])
    expect(await tell([first])).toEqual([[uid, 3, false, '10:00']])
    await store.close()
  })

  test('a new address revokes the one before, and the store holds no secret', async () => {
    const store = await open()
    const { records } = store
    const pass = allow(worker, ownCalendar)
    const before = await makeAddress(records, pass, clock)
    const secret = await makeAddress(records, pass, clock)
    const found = async (of: string) => (await addressOfSecret(records, 'norchester', of))?.isRevoked
    expect([await found(before), await found(secret), await found('x')]).toEqual([true, false, undefined])
    expect(await addressOfSecret(records, 'southby', secret)).toBeNull()
    expect((await ownAddress(records, pass))!.secretHash).not.toContain(secret)
    await revokeAddress(records, pass, clock)
    expect([await found(secret), await ownAddress(records, pass)]).toEqual([true, null])
    await store.close()
  })

  test('who came goes out with each load; of a looked-after review only when written down within five working days', async () => {
    const store = await open()
    const { records } = store
    const person = operator('norchester')
    const booked = { bookedOn: '2015-01-12', startsAt: '', place: '', chair: 'IRO-1' } as const
    const children = [{ childId: 'N20417', team: 'North', worker: 'SW-1' }]
    const keeping = allow(person, keepMeetings)
    for (const [kind, recordedOn] of [
      ['initial', '2015-02-05'],
      ['care', '2015-01-19'],
      ['care', '2015-01-20'],
    ] as const) {
      const meeting = await bookMeeting(records, keeping, clock, { ...booked, kind }, children)
      const all = await listRecords(records, allow(person, 'cases:read'), meetingChild)
      const record = all.find((one) => one.meeting === meeting)!
      const [found] = meetingsFrom(
        [],
        [{ record, ref: 'c-1', team: 'North', worker: 'SW-1' }],
        [record],
        String,
      )
      const came = new Map([['N20417', 'whole' as const]])
      const seen = versionsOf(found!)
      await recordCame(
        records,
        allow(person, recordAttendance),
        stoppedClock(recordedOn),
        found!,
        seen,
        '2015-01-12',
        came,
      )
    }
    const { rows } = await conferenceRows(records, 'norchester', '2015-01-31')
    expect(
      rows
        .map((row) => [row['kind'], row['held_on'], row['worker_attended']])
        .toSorted((left, right) => (String(left) < String(right) ? -1 : 1)),
    ).toEqual([
      ['care review', '2015-01-12', null],
      ['care review', '2015-01-12', true],
      ['initial conference', '2015-01-12', true],
    ])
    // What came after the day of a load is not in it.
    const early = await conferenceRows(records, 'norchester', '2015-01-10')
    expect(early.rows.map((row) => row['held_on'])).toEqual([null, null, null])
    await store.close()
  })

  test('the standards that hold by the day of a load go out with it, one for each kind and day', async () => {
    const store = await open()
    const { records } = store
    const pass = allow(operator('norchester'), setReportStandards)
    await recordTransaction(records, pass, clock, reportStandard, async (writing) => {
      await addRecord(writing, reportStandard, { kind: 'review', workingDays: 4, fromOn: '2015-01-05' })
      await addRecord(writing, reportStandard, { kind: 'initial', workingDays: 2, fromOn: '2015-01-12' })
      await addRecord(writing, reportStandard, { kind: 'care', workingDays: 6, fromOn: '2015-02-09' })
    })
    const { template, rows } = await standardRows(records, 'norchester', '2015-01-31')
    expect(template).toBe('report-standards')
    expect(rows).toEqual([
      { kind: 'initial conference', working_days_before: 2, holds_from: '2015-01-12' },
      { kind: 'review conference', working_days_before: 4, holds_from: '2015-01-05' },
    ])
    await store.close()
  })
})
