import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { intakeOf } from '../support/annex-a-files.ts'
import { censusDataset } from '../support/census-dataset.ts'

const samples = process.env['WAYMARK_SAMPLES'] ?? join(import.meta.dirname, '../../../shared/samples')
const sample = (...path: string[]) => join(samples, ...path)
const here = existsSync(samples)
if (!here) {
  console.warn(
    `\nNOT RUN: the public sample files are not in ${samples}. Set WAYMARK_SAMPLES to their folder.\n`,
  )
}

/** In the order of SOURCES.md: children, CINdetails, assessments, CIN plans, section 47, CP plans, reviews, disabilities. */
const MODULES = [
  'ChildIdentifiers',
  'CINdetails',
  'Assessments',
  'CINPlanDates',
  'Section47',
  'ChildProtectionPlans',
  'Reviews',
  'Disabilities',
]

const PUBLISHED: [path: string[], rows: number[], repeated: number][] = [
  [['csc-validator-be-cin', 'fake_CIN_data.xml'], [332, 402, 0, 0, 0, 0, 0, 117], 5],
  [['csc-validator-be-cin', 'CIN_Census_2021.xml'], [1, 1, 1, 1, 1, 1, 1, 2], 0],
  [['csc-validator-be-cin', 'CIN_Census_2026.xml'], [2, 2, 2, 1, 1, 1, 1, 3], 0],
  [['csc-validator-be-cin', 'CIN2rows.xml'], [1, 1, 1, 1, 1, 2, 2, 2], 2],
  [['liia-tools', 'cin-2022.xml'], [1, 1, 1, 1, 1, 1, 1, 2], 0],
]

describe.skipIf(!here)('the public samples of the children in need census', () => {
  test.each(PUBLISHED)(
    '%s has the rows that are published of it, none lost',
    async (path, published, repeated) => {
      const { report, rows } = await intakeOf([sample(...path)])
      expect(report.accepted).toBe(true)
      const tables = report.files.flatMap((file) => file.tables)
      expect(
        MODULES.map((module) => tables.find(({ table }) => table === `cin-census/${module}`)?.rows ?? 0),
      ).toEqual(published)
      for (const { rows, accepted, quarantined, unknownColumns } of tables) {
        expect(accepted + quarantined).toBe(rows)
        expect(unknownColumns).toEqual([])
      }
      expect(rows).toHaveLength(tables.reduce((sum, { accepted }) => sum + accepted, 0))
      expect(tables.reduce((sum, { quarantined }) => sum + quarantined, 0)).toBe(repeated)
      const aside = report.problems.filter(({ code }) => code === 'row-repeated')
      expect(aside).toHaveLength(repeated)
    },
  )

  test.each(PUBLISHED)('%s becomes a dataset', async (path, published) => {
    const { build } = await censusDataset([sample(...path)])
    const [children] = await build.all<{ n: number }>('select count(*) as n from person')
    expect(children?.n).toBe(published[0])
  })

  test('the plan of CIN2rows.xml that appears twice is told with its line', async () => {
    const { report } = await intakeOf([sample('csc-validator-be-cin', 'CIN2rows.xml')])
    const aside = report.problems.filter(({ code }) => code === 'row-repeated')
    expect(aside.map(({ message }) => message)).toEqual([
      'Line 65: says the same as line 55, so it was set aside',
      'Line 72: says the same as line 62, so it was set aside',
    ])
  })

  test('what is wrong with CIN_Census_2026.xml is told', async () => {
    const { report } = await intakeOf([sample('csc-validator-be-cin', 'CIN_Census_2026.xml')])
    for (const [code, row, value] of [
      ['header-days-disagree', 2, '2024-03-31'],
      ['xml-stray-text', 23, 'PersonBirthDate'],
      ['code-from-words', 25, '1'],
      ['code-unknown', 46, 'RB'],
      ['code-from-words', 58, 'false'],
      ['value-missing', 107, null],
    ] as const)
      expect(report.problems).toContainEqual(expect.objectContaining({ code, row, value }))
  })

  test('the flattened files have the rows that are published of them, and are one census', async () => {
    const folder = 'd2i-jupyter-notebook-tools'
    const { report } = await intakeOf([sample(folder)])
    expect(report.accepted).toBe(true)
    const tables = report.files.flatMap((file) => file.tables)
    expect(tables.map(({ table, rows, accepted }) => [table, rows, accepted])).toEqual([
      ['cin-census/ChildCharacteristics', 332, 332],
      ['cin-census/ChildIdentifiers', 332, 332],
      ['cin-census/CINdetails', 101, 101],
    ])
    expect(report.problems.filter(({ severity }) => severity === 'error')).toEqual([])
  })
})
