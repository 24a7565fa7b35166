import { afterAll, expect, test } from 'vitest'
import { lastExtract } from '../../../synthetic/extract-days.ts'
import { smallCouncil } from '../../../synthetic/index.ts'
import { slowLoops, type NestedLoop } from '../../../tests/support/query-plan.ts'
import { smallExtracts } from '../../../tests/support/small-extracts.ts'
import { standardOf } from '../../intake/index.ts'
import type { Source } from '../../standards/table.ts'
import { beginBuild, type Build } from './build.ts'
import { convertSources } from './converting.ts'
import { stagingTable } from './staging.ts'

const world = smallExtracts()
afterAll(() => world.close())

const { asAt } = lastExtract(smallCouncil(2015))

/** The accepted rows of the small council as a load has them before they are converted. */
async function stagedRows(
  door: Parameters<typeof world.extract>[1],
  sources: readonly Source[],
): Promise<Build> {
  const { file } = await world.extract(lastExtract(smallCouncil(2015)), door)
  const build = await beginBuild(':memory:')
  await build.run(`attach '${file}' as sealed (read_only)`)
  for (const { table } of tablesOf(sources)) {
    const name = stagingTable(table)
    await build.run(`create table ${name} as from sealed.${name}`)
  }
  await build.commit()
  return build
}

const tablesOf = (sources: readonly Source[]) => sources.flatMap((source) => standardOf(source).tables)

const reportsOf = (sources: readonly Source[]) =>
  tablesOf(sources).map(({ table, fields }) => ({
    table,
    sheet: table,
    rows: 1,
    accepted: 1,
    quarantined: 0,
    unknownColumns: [],
    presentColumns: fields.map(({ key }) => key),
  }))

const statementsOf = (sql: string): string[] =>
  sql
    .replaceAll(/--[^\n]*/g, '')
    .split(';')
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '')

/** Statements that the engine makes a plan for. */
const PLANNED = /^(?:insert|update|delete|create (?:or replace )?(?:temp )?table \w+ as)\b/

/** A build whose statements are run as they would be, and their nested loops kept. */
function watched(build: Build): { build: Build; slow: Record<string, NestedLoop[]>; planned: string[] } {
  const slow: Record<string, NestedLoop[]> = {}
  const planned: string[] = []
  const run: Build['run'] = async (sql, parameters) => {
    if (parameters) return build.run(sql, parameters)
    for (const statement of statementsOf(sql)) {
      if (!PLANNED.test(statement)) {
        await build.run(statement)
        continue
      }
      planned.push(statement)
      const loops = await slowLoops(build, statement)
      if (loops.length > 0) slow[statement] = loops
    }
  }
  return { build: { ...build, run }, slow, planned }
}

test.each<[Parameters<typeof world.extract>[1], Source[]]>([
  ['workbook', ['annex-a']],
  ['ssd and templates', ['ssd', 'capture']],
])(
  'no statement that converts an extract (%s) compares every row with every other',
  async (door, sources) => {
    const build = await stagedRows(door, sources)
    try {
      const looked = watched(build)
      const reports = sources.map((source) => ({ source, asAt, asAtFrom: 'given' as const }))
      await convertSources(looked.build, reports, reportsOf(sources))
      expect(looked.planned.length).toBeGreaterThan(10)
      expect(looked.slow).toEqual({})
    } finally {
      build.close()
    }
  },
)
