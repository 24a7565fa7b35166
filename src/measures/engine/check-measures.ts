import type { BuildConnection } from '../../dataset/index.ts'
import { functionsSql, MEASURES } from '../catalogue/catalogue.ts'
import type { MeasureFile } from '../catalogue/measure-file.ts'
import { stepsFor } from '../catalogue/steps.ts'
import { refuseUnknownFields, saysWhere } from './measure-cases.ts'

/**
 * Holds every measure's text to the dataset's tables without running it, on a dataset without rows: what the build does.
 * Throws, naming file and line, for a field, a table or a column that there is not, and for SQL that cannot be read. A
 * bad header and an id that stands twice have stopped the program before.
 */
export async function checkMeasures(
  build: BuildConnection,
  measures: readonly MeasureFile[] = MEASURES,
): Promise<void> {
  await refuseUnknownFields(build, measures)
  await build.run(functionsSql())
  for (const { sql } of stepsFor(measures.map(({ sql }) => sql))) await build.run(sql)
  for (const measure of measures) {
    if (measure.sql === '') continue
    const columns = `series, child_key, case_id, on_date, team, worker, met, value${measure.hasDetail ? ', detail' : ''}`
    await saysWhere(measure, () =>
      build.run(`explain with found as (\n${measure.sql}\n) select ${columns} from found`),
    )
  }
}
