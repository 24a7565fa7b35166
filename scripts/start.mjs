// npm start: from a fresh clone to the tracker in a browser, in one command.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { buildIfNeeded, environment, installIfNeeded, nodeProgram, root } from './set-up.mjs'

installIfNeeded()
buildIfNeeded()
const child = spawn(
  nodeProgram(),
  [join(root, 'bin/waymark.js'), 'serve', '--demo-when-empty', ...process.argv.slice(2)],
  {
    cwd: process.env.INIT_CWD ?? root,
    stdio: 'inherit',
    env: environment(),
  },
)
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
child.on('exit', (code) => process.exit(code ?? 1))
