import { afterEach, beforeEach, expect, test } from 'vitest'
import { allow, type Person } from '../../access/index.ts'
import { stoppedClock } from '../../platform/day.ts'
import { onBothStores, type TestStore } from '../../../tests/support/stores.ts'
import { performanceMigrations } from '../migrations.ts'
import { chartRules, runLengthSetting, setRunLengths } from './chart-rules-store.ts'
import { checkRunLengths } from './chart-rules.ts'
import { addRebase, rebasesOf, withdrawRebase } from './rebase-store.ts'
import { checkRebase } from './rebase.ts'

const manager = (council: string): Person => ({
  id: 'p',
  council,
  name: 'Programme manager',
  role: 'programme_manager',
  scope: { kind: 'none' },
})
const writing = (council: string) => allow(manager(council), 'targets:write')
const clock = stoppedClock('2015-02-05')
const newForm = { seriesId: 'as-completed-45wd.from_start', month: '2014-11', cause: 'New form' } as const

onBothStores(performanceMigrations, (open) => {
  let store: TestStore
  beforeEach(async () => {
    store = await open()
  })
  afterEach(() => store.close())

  test('the run lengths are 7 until somebody sets others, and it is kept who did', async () => {
    const { records } = store
    expect(await runLengthSetting(records, writing('norchester'))).toEqual({
      runLengths: { shift: 7, trend: 7 },
      set: null,
    })
    await setRunLengths(records, writing('norchester'), clock, { shift: 8, trend: 6 })
    await setRunLengths(records, writing('norchester'), clock, { shift: 8, trend: 7 })
    expect(await runLengthSetting(records, writing('norchester'))).toEqual({
      runLengths: { shift: 8, trend: 7 },
      set: { at: '2015-02-05T12:00:00Z', by: 'Programme manager' },
    })
    expect((await chartRules(records, writing('southam'))).runLengths.shift).toBe(7)
  })

  test('a new start of limits is kept with its cause and who named it, and one council’s is not another’s', async () => {
    const { records } = store
    const id = await addRebase(records, writing('norchester'), clock, newForm)
    expect(await rebasesOf(records, writing('norchester'))).toEqual([
      { ...newForm, id, madeAt: '2015-02-05T12:00:00Z', madeBy: 'Programme manager' },
    ])
    expect(await rebasesOf(records, writing('southam'))).toEqual([])
    await expect(withdrawRebase(records, writing('southam'), clock, newForm.seriesId, id)).rejects.toThrow(
      'There is no new start',
    )
  })

  test('a new start that is withdrawn no longer parts the limits, and its record stays', async () => {
    const { records } = store
    const id = await addRebase(records, writing('norchester'), clock, newForm)
    await withdrawRebase(records, writing('norchester'), clock, newForm.seriesId, id)
    expect(await rebasesOf(records, writing('norchester'), newForm.seriesId)).toEqual([])
    const [kept] = await records.selectFrom('rebase').selectAll().execute()
    expect(kept).toMatchObject({ cause: 'New form', withdrawn_by: 'Programme manager' })
    await expect(withdrawRebase(records, writing('norchester'), clock, newForm.seriesId, id)).rejects.toThrow(
      'There is no new start',
    )
  })
})

test('a run is from 5 to 12 months long', () => {
  expect(checkRunLengths({ shift: ' 8 ', trend: '6' })).toEqual({ ok: true, value: { shift: 8, trend: 6 } })
  expect(checkRunLengths({ shift: '3', trend: 'seven' })).toEqual({
    ok: false,
    errors: {
      shift: 'Points on one side of the average must be a whole number from 5 to 12, like 7',
      trend: 'Points running up or down must be a whole number from 5 to 12, like 7',
    },
  })
})

test('limits start anew only for a cause, in a month with figures before it', () => {
  const known = ['2014-08', '2014-09', '2014-10'] as const
  const fault = (month: string, cause = 'New form') => {
    const checked = checkRebase({ month, cause }, known, [{ month: '2014-10', cause: 'New team' }])
    return checked.ok ? null : Object.values(checked.errors).join(' ')
  }
  expect(fault('2014-09')).toBeNull()
  expect(fault('2014-09', '  ')).toBe('Enter what changed, like New assessment form')
  expect(fault('2014-09', 'x'.repeat(61))).toMatch(/60 letters or fewer/)
  expect(fault('September')).toBe('Enter the first month of the new limits, like 2014-11')
  expect(fault('2014-08')).toMatch(/^Enter a month after August 2014 and no later than October 2014/)
  expect(fault('2014-11')).toMatch(/no later than October 2014/)
  expect(fault('2014-10')).toBe('Limits start anew in October 2014 already: New team')
  expect(checkRebase({ month: '2014-10', cause: 'New form' }, [], [])).toMatchObject({
    errors: { month: expect.stringMatching(/too few months/) as string },
  })
})
