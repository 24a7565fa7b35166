// Runs the built program, and scripts on its modules, each in a process of its own, so that time and memory are its alone.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../..', import.meta.url))
const program = join(root, 'bin/waymark.js')

/** The address of a module of the built program. */
export const builtAddress = (path) => new URL(`../../dist/${path}`, import.meta.url).href
export const built = (path) => import(builtAddress(path))

/**
 * Runs Node to its end. Answers the seconds it took, the peak memory in MB of its largest process, its children's
 * included, where /usr/bin/time can tell, and what it printed. Throws when it fails.
 */
function runNode(args) {
  const began = performance.now()
  const timed = spawnSync('/usr/bin/time', ['-f', '%M', process.execPath, ...args], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  })
  if (!timed.error) {
    const seconds = (performance.now() - began) / 1000
    refuseFailure(timed, args)
    const kilobytes = Number(timed.stderr.trim().split('\n').at(-1))
    const memory = Number.isFinite(kilobytes) ? kilobytes / 1024 : undefined
    return { seconds, memory, printed: timed.stdout }
  }
  const beganPlain = performance.now()
  const plain = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 2 ** 28 })
  refuseFailure(plain, args)
  return { seconds: (performance.now() - beganPlain) / 1000, memory: undefined, printed: plain.stdout }
}

function refuseFailure({ status, stderr }, args) {
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`)
}

/** `waymark ...` */
export const runProgram = (args) => runNode([program, ...args])

/** A script in text, as a module; its last line of output is JSON. */
export function runScript(script, args) {
  const { printed, ...measured } = runNode(['--input-type=module', '-e', script, ...args])
  return { ...measured, answer: JSON.parse(printed.trim().split('\n').at(-1)) }
}

/** The run of several that took the middle time. */
export function middleRun(times, run) {
  const runs = Array.from({ length: times }, (_, round) => run(round))
  return runs.toSorted((a, b) => a.seconds - b.seconds)[Math.floor(times / 2)]
}

/** Seconds that each of several pieces of work took, one after another. */
export async function timesOf(asked, work) {
  const took = []
  for (const item of asked) {
    const began = performance.now()
    await work(item)
    took.push((performance.now() - began) / 1000)
  }
  return took
}
