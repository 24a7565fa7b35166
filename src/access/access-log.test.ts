import { expect, test } from 'vitest'
import { stoppedClock } from '../platform/day.ts'
import type { Records } from '../platform/records.ts'
import { onBothStores } from '../../tests/support/stores.ts'
import { readAccessLog, recordAuditEvent, recordRead, verifyAccessLog, whoSaw } from './access-log-store.ts'
import { accessMigrations } from './migrations.ts'
import { allow } from './pass.ts'
import type { Person } from './person.ts'

const clock = stoppedClock('2015-02-05')
const manager: Person = {
  id: 'per_manager',
  council: 'norchester',
  name: 'Team manager',
  role: 'team_manager',
  scope: { kind: 'team', teams: ['North 2'] },
}
const administrator: Person = { ...manager, id: 'per_admin', role: 'administrator', scope: { kind: 'none' } }
const elsewhere: Person = { ...administrator, council: 'southby' }

const read = (records: Records, children: string[], person = manager) =>
  recordRead(records, clock, person, {
    what: 'cases',
    subject: 'as-completed-45wd, January 2015',
    children,
    why: 'their own team',
  })

onBothStores(accessMigrations, (open) => {
  test('the log reads back what was written, newest first, and its chain holds', async () => {
    const store = await open()
    const { records } = store
    await read(records, ['N2', 'N1', 'N1'])
    await recordAuditEvent(records, clock, 'norchester', null, 'sign-in-refused', 'no such account')
    const { entries, total } = await readAccessLog(records, allow(administrator, 'access-log:read'), 1)
    expect(total).toBe(2)
    expect(entries.map((entry) => [entry.seq, entry.what, entry.children])).toEqual([
      [2, 'sign-in-refused', []],
      [1, 'cases', ['N1', 'N2']],
    ])
    expect(await verifyAccessLog(records, 'norchester')).toMatchObject({ ok: true, entries: 2 })
    await store.close()
  })

  test('an empty log holds', async () => {
    const store = await open()
    const { records } = store
    expect(await verifyAccessLog(records, 'norchester')).toMatchObject({ ok: true, entries: 0 })
    await store.close()
  })

  test('reads at the same moment each get a link of their own', async () => {
    const store = await open()
    const { records } = store
    await Promise.all(Array.from({ length: 40 }, (_, index) => read(records, [`N${index}`])))
    expect(await verifyAccessLog(records, 'norchester')).toMatchObject({ ok: true, entries: 40 })
    await store.close()
  })

  test('one that cannot be written fails alone, among others of the same moment', async () => {
    const store = await open()
    const { records } = store
    const without = null as unknown as string
    const unwritable = { what: 'cases', subject: without, children: ['N2'], why: '' } as const
    const all = await Promise.allSettled([
      read(records, ['N1']),
      recordRead(records, clock, manager, unwritable),
      read(records, ['N3']),
    ])
    expect(all.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    const { entries } = await readAccessLog(records, allow(administrator, 'access-log:read'), 1)
    expect(entries.map(({ seq, children }) => [seq, children])).toEqual([
      [2, ['N3']],
      [1, ['N1']],
    ])
    expect(await verifyAccessLog(records, 'norchester')).toMatchObject({ ok: true, entries: 2 })
    await store.close()
  })

  test('a read that is undone with its transaction leaves no gap', async () => {
    const store = await open()
    const { records } = store
    await read(records, ['N1'])
    const undone = records.transaction().execute(async (transaction) => {
      await read(transaction, ['N2'])
      throw new Error('undone')
    })
    await expect(undone).rejects.toThrow('undone')
    await read(records, ['N3'])
    expect(await verifyAccessLog(records, 'norchester')).toMatchObject({ ok: true, entries: 2 })
    await store.close()
  })

  test('a changed entry is named', async () => {
    const store = await open()
    const { records } = store
    for (const child of ['N1', 'N2', 'N3']) await read(records, [child])
    await records.updateTable('access_log').set({ why: 'another reason' }).where('seq', '=', 2).execute()
    expect(await verifyAccessLog(records, 'norchester')).toEqual({
      ok: false,
      entries: 3,
      seq: 2,
      why: 'entry 2 was changed after it was written',
    })
    await store.close()
  })

  test('an entry taken out of the middle is named', async () => {
    const store = await open()
    const { records } = store
    for (const child of ['N1', 'N2', 'N3']) await read(records, [child])
    await records.deleteFrom('access_log').where('seq', '=', 2).execute()
    expect(await verifyAccessLog(records, 'norchester')).toMatchObject({ seq: 2, why: 'entry 2 is missing' })
    await store.close()
  })

  test('a log cut short is noticed', async () => {
    const store = await open()
    const { records } = store
    for (const child of ['N1', 'N2', 'N3']) await read(records, [child])
    await records.deleteFrom('access_log').where('seq', '=', 3).execute()
    expect(await verifyAccessLog(records, 'norchester')).toMatchObject({ ok: false, seq: 3 })
    await store.close()
  })

  test('a log whose last link was written anew is noticed', async () => {
    const store = await open()
    const { records } = store
    await read(records, ['N1'])
    await records.updateTable('access_log_head').set({ hash: 'other' }).execute()
    expect(await verifyAccessLog(records, 'norchester')).toMatchObject({ ok: false, seq: 1 })
    await store.close()
  })

  test('who saw a child is answered for that child alone, and asking is written down', async () => {
    const store = await open()
    const { records } = store
    await read(records, ['N1', 'N10'])
    await read(records, ['n1', 'N_'])
    await read(records, ['N1'], { ...manager, council: 'southby' })
    const pass = allow(administrator, 'access-log:read')
    expect((await whoSaw(records, clock, pass, 'N1')).map((entry) => entry.seq)).toEqual([1])
    expect((await whoSaw(records, clock, pass, 'N_')).map((entry) => entry.seq)).toEqual([2])
    expect(await whoSaw(records, clock, pass, 'N2')).toEqual([])
    const { entries } = await readAccessLog(records, pass, 1)
    expect(entries[0]).toMatchObject({ what: 'who-saw', children: ['N2'], personId: 'per_admin' })
    await store.close()
  })

  test('each council has its own chain', async () => {
    const store = await open()
    const { records } = store
    await read(records, ['N1'])
    await read(records, ['S1'], elsewhere)
    expect(await verifyAccessLog(records, 'southby')).toMatchObject({ ok: true, entries: 1 })
    expect((await readAccessLog(records, allow(elsewhere, 'access-log:read'), 1)).entries).toMatchObject([
      { children: ['S1'] },
    ])
    await store.close()
  })
})
