import type { BuildConnection } from '../../dataset/index.ts'
import { functionsSql, MEASURES } from '../catalogue/catalogue.ts'
import type { MeasureFile } from '../catalogue/measure-file.ts'
import { stepsFor } from '../catalogue/steps.ts'
import { refuseUnknownFields, withFileAndLine } from './measure-cases.ts'

/**
 * Checks every measure's SQL against the dataset's tables without running it. Throws, naming file and line, for an unknown
 * field, table or column and for SQL that cannot be parsed. Bad headers and repeated ids are found earlier, on reading.
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
    await withFileAndLine(measure, () =>
      build.run(`explain with found as (\n${measure.sql}\n) select ${columns} from found`),
    )
  }
}
