// Builds `dist/` from `src/`, `synthetic/` and `reference/`: the compiler for the code, a copy for the SQL, styles and other files that go with it, and
// one file of each program. Then every measure's text is held to the dataset.
import { cpSync, readdirSync, rmSync, statSync } from 'node:fs'
import { extname, join } from 'node:path'
import { environment, nodeProgram, root, run, SOURCES } from './set-up.mjs'

const target = join(root, 'dist')

rmSync(target, { recursive: true, force: true })
run(nodeProgram(), [join(root, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.build.json'], {
  env: environment(),
})
for (const source of SOURCES) {
  for (const file of readdirSync(join(root, source), { recursive: true })) {
    const path = join(root, source, file)
    if (statSync(path).isFile() && !['.ts', '.tsx'].includes(extname(file)))
      cpSync(path, join(target, source, file))
  }
}
run(nodeProgram(), [join(root, 'scripts/bundle.mjs')], { env: environment() })
run(nodeProgram(), [join(root, 'scripts/check-measures.mjs')], { env: environment() })
