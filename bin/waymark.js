#!/usr/bin/env node
// Plain JavaScript: it must parse on any Node. Waymark runs on Node 26, which npm carries for Linux.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import nodeModule, { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

const program = fileURLToPath(new URL('../dist/src/waymark.js', import.meta.url))

if (!existsSync(program)) {
  console.error('Waymark is not built yet. Run "npm start" or "npm run build" in this folder once.')
  process.exit(1)
}

// Compiled code is kept between runs, for this program and the ones it starts: it halves the time to a first answer.
process.env.NODE_COMPILE_CACHE ??= fileURLToPath(new URL('../dist/.compiled', import.meta.url))
nodeModule.enableCompileCache?.(process.env.NODE_COMPILE_CACHE)

if (Number(process.versions.node.split('.')[0]) >= 26) {
  await import('../dist/src/waymark.js')
} else {
  let node
  try {
    node = createRequire(import.meta.url).resolve(`node-${process.platform}-${process.arch}/bin/node`)
  } catch {
    console.error(`Waymark needs Node.js 26 or newer (this is ${process.version}).`)
    process.exit(1)
  }
  const child = spawn(node, [program, ...process.argv.slice(2)], { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => {
    if (signal) process.kill(process.pid, signal)
    else process.exit(code ?? 1)
  })
}
