import type { Kysely } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { councillorVisit, visitMigrations, visitPromise } from '../../tests/support/councillor-visit.ts'
import { onBothStores, type TestStore } from '../../tests/support/stores.ts'
import { allow, operator } from '../access/index.ts'
import { stoppedClock } from '../platform/day.ts'
import { NotFound, Refused, Stale } from '../platform/errors.ts'
import { migrate } from '../platform/migrate.ts'
import { text } from './field-sorts.ts'
import { compareChanges, historyOf } from './history.ts'
import { addRecordColumns } from './migrations.ts'
import { defineRecord } from './record.ts'
import {
  addRecord,
  changeRecord,
  findRecord,
  getRecord,
  listRecords,
  listWithdrawn,
  recordTransaction,
  withdrawRecord,
} from './record-store.ts'
import { recordTableFaults } from './table-check.ts'

const clock = stoppedClock('2015-02-05')
const ours = allow(operator('norchester'), 'plan:write')
const theirs = allow(operator('elsewhere'), 'plan:write')
const VISIT = {
  ref: '007',
  visitedOn: '2015-01-30',
  plannedOn: '2015-01-29',
  team: 'North 1',
  outcome: 'good',
  seen: 4,
  cost: 1250,
  notes: 'Calm',
} as const

onBothStores(visitMigrations, (open) => {
  let store: TestStore
  beforeEach(async () => {
    store = await open()
  })
  afterEach(() => store.close())

  const add = (pass = ours) =>
    recordTransaction(store.records, pass, clock, councillorVisit, (held) =>
      addRecord(held, councillorVisit, VISIT),
    )
  const change = (id: string, version: number, values: object, reason = '') =>
    recordTransaction(store.records, ours, clock, councillorVisit, (held) =>
      changeRecord(held, councillorVisit, id, version, values, reason),
    )
  const history = async (id: string) =>
    (await historyOf(store.records, ours, [councillorVisit], id)).sort(compareChanges)

  test('a record is read back as it was added, with its id and its first version', async () => {
    const id = await add()
    expect(await getRecord(store.records, ours, councillorVisit, id)).toEqual({ ...VISIT, id, version: 1 })
    expect(id).toMatch(/^vis_/)
  })

  test('another council neither lists, opens nor changes it', async () => {
    const id = await add()
    expect(await listRecords(store.records, theirs, councillorVisit)).toEqual([])
    await expect(getRecord(store.records, theirs, councillorVisit, id)).rejects.toThrow(NotFound)
    const meddle = recordTransaction(store.records, theirs, clock, councillorVisit, (held) =>
      changeRecord(held, councillorVisit, id, 1, { team: 'Theirs' }),
    )
    await expect(meddle).rejects.toThrow(NotFound)
    expect(await historyOf(store.records, theirs, [councillorVisit])).toEqual([])
  })

  test('a change keeps each field that differs, with who, when and why, and nothing that does not', async () => {
    const id = await add()
    await change(id, 1, { team: 'North 2', visitedOn: '2015-01-31', cost: 1250 }, 'Moved by snow')
    expect(await history(id)).toMatchObject([
      { field: 'created', now: '007' },
      { field: 'team', was: 'North 1', now: 'North 2', reason: '', byName: 'Command line' },
      {
        field: 'visited_on',
        was: '2015-01-30',
        now: '2015-01-31',
        reason: 'Moved by snow',
        at: '2015-02-05T12:00:00.000Z',
      },
    ])
    expect(await change(id, 2, { team: 'North 2' })).toEqual([])
    expect(await getRecord(store.records, ours, councillorVisit, id)).toMatchObject({ version: 2 })
  })

  test('a field that asks for a reason does not move without one, and one that never moves does not', async () => {
    const id = await add()
    await expect(change(id, 1, { visitedOn: '2015-01-31' })).rejects.toThrow(
      new Refused('Say why the day of the visit changes'),
    )
    await expect(change(id, 1, { plannedOn: '2015-01-31' }, 'It slid')).rejects.toThrow(
      'The day first planned stays 2015-01-29',
    )
    expect(await getRecord(store.records, ours, councillorVisit, id)).toMatchObject({ version: 1 })
  })

  test('a person who saves over a newer version is told, and nothing is lost', async () => {
    const id = await add()
    await change(id, 1, { notes: 'Theirs' })
    await expect(change(id, 1, { notes: 'Mine' })).rejects.toThrow(Stale)
    expect(await getRecord(store.records, ours, councillorVisit, id)).toMatchObject({ notes: 'Theirs' })
  })

  test('a record that was withdrawn stays readable, apart from the others, and changes no more', async () => {
    const id = await add()
    const withdraw = (reason: string) =>
      recordTransaction(store.records, ours, clock, councillorVisit, (held) =>
        withdrawRecord(held, councillorVisit, id, 1, reason),
      )
    await expect(withdraw(' ')).rejects.toThrow(Refused)
    await withdraw('Entered twice')
    expect(await listRecords(store.records, ours, councillorVisit)).toEqual([])
    expect(await listWithdrawn(store.records, ours, councillorVisit)).toMatchObject([
      { record: { ref: '007' }, withdrawal: { at: '2015-02-05T12:00:00.000Z', reason: 'Entered twice' } },
    ])
    expect(await findRecord(store.records, ours, councillorVisit, id)).toMatchObject({
      withdrawal: { reason: 'Entered twice' },
    })
    await expect(change(id, 2, { notes: 'Later' })).rejects.toThrow(Refused)
    expect((await history(id)).at(-1)).toMatchObject({ field: 'withdrawn', reason: 'Entered twice' })
  })

  test('the history of a record that belongs to another is told on the other’s page', async () => {
    const visitId = await add()
    const promise = await recordTransaction(store.records, ours, clock, councillorVisit, (held) =>
      addRecord(held, visitPromise, { visitId, title: 'A second desk' }),
    )
    const told = await historyOf(store.records, ours, [councillorVisit, visitPromise], visitId)
    expect(told.map(({ subjectId }) => subjectId).sort()).toEqual([promise, visitId].sort())
  })

  test('what a change does is kept whole or not at all', async () => {
    const failing = recordTransaction(store.records, ours, clock, councillorVisit, async (held) => {
      await addRecord(held, councillorVisit, VISIT)
      throw new Error('The power went')
    })
    await expect(failing).rejects.toThrow('The power went')
    expect(await listRecords(store.records, ours, councillorVisit)).toEqual([])
  })

  test('a value that its field may not hold is never written', async () => {
    const wrong = recordTransaction(store.records, ours, clock, councillorVisit, (held) =>
      addRecord(held, councillorVisit, { ...VISIT, visitedOn: '2015-02-30' }),
    )
    await expect(wrong).rejects.toThrow(z.ZodError)
  })

  test('the tables in the store are what the definitions say, and where they are not we are told what to write', async () => {
    expect(await recordTableFaults(store.records, [councillorVisit, visitPromise])).toEqual([])
    const later = defineRecord({
      name: 'visit_promise',
      idPrefix: 'pro',
      words: { one: 'promise', many: 'promises' },
      permissions: { read: 'plan:read', write: 'plan:write' },
      fields: { title: text({ label: 'Title' }), owner: text({ label: 'Owner' }) },
      named: 'title',
    })
    expect(await recordTableFaults(store.records, [later])).toEqual([
      "visit_promise lacks owner: write a migration with addRecordColumns(db, 'visit_promise', { owner: 'text' })",
      'visit_promise has visit_id, which its definition does not name',
    ])
    expect(await recordTableFaults(store.records, [{ ...later, table: 'nowhere' }])).toEqual([
      'there is no table nowhere: write a migration with createRecordTable',
    ])
  })

  test('a column that comes later leaves what was kept as it was', async () => {
    const id = await add()
    await store.inTurn(() =>
      migrate(store.records, {
        ...visitMigrations,
        '9001-ward': {
          up: (db: Kysely<unknown>) =>
            addRecordColumns(db, 'councillor_visit', { ward: 'text', ended_on: 'text?' }),
        },
      }),
    )
    expect(await getRecord(store.records, ours, councillorVisit, id)).toMatchObject(VISIT)
    expect(await recordTableFaults(store.records, [councillorVisit])).toEqual([
      'councillor_visit has ward, which its definition does not name',
      'councillor_visit has ended_on, which its definition does not name',
    ])
  })
})

test('a field that the tables could not name in both directions is refused where it is declared', () => {
  const declare = (fields: Parameters<typeof defineRecord>[0]['fields']) => () =>
    defineRecord({
      name: 'thing',
      idPrefix: 'thg',
      words: { one: 'thing', many: 'things' },
      permissions: { read: 'plan:read', write: 'plan:write' },
      fields,
      named: () => '',
    })
  expect(declare({ s47Enquiry: text({ label: 'Enquiry' }) })).toThrow('whole words')
  expect(declare({ version: text({ label: 'Version' }) })).toThrow('Every record has version already')
})

test('the API is told what each field holds', () => {
  expect(z.toJSONSchema(councillorVisit.row)).toMatchObject({
    type: 'object',
    required: expect.arrayContaining(['id', 'visitedOn', 'cost', 'version']) as string[],
    properties: {
      visitedOn: { type: 'string', format: 'date' },
      outcome: { type: 'string', enum: ['good', 'mixed', 'worrying'] },
      seen: { anyOf: [{ type: 'integer' }, { type: 'null' }] },
    },
  })
})
