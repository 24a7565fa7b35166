import { readFileSync } from 'node:fs'
import { dropSchema } from './support/stores.ts'
import pg from 'pg'
import { describe, expect, inject, test } from 'vitest'
import type { BuildConnection } from '../src/dataset/building/build.ts'
import type { Cell } from '../src/dataset/snapshots/sealed.ts'
import { CHECKS } from '../src/quality/checks.ts'
import { functionsSql, MEASURES } from '../src/measures/catalogue/catalogue.ts'
import { stepsFor } from '../src/measures/catalogue/steps.ts'
import { newId } from '../src/platform/id.ts'
import { buildTestDataset } from './support/dataset.ts'
import { measureWorld } from './support/measure-world.ts'

/** The shared functions, as PostgreSQL writes them. */
const FUNCTIONS = readFileSync(
  new URL('../src/measures/definitions/functions.postgres.sql', import.meta.url),
  'utf8',
)

const TABLES = [
  'extract', 'source_field', 'calendar', 'reporting_month', 'person', 'contacts', 'referrals', 'cin_episodes', 'cin_assessments',
  's47_enquiry', 'initial_cp_conference', 'cp_plans', 'cla_periods', 'legal_status', 'allocation',
  'contact_outcomes',
  'contact_decisions',
  'early_help_episodes',
  'management_oversight',
  'cin_visits',
  'cp_visits',
  'cla_visits',
  'audits', 'audit_actions', 'caseload_allocation', 'budget_lines', 'budget_months', 'care_path', 'unit_costs', 'contract_steps', 'cla_placement',
  'cin_plans',
  'cp_reviews',
  'care_leavers',
  'core_groups',
  'need_plan_reviews',
  'conference_attendance',
  'case_supervisions',
  'taskforce_cases',
  'cla_reviews', 'cla_health', 'sdq_scores', 'involvements', 'professionals', 'missing_episodes', 'missing_interviews', 'missing_notifications', 'return_interviews',
  'table_source', 'permanence', 'adopters', 'adoption_panel_items', 'posts', 'absences', 'taskforce_workers', 'supervisions', 'recruitment',
] // prettier-ignore

async function copyInto(client: pg.Client, dataset: BuildConnection): Promise<void> {
  for (const table of TABLES) {
    const rows = await dataset.all(`select * from ${table}`)
    await client.query(
      `insert into ${table} select * from json_populate_recordset(null::"${table}", $1::json)`,
      [JSON.stringify(rows)],
    )
  }
}

const casesOf = (sql: string): string =>
  `select series, child_key, case_id, cast(on_date as text) as on_date, team, worker, met, cast(value as double precision) as value
   from (${sql}) cases`

const inOrder = (rows: readonly Record<string, Cell>[]): string[] =>
  rows
    .map(({ value, ...row }) => JSON.stringify({ ...row, value: value === null ? null : Number(value) }))
    .sort()

/** The world of the measures, and rows that cannot be as they stand. */
const FAULTS = `
  insert into cin_assessments (assessment_id, child_key, start_date, auth_date) values
      ('turned', 1, date '2014-09-10', date '2014-09-01'), ('twice', 1, date '2014-09-10', date '2014-09-20');
  insert into cp_plans (cp_plan_id, child_key, start_date, end_date) values
      ('turned', 3, date '2014-10-09', date '2014-10-01'), ('over', 3, date '2014-08-01', null), ('over too', 3, date '2014-08-20', null);
  insert into cin_episodes (episode_id, child_key, referral_date, close_date) values ('turned', 4, date '2014-10-09', date '2014-07-01');
  insert into initial_cp_conference (icpc_id, s47_enquiry_id, child_key, icpc_date) select 'early', s47_enquiry_id, child_key, start_date - 3
      from s47_enquiry where child_key = 2;`

/** The same rows in a schema of PostgreSQL as in a dataset of DuckDB. */
async function onBoth(
  insert: string,
  compare: (dataset: BuildConnection, client: pg.Client) => Promise<void>,
): Promise<void> {
  const { asAt, insert: world } = measureWorld()
  const dataset = await buildTestDataset({ asAt, insert: `${world}${insert}` })
  const schema = newId('m')
  const client = new pg.Client({ connectionString: inject('postgres') })
  await client.connect()
  try {
    await client.query(`create schema ${schema}; set search_path = ${schema}`)
    await client.query(readFileSync(new URL('../src/dataset/building/schema.sql', import.meta.url), 'utf8'))
    await client.query(
      readFileSync(new URL('../src/dataset/capture/capture-schema.sql', import.meta.url), 'utf8'),
    )
    await copyInto(client, dataset)
    await compare(dataset, client)
  } finally {
    await dropSchema(client, schema)
    await client.end()
  }
}

describe.skipIf(inject('postgres') === '')('the text of a measure, and of a check, is one', () => {
  test('every measure answers the same cases on PostgreSQL as on DuckDB', () =>
    onBoth('', async (dataset, client) => {
      await dataset.run(functionsSql())
      await client.query(FUNCTIONS)
      for (const { sql } of stepsFor(MEASURES.map(({ sql }) => sql))) {
        await dataset.run(sql)
        await client.query(sql)
      }
      for (const { id, sql } of MEASURES.filter(({ sql }) => sql !== '')) {
        const ours = inOrder(await dataset.all(casesOf(sql)))
        const theirs = inOrder((await client.query<Record<string, Cell>>(casesOf(sql))).rows)
        expect(ours.length, id).toBeGreaterThan(0)
        expect(theirs, id).toEqual(ours)
      }
    }))

  test('every check finds the same rows on PostgreSQL as on DuckDB', () =>
    onBoth(FAULTS, async (dataset, client) => {
      const found = new Set<string>()
      for (const { id, sql } of CHECKS) {
        const rows = `select table_name, child_key, case_id, cast(on_date as text) as on_date, what from (${sql}) faults`
        const ours = await dataset.all(rows)
        const theirs = (await client.query<Record<string, Cell>>(rows)).rows
        if (ours.length > 0) found.add(id)
        expect(theirs.map((row) => JSON.stringify(row)).sort(), id).toEqual(
          ours.map((row) => JSON.stringify(row)).sort(),
        )
      }
      expect([...found]).toEqual(
        expect.arrayContaining([
          'assessment-authorised-before-start',
          'conference-before-enquiry',
          'open-work-unallocated',
          'plans-overlap',
          'same-event-twice',
        ]),
      )
    }))
})
