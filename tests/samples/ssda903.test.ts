import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { beginBuild } from '../../src/dataset/building/build.ts'
import { convertSources } from '../../src/dataset/building/converting.ts'
import { openStaging } from '../../src/dataset/building/staging.ts'
import { readFiles } from '../../src/intake/intake.ts'
import type { TableReport } from '../../src/intake/intake-report.ts'
import { intakeOf } from '../support/annex-a-files.ts'

const samples = process.env['WAYMARK_SAMPLES'] ?? join(import.meta.dirname, '../../../shared/samples')
const sample = (...path: string[]) => join(samples, ...path)
const here = existsSync(samples)
if (!here) {
  console.warn(
    `\nNOT RUN: the public SSDA903 samples are not in ${samples}. Set WAYMARK_SAMPLES to their folder.\n`,
  )
}

/** Rows by file and table, as each folder's SOURCES.md counts them. */
const PUBLISHED: readonly [path: string, rows: Readonly<Record<string, number>>][] = [
  [
    'csc-validator-be-903',
    {
      'DoLo.csv dolo': 1,
      'ad1.csv ad1': 29,
      'episodes.csv episodes': 5050,
      'header.csv header': 2675,
      'missing.csv missing': 43,
      'oc2.csv oc2': 2675,
      'oc3.csv oc3': 53,
      'placed_for_adoption.csv placed_adoption': 29,
      'previous_permanence.csv prev_perm': 2675,
      'reviews.csv reviews': 12582,
      'uasc.csv uasc': 132,
    },
  ],
  [
    'cs-demand-model',
    {
      '2017-episodes.csv episodes': 1460,
      '2017-header.csv header': 819,
      '2017-missing.csv missing': 3,
      '2017-oc2.csv oc2': 670,
      '2017-oc3.csv oc3': 126,
      '2017-previous_permanence.csv prev_perm': 819,
      '2017-reviews.csv reviews': 3481,
      '2017-uasc.csv uasc': 31,
      '2018-episodes.csv episodes': 974,
      '2018-header.csv header': 572,
      '2018-missing.csv missing': 1,
      '2018-oc2.csv oc2': 572,
      '2018-oc3.csv oc3': 96,
      '2018-previous_permanence.csv prev_perm': 572,
      '2018-reviews.csv reviews': 2769,
      '2018-uasc.csv uasc': 23,
      '2019-episodes.csv episodes': 648,
      '2019-header.csv header': 362,
      '2019-missing.csv missing': 1,
      '2019-oc2.csv oc2': 362,
      '2019-oc3.csv oc3': 56,
      '2019-previous_permanence.csv prev_perm': 362,
      '2019-reviews.csv reviews': 2103,
      '2019-uasc.csv uasc': 16,
    },
  ],
  ['liia-tools/SSDA903_2020_episodes.csv', { 'SSDA903_2020_episodes.csv episodes': 5 }],
]

/** Each file by itself: the files of one set may lie in one folder with others, and be loaded one by one. */
const FILES = PUBLISHED.flatMap(([path, tables]) =>
  Object.entries(tables).map(([key, rows]): [path: string, table: string, rows: number] => {
    const [file, table] = key.split(' ')
    return [path.endsWith('.csv') ? path : `${path}/${file}`, `ssda903/${table}`, rows]
  }),
)

const counted = (tables: readonly TableReport[]) => {
  for (const { rows, accepted, quarantined } of tables) expect(accepted + quarantined).toBe(rows)
  return tables
}

describe.skipIf(!here)('the public SSDA903 samples', () => {
  test.each(PUBLISHED)('%s has the rows that are published of it, none lost', async (path, published) => {
    const { report, rows } = await intakeOf([sample(path)])
    expect(report.accepted).toBe(true)
    const found = report.files.flatMap(({ file, tables }) =>
      counted(tables).map(({ table, rows }) => [`${file} ${table.slice(8)}`, rows]),
    )
    expect(Object.fromEntries(found)).toEqual(published)
    const tables = report.files.flatMap((file) => file.tables)
    expect(rows).toHaveLength(tables.reduce((sum, { accepted }) => sum + accepted, 0))
  })

  test.each(FILES)('%s alone is %s, with %i rows', async (path, table, rows) => {
    const { report } = await intakeOf([sample(path)], '2020-03-31')
    expect(report.accepted).toBe(true)
    const tables = counted(report.files.flatMap((file) => file.tables))
    expect(tables.map((one) => [one.table, one.rows])).toEqual([[table, rows]])
  })

  test('the oddities that are told of the validator’s files are named', async () => {
    const { report } = await intakeOf([sample('csc-validator-be-903')])
    expect(report).toMatchObject({ asAt: '2018-03-31', asAtFrom: 'return-year' })
    const counts = report.problemCounts.map(({ code, file, field, count }) => [code, file, field, count])
    expect(counts).toContainEqual(['code-unknown', 'placed_for_adoption.csv', 'REASON_PLACED_CEASED', 29])
    expect(counts).toContainEqual(['code-from-words', 'oc3.csv', 'ACCOM', 2])
    expect(report.problems.find(({ code }) => code === 'code-unknown')).toMatchObject({ value: 'XXX' })
  })

  test('the stacked export of three authorities is refused: their children are never counted together', async () => {
    const { report } = await intakeOf([sample('liia-tools', 'SSDA903_episodes_for_testing_fixes_INPUT.csv')])
    expect(report.accepted).toBe(false)
    expect(report.problems[0]).toMatchObject({ severity: 'error', code: 'several-authorities' })
  })

  /** What three years become, read from these files in an order of their own. */
  const storyOf = async (paths: readonly string[]) => {
    const build = await beginBuild(':memory:')
    const staging = openStaging(build)
    const report = await readFiles(paths, (row) => staging.accept(row), { today: '2026-11-24' })
    await staging.finish(['ssda903'])
    await convertSources(
      build,
      report.sources,
      report.files.flatMap(({ tables }) => tables),
    )
    const [counts] = await build.all(
      `select
          (select count(*) from person) as people,
          (select count(*) from cla_periods) as periods,
          (select count(*) from cla_periods where end_date is null) as open,
          (select count(*) from legal_status) as statuses,
          (select count(*) from cla_placement) as placements,
          (select count(*) from missing_episodes) as missing,
          (select count(*) from care_leavers) as leavers,
          (select min(window_from) from table_source) as window_from`,
    )
    return { report, counts }
  }

  test('three years at once are one story of each child, as at the end of the last', async () => {
    const { report, counts } = await storyOf([sample('cs-demand-model')])
    expect(report).toMatchObject({ asAt: '2020-03-31', asAtFrom: 'return-year' })
    const superseded = report.problemCounts.filter(({ code }) => code === 'row-superseded')
    expect(superseded.filter(({ file }) => file.endsWith('episodes.csv')).map(({ count }) => count)).toEqual([
      195, 424,
    ])
    expect(counts).toEqual({
      people: 820,
      periods: 822,
      open: 161,
      statuses: 1318,
      placements: 2022,
      missing: 5,
      leavers: 203,
      window_from: '2017-04-01',
    })
  })
})
