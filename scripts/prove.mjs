// npm run prove: the long proofs at full size, of which `npm test` keeps a small case each: every seed of the truth and
// of the forecasts' back-test, every split against an attack on small numbers, every table that may be absent or unmatched,
// and the files of the fuzz tests many times over. Figures go to docs/bench.md. Arguments
// go to the test runner.
import { join } from 'node:path'
import { environment, installIfNeeded, nodeProgram, root, run } from './set-up.mjs'

const PROOFS = [
  'tests/forecast-backtest.test.ts',
  'tests/truth-seeds.test.ts',
  'tests/small-numbers.test.ts',
  'tests/unmatched-sides.test.ts',
  'tests/fuzz',
]

installIfNeeded()
const args = process.argv.slice(2)
run(
  nodeProgram(),
  [
    join(root, 'node_modules/vitest/vitest.mjs'),
    'run',
    '--testTimeout=3600000',
    '--hookTimeout=3600000',
    ...(args.length > 0 ? args : PROOFS),
  ],
  { env: { FUZZ_CASES: '500', ...environment(), WAYMARK_PROVE: 'full' } },
)
