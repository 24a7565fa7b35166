// What starting costs: a command, a server, a load of a few rows.
import { spawn } from 'node:child_process'
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { middleRun, root, runProgram } from './program.mjs'
import { rank } from './results.ts'

export async function benchStarting({ folder, data, add }) {
  for (const args of [['health'], ['--help']]) {
    const { seconds, memory } = middleRun(7, () => runProgram(['--data', data, ...args]))
    add({ what: `command line, cold: waymark ${args[0]}`, size: '', seconds, memory })
  }
  add({ what: 'second start to first answer', size: 'small', seconds: await secondStart(data) })
  const samples = process.env.WAYMARK_SAMPLES ?? join(root, '../shared/samples')
  const sample = join(samples, 'liia-tools-pipeline/Annex_A_2024_Jan.xlsx')
  if (!existsSync(sample)) {
    console.error(
      `There is no ${sample}: the load of a few rows is left out. Set WAYMARK_SAMPLES to the samples.`,
    )
    return
  }
  const { seconds, memory } = middleRun(5, (round) => {
    const into = join(folder, `sample-${round}`)
    const loaded = runProgram(['--data', into, 'import', sample])
    rmSync(into, { recursive: true })
    return loaded
  })
  add({ what: 'import: Annex_A_2024_Jan.xlsx, whole command', size: '59 rows', seconds, memory })
}

/** From `npm start`'s program to the first page, on a folder that is already filled. */
async function secondStart(data) {
  const took = []
  for (let round = 0; round < 3; round += 1) {
    const began = performance.now()
    const port = 20_000 + Math.floor(Math.random() * 20_000)
    const child = spawn(process.execPath, [join(root, 'scripts/start.mjs'), '--port', String(port)], {
      env: { ...process.env, WAYMARK_DATA: data },
      stdio: 'ignore',
    })
    for (;;) {
      const answer = await fetch(`http://127.0.0.1:${port}/sign-in`).catch(() => null)
      if (answer?.ok) break
      if (performance.now() - began > 60_000) throw new Error('Waymark did not start')
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    took.push((performance.now() - began) / 1000)
    child.kill('SIGTERM')
    await new Promise((resolve) => child.once('exit', resolve))
  }
  return rank(took, 0.5)
}
