import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Problem } from '../../src/intake/problem.ts'
import { intakeOf, type Intake } from '../support/annex-a-files.ts'

const samples = process.env['WAYMARK_SAMPLES'] ?? join(import.meta.dirname, '../../../shared/samples')
const sample = (...path: string[]) => join(samples, ...path)
const here = existsSync(samples)
if (!here) {
  console.warn(
    `\nNOT RUN: the public sample files are not in ${samples}. Set WAYMARK_SAMPLES to their folder.\n`,
  )
}

/** Rows by list, as SOURCES.md counts them. */
const PUBLISHED: [path: string[], rows: number[]][] = [
  [
    ['annexa-cincensus-cleaner', 'example-B-2004.xlsx'],
    [1, 10, 0, 0, 0, 0, 0, 0, 0, 0, 0],
  ],
  [
    ['annexa-cincensus-cleaner', '2015-01-sample.xlsx'],
    [0, 0, 5, 0, 0, 0, 0, 0, 0, 0, 0],
  ],
  [
    ['liia-tools', 'Annex_A.xlsx'],
    [5, 5, 6, 5, 5, 5, 7, 5, 6, 5, 5],
  ],
  [
    ['liia-tools-pipeline', 'Annex_A_2024_Jan.xlsx'],
    [5, 5, 6, 5, 5, 5, 7, 5, 6, 5, 5],
  ],
  [['derived-annex-a-csv'], [5, 5, 6, 5, 5, 5, 7, 5, 6, 5, 5]],
]

const listOf = ({ table }: { table: string }) => Number(table.replace('annex-a/', ''))

describe.skipIf(!here)('the public Annex A samples', () => {
  test.each(PUBLISHED)('%s has the rows that are published of it, none lost', async (path, published) => {
    const { report, rows } = await intakeOf([sample(...path)])
    expect(report.accepted).toBe(true)
    const tables = report.files.flatMap((file) => file.tables).sort((a, b) => listOf(a) - listOf(b))
    expect(tables.map(({ rows }) => rows)).toEqual(published)
    expect(tables.map(({ unknownColumns }) => unknownColumns)).toEqual(published.map(() => []))
    for (const { rows, accepted, quarantined } of tables) expect(accepted + quarantined).toBe(rows)
    expect(rows).toHaveLength(tables.reduce((sum, { accepted }) => sum + accepted, 0))
  })

  test('the workbook and the CSV set made from it say the same', async () => {
    const book = await intakeOf([sample('liia-tools-pipeline', 'Annex_A_2024_Jan.xlsx')])
    const files = await intakeOf([sample('derived-annex-a-csv')])
    const values = ({ rows }: Intake) => rows.map(({ table, row, values }) => ({ table, row, values }))
    expect(values(files)).toEqual(values(book))
  })

  test('the repeated row and the free-text date of example-B-2004.xlsx are named', async () => {
    const { report } = await intakeOf([sample('annexa-cincensus-cleaner', 'example-B-2004.xlsx')])
    expect(report).toMatchObject({ asAt: '2010-01-15', asAtFrom: 'latest-event' })
    const warnings = report.problems.filter(({ severity }) => severity === 'warning')
    expect(warnings).toMatchObject([
      {
        code: 'date-unreadable',
        sheet: 'List_2',
        row: 10,
        field: 'Date of Birth',
        value: 'May be 8 Jan 2000',
      },
      { code: 'row-repeated', sheet: 'List_2', row: 12 },
    ])
  })

  describe('Annex_A_2024_Jan.xlsx', () => {
    let intake: Intake
    beforeAll(async () => {
      intake = await intakeOf([sample('liia-tools-pipeline', 'Annex_A_2024_Jan.xlsx')])
    })

    const ODDITIES: [oddity: string, problem: Partial<Problem>][] = [
      ['header "Age"', { code: 'header-read-as', sheet: 'List 1', field: 'Age of Child (Years)' }],
      ['ages as decimals', { code: 'age-rounded', sheet: 'List 1', row: 2, value: '6.138261464750171' }],
      ['a bare "Female"', { code: 'code-from-words', sheet: 'List 1', row: 2, value: 'Female' }],
      ['a bare "No"', { code: 'code-alone', sheet: 'List 3', field: 'Referral NFA?', value: 'No' }],
      ['the double bracket', { code: 'header-read-as', sheet: 'List 8' }],
      ['non-breaking spaces', { code: 'spaces-tidied', sheet: 'List 3', field: 'Allocated Worker' }],
      ['"#N/A" team', { code: 'blank-written', sheet: 'List 6', field: 'Allocated Team', value: '#N/A' }],
      ['adult need code', { code: 'code-unknown', sheet: 'List 6', row: 2, field: 'Primary Need Code' }],
      ['workflow text', { code: 'code-unknown', sheet: 'List 4', value: 'CS Assessment Updated' }],
      ['hyphen for colon', { code: 'code-from-words', sheet: 'List 8', value: 'e) PR4 - Private provision' }],
      [
        'postcode "nope"',
        { severity: 'warning', code: 'postcode-unreadable', sheet: 'List 8', value: 'nope' },
      ],
      ['no date of birth', { code: 'value-missing', sheet: 'List 1', row: 3, field: 'Date of Birth' }],
      ['care before birth', { severity: 'warning', code: 'days-out-of-order', sheet: 'List 8', row: 5 }],
      ['formulas', { code: 'formula', sheet: 'List 10', field: 'Date of Placement Order' }],
      ['"RD2" alone', { code: 'code-alone', sheet: 'List 10', value: 'RD2' }],
      ['reason 1 as a number', { code: 'code-alone', sheet: 'List 11', value: '1' }],
    ]
    test.each(ODDITIES)('names its oddity: %s', (_, problem) => {
      expect(intake.report.problems).toContainEqual(expect.objectContaining(problem))
    })
  })
})
