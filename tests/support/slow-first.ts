import { relative } from 'node:path'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** The files that take longest, longest first: begun last, one of them would keep one worker busy and the other idle. */
const SLOW = [
  'tests/journeys/accessible.test.ts',
  'tests/journeys/thread.test.ts',
  'tests/engines-agree.test.ts',
  'tests/one-truth.test.ts',
  'tests/annex-a-export.test.ts',
  'src/cli/contract.test.ts',
  'tests/truth.test.ts',
  'tests/restatement.test.ts',
  'tests/small-numbers.test.ts',
  'tests/messy-quality.test.ts',
  'synthetic/calibration/calibration.test.ts',
  'tests/truth-seeds.test.ts',
  'tests/forecast-backtest.test.ts',
  'src/demonstration/demonstration.test.ts',
  'src/loads/load.test.ts',
  'src/loads/load-ending.test.ts',
  'src/loads/load-recovery.test.ts',
  'tests/samples/seal.test.ts',
  'tests/ssd-database.test.ts',
  'tests/ssd-generated.test.ts',
  'tests/access-matrix.test.ts',
  'tests/measures-on-postgres.test.ts',
  'tests/figure-equals-list.test.ts',
]

/** Begins with the slow files, so that the two workers end together. */
export default class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const order = (file: TestSpecification): number => {
      const index = SLOW.indexOf(relative(import.meta.dirname + '/../..', file.moduleId))
      return index < 0 ? SLOW.length : index
    }
    return (await super.sort(files)).toSorted((a, b) => order(a) - order(b))
  }
}
