import { expect, test } from 'vitest'
import { dayInEngland, type Day } from '../platform/day.ts'
import { compareRefs, daysLate, daysSlid, isOverdue, movedWithoutReason, reopenedAt } from './action.ts'
import { hasHeld } from './binding.ts'
import { compareChanges, differences, instantText } from '../records/index.ts'
import { inDate, isStale, nextToGoStale } from './evidence.ts'
import { isMissed } from './milestone.ts'
import type { Change } from './plan-items.ts'
import { ratingRefusal, standing, type Rating } from './rating.ts'

const action = {
  progress: 'under_way' as const,
  dueOn: '2015-01-30' as Day,
  baselineDueOn: '2015-01-30' as Day,
}
const change = (
  field: string,
  was: string,
  now: string,
  reason = '',
  at = '2015-01-12T10:00:00.000Z',
): Change => ({
  id: 'chg_1',
  subject: 'action',
  subjectId: 'act_1',
  aboutId: 'act_1',
  field,
  was,
  now,
  reason,
  byName: 'Head of Safeguarding',
  at,
})
const rating = (word: Rating['rating'], step: Rating['step'], at: string): Rating => ({
  id: at,
  actionId: 'act_1',
  was: null,
  rating: word,
  step,
  reason: 'Seen',
  byName: 'Clinic',
  at: instantText(at),
})

test('an action is late from the day after it is due', () => {
  expect(daysLate(action, '2015-01-30')).toBe(0)
  expect(isOverdue(action, '2015-01-30')).toBe(false)
  expect(daysLate(action, '2015-01-31')).toBe(1)
  expect(daysLate(action, '2015-03-01')).toBe(30)
})

test('delivered and embedded work is not late', () => {
  expect(daysLate({ ...action, progress: 'delivered' }, '2015-06-01')).toBe(0)
  expect(daysLate({ ...action, progress: 'embedded' }, '2015-06-01')).toBe(0)
})

test('a due day that moved has slid from its baseline, however often it moved', () => {
  expect(daysSlid({ ...action, dueOn: '2015-03-31' })).toBe(60)
  expect(daysSlid({ ...action, dueOn: '2015-01-01' })).toBe(0)
})

test('a due day that moved wants a reason for where it is now', () => {
  const moved = { ...action, progress: 'under_way' as const, dueOn: '2015-03-31' as Day } as Parameters<
    typeof movedWithoutReason
  >[0]
  expect(movedWithoutReason(moved, [])).toBe(true)
  expect(movedWithoutReason(moved, [change('due_on', '2015-01-30', '2015-02-27', 'Chairs’ form')])).toBe(true)
  expect(movedWithoutReason(moved, [change('due_on', '2015-02-27', '2015-03-31', ' ')])).toBe(true)
  expect(movedWithoutReason(moved, [change('due_on', '2015-02-27', '2015-03-31', 'Chairs’ form')])).toBe(
    false,
  )
})

test('work that was delivered and is not now has reopened', () => {
  const returned = change('progress', 'embedded', 'under_way', 'The measure fell back')
  expect(reopenedAt({ progress: 'under_way' }, [returned])).toBe(returned)
  expect(reopenedAt({ progress: 'embedded' }, [returned])).toBeNull()
  expect(reopenedAt({ progress: 'under_way' }, [change('progress', 'not_started', 'under_way')])).toBeNull()
  expect(reopenedAt({ progress: 'delivered' }, [change('progress', 'embedded', 'delivered')])).toBeNull()
})

test('refs sort as people count', () => {
  expect(['3.10', '3.2', '10.1', 'R10', 'R2', '3', '3.2 M1'].sort(compareRefs)).toEqual([
    '3',
    '3.2',
    '3.2 M1',
    '3.10',
    '10.1',
    'R2',
    'R10',
  ])
})

test('evidence counts from its day to its last day, and is stale the day after', () => {
  const piece = { effectiveOn: '2015-01-10' as Day, expiresOn: '2015-02-01' as Day }
  expect(inDate(piece, '2015-01-09')).toBe(false)
  expect(inDate(piece, '2015-01-10')).toBe(true)
  expect(inDate(piece, '2015-02-01')).toBe(true)
  expect(isStale(piece, '2015-02-01')).toBe(false)
  expect(isStale(piece, '2015-02-02')).toBe(true)
  expect(isStale({ expiresOn: null }, '2099-01-01')).toBe(false)
})

test('the next evidence to go stale is the one in date whose last day is nearest', () => {
  const of = (expiresOn: Day | null) => ({ effectiveOn: '2015-01-01' as Day, expiresOn })
  expect(
    nextToGoStale([of(null), of('2015-05-01'), of('2015-04-12'), of('2015-01-31')], '2015-02-05'),
  ).toEqual(of('2015-04-12'))
  expect(nextToGoStale([of(null)], '2015-02-05')).toBeNull()
})

test('a milestone is missed from the day after it was due', () => {
  expect(isMissed({ dueOn: '2015-02-05', metOn: null }, '2015-02-05')).toBe(false)
  expect(isMissed({ dueOn: '2015-02-04', metOn: null }, '2015-02-05')).toBe(true)
  expect(isMissed({ dueOn: '2015-02-04', metOn: '2015-02-05' }, '2015-02-05')).toBe(false)
})

test('the plan shows the confirmed rating, and the owner’s word next to it when they differ', () => {
  const owner = rating('green', 'proposed', '2015-01-12')
  const clinic = rating('amber', 'confirmed', '2015-01-26')
  expect(standing([])).toMatchObject({ shown: null, disagrees: false })
  expect(standing([owner])).toMatchObject({ shown: 'green', confirmed: null, disagrees: false })
  expect(standing([clinic, owner])).toMatchObject({ shown: 'amber', disagrees: true })
  expect(standing([clinic, owner], '2015-01-20')).toMatchObject({ shown: 'green', disagrees: false })
  expect(standing([owner, clinic, rating('amber', 'proposed', '2015-01-27')]).disagrees).toBe(false)
})

test('green needs evidence in date; red and amber need none', () => {
  const stale = {
    id: 'evi_1',
    actionId: 'act_1',
    ref: '3.2 E1',
    title: 'Audit',
    place: '',
    effectiveOn: '2014-10-01' as Day,
    expiresOn: '2015-02-01' as Day,
    uploadedAt: '2014-10-01T12:00:00.000Z',
    uploadedBy: 'Clinic',
    version: 1,
  }
  expect(ratingRefusal('red', action, [], '2015-02-05')).toBeNull()
  expect(ratingRefusal('amber', action, [], '2015-02-05')).toBeNull()
  expect(ratingRefusal('green', action, [], '2015-02-05')).toBe('Add evidence before you rate this green')
  expect(ratingRefusal('green', action, [stale], '2015-02-05')).toMatch('gone stale')
  expect(ratingRefusal('green', action, [stale], '2015-02-01')).toBeNull()
})

test('blue is for embedded work that has its evidence', () => {
  expect(ratingRefusal('blue', { progress: 'delivered' }, [], '2015-02-05')).toMatch(
    'mark the action embedded',
  )
  expect(ratingRefusal('blue', { progress: 'embedded' }, [], '2015-02-05')).toMatch('Add evidence')
})

test('a measure has held when every one of the months agreed met the aim', () => {
  const agreed = { aim: 90, monthsToHold: 3 }
  expect(hasHeld(agreed, 'higher', [80, 90, 91, 92])).toBe(true)
  expect(hasHeld(agreed, 'higher', [90, 91, 89])).toBe(false)
  expect(hasHeld(agreed, 'higher', [91, 92])).toBe(false)
  expect(hasHeld(agreed, 'higher', [91, null, 92])).toBe(false)
  expect(hasHeld({ aim: 20, monthsToHold: 2 }, 'lower', [30, 20, 19])).toBe(true)
  expect(hasHeld({ aim: null, monthsToHold: 2 }, 'lower', [1, 1])).toBeNull()
  expect(hasHeld(agreed, 'neutral', [91, 92, 93])).toBeNull()
})

test('only the fields that differ are a change, and nothing is the empty text', () => {
  expect(
    differences({ note: 'a', met_on: null, position: 2 }, { note: 'b', met_on: null, position: 2 }),
  ).toEqual([{ field: 'note', was: 'a', now: 'b' }])
  expect(differences({ met_on: null }, { met_on: '2015-01-30' })).toEqual([
    { field: 'met_on', was: '', now: '2015-01-30' },
  ])
})

test('history is told in the order in which it happened', () => {
  const later = change('note', 'a', 'b', '', '2015-01-13T10:00:00.000Z')
  const created = change('created', '', 'Drift lists')
  expect([later, change('due_on', 'a', 'b'), created].sort(compareChanges).map(({ field }) => field)).toEqual(
    ['created', 'due_on', 'note'],
  )
})

test('an instant falls on England’s day, and is spelled one way', () => {
  expect(dayInEngland('2015-06-30T23:30:00.000Z')).toBe('2015-07-01')
  expect(dayInEngland('2015-01-31T23:30:00.000Z')).toBe('2015-01-31')
  expect(instantText('2015-01-26')).toBe('2015-01-26T12:00:00.000Z')
  expect(instantText('2015-01-26T09:00:00Z')).toBe('2015-01-26T09:00:00.000Z')
})
