import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { measured } from '../../../tests/support/measured.ts'
import type { SealedSnapshot } from '../../dataset/snapshots/sealed.ts'
import { readDatabaseAddress, type DatabaseAddress } from '../../intake/database/database-address.ts'
import { newId } from '../../platform/id.ts'
import { availability } from '../figures/availability-read.ts'
import { allCases } from '../figures/case-list.ts'
import { figures } from '../figures/figure-read.ts'
import { measuresOnPostgres } from './postgres-engine.ts'

const MEASURE = 'as-completed-45wd'

/** Three assessments of two teams: authorised on day 45, on day 46, and not yet. */
const ROWS = `
  insert into person (child_key, person_id, sex, dob) values (1, 'C1', 'F', '2004-02-29'), (2, 'C2', 'M', '2014-12-01');
  insert into cin_assessments (assessment_id, child_key, start_date, auth_date, team, worker) values
      ('a1', 1, '2014-11-03', '2015-01-07', 'North', 'SW-101'),
      ('a2', 2, '2014-11-03', '2015-01-09', 'South', 'SW-102'),
      ('a3', 2, '2015-01-12', null, 'South', 'SW-102');`

function addressOf(): DatabaseAddress {
  const address = readDatabaseAddress(inject('postgres'), null)
  if (!address.ok) throw new Error('The tests’ own PostgreSQL has no address that can be read')
  return address.value
}

describe.skipIf(inject('postgres') === '')('a council that keeps the dataset in PostgreSQL', () => {
  const schema = newId('warehouse')
  let client: pg.Client
  beforeAll(async () => {
    client = new pg.Client({ connectionString: inject('postgres') })
    await client.connect()
    // As a warehouse would have it: a table less, columns less, a view, types of its own.
    await client.query(`
      create schema ${schema};
      set search_path to ${schema};
      create table person (child_key bigint, person_id varchar(20), sex char(1), dob timestamp);
      create table every_assessment (assessment_id varchar(20), child_key bigint, start_date timestamp, auth_date timestamp, team varchar(50), worker varchar(20));
      create view cin_assessments as select * from every_assessment;
      ${ROWS}`)
  })
  afterAll(async () => {
    await client.query(`drop schema ${schema} cascade`)
    await client.end()
  })

  const open = (measure?: string) =>
    measuresOnPostgres({
      address: addressOf(),
      dataset: { own: { schema, asAt: '2015-01-31', source: 'ssd' } },
      measure,
      withCohorts: measure === undefined,
    })

  test('gets the figures, the splits and the list that a load of the same rows would give', async () => {
    const loaded = await measured({ asAt: '2015-01-31', insert: ROWS }, MEASURE)
    const second = await open(MEASURE)
    try {
      for (const by of [undefined, 'team', 'age', 'sex'] as const) {
        const [ours, theirs] = [
          await figures(loaded, MEASURE, { by }),
          await figures(second, MEASURE, { by }),
        ]
        expect(theirs.points).toEqual(ours.points)
        expect(theirs.points.length).toBeGreaterThan(0)
      }
      const january = { period: '2015-01' } as const
      const withoutRef = async (from: SealedSnapshot) =>
        (await allCases(from, MEASURE, january)).map((row) => ({ ...row, ref: null }))
      expect(await withoutRef(second)).toEqual(await withoutRef(loaded))
      expect((await figures(second, MEASURE)).points.at(-1)).toMatchObject({ numerator: 1, denominator: 2 })
    } finally {
      await second.close()
    }
  })

  test('is told which measures its tables cannot answer', async () => {
    const second = await open()
    try {
      const told = await availability(second)
      expect(told.get('as-completed-45wd.from_start')).toMatchObject({ available: true, why: null })
      expect(told.get('fd-contacts')).toMatchObject({ available: false })
      expect(told.get('fd-contacts')!.why).toContain('does not hold the day of the contact')
    } finally {
      await second.close()
    }
  })

  test('finds everything as it was, and nothing of ours', async () => {
    const before = await client.query('select * from every_assessment order by assessment_id')
    await (await open(MEASURE)).close()
    expect((await client.query('select * from every_assessment order by assessment_id')).rows).toEqual(
      before.rows,
    )
    const left = await client.query(
      `select schema_name from information_schema.schemata where schema_name like 'waymark\\_%'`,
    )
    expect(left.rows).toEqual([])
  })

  test('is refused, in words, when its schema has nothing of the dataset or does not say its day', async () => {
    const ask = (own: { schema: string; asAt: '2015-01-31' | null }) =>
      measuresOnPostgres({
        address: addressOf(),
        dataset: { own: { ...own, source: 'ssd' } },
        measure: MEASURE,
      })
    await expect(ask({ schema: 'public', asAt: '2015-01-31' })).rejects.toThrow(
      'The schema public has no table of the dataset',
    )
    await expect(ask({ schema, asAt: null })).rejects.toThrow('name the day it speaks for by --as-at')
  })
})
