import { sql } from 'kysely'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { onBothStores, sqliteStore } from '../../tests/support/stores.ts'
import { accessMigrations } from '../access/index.ts'
import { oncePerVersion } from './once-per-version.ts'
import { openRecords, recordsVersion, type Records } from './records.ts'

const name = (records: Records, text: string) =>
  sql`insert into chart_rule_of_test (rule) values (${text})`.execute(records)
const namesIn = async (records: Records): Promise<string[]> => {
  const { rows } = await sql<{ rule: string }>`select rule from chart_rule_of_test order by rule`.execute(
    records,
  )
  return rows.map(({ rule }) => rule)
}

onBothStores(accessMigrations, (open) => {
  test('the version of the records is another after every write, and the same after reading', async () => {
    const store = await open()
    onTestFinished(() => store.close())
    const { records } = store
    await sql`create table chart_rule_of_test (rule text)`.execute(records)
    const versions = [await recordsVersion(records)]
    for (const write of [
      () => name(records, 'first'),
      () => records.transaction().execute((inside) => name(inside, 'second')),
      () => sql`update chart_rule_of_test set rule = 'third' where rule = 'first'`.execute(records),
      () => sql`delete from chart_rule_of_test where rule = 'second'`.execute(records),
      () => sql`insert into chart_rule_of_test (rule) values ('fourth') returning rule`.execute(records),
    ]) {
      await write()
      versions.push(await recordsVersion(records))
    }
    expect(new Set(versions).size).toBe(versions.length)
    expect(versions).not.toContain(null)
  })

  test('what was read is read again after a write, and after one that was taken back', async () => {
    const store = await open()
    onTestFinished(() => store.close())
    const { records } = store
    await sql`create table chart_rule_of_test (rule text)`.execute(records)
    const once = oncePerVersion<string[]>()
    const names = (within: Records, council = 'norchester') =>
      once(within, within, council, () => namesIn(within))
    expect(await names(records)).toEqual([])
    await name(records, 'first')
    expect(await names(records)).toEqual(['first'])
    const takenBack = records.transaction().execute(async (inside) => {
      await name(inside, 'never')
      expect(await names(inside)).toEqual(['first', 'never'])
      throw new Error('taken back')
    })
    await expect(takenBack).rejects.toThrow('taken back')
    expect(await names(records)).toEqual(['first'])
  })
})

test('on SQLite nothing is read again while nobody writes, and each council has answers of its own', async () => {
  const store = await sqliteStore(accessMigrations)
  onTestFinished(() => store.close())
  const asked: string[] = []
  const once = oncePerVersion<string>()
  const read = (council: string) =>
    once(store.records, store.records, council, () => {
      asked.push(council)
      return Promise.resolve(council)
    })
  expect([await read('norchester'), await read('easton'), await read('norchester')]).toEqual([
    'norchester',
    'easton',
    'norchester',
  ])
  expect(asked).toEqual(['norchester', 'easton'])
})

test('on SQLite what was read and failed is read again', async () => {
  const store = await sqliteStore(accessMigrations)
  onTestFinished(() => store.close())
  const once = oncePerVersion<string>()
  const read = (answer: () => Promise<string>) => once(store.records, store.records, 'norchester', answer)
  await expect(read(() => Promise.reject(new Error('not now')))).rejects.toThrow('not now')
  expect(await read(() => Promise.resolve('now'))).toBe('now')
})

test('a write by another program makes a new version', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-version-'))
  const [ours, others] = [openRecords(join(folder, 'r.sqlite')), openRecords(join(folder, 'r.sqlite'))]
  onTestFinished(async () => {
    await ours.destroy()
    await others.destroy()
    rmSync(folder, { recursive: true })
  })
  await sql`create table chart_rule_of_test (rule text)`.execute(ours)
  const before = await recordsVersion(ours)
  expect(await recordsVersion(ours)).toBe(before)
  await name(others, 'by the command line')
  expect(await recordsVersion(ours)).not.toBe(before)
  expect(await namesIn(ours)).toEqual(['by the command line'])
})
