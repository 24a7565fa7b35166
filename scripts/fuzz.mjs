// npm run fuzz -- [CASES] [SEED]: spoilt and generated files, many more of them than `npm test` reads. The seed is
// printed; with it and the same number of cases the same files come again. FUZZ_CASES and FUZZ_SEED say the same.
import { randomInt } from 'node:crypto'
import { join } from 'node:path'
import { environment, installIfNeeded, nodeProgram, root, run } from './set-up.mjs'

const [cases = process.env.FUZZ_CASES ?? '2000', seed = process.env.FUZZ_SEED ?? String(randomInt(2 ** 31))] =
  process.argv.slice(2)
if (!/^[1-9]\d*$/.test(cases) || !/^-?\d+$/.test(seed)) {
  console.error('Say how many cases and which seed: npm run fuzz -- 2000 42')
  process.exit(2)
}

installIfNeeded()
console.log(`${cases} cases of each kind with the seed ${seed}. Again: npm run fuzz -- ${cases} ${seed}`)
process.once('exit', (code) => {
  if (code !== 0) console.error(`The seed that failed: npm run fuzz -- ${cases} ${seed}`)
})
run(nodeProgram(), [join(root, 'node_modules/vitest/vitest.mjs'), 'run', 'fuzz.test.ts'], {
  env: { ...environment(), FUZZ_CASES: cases, FUZZ_SEED: seed },
  // A case that never ends cannot be stopped from within.
  timeout: 120_000 + Number(cases) * 1000,
})
