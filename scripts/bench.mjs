// npm run bench: what, size, figure, peak memory, as a table. Figures go to docs/bench.md; no test asserts a time.
import { join } from 'node:path'
import { buildIfNeeded, environment, installIfNeeded, nodeProgram, root, run } from './set-up.mjs'

installIfNeeded()
buildIfNeeded()
run(nodeProgram(), [join(root, 'tests/bench/bench.mjs'), ...process.argv.slice(2)], { env: environment() })
