import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { csvText, listRow, testFolder } from '../../../tests/support/annex-a-files.ts'
import { capturedCouncil, type CapturedCouncil } from '../../../tests/support/captured-council.ts'
import { annexAHeaders } from '../../standards/annex-a/lists.ts'
import { beginBuild, type BuildConnection } from '../building/build.ts'
import { sealFiles, type SealFacts } from '../../loads/seal.ts'
import { CAPTURE_TABLES } from './capture-tables.ts'

/** Seals files, and looks into the dataset before it is closed. */
async function sealed(
  files: Readonly<Record<string, string>>,
  look: (build: BuildConnection) => Promise<void>,
): Promise<SealFacts> {
  const folder = await testFolder()
  const inbox = join(folder, 'inbox')
  mkdirSync(inbox)
  const paths = Object.entries(files).map(([file, text]) => {
    const path = join(inbox, file)
    writeFileSync(path, text)
    return path
  })
  const request = { paths, today: '2026-11-24', asAt: null, windowFrom: null } as const
  const facts = await sealFiles(
    { ...request, before: null, target: join(folder, 'sealed.duckdb'), temporary: join(folder, 'spill') },
    look,
    () => {},
  )
  if ('read' in facts) throw new Error('So few rows are read and built on at once')
  return facts
}

test('the dataset has a table for each template, and in it a column for each of its columns', async () => {
  const build = await beginBuild(':memory:')
  const found = await build.all<{ table_name: string; columns: string }>(
    `select table_name, string_agg(column_name, ' ' order by column_index) as columns from duckdb_columns()
     where not internal and schema_name = 'main' group by table_name`,
  )
  const columnsOf = new Map(found.map(({ table_name, columns }) => [table_name, columns]))
  for (const { table, id, columns } of CAPTURE_TABLES) {
    const expected = [id, ...columns.map(({ to }) => to), 'file', 'sheet', 'row_number']
    expect(columnsOf.get(table), table).toBe(expected.join(' '))
  }
  build.close()
})

describe('the capture files of an invented council', () => {
  let council: CapturedCouncil
  beforeAll(async () => {
    council = await capturedCouncil()
  })

  test('fill their tables row for row, about children whom the dataset knows', async () => {
    const files = Object.fromEntries(
      council.files.filter((file) => file.endsWith('.csv')).map((file) => [file, council.text(file)]),
    )
    const { report } = await sealed(files, async (build) => {
      for (const { template, table, id, child } of CAPTURE_TABLES) {
        const rows = council.rows(template.name)
        const [counts] = await build.all<{ rows: number; children: number; ids: number }>(
          `select count(*) as rows, ${child === null ? '0' : 'count(child_key)'} as children,
           count(distinct ${id}) as ids from ${table}`,
        )
        const children = child === null ? 0 : rows.filter((row) => row[child] !== '').length
        expect(counts, table).toEqual({ rows: rows.length, children, ids: rows.length })
      }
      const pounds = council.rows('budget-lines').reduce((sum, { budget }) => sum + Number(budget), 0)
      expect(await build.all('select cast(sum(budget_pence) as bigint) as pence from budget_lines')).toEqual([
        { pence: pounds * 100 },
      ])
      const [first] = council.rows('contact-decisions')
      expect(
        await build.all(
          `select received_at, source, file, row_number from contact_decisions where row_number = 2`,
        ),
      ).toEqual([
        {
          received_at: first!['received_at'],
          source: first!['source'],
          file: 'contact-decisions.csv',
          row_number: 2,
        },
      ])
      // The two files about a missing episode speak of it by one name.
      expect(
        await build.all(
          `select count(*) as strangers from return_interviews
           where episode not in (select episode from missing_notifications)`,
        ),
      ).toEqual([{ strangers: 0 }])
    })
    expect(report.accepted).toBe(true)
  })
})

const panel = csvText([
  CAPTURE_TABLES.find(({ table }) => table === 'adoption_panel_items')!.columns.map(({ from }) => from),
  [
    'AP-1',
    '2015-01-21',
    'match',
    'NEW',
    '',
    'Court and permanence',
    '',
    '',
    '',
    'agreed',
    '',
    '',
    '',
    '',
    '',
  ],
  [
    'AP-2',
    '2015-02-18',
    'adopters’ approval',
    '',
    'AF-31',
    'Court and permanence',
    '',
    '',
    '',
    'agreed',
    '',
    '',
    '',
    '',
    '',
  ],
])
const referrals = csvText([
  annexAHeaders(3),
  listRow(3, { 'Child Unique ID': 'A', 'Date of referral': '2015-01-30', 'Date of Birth': '2005-03-04' }),
])

describe('templates next to another standard', () => {
  test('are as at the day of the files that lead, and add the children that no other file knows', async () => {
    const { report } = await sealed(
      { 'List 3 2015-01-31.csv': referrals, 'adoption-panel.csv': panel },
      async (build) => {
        expect(await build.all('select person_id, dob, file from person')).toEqual([
          { person_id: 'A', dob: '2005-03-04', file: 'List 3 2015-01-31.csv' },
          { person_id: 'NEW', dob: null, file: 'adoption-panel.csv' },
        ])
        expect(await build.all('select panel_item_id, child_key from adoption_panel_items')).toEqual([
          { panel_item_id: 'cap-adoption-panel-items-1', child_key: 2 },
          { panel_item_id: 'cap-adoption-panel-items-2', child_key: null },
        ])
      },
    )
    expect(report.sources).toEqual([
      { source: 'annex-a', asAt: '2015-01-31', asAtFrom: 'file-name' },
      { source: 'capture', asAt: '2015-01-31', asAtFrom: 'leader' },
    ])
    expect(report.problems.map(({ code, message }) => [code, message])).toContainEqual([
      'day-after-as-at',
      "Row 3: 'panel_on' is after 31 January 2015, the day the file is as at",
    ])
  })

  test('say which of their columns there are; a template that was not sent is not there at all', async () => {
    let fields: { table_name: string; column_name: string; present: boolean }[] = []
    await sealed({ 'List 3 2015-01-31.csv': referrals, 'adoption-panel.csv': panel }, async (build) => {
      fields = await build.all('select table_name, column_name, present from source_field')
    })
    const present = (table: string) =>
      fields
        .filter((field) => field.table_name === table && field.present)
        .map(({ column_name }) => column_name)
    expect(present('adoption_panel_items').sort()).toEqual([
      'adoptive_family',
      'child_key',
      'item',
      'kind',
      'outcome',
      'panel_item_id',
      'panel_on',
      'team',
    ])
    expect(present('core_groups')).toEqual([])
    expect(present('referrals')).toContain('referral_date')
  })
})
